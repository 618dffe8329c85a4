"""White strips between columns: narrow ones too, if many rows leave them open.

Parts of rows line up along such a strip, or there is one script on its left and another on its
right; white that runs through text by accident does neither.
"""

from __future__ import annotations

from bisect import bisect
from heapq import nlargest
from itertools import islice
from math import inf
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from align.readers.pdf.ligatures import is_arabic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.readers.pdf.clusters import Cluster

__all__ = ["Strip", "strips"]

NARROWEST = 0.6  # of the size: a strip
OPEN = 0.5  # of its width, which rows that it goes on through leave open at least
FEWEST = 4  # rows that have something on its left, and as many on its right
MANY = 6  # the same, beside a strip narrower than that:
WIDE = 0.8  # of the size; one that is wider still is no better
LINED_UP = 0.6  # of them begin or end at its edge
EDGE = 0.12  # of the size: so near is at the edge
ONE_SCRIPT = 0.9  # of the letters on one side
SHORTEST = 3.0  # of the size: what is shorter is the mark of an item, or a number
MOST_ROWS = 300  # of a page on which strips are looked for
MOST_STRIPS = 400  # of a page that are looked at

Span = tuple[float, float]


class Strip(NamedTuple):
    """White from ``left`` to ``right`` that the rows ``first`` to ``last`` leave open."""

    left: float
    right: float
    first: int
    last: int

    def opens(self, left: float, right: float) -> bool:
        """Say whether a gap is as good as open all across the strip."""
        return min(right, self.right) - max(left, self.left) >= OPEN * (self.right - self.left)


class _Row(NamedTuple):
    """The letters of a row, and its white, that on its left and on its right with it."""

    letters: list[Cluster]
    white: list[Span]


def strips(whole: Sequence[Sequence[Cluster]]) -> list[Strip]:
    """Return the strips between the columns of a page, given its rows from the top."""
    rows = [_row(row) for row in islice(whole, MOST_ROWS)]
    size = median([letter.size for row in rows for letter in row.letters[:1]] or [0.0])
    found = nlargest(MOST_STRIPS, _candidates(rows, NARROWEST * size), lambda it: _area(it, size))
    kept: list[Strip] = []
    for strip in found:
        if not any(_overlap(strip, other) for other in kept) and _divides(strip, rows, size):
            kept.append(_whole(strip, rows))
    return kept


def _whole(strip: Strip, rows: Sequence[_Row]) -> Strip:
    """Return a strip with the rows above and below that leave it open, if not all of it."""
    first, last = strip.first, strip.last
    while first > 0 and _goes_on(strip, rows[first - 1]):
        first -= 1
    while last + 1 < len(rows) and _goes_on(strip, rows[last + 1]):
        last += 1
    return strip._replace(first=first, last=last)


def _goes_on(strip: Strip, row: _Row) -> bool:
    """Say whether a strip goes on through a row, which may be in larger type: a heading."""
    narrowest = NARROWEST * max((letter.size for letter in row.letters), default=0.0)
    return any(span[1] - span[0] >= narrowest and strip.opens(*span) for span in row.white)


def _area(strip: Strip, size: float) -> float:
    return min(strip.right - strip.left, WIDE * size) * (strip.last - strip.first + 1)


def _overlap(one: Strip, other: Strip) -> bool:
    beside = one.left < other.right and other.left < one.right
    return beside and one.first <= other.last and other.first <= one.last


def _row(row: Iterable[Cluster]) -> _Row:
    letters = [letter for letter in row if not letter.is_space]
    white = []
    reach = -inf
    for letter in letters:
        if letter.left > reach:
            white.append((reach, letter.left))
        reach = max(reach, letter.right)
    return _Row(letters, [*white, (reach, inf)])


def _candidates(rows: Sequence[_Row], narrowest: float) -> Iterator[Strip]:
    """Yield the white that rows share, each as far up and down as it goes on being as wide."""
    for first, row in enumerate(rows):
        before = rows[first - 1].white if first else []
        shared = [span for span in row.white if span[1] - span[0] >= narrowest]
        for last in range(first, len(rows)):
            below = rows[last + 1].white if last + 1 < len(rows) else []
            further = set(_shared(shared, below, narrowest))
            if last - first + 1 >= FEWEST:
                ended = [span for span in shared if span not in further and _is_bounded(span)]
                yield from (
                    Strip(*span, first, last)
                    for span in ended
                    if span not in _shared([span], before, narrowest)
                )
            shared = sorted(further)
            if not shared:
                break


def _is_bounded(span: Span) -> bool:
    return span[0] > -inf and span[1] < inf


def _shared(some: Iterable[Span], others: Sequence[Span], narrowest: float) -> Iterator[Span]:
    """Yield the white that is in both, if it is wide enough."""
    for left, right in some:
        for at in range(max(0, bisect(others, (left, -inf)) - 1), len(others)):
            if others[at][0] >= right:
                break
            edges = max(left, others[at][0]), min(right, others[at][1])
            if edges[1] - edges[0] >= narrowest:
                yield edges


def _divides(strip: Strip, rows: Sequence[_Row], size: float) -> bool:
    """Say whether a strip stands between columns, and is not white by accident."""
    beside = rows[strip.first : strip.last + 1]
    lefts = [[letter for letter in row.letters if letter.left < strip.left] for row in beside]
    rights = [[letter for letter in row.letters if letter.left >= strip.left] for row in beside]
    lefts, rights = [part for part in lefts if part], [part for part in rights if part]
    fewest = FEWEST if strip.right - strip.left >= WIDE * size else MANY
    if min(len(lefts), len(rights)) < fewest:
        return False
    if min(median(map(_width, lefts)), median(map(_width, rights))) < SHORTEST * size:
        return False
    ends = [max(letter.right for letter in part) for part in lefts]
    starts = [part[0].left for part in rights]
    return (
        _at(strip.left, ends, size) >= LINED_UP
        or _at(strip.right, starts, size) >= LINED_UP
        or abs(_arabic(lefts) - _arabic(rights)) >= ONE_SCRIPT
    )


def _width(part: Sequence[Cluster]) -> float:
    return part[-1].right - part[0].left


def _at(edge: float, places: Sequence[float], size: float) -> float:
    """Return what share of the places is at an edge."""
    return sum(abs(place - edge) <= EDGE * size for place in places) / len(places)


def _arabic(parts: Iterable[Sequence[Cluster]]) -> float:
    """Return what share of the letters is Arabic."""
    letters = [letter.text for part in parts for letter in part if letter.text[:1].isalpha()]
    return sum(map(is_arabic, letters)) / len(letters) if letters else 0.5
