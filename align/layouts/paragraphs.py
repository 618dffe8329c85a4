"""Whole paragraphs in one language or the other: ``stacked``, ``interleaved``, ``sections``."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, NamedTuple

from align.layouts.labels import Run, alternating, runs
from align.layouts.pairs import Copy, Pair, Text, imbalance, one_pair, pairs, text_of
from align.layouts.parts import Laid, Part, Row, Tongues
from align.layouts.strangeness import by_side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import Layout

__all__ = ["lay"]

ALTERNATION = 2.0  # price of the idea that a text is interleaved, against stacked
REGULAR = 0.1  # share of irregular places up to which an interleaved text cannot be in sections
COPIED = 0.5  # times the strangeness of a line that stands twice
MOST_COPIES = 200  # repeated lines looked at
TWICE = 2  # once on either side; a line that stands more often tells nothing


class Reading(NamedTuple):
    """One way to read a text: its cost, its layout, the leading side, and the pairs of runs."""

    cost: float
    pairs: list[Pair]
    layout: Layout
    first: int


def lay(parts: Sequence[Part], tongues: Tongues, layout: Layout | None = None) -> Laid:
    """Tell the sides of whole paragraphs apart, in the cheapest layout or the one asked for."""
    if not parts:
        return Laid(layout=layout or "stacked", rows=())
    best = min(_readings(parts, tongues, layout), key=lambda reading: reading.cost)
    rows = tuple(_row(parts, pair, best.first) for pair in best.pairs)
    full = [row for row in rows if row.source and row.target]
    if layout is None and best.layout == "sections" and len(full) == 1:
        return Laid(layout="stacked", rows=(_united(rows),))  # with a stray paragraph at one end
    return Laid(layout=best.layout, rows=rows)


def _readings(parts: Sequence[Part], tongues: Tongues, layout: Layout | None) -> list[Reading]:
    """Return the readings that may be asked for; sections only where sides hardly alternate."""
    copies = _copies(parts, tongues)
    text = text_of(parts, _costs(parts, copies, tongues), copies, tongues)
    interleaved = _interleaved(text)
    extra = sum(pair.end - pair.start - 2 for pair in interleaved.pairs)
    readings = [interleaved]
    for first in (0, 1):
        readings.append(Reading(*one_pair(text, first), "stacked", first))
        if layout == "sections" or extra > REGULAR * len(parts):
            readings.append(Reading(*pairs(text, first), "sections", first))
    return [reading for reading in readings if layout in (None, reading.layout)]


def _costs(
    parts: Sequence[Part], copies: Sequence[Copy], tongues: Tongues
) -> list[tuple[float, float]]:
    """Return the cost of either side for every part; a copied line may well be on both."""
    copied = {at for copy in copies for at in (copy.first, copy.second)}
    costs = [by_side(part, tongues) for part in parts]
    return [
        (source * COPIED, target * COPIED) if at in copied else (source, target)
        for at, (source, target) in enumerate(costs)
    ]


def _copies(parts: Sequence[Part], tongues: Tongues) -> list[Copy]:
    """Return the lines in the guest script that stand twice."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, part in enumerate(parts):
        if any(tongues.guest(side) and part.total and not part.letters[side] for side in (0, 1)):
            places["".join(filter(str.isalnum, part.text.casefold()))].append(index)
    twice = (where for where in places.values() if len(where) == TWICE)
    return sorted(Copy(first, second, parts[first].total) for first, second in twice)[:MOST_COPIES]


def _interleaved(text: Text) -> Reading:
    twins = {copy.second for copy in text.copies if copy.second == copy.first + 1}
    cost, labels = alternating(text.costs, twins)
    ways = [_paired(runs(labels), first) for first in (0, 1)]
    gaps = [sum(imbalance(text, first, pair) for pair in ways[first]) for first in (0, 1)]
    first = int(gaps[1] < gaps[0])
    return Reading(cost + ALTERNATION, ways[first], "interleaved", first)


def _paired(found: list[Run], first: int) -> list[Pair]:
    """Return the runs two by two, side ``first`` before its counterpart."""
    waiting = deque(found)
    paired: list[Pair] = []
    while waiting:
        start = waiting[0].start
        middle = waiting.popleft().end if waiting[0].side == first else start
        end = waiting.popleft().end if waiting else middle
        paired.append(Pair(start, middle, end))
    return paired


def _row(parts: Sequence[Part], pair: Pair, first: int) -> Row:
    leading = tuple(parts[pair.start : pair.middle])
    other = tuple(parts[pair.middle : pair.end])
    return Row(source=other, target=leading) if first else Row(source=leading, target=other)


def _united(rows: Sequence[Row]) -> Row:
    source = tuple(part for row in rows for part in row.source)
    return Row(source=source, target=tuple(part for row in rows for part in row.target))
