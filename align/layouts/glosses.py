"""Which brackets of a paragraph hold the translation of what stands before them.

A dynamic programme over the pairs of brackets: a gloss is in the other language, about as long
as the text it answers to, and follows the end of a sentence more often than not; an acronym in
brackets is none of these and stays in its sentence.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import regex

from align.layouts.brackets import Counted, Gloss, candidates, count
from align.layouts.strangeness import mismatch, strangeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.layouts.parts import Part, Tongues

__all__ = ["Habit", "glosses"]

INSIDE = 0.8  # price of a gloss inside a sentence, before the text has shown its habit
UNGLOSSED = 3.0  # price of text without a gloss at the end of a paragraph
EMBEDDED = 0.12  # per letter of the gloss's script left in the text outside glosses
NOTHING_TO_GLOSS = 20.0  # price of a gloss after no letters at all
COPY = -2.0  # price of a name that is its own gloss
FRESH = 0.4  # times the price of a gloss inside a sentence, where a capital shows a beginning
CONTINUED = 4.0  # price of a gloss before a comma, where the sentence goes on
UNUSUAL = 4.0  # price of a bracket that is not the usual one
UNBALANCED = 5.0  # price of a gloss with an unmatched bracket in it
GAP_CAP = 20.0
FURTHEST_BACK = 16  # places tried as the end of the gloss before

_CONTINUED = regex.compile(r"\s*[،,؛;:]")
_LATIN_WORD = regex.compile(r"\p{Script=Latin}[\p{Script=Latin}'’-]*")


class Habit(NamedTuple):
    """The side outside the brackets, the price of a gloss inside a sentence, the usual bracket."""

    host: int
    inside: float = INSIDE
    bracket: str = ""


class Chain(NamedTuple):
    """Glosses one after another, the last one first, and what they cost."""

    cost: float
    gloss: Gloss | None
    before: Chain | None

    def glosses(self) -> list[Gloss]:
        """Return the glosses in order."""
        found: list[Gloss] = []
        chain: Chain | None = self
        while chain and chain.gloss:
            found.append(chain.gloss)
            chain = chain.before
        return found[::-1]


def glosses(part: Part, tongues: Tongues, habit: Habit) -> tuple[float, list[Gloss]]:
    """Return the cheapest choice of glosses and its cost."""
    counted = count(part, tongues)
    found = sorted(candidates(counted, habit.host), key=lambda gloss: (gloss.end, -gloss.start))
    chains: list[Chain] = [Chain(0.0, None, None)]  # the best chain up to each place a gloss ends
    ends = [0]
    for end, group in groupby(found, key=lambda gloss: gloss.end):
        chains.append(_cheapest(counted, group, (chains, ends), habit))
        ends.append(end)
    rests = zip(chains, ends, strict=True)
    costs = [chain.cost + _rest(counted, end, habit.host) for chain, end in rests]
    cost = min(costs)
    return cost, chains[costs.index(cost)].glosses()


def _cheapest(
    counted: Counted,
    group: Iterable[Gloss],
    before: tuple[Sequence[Chain], Sequence[int]],
    habit: Habit,
) -> Chain:
    """Return the cheapest chain that one of the glosses ends, the shortest gloss tried first."""
    chains, ends = before
    best = Chain(math.inf, None, None)
    for gloss in group:
        alone = _alone(counted, gloss, habit)
        for at in _starts(ends, gloss):
            if chains[at].cost + alone >= best.cost and not gloss.copied:
                continue  # what the text before it adds is never negative
            cost = chains[at].cost + _gloss_cost(counted, ends[at], gloss, alone, habit.host)
            best = min(best, Chain(cost, gloss, chains[at]), key=lambda chain: chain.cost)
    return best


def _starts(ends: Sequence[int], gloss: Gloss) -> Iterator[int]:
    """Yield the numbers of the places before a gloss where its text can begin, nearest first."""
    behind = bisect_right(ends, gloss.start)
    yield from range(behind - 1, max(0, behind - FURTHEST_BACK), -1)
    yield 0


def _alone(counted: Counted, gloss: Gloss, habit: Habit) -> float:
    """Return what a gloss costs wherever the text begins that it answers to."""
    return (
        strangeness(gloss.letters, 1 - habit.host, counted.tongues)
        + habit.inside * (0.0 if gloss.ends else FRESH if _is_fresh(counted.text, gloss) else 1.0)
        + CONTINUED * bool(_CONTINUED.match(counted.text, gloss.end))
        + UNUSUAL * (habit.bracket not in ("", counted.text[gloss.start]))
        + UNBALANCED * (not gloss.balanced)
    )


def _gloss_cost(counted: Counted, start: int, gloss: Gloss, alone: float, host: int) -> float:
    """Return the cost of a gloss for the text from ``start`` up to it."""
    before, tongues = counted.letters(start, gloss.start), counted.tongues
    if not sum(before):
        return NOTHING_TO_GLOSS
    if gloss.copied and sum(before) == sum(gloss.letters):
        return COPY
    source, target = (before, gloss.letters) if host == 0 else (gloss.letters, before)
    gap = mismatch(sum(source), sum(target), tongues)
    embedded = EMBEDDED * before[1 - host]
    return alone + strangeness(before, host, tongues) + min(GAP_CAP, gap) + embedded


def _is_fresh(text: str, gloss: Gloss) -> bool:
    """Say whether capitals show that a sentence or heading begins in the gloss or behind it."""
    inside = text[gloss.start + 1 : gloss.end - 1]
    words = _LATIN_WORD.findall(inside)
    if words and inside.lstrip().startswith(words[0]):
        running = len(words) == 1 or any(word.islower() for word in words)
        return words[0].istitle() and running
    behind = _LATIN_WORD.match(text, gloss.end + 1)
    return behind is not None and behind.group()[0].isupper()


def _rest(counted: Counted, start: int, host: int) -> float:
    """Return the cost of leaving the text from ``start`` without a gloss."""
    letters = counted.letters(start, len(counted.text))
    return UNGLOSSED * (sum(letters) > 0) + EMBEDDED * letters[1 - host]
