"""Runs of paragraphs and their translations, one pair after another: the cheapest way to cut.

A dynamic programme over the places where a border can be: where the script changes, or beside a
line such as ``GitHub`` or ``(...)`` that either side could hold. A pair costs what its paragraphs
cost on their sides, how badly the two runs match in paragraphs and letters, and lines that
stand twice in the text but not once in either run.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from align.layouts.strangeness import mismatch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.layouts.labels import Costs
    from align.layouts.parts import Part, Tongues

__all__ = ["Copy", "Pair", "Text", "imbalance", "one_pair", "pairs", "text_of"]

PAIR = 4.0  # price of each pair
ORPHAN = 6.0  # price of a run without a counterpart
TORN = (2.0, 0.15)  # two copies of one line not opposite one another: at all, and per letter
UNEVEN = 1.0  # per paragraph that one run has more than its counterpart
UNEVEN_CAP = 3.0
LOOSE = 8.0  # cost up to which a paragraph may be on its stranger side
FURTHEST = 24  # border places tried for the end of a run
NEAREST = 4  # the same, however long the text is
MOST_PLACES = 2000  # beyond these, only changes of script are borders
MOST_TRIALS = 600_000  # pairs tried in a text, about


class Copy(NamedTuple):
    """A line in the guest script that stands twice in the text."""

    first: int
    second: int
    letters: int


class Pair(NamedTuple):
    """A run of the leading side ``[start, middle)`` and its counterpart ``[middle, end)``."""

    start: int
    middle: int
    end: int


class Text(NamedTuple):
    """Paragraphs, the costs of either side for each, and copies, with running sums."""

    costs: Costs
    copies: Sequence[Copy]
    tongues: Tongues
    letters: Sequence[int]
    strange: tuple[Sequence[float], Sequence[float]]


def text_of(parts: Sequence[Part], costs: Costs, copies: Sequence[Copy], tongues: Tongues) -> Text:
    """Return what the programme needs to know about paragraphs."""
    letters = list(accumulate((part.total for part in parts), initial=0))
    strange = tuple(
        list(accumulate((cost[side] for cost in costs), initial=0.0)) for side in (0, 1)
    )
    return Text(costs, copies, tongues, letters, (strange[0], strange[1]))


def one_pair(text: Text, first: int) -> tuple[float, list[Pair]]:
    """Return the best place to cut a text in two."""
    length = len(text.costs)
    ways = ((_cost(text, first, Pair(0, middle, length)), middle) for middle in _places(text))
    cost, middle = min(ways)
    return cost, [Pair(0, middle, length)]


def pairs(text: Text, first: int) -> tuple[float, list[Pair]]:
    """Return the cheapest pairs that cover a text, with their cost."""
    places = _places(text)
    furthest = max(NEAREST, min(FURTHEST, math.isqrt(2 * MOST_TRIALS // len(places))))
    best: list[tuple[float, int, int]] = [(0.0, 0, 0)]
    for end in range(1, len(places)):
        best.append(
            min(
                (best[start][0] + PAIR + _cost(text, first, pair), start, middle)
                for start in range(max(0, end - furthest), end)
                for middle in range(start, end + 1)
                if (pair := Pair(places[start], places[middle], places[end]))
            )
        )
    chain: list[Pair] = []
    end = len(places) - 1
    while end > 0:
        _, start, middle = best[end]
        chain.append(Pair(places[start], places[middle], places[end]))
        end = start
    return best[-1][0], chain[::-1]


def _places(text: Text) -> list[int]:
    """Return where a run can begin or end."""
    likely = [min((0, 1), key=cost.__getitem__) for cost in text.costs]
    copied = {at for copy in text.copies for at in (copy.first, copy.second)}
    loose = [max(cost) <= LOOSE or at in copied for at, cost in enumerate(text.costs)]
    inner = range(1, len(likely))
    changes = [at for at in inner if likely[at] != likely[at - 1]]
    places = [at for at in inner if likely[at] != likely[at - 1] or loose[at] or loose[at - 1]]
    return [0, *(places if len(places) <= MOST_PLACES else changes), len(likely)]


def _cost(text: Text, first: int, pair: Pair) -> float:
    start, middle, end = pair
    strange = (
        text.strange[first][middle]
        - text.strange[first][start]
        + text.strange[1 - first][end]
        - text.strange[1 - first][middle]
    )
    return strange + imbalance(text, first, pair) + _torn(text, pair)


def imbalance(text: Text, first: int, pair: Pair) -> float:
    """Return how badly the two runs of a pair match in paragraphs and letters."""
    start, middle, end = pair
    if middle in (start, end):
        return ORPHAN
    letters = [text.letters[middle] - text.letters[start], text.letters[end] - text.letters[middle]]
    source, target = letters if first == 0 else reversed(letters)
    uneven = min(UNEVEN_CAP, UNEVEN * abs((middle - start) - (end - middle)))
    return mismatch(source, target, text.tongues) + uneven


def _torn(text: Text, pair: Pair) -> float:
    start, middle, end = pair
    price, per_letter = TORN
    copies = text.copies[bisect_left(text.copies, (start,)) : bisect_left(text.copies, (end,))]
    return sum(
        price + per_letter * copy.letters
        for copy in copies
        if copy.second >= end or (copy.first < middle) == (copy.second < middle)
    )
