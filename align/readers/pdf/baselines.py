"""Glyphs gathered by their baseline."""

from __future__ import annotations

from bisect import bisect, bisect_left
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.readers.pdf.glyphs import Glyph

__all__ = ["baselines"]

SAME_ROW = 0.3  # of the size: how far apart the baselines of one row may lie
FLOATING = 0.8  # of the size: how far from its baseline a letter may be that floats
LEVELS = 2  # baselines are told apart by half a point


def baselines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs of each baseline, from the top."""
    standing: list[Glyph] = []
    floating: list[Glyph] = []
    for glyph in glyphs:
        (floating if glyph.floating else standing).append(glyph)
    found = _gathered(standing)
    heights = sorted(found)
    places = {height: sorted(glyph.place for glyph in found[height]) for height in heights}
    for glyph in floating:
        home = _home(glyph, heights, places)
        found.setdefault(glyph.v if home is None else home, []).append(glyph)
    return [found[height] for height in sorted(found, reverse=True)]


def _gathered(glyphs: Iterable[Glyph]) -> dict[float, list[Glyph]]:
    """Return the glyphs by the baseline that most of those around it stand on."""
    levels: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        levels.setdefault(round(glyph.v * LEVELS), []).append(glyph)
    found: dict[float, list[Glyph]] = {}
    heights: list[float] = []
    for level in sorted(levels, key=lambda level: (-len(levels[level]), -level)):
        group, height = levels[level], level / LEVELS
        reach = SAME_ROW * median(glyph.size for glyph in group)
        near = [other for other in _beside(heights, height) if abs(other - height) <= reach]
        if near:
            found[min(near, key=lambda other: abs(other - height))] += group
        else:
            found[height] = list(group)
            heights.insert(bisect(heights, height), height)
    return found


def _beside(heights: Sequence[float], height: float) -> Sequence[float]:
    """Return the heights next below and above one."""
    place = bisect(heights, height)
    return heights[max(0, place - 1) : place + 1]


def _home(glyph: Glyph, heights: Sequence[float], places: dict[float, list[int]]) -> float | None:
    """Return the baseline of what was drawn just before or after a glyph that floats near it."""
    reach = FLOATING * glyph.size
    near = heights[bisect_left(heights, glyph.v - reach) : bisect(heights, glyph.v + reach)]
    return min(near, key=lambda height: _steps(glyph.place, places[height]), default=None)


def _steps(place: int, places: Sequence[int]) -> int:
    return min(abs(other - place) for other in _around(places, place))


def _around(places: Sequence[int], place: int) -> Iterator[int]:
    found = bisect(places, place)
    yield from places[max(0, found - 1) : found + 1]
