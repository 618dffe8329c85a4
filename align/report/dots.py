"""Points on a fine grid, so that a drawing never holds more of them than can be told apart."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from align.report.suspects import SURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from align.model import TranslationUnit

__all__ = [
    "GRID",
    "LEVELS",
    "MOST_DOTS",
    "Dot",
    "Lengths",
    "Level",
    "Spot",
    "lengths_of",
    "level_of",
    "thinned",
]

GRID = 640  # steps along each axis: half a pixel each, so that what falls together looks the same
MOST_DOTS = 4_000  # in one drawing
MARGIN = 1.25  # factor of length kept free at the edges of the drawing of lengths

Level = Literal["sure", "fair", "doubtful"]
LEVELS: tuple[Level, ...] = ("sure", "fair", "doubtful")  # as they are drawn: the last on top


class Dot(NamedTuple):
    """A bead from its first segments ``(x, y)`` to its last, in steps of the grid."""

    level: Level
    x: int
    y: int
    to_x: int
    to_y: int


class Spot(NamedTuple):
    """A unit by the lengths of its sides, in steps of the grid."""

    level: Level
    x: int
    y: int
    outlier: bool


T = TypeVar("T", Dot, Spot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """Lengths of source against target on a logarithmic scale from ``low`` to ``high`` characters.

    ``ratio`` is the number of target characters for each source character of all together.
    """

    low: float
    high: float
    ratio: float
    spots: tuple[Spot, ...]

    def place(self, length: float) -> float:
        """Return where a length stands on the grid."""
        return GRID * math.log(length / self.low) / math.log(self.high / self.low)


def level_of(score: float, min_score: float) -> Level:
    """Return how sure a score is."""
    if score < min_score:
        return "doubtful"
    return "sure" if score >= SURE else "fair"


def thinned(dots: Iterable[T]) -> tuple[T, ...]:
    """Return each dot once, evenly thinned where they are still too many for a page."""
    once = list(dict.fromkeys(dots))
    step = -(-len(once) // MOST_DOTS) or 1
    return tuple(once[::step])


def lengths_of(units: Sequence[TranslationUnit], min_score: float) -> Lengths | None:
    """Return the lengths of the units' sides, or None without a unit."""
    if not units:
        return None
    sizes = [(max(1, len(unit.source)), max(1, len(unit.target))) for unit in units]
    low, high = min(map(min, sizes)) / MARGIN, max(map(max, sizes)) * MARGIN
    ratio = sum(target for _, target in sizes) / sum(source for source, _ in sizes)
    empty = Lengths(low=low, high=high, ratio=ratio, spots=())
    spots = thinned(
        Spot(
            level_of(unit.score, min_score),
            round(empty.place(source)),
            round(empty.place(target)),
            any(flag.id == "length" for flag in unit.flags),
        )
        for unit, (source, target) in zip(units, sizes, strict=True)
    )
    return Lengths(low=low, high=high, ratio=ratio, spots=spots)
