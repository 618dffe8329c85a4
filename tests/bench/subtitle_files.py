"""Subtitle files made of texts with known beads: clocks that differ, cues that are cut anew."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from align.gold import SEGMENT_MARK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from random import Random

    from tests.own import Bead

__all__ = ["TRIALS", "Trial", "write_pair", "write_together"]

SPEED = 15.0  # characters a second
WIDTH = 42  # characters of a cue, about, where a sentence is cut
WHOLE = 10_000  # characters: no sentence is cut
RECUT = (WIDTH // 2, WIDTH, 2 * WIDTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """How the target's clock and cues differ from the source's."""

    shift: float = 0.0  # seconds
    rate: float = 1.0
    widths: tuple[int, ...] = (WIDTH,)  # characters of cues, one of them for each sentence
    together: float = 0.0  # chance that a cue is joined with the next; either side in its own way
    room: int = 2 * WIDTH  # characters of a joined cue at most
    missing: float = 0.0  # share of the target's cues that are not there
    noise: float = 0.0  # seconds, at most, either way


TRIALS = {
    "same clock": Trial(),
    "shift": Trial(shift=-7.4, noise=0.2),
    "long shift": Trial(shift=83.0, noise=0.3),
    "small drift": Trial(rate=1.001, shift=2.0, noise=0.2),
    "frame rate": Trial(rate=25 / 23.976, shift=-1.5, noise=0.2),
    "re-cut": Trial(widths=RECUT, together=0.4, noise=0.3),
    "missing cues": Trial(missing=0.05, noise=0.2),
    "everything": Trial(
        rate=1.001, shift=40.0, widths=RECUT, together=0.4, missing=0.05, noise=0.3
    ),
    "whole sentences": Trial(widths=(WHOLE,), shift=5.0, noise=0.2),
    "crowded cues": Trial(widths=(WHOLE,), together=0.6, room=250, shift=5.0, noise=0.2),
}


@dataclass(slots=True)
class Piece:
    """A cue in the making; ``places`` are the (bead, segment) its words are of."""

    start: float
    end: float
    words: list[tuple[tuple[int, int], str]]

    @property
    def text(self) -> str:
        return " ".join(word for _, word in self.words)


def write_pair(
    folder: Path, name: str, beads: Sequence[Bead], trial: Trial, random: Random
) -> None:
    """Write NAME.ar.srt, NAME.en.srt and NAME.gold.tsv."""
    sides = _sides(beads, trial, random)
    kept = sides[0], [cue for cue in sides[1] if random.random() >= trial.missing]
    for cue in kept[1]:
        cue.start = trial.rate * cue.start + trial.shift
        cue.end = trial.rate * cue.end + trial.shift
    if kept[1][0].start < 0:  # no clock begins before zero: the other one is late
        late = -kept[1][0].start
        for cue in (*kept[0], *kept[1]):
            cue.start, cue.end = cue.start + late, cue.end + late
    for lang, cues in zip(("ar", "en"), kept, strict=True):
        texts = [(cue.start, cue.end, _wrapped(cue.text)) for cue in cues]
        (folder / f"{name}.{lang}.srt").write_text(_srt(texts), "utf-8")
    _write_gold(folder / f"{name}.gold.tsv", beads, kept)


def write_together(folder: Path, name: str, beads: Sequence[Bead], random: Random) -> None:
    """Write NAME.srt, each cue in both languages, and NAME.gold.tsv."""
    full = [bead for bead in beads if bead[0] and bead[1]]
    first = random.randrange(2)
    shown = []
    for start, end, at in _times(full, random):
        lines = [_wrapped(" ".join(full[at][side])) for side in (first, 1 - first)]
        shown.append((start, end, "\n".join(lines)))
    (folder / f"{name}.srt").write_text(_srt(shown), "utf-8")
    rows = ["\t".join(("1-1", *map(SEGMENT_MARK.join, bead))) for bead in full]
    (folder / f"{name}.gold.tsv").write_text("\n".join(rows) + "\n", "utf-8")


def _sides(beads: Sequence[Bead], trial: Trial, random: Random) -> tuple[list[Piece], list[Piece]]:
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    for start, end, at in _times(beads, random):
        for side in (0, 1):
            sides[side].extend(_cues(beads[at][side], (at, start, end), trial, random))
    for cues in sides:
        if trial.together:
            cues[:] = _joined(cues, trial, random)
        for one, other in pairwise(cues):
            other.start = max(other.start, one.start + 0.1)
    return sides


def _times(beads: Sequence[Bead], random: Random) -> Iterator[tuple[float, float, int]]:
    """Yield when each bead is said."""
    clock = 3.0
    for at, bead in enumerate(beads):
        longest = max(sum(map(len, side)) for side in bead)
        end = clock + max(1.0, longest / SPEED)
        yield clock, end, at
        clock = end + random.choice((0.1, 0.3, 0.8, 2.0))


def _cues(
    segments: Sequence[str], when: tuple[int, float, float], trial: Trial, random: Random
) -> Iterator[Piece]:
    """Yield the cues of one side of a bead; each begins with a segment, long ones are cut."""
    at, start, end = when
    length = max(1, sum(map(len, segments)))
    done = 0
    for number, segment in enumerate(segments):
        words = segment.split()
        size = len(segment)
        parts = max(1, round(size / random.choice(trial.widths)))
        edges = [len(words) * k // parts for k in range(parts + 1)]
        for one, other in pairwise(edges):
            if one == other:
                continue
            begin, stop = (
                start + (end - start) * (done + size * edge / len(words)) / length
                for edge in (one, other)
            )
            shaken = begin + random.uniform(-trial.noise, trial.noise)
            yield Piece(
                shaken, max(stop, shaken + 0.3), [((at, number), w) for w in words[one:other]]
            )
        done += size


def _joined(cues: list[Piece], trial: Trial, random: Random) -> Iterator[Piece]:
    """Yield the cues, some of them joined with the next one."""
    waiting: Piece | None = None
    for cue in cues:
        if waiting is None:
            waiting = cue
        elif _fit(waiting, cue, trial.room) and random.random() < trial.together:
            waiting = Piece(waiting.start, cue.end, waiting.words + cue.words)
        else:
            yield waiting
            waiting = cue
    if waiting is not None:
        yield waiting


def _fit(one: Piece, other: Piece, room: int) -> bool:
    """Say whether two cues may be joined: nobody does so with a heading and what is under it."""
    same = one.words[-1][0] == other.words[0][0]
    return len(one.text) + len(other.text) < room and (same or one.text[-1] in ".!?؟")


def _wrapped(text: str) -> str:
    """Return a text on two lines if it is long."""
    words = text.split()
    half = len(words) // 2
    return text if len(text) <= WIDTH else f"{' '.join(words[:half])}\n{' '.join(words[half:])}"


def _srt(cues: Sequence[tuple[float, float, str]]) -> str:
    return "".join(
        f"{number}\n{_clock(start)} --> {_clock(end)}\n{text}\n\n"
        for number, (start, end, text) in enumerate(cues, 1)
    )


def _clock(seconds: float) -> str:
    whole, milliseconds = divmod(max(0, round(seconds * 1000)), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02},{milliseconds:03}"


def _write_gold(path: Path, beads: Sequence[Bead], sides: Sequence[Sequence[Piece]]) -> None:
    """Write the beads with the words that the cues hold."""
    words: dict[tuple[int, int, int], list[str]] = {}
    for side, cues in enumerate(sides):
        for cue in cues:
            for place, word in cue.words:
                words.setdefault((side, *place), []).append(word)
    rows = []
    for number, bead in enumerate(beads):
        cells = [
            [
                " ".join(words[side, number, k])
                for k in range(len(bead[side]))
                if (side, number, k) in words
            ]
            for side in (0, 1)
        ]
        if any(cells):
            kind = "-".join(str(len(cell)) for cell in cells)
            rows.append("\t".join([kind, *(SEGMENT_MARK.join(cell) for cell in cells)]))
    path.write_text("\n".join(rows) + "\n", "utf-8")
