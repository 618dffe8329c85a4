"""Documents whose alignment is known: where they lie, and how a run compares with them.

Two kinds: line files (DOC.ar.txt, DOC.en.txt and DOC.gold with beads by line number), which try
the aligner alone, and bilingual files (DOC.txt and DOC.gold.tsv with the texts of the beads),
which try everything from reading to aligning.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from fnmatch import fnmatch
from glob import escape
from typing import TYPE_CHECKING, Protocol

from align import pipeline, registry
from align.errors import MalformedError, NothingToReadError
from align.evaluate import Indexes, Result, compare, gold_lines, read_gold
from align.lines import align_lines, read_lines
from align.model import Aligned, AlignedBitext, Job
from align.pairing import find_jobs
from align.text.correspondence import Correspondence
from align.text.scripts import main_script, script_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from align.config import Settings

__all__ = ["GoldDocument", "find_gold"]

SLACK = 3  # characters that may be lost beside the end of a segment, in a text that is not exact
SHARE = 8  # of a segment's characters, the most that may be lost
SEGMENT_MARK = " \N{DOUBLE VERTICAL LINE} "  # between the segments of a cell of DOC.gold.tsv


class GoldDocument(Protocol):
    """A document that can be aligned and compared."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    def evaluate(self, settings: Settings) -> Result:
        """Align it and return what is right; raises `ReadError`."""
        ...


def find_gold(folder: Path, pattern: str, langs: tuple[str, str]) -> Iterator[GoldDocument]:
    """Yield the gold documents of a folder (or its ``docs`` folder) whose names fit ``pattern``."""
    if not folder.is_dir():
        raise NothingToReadError(str(folder), "is not a folder")
    inner = folder / "docs"
    folder = inner if inner.is_dir() and not any(folder.glob("*.gold*")) else folder
    for gold in sorted(folder.glob("*.gold")):
        if fnmatch(gold.stem, pattern):
            yield LineDocument(name=gold.stem, gold=gold, sides=_line_files(gold, langs))
    for gold in sorted(folder.glob("*.gold.tsv")):
        name = gold.name.removesuffix(".gold.tsv")
        if fnmatch(name, pattern):
            yield WholeDocument(name=name, gold=gold)


