"""Pairs of brackets that may hold a gloss, with what tells one: letters, balance, beginnings."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from align.text.scripts import tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.layouts.parts import Part, Tongues

__all__ = ["Counted", "Gloss", "Letters", "candidates", "count"]

NEAR = 8  # characters before a bracket in which the sentence must end
FEWEST_OWN = 0.15  # share of own letters, to those of a guest, that a gloss must have
MOST_CLOSES = 32  # closing brackets tried for one that opens
MOST_BEYOND = 8  # the same, behind the one that balances it
MOST_BRACKETS = 2000  # what stands behind these in a paragraph is not looked at

_PAIRS = {"(": ")", "[": "]", "{": "}", "（": "）", "［": "］"}
_BRACKET = regex.compile(r"[()\[\]{}（）［］]")
_NUMBER = regex.compile(r"(?:^|[\s:;,.،؛(])[\p{L}\p{N}]{1,2}$")
_SENTENCE_END = regex.compile(r"[.!?؟…:;؛]['\"»”’)\]]*\s*$")

Letters = tuple[int, int]


class Gloss(NamedTuple):
    """The span of a gloss in its part's text, brackets included, and the letters in it.

    ``ends``: a sentence or the part ends there; ``copied``: it repeats what stands before it;
    ``balanced``: the brackets inside that are of its own kind pair up.
    """

    start: int
    end: int
    letters: Letters
    ends: bool
    copied: bool
    balanced: bool


class Counted(NamedTuple):
    """A text and its letters up to each bracket; ``last``: where its last word ends."""

    text: str
    tongues: Tongues
    places: Sequence[int]
    sums: Sequence[Letters]
    last: int

    def letters(self, start: int, end: int) -> Letters:
        """Return the letters between two brackets, or the beginning or end."""
        left = self.sums[bisect_right(self.places, start) - 1]
        right = self.sums[bisect_right(self.places, end) - 1]
        return right[0] - left[0], right[1] - left[1]


def count(part: Part, tongues: Tongues) -> Counted:
    """Count the letters of a part between its brackets."""
    text = part.text
    brackets = [match.start() for match in islice(_BRACKET.finditer(text), MOST_BRACKETS)]
    places = [0, *brackets, len(text)]
    counts = [tally(text[left:right], tongues.scripts)[:2] for left, right in pairwise(places)]
    sums = accumulate(counts, lambda one, two: (one[0] + two[0], one[1] + two[1]), initial=(0, 0))
    last = next((at for at in range(len(text), 0, -1) if text[at - 1].isalnum()), 0)
    return Counted(text, tongues, places, list(sums), last)


def candidates(counted: Counted, host: int) -> Iterator[Gloss]:
    """Yield every pair of brackets that holds mostly letters of the other side's script."""
    text = counted.text
    for index, start in enumerate(counted.places[1:-1], 1):
        for place, balanced in _closes(counted, index):
            letters = counted.letters(start, place)
            copied = _names_only(letters, counted.tongues) and _copied(text, start, place)
            if copied or _may_gloss(letters, host, counted.tongues):
                ends = _ends(counted, start, place + 1)
                yield Gloss(start, place + 1, letters, ends, copied, balanced)


def _closes(counted: Counted, index: int) -> Iterator[tuple[int, bool]]:
    """Yield where a bracket may close, and whether those of its kind in between pair up."""
    text, places = counted.text, counted.places
    opening = text[places[index]]
    closing = _PAIRS.get(opening)
    depth, broken, left = 0, False, MOST_CLOSES if closing else 0
    for place in islice(places, index + 1, len(places) - 1):
        if not left:
            return
        if text[place] == opening:
            depth += 1
        elif text[place] == closing:
            balanced = depth == 0 and not broken
            left = min(left - 1, MOST_BEYOND) if balanced else left - 1
            yield place, balanced
            depth -= bool(depth) or not _is_number(text, place)
            broken = broken or depth < 0


def _names_only(letters: Letters, tongues: Tongues) -> bool:
    return any(tongues.guest(side) and not letters[side] for side in (0, 1))


def _may_gloss(letters: Letters, host: int, tongues: Tongues) -> bool:
    """Say whether so many letters of either script may be a text in the language of glosses."""
    own, foreign = letters[1 - host], letters[host]
    return own > foreign or (tongues.guest(1 - host) and own > FEWEST_OWN * foreign)


def _copied(text: str, start: int, close: int) -> bool:
    """Say whether brackets hold just what stands before them, as with names left as they are."""
    inside = text[start + 1 : close].strip()
    before = text[max(0, start - len(inside) - NEAR) : start].rstrip()
    return any(map(str.isalpha, inside)) and before.endswith(inside)


def _ends(counted: Counted, start: int, end: int) -> bool:
    """Say whether a gloss stands after the end of a sentence or at the end of the paragraph."""
    before = counted.text[max(0, start - NEAR) : start]
    return bool(_SENTENCE_END.search(before)) or end >= counted.last


def _is_number(text: str, close: int) -> bool:
    """Say whether a closing bracket only marks a number in a list, as in ``2) Wash your hands``."""
    return bool(_NUMBER.search(text[max(0, close - NEAR) : close]))
