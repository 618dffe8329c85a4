"""Which brackets of a paragraph hold the translation of what stands before them.

A dynamic programme over the pairs of brackets: a gloss is in the other language, about as long
as the text it answers to, and follows the end of a sentence more often than not; an acronym in
brackets is none of these and stays in its sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, groupby, islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from align.layouts.strangeness import mismatch, strangeness
from align.text.scripts import tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.layouts.parts import Part, Tongues

__all__ = ["Gloss", "Habit", "glosses"]

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
NEAR = 8  # characters before a bracket in which the sentence must end
FEWEST_OWN = 0.15  # share of own letters, to those of a guest, that a gloss must have
FURTHEST_CLOSE = 32  # closing brackets tried for one that opens
FURTHEST_BACK = 64  # places tried as the end of the gloss before
MOST_BRACKETS = 2000  # what stands behind these in a paragraph is not looked at

_PAIRS = {"(": ")", "[": "]", "{": "}", "（": "）", "［": "］"}
_BRACKET = regex.compile(r"[()\[\]{}（）［］]")
_NUMBER = regex.compile(r"(?:^|[\s:;,.،؛(])[\p{L}\p{N}]{1,2}$")
_CONTINUED = regex.compile(r"\s*[،,؛;:]")
_LATIN_WORD = regex.compile(r"\p{Script=Latin}[\p{Script=Latin}'’-]*")
_SENTENCE_END = regex.compile(r"[.!?؟…:;؛]['\"»”’)\]]*\s*$")

Letters = tuple[int, int]


class Habit(NamedTuple):
    """The side outside the brackets, the price of a gloss inside a sentence, the usual bracket."""

    host: int
    inside: float = INSIDE
    bracket: str = ""


class Gloss(NamedTuple):
    """The span of a gloss in its part's text, brackets included.

    ``ends``: a sentence or the part ends there; ``copied``: it repeats what stands before it.
    """

    start: int
    end: int
    ends: bool
    copied: bool


class Chain(NamedTuple):
    """Glosses one after another, the last one first, and what they cost."""

    cost: float
    gloss: Gloss | None
    before: Chain | None

    @property
    def end(self) -> int:
        """Where the last gloss ends."""
        return self.gloss.end if self.gloss else 0

    def glosses(self) -> list[Gloss]:
        """Return the glosses in order."""
        found: list[Gloss] = []
        chain: Chain | None = self
        while chain and chain.gloss:
            found.append(chain.gloss)
            chain = chain.before
        return found[::-1]


class Counted(NamedTuple):
    """A text and its letters up to each bracket."""

    text: str
    tongues: Tongues
    places: Sequence[int]
    sums: Sequence[Letters]

    def letters(self, start: int, end: int) -> Letters:
        """Return the letters between two brackets, or the beginning or end."""
        left = self.sums[bisect_right(self.places, start) - 1]
        right = self.sums[bisect_right(self.places, end) - 1]
        return right[0] - left[0], right[1] - left[1]


def glosses(part: Part, tongues: Tongues, habit: Habit) -> tuple[float, list[Gloss]]:
    """Return the cheapest choice of glosses and its cost."""
    counted = _counted(part, tongues)
    candidates = sorted(
        _candidates(counted, habit.host), key=lambda gloss: (gloss.end, gloss.start)
    )
    chains: list[Chain] = [Chain(0.0, None, None)]  # the best chain up to each place a gloss ends
    for _, group in groupby(candidates, key=lambda gloss: gloss.end):
        ways = [
            Chain(before.cost + _stretch(counted, before.end, gloss, habit), gloss, before)
            for gloss in group
            for before in (chains[0], *chains[-FURTHEST_BACK:])
            if before.end <= gloss.start
        ]
        chains.append(min(ways, key=lambda chain: chain.cost))
    costs = [chain.cost + _rest(counted, chain.end, habit.host) for chain in chains]
    cost = min(costs)
    return cost, chains[costs.index(cost)].glosses()


def _counted(part: Part, tongues: Tongues) -> Counted:
    text = part.text
    brackets = [match.start() for match in islice(_BRACKET.finditer(text), MOST_BRACKETS)]
    places = [0, *brackets, len(text)]
    counts = [tally(text[left:right], tongues.scripts)[:2] for left, right in pairwise(places)]
    sums = accumulate(counts, lambda one, two: (one[0] + two[0], one[1] + two[1]), initial=(0, 0))
    return Counted(text, tongues, places, list(sums))


def _candidates(counted: Counted, host: int) -> Iterator[Gloss]:
    """Yield every pair of brackets that holds mostly letters of the other side's script."""
    text, places = counted.text, counted.places[1:-1]
    for index, start in enumerate(places):
        closing = _PAIRS.get(text[start])
        closes = (place for place in places[index + 1 :] if text[place] == closing)
        for place in islice(closes, FURTHEST_CLOSE if closing else 0):
            letters = counted.letters(start, place)
            copied = _names_only(letters, counted.tongues) and _copied(text, start, place)
            if copied or _may_gloss(letters, host, counted.tongues):
                yield Gloss(start, place + 1, _ends(text, start, place + 1), copied)