def _line_files(gold: Path, langs: tuple[str, str]) -> tuple[Path, Path]:
    """Return the two line files of a gold file, those of ``langs`` if they are there."""
    wanted = tuple(gold.with_name(f"{gold.stem}.{lang}.txt") for lang in langs)
    if all(path.exists() for path in wanted):
        return wanted[0], wanted[1]
    others = sorted(path for path in gold.parent.glob(f"{escape(gold.stem)}.*.txt"))
    if len(others) != 2:  # noqa: PLR2004  a bitext has two sides
        names = " and ".join(path.name for path in wanted)
        raise NothingToReadError(
            str(gold), f"{names} are not beside it", "name the languages with --langs"
        )
    return others[0], others[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDocument:
    """Two files of one segment a line, and beads by line number."""

    name: str
    gold: Path
    sides: tuple[Path, Path]

    def evaluate(self, settings: Settings) -> Result:
        """Align the lines and compare the beads."""
        source, target = (read_lines(path, settings.read) for path in self.sides)
        beads = align_lines(source, target, settings)
        system = [(bead.source, bead.target) for bead in beads]
        return compare(self._gold_beads(source, target), system, len(source) + len(target))

    def _gold_beads(self, *sides: list[str]) -> list[Indexes]:
        """Return the gold beads; raises `MalformedError` for a line that is not there."""
        beads = read_gold(self.gold)
        for side, (path, lines) in enumerate(zip(self.sides, sides, strict=True)):
            last = max((max(bead[side], default=-1) for bead in beads), default=-1)
            if last >= len(lines):
                fact = f"names line {last}, but {path.name} has {len(lines)} lines (the first is 0)"
                raise MalformedError(str(self.gold), fact, "give --langs in the gold's order")
        return beads


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeDocument:
    """A bilingual file, or a pair of files, and the texts of its beads."""

    name: str
    gold: Path

    def evaluate(self, settings: Settings) -> Result:
        """Run the whole pipeline and compare beads by the characters they cover."""
        outcome = pipeline.align_documents(self._job(settings), settings)
        bitexts = outcome.bitexts if isinstance(outcome, Aligned) else ()
        gold = _in_order(list(_gold_cells(self.gold)), settings.langs)
        system = list(_system_cells(bitexts))
        sentences = sum(len(side) for bead in gold for side in bead)
        numbered = _Numbering(gold, gold).beads(gold), _Numbering(gold, system).beads(system)
        return compare(*numbered, sentences)

    def _job(self, settings: Settings) -> Job:
        known = registry.names("readers")
        beside = [
            path
            for path in self.gold.parent.glob(f"{escape(self.name)}.*")
            if path.suffix in known and path != self.gold
        ]
        jobs = find_jobs(map(str, sorted(beside)), settings.langs, known, self.gold).jobs
        if len(jobs) != 1:
            raise NothingToReadError(str(self.gold), "its document is not beside it")
        return jobs[0]


Cells = tuple[list[str], list[str]]  # segment texts of one bead, source and target


def _gold_cells(path: Path) -> Iterator[Cells]:
    for number, line in gold_lines(path):
        cells = line.split("\t")
        if len(cells) != 3:  # noqa: PLR2004  kind, one language, the other
            fact = f"line {number} has {len(cells)} cells"
            raise MalformedError(str(path), fact, "write kind, source and target, parted by tabs")
        source, target = (cell.split(SEGMENT_MARK) if cell else [] for cell in cells[1:])
        yield source, target


def _in_order(cells: list[Cells], langs: tuple[str, str]) -> list[Cells]:
    """Return gold cells with the source first, in whichever order the file has them."""
    script = main_script(" ".join(text for first, _ in cells for text in first))
    turned = script == script_of(langs[1]) != script_of(langs[0])
    return [(target, source) for source, target in cells] if turned else cells


def _system_cells(bitexts: Iterable[AlignedBitext]) -> Iterator[Cells]:
    for aligned in bitexts:
        alignment = aligned.alignment
        for bead in alignment.beads:
            source = [alignment.source[i].text for i in bead.source]
            target = [alignment.target[j].text for j in bead.target]
            yield source, target


class _Numbering:
    """The numbers of the gold's segments, by the characters (white space apart) they cover.

    Beads over another segmentation of the same text are told in these numbers, so that a bead is
    the same when it covers the same characters, however they were cut. Where the text is only
    nearly the same, as out of a PDF, places are those that the words around them fix.
    """

    def __init__(self, gold: Sequence[Cells], system: Sequence[Cells]) -> None:
        self._ends: tuple[list[int], list[int]] = ([], [])
        for bead in gold:
            for ends, texts in zip(self._ends, bead, strict=True):
                for text in texts:
                    ends.append((ends[-1] if ends else 0) + _size(text))
        words = [[_words(cells, side) for side in (0, 1)] for cells in (system, gold)]
        self._places = [Correspondence(words[0][side], words[1][side]) for side in (0, 1)]
        self._slack = [0 if places.is_exact else SLACK for places in self._places]

    def beads(self, cells: Iterable[Cells]) -> Iterator[Indexes]:
        """Yield the gold segments that each bead of the system touches."""
        at = [0, 0]
        for bead in cells:
            indexes = []
            for side, texts in enumerate(bead):
                stop = at[side] + sum(map(_size, texts))
                indexes.append(self._touched(side, *self._found(side, at[side], stop)))
                at[side] = stop
            yield indexes[0], indexes[1]

    def _found(self, side: int, start: int, stop: int) -> tuple[int, int]:
        """Return a span of the system's text in the gold's, drawn to the ends of segments."""
        span = (self._places[side].place(place) for place in (start, stop))
        first, last = (self._drawn(side, place) for place in span)
        return (first, last) if start < stop else (first, first)

    def _drawn(self, side: int, place: int) -> int:
        """Return the end of a segment if one is as near as a few letters may be lost, or place."""
        ends = [0, *self._ends[side]]
        at = bisect_left(ends, place)
        near = [k for k in (at - 1, at) if 0 <= k < len(ends)]
        best = min(near, key=lambda k: abs(ends[k] - place))
        length = ends[best] - ends[best - 1] if best else ends[min(1, len(ends) - 1)]
        slack = min(self._slack[side], length // SHARE)
        return ends[best] if abs(ends[best] - place) <= slack else place

    def _touched(self, side: int, start: int, stop: int) -> tuple[int, ...]:
        """Return the segments within [start, stop), and a mark where the span cuts one in two."""
        if start == stop:
            return ()
        ends = self._ends[side]
        first, last = bisect_right(ends, start), bisect_left(ends, stop)
        whole = (start == 0 or ends[first - 1] == start) and last < len(ends) and ends[last] == stop
        return (*range(first, last + 1), *(() if whole else (-1 - start,)))


def _words(cells: Sequence[Cells], side: int) -> list[str]:
    """Return the words of one side; out of a PDF, spaces may differ, so words are told anew."""
    return [word for bead in cells for text in bead[side] for word in text.split()]


def _size(text: str) -> int:
    return len("".join(text.split()))
