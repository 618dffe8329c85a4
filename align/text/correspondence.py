"""Where the characters of one text stand in another that is nearly the same."""

from __future__ import annotations

from bisect import bisect_right
from difflib import SequenceMatcher
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Correspondence"]


class Correspondence:
    """Two texts, word by word, and where places of the first are in the second.

    Places count characters without white space; ``is_exact`` if they are the same. The words that
    both texts have in the same order fix the places; between two of them a place is where it is in
    proportion.

    >>> Correspondence(["a", "long", "word"], ["a", "lnog", "word"]).place(5)
    5
    >>> Correspondence(["one", "more", "word"], ["one", "word"]).place(7)
    3
    """

    def __init__(self, first: Sequence[str], second: Sequence[str]) -> None:
        """Compare the words of two texts."""
        starts = [[0, *accumulate(map(len, words))] for words in (first, second)]
        self._ends = [0], [0]
        self.is_exact = "".join(first) == "".join(second)
        if self.is_exact:
            self._add(starts[0][-1], starts[1][-1])
            return
        matcher = SequenceMatcher(None, first, second, autojunk=False)
        for block in matcher.get_matching_blocks():
            for word in (0, block.size):
                self._add(starts[0][block.a + word], starts[1][block.b + word])

    def _add(self, one: int, other: int) -> None:
        self._ends[0].append(one)
        self._ends[1].append(other)

    def place(self, place: int) -> int:
        """Return the place in the second text that a place in the first comes to."""
        one, other = self._ends
        after = min(bisect_right(one, place), len(one) - 1)
        before = after - 1
        width = one[after] - one[before]
        share = (place - one[before]) / width if width else 0.0
        return round(other[before] + share * (other[after] - other[before]))
