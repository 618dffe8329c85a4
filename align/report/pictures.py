"""What the drawings of the first documents need of them; the texts themselves are let go."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.report.dots import GRID, LEVELS, Dot, Lengths, Level, lengths_of, level_of, thinned
from align.report.totals import by_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from align.model import Aligned, AlignedBitext, TranslationUnit

__all__ = ["BitextPicture", "DocumentPicture", "Pictures"]

MOST_PICTURES = 40  # documents
MOST_BITEXTS = 3  # of one document
ALL_DOTS = 20_000  # in all drawings, beyond which no further document is drawn
MOST_STRETCHES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class BitextPicture:
    """One bitext as it is drawn; ``alone`` are the segments of each side that are in no unit.

    ``stretches`` are the first and last corner of each where there are several.
    """

    langs: tuple[str, str]
    segments: tuple[int, int]
    dots: tuple[Dot, ...]
    alone: tuple[tuple[int, ...], tuple[int, ...]]
    stretches: tuple[tuple[int, int, int, int], ...]
    lengths: Lengths | None
    kinds: tuple[tuple[str, int], ...]
    levels: tuple[tuple[Level, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPicture:
    """The drawn bitexts of the document in row ``row`` of the report."""

    row: int
    bitexts: tuple[BitextPicture, ...]
    total: int  # bitexts of the document


class Pictures:
    """The pictures of the first documents, as many as a page can hold."""

    def __init__(self, min_score: float) -> None:
        """Start with none; units below ``min_score`` are drawn as doubtful."""
        self.kept: list[DocumentPicture] = []
        self._min_score = min_score
        self._dots = 0

    def add(self, outcome: Aligned, row: int) -> None:
        """Draw an aligned document if there is still room."""
        if len(self.kept) >= MOST_PICTURES or self._dots >= ALL_DOTS:
            return
        bitexts = tuple(_picture(one, self._min_score) for one in outcome.bitexts[:MOST_BITEXTS])
        self._dots += sum(len(bitext.dots) for bitext in bitexts)
        self.kept.append(DocumentPicture(row=row, bitexts=bitexts, total=len(outcome.bitexts)))


def _picture(aligned: AlignedBitext, min_score: float) -> BitextPicture:
    alignment = aligned.alignment
    sizes = len(alignment.source), len(alignment.target)
    pairs = list(zip(alignment.beads, aligned.units, strict=True))
    units = [unit for unit in aligned.units if unit is not None]
    alone = [bead for bead, unit in pairs if unit is None]
    return BitextPicture(
        langs=(alignment.bitext.source.lang, alignment.bitext.target.lang),
        segments=sizes,
        dots=thinned(
            Dot(level_of(unit.score, min_score), *_ends(bead.source, bead.target, sizes))
            for bead, unit in pairs
            if unit is not None
        ),
        alone=(
            _places((bead.source for bead in alone), sizes[0]),
            _places((bead.target for bead in alone), sizes[1]),
        ),
        stretches=_stretches(aligned, sizes),
        lengths=lengths_of(units, min_score),
        kinds=tuple(by_count(Counter(bead.kind for bead in alignment.beads))),
        levels=_levels(units, min_score),
    )


def _levels(units: Sequence[TranslationUnit], min_score: float) -> tuple[tuple[Level, int], ...]:
    counts = Counter(level_of(unit.score, min_score) for unit in units)
    return tuple((level, counts[level]) for level in LEVELS)


def _step(segment: int, size: int) -> int:
    """Return the middle of a segment on the grid."""
    return round((segment + 0.5) * GRID / size)


def _ends(source: range, target: range, sizes: tuple[int, int]) -> tuple[int, int, int, int]:
    first = _step(source.start, sizes[0]), _step(target.start, sizes[1])
    return *first, _step(source.stop - 1, sizes[0]), _step(target.stop - 1, sizes[1])


def _places(runs: Iterable[range], size: int) -> tuple[int, ...]:
    return tuple(sorted({_step(segment, size) for run in runs for segment in run}))


def _stretches(
    aligned: AlignedBitext, sizes: tuple[int, int]
) -> tuple[tuple[int, int, int, int], ...]:
    """Return the box of each stretch that has a unit, where blocks have moved."""
    stretches = aligned.alignment.stretches
    if len(stretches) < 2:  # noqa: PLR2004
        return ()
    boxes = []
    for stretch in stretches[:MOST_STRETCHES]:
        beads = [aligned.alignment.beads[place] for place in stretch]
        full = [bead for bead in beads if bead.source and bead.target]
        if full:
            source = range(full[0].source.start, full[-1].source.stop)
            target = range(full[0].target.start, full[-1].target.stop)
            boxes.append(_ends(source, target, sizes))
    return tuple(boxes)