def _names_only(letters: Letters, tongues: Tongues) -> bool:
    return any(tongues.guest(side) and not letters[side] for side in (0, 1))


def _may_gloss(letters: Letters, host: int, tongues: Tongues) -> bool:
    """Say whether so many letters of either script may be a text in the language of glosses."""
    own, foreign = letters[1 - host], letters[host]
    return own > foreign or (tongues.guest(1 - host) and own > FEWEST_OWN * foreign)


def _copied(text: str, start: int, close: int) -> bool:
    """Say whether brackets hold just what stands before them, as with names left as they are."""
    inside = text[start + 1 : close].strip()
    return any(map(str.isalpha, inside)) and text[:start].rstrip().endswith(inside)


def _ends(text: str, start: int, end: int) -> bool:
    """Say whether a gloss stands after the end of a sentence or at the end of the paragraph."""
    return bool(_SENTENCE_END.search(text[max(0, start - NEAR) : start])) or not any(
        map(str.isalnum, text[end:])
    )


def _stretch(counted: Counted, start: int, gloss: Gloss, habit: Habit) -> float:
    """Return the cost of a gloss for the text from ``start`` up to it."""
    host, tongues = habit.host, counted.tongues
    before, inside = counted.letters(start, gloss.start), counted.letters(gloss.start, gloss.end)
    if not sum(before):
        return NOTHING_TO_GLOSS
    source, target = (before, inside) if host == 0 else (inside, before)
    if gloss.copied and before[host] + before[1 - host] == sum(inside):
        return COPY
    return (
        strangeness(before, host, tongues)
        + strangeness(inside, 1 - host, tongues)
        + min(GAP_CAP, mismatch(sum(source), sum(target), tongues))
        + EMBEDDED * before[1 - host]
        + habit.inside * (0.0 if gloss.ends else FRESH if _is_fresh(counted.text, gloss) else 1.0)
        + CONTINUED * bool(_CONTINUED.match(counted.text, gloss.end))
        + UNUSUAL * (habit.bracket not in ("", counted.text[gloss.start]))
        + UNBALANCED * (not _balanced(counted.text, gloss))
    )


def _is_fresh(text: str, gloss: Gloss) -> bool:
    """Say whether capitals show that a sentence or heading begins in the gloss or behind it."""
    inside = text[gloss.start + 1 : gloss.end - 1]
    words = _LATIN_WORD.findall(inside)
    if words and inside.lstrip().startswith(words[0]):
        running = len(words) == 1 or any(word.islower() for word in words)
        return words[0].istitle() and running
    behind = _LATIN_WORD.match(text, gloss.end + 1)
    return behind is not None and behind.group()[0].isupper()


def _balanced(text: str, gloss: Gloss) -> bool:
    """Say whether the brackets inside a gloss that are of its own kind pair up."""
    opening, closing = text[gloss.start], text[gloss.end - 1]
    depth = 0
    for match in _BRACKET.finditer(text, gloss.start + 1, gloss.end - 1):
        if match.group() == opening:
            depth += 1
        elif match.group() == closing and (depth or not _is_number(text, match.start())):
            depth -= 1
        if depth < 0:
            return False
    return depth == 0


def _is_number(text: str, close: int) -> bool:
    """Say whether a closing bracket only marks a number in a list, as in ``2) Wash your hands``."""
    return bool(_NUMBER.search(text[max(0, close - NEAR) : close]))


def _rest(counted: Counted, start: int, host: int) -> float:
    """Return the cost of leaving the text from ``start`` without a gloss."""
    letters = counted.letters(start, len(counted.text))
    return UNGLOSSED * (sum(letters) > 0) + EMBEDDED * letters[1 - host]
