"""Subtitles made of texts with known beads, and how well they are aligned.

``python -m tests.bench.subtitles [--gold DIR]`` writes a pair of SRT files and one bilingual SRT of
every document, with clocks that differ and cues that are cut anew on each side, and prints F1.
"""

from __future__ import annotations

import argparse
import tempfile
import unicodedata
from collections import Counter
from dataclasses import dataclass
from glob import escape
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from align.config import Settings
from align.evaluate import read_gold
from align.gold import SEGMENT_MARK
from align.model import Aligned, Job
from align.pipeline import align_documents
from tests.own import CORPORA, gold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.own import Bead

__all__ = ["TRIALS", "Trial", "texts_of_gold", "write_pair", "write_together"]

SPEED = 15.0  # characters a second
WIDTH = 42  # characters of a cue, about, where a sentence is cut
SETS = ("tico19", "osguide", "alignar-dev", "pud")
SEED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """How the target's clock and cues differ from the source's."""

    shift: float = 0.0  # seconds
    rate: float = 1.0
    recut: bool = False  # cues of either side are cut and joined in their own way
    missing: float = 0.0  # share of the target's cues that are not there
    noise: float = 0.0  # seconds, at most, either way


TRIALS = {
    "same clock": Trial(),
    "shift": Trial(shift=-7.4, noise=0.2),
    "long shift": Trial(shift=83.0, noise=0.3),
    "small drift": Trial(rate=1.001, shift=2.0, noise=0.2),
    "frame rate": Trial(rate=25 / 23.976, shift=-1.5, noise=0.2),
    "re-cut": Trial(recut=True, noise=0.3),
    "missing cues": Trial(missing=0.05, noise=0.2),
    "everything": Trial(rate=1.001, shift=40.0, recut=True, missing=0.05, noise=0.3),
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
        if trial.recut:
            cues[:] = _joined(cues, random)
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
        width = random.choice((WIDTH // 2, WIDTH, 2 * WIDTH)) if trial.recut else WIDTH
        parts = max(1, round(size / width))
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


def _joined(cues: list[Piece], random: Random) -> Iterator[Piece]:
    """Yield the cues, some of them joined with the next one."""
    waiting: Piece | None = None
    for cue in cues:
        if waiting is None:
            waiting = cue
        elif _fit(waiting, cue) and random.random() < 0.4:
            waiting = Piece(waiting.start, cue.end, waiting.words + cue.words)
        else:
            yield waiting
            waiting = cue
    if waiting is not None:
        yield waiting


def _fit(one: Piece, other: Piece) -> bool:
    """Say whether two cues may be joined: nobody does so with a heading and what is under it."""
    same = one.words[-1][0] == other.words[0][0]
    return len(one.text) + len(other.text) < 2 * WIDTH and (same or one.text[-1] in ".!?؟")


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
            for (bead, segment), word in cue.words:
                words.setdefault((side, bead, segment), []).append(word)
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


def texts_of_gold(path: Path) -> list[Bead]:
    """Return the beads of a gold file of lines, as texts."""
    ar, en = (
        path.with_suffix(f".{lang}.txt").read_text("utf-8").splitlines() for lang in ("ar", "en")
    )
    return [
        (tuple(ar[i].strip() for i in source), tuple(en[j].strip() for j in target))
        for source, target in read_gold(path)
    ]


def _texts(folder: Path | None) -> Iterator[tuple[str, list[Bead]]]:
    for path in sorted(CORPORA.glob("*.gold.tsv")):
        name = path.name.removesuffix(".gold.tsv")
        yield f"corpora-{name}", list(gold(name))
    for name in SETS if folder is not None else ():
        for path in sorted((folder or Path()).glob(f"{name}/docs/*.gold"))[:4]:
            yield f"{name}-{path.stem}", texts_of_gold(path)


def main() -> None:
    """Print F1 of every trial, with and without meaning."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--trial", choices=[*TRIALS, "together"])
    arguments = parser.parse_args()
    texts = list(_texts(arguments.gold))
    for name in [arguments.trial] if arguments.trial else [*TRIALS, "together"]:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            for document, beads in texts:
                random = Random(f"{SEED} {name} {document}")
                if name == "together":
                    write_together(folder, document, beads, random)
                else:
                    write_pair(folder, document, beads, TRIALS[name], random)
            _measure(name, folder)


def _measure(name: str, folder: Path) -> None:
    for aligner in ("hybrid", "gale-church"):
        settings = Settings(aligner=aligner)
        paths = sorted(folder.glob("*.gold.tsv"))
        counts = [_counts(path, settings) for path in paths]
        right, system, known = map(sum, zip(*counts, strict=True))
        print(f"{name:<14} {aligner:<12} F1 {2 * right / (system + known):.4f}", flush=True)


def _counts(path: Path, settings: Settings) -> tuple[int, int, int]:
    """Return the beads of a document that are right, those found, and those known.

    They are compared as texts, so that a cue left out costs its own bead alone.
    """
    name = path.name.removesuffix(".gold.tsv")
    paths = sorted(str(p) for p in path.parent.glob(f"{escape(name)}.*srt"))
    outcome = align_documents(
        Job(id=name, paths=tuple(paths), names=tuple(Path(p).name for p in paths)), settings
    )
    assert isinstance(outcome, Aligned)
    system = Counter(
        (_key(unit.source), _key(unit.target))
        for aligned in outcome.bitexts
        for unit in aligned.units
        if unit is not None
    )
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    known = Counter((_key(row[1]), _key(row[2])) for row in rows if row[1] and row[2])
    return (system & known).total(), system.total(), known.total()


def _key(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(text.replace(SEGMENT_MARK, "").split()))


if __name__ == "__main__":
    main()
