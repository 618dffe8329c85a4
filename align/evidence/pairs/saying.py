"""Where in a pair each word stands, how well it is said, and what is not said at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

import numpy as np

from align.evidence.pair import Said, Unsaid
from align.evidence.pairs.loops import FIGURES
from align.text.arabic import encoder_key
from align.text.words import bare

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.evidence.pair import Pair
    from align.evidence.pairs.table import Compared
    from align.model import SideName

__all__ = ["Saying", "Words"]

Array = np.ndarray[Any, np.dtype[Any]]
_TOKEN = re.compile(r"\S+")
_SIDES: tuple[SideName, SideName] = ("source", "target")
_START, _END = FIGURES.index("gap_start"), FIGURES.index("gap_end")
LIKELY = 0.5  # probability of text that is said on one side only, from which it is looked for
# The neighbour says words of this unit if it says so much of them, in weight, and so much more than
# the partner: on news, medicine and guides that holds for six in seven of texts that hold the next
# unit's too, and for one in fifteen of others that miss something.
SAID_BESIDE, BETTER = 0.5, 0.3


class Words(Sequence[Said]):
    """The words of a side, found when they are first asked for: few pairs are."""

    def __init__(self, find: Callable[[], tuple[Said, ...]]) -> None:
        """Take what finds them."""
        self._find = find

    @cached_property
    def _found(self) -> tuple[Said, ...]:
        return self._find()

    @overload
    def __getitem__(self, place: int) -> Said: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Said, ...]: ...
    def __getitem__(self, place: int | slice) -> Said | tuple[Said, ...]:
        """Return a word, or some words."""
        return self._found[place]

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._found)


class Saying:
    """What the words of some pairs tell, pair by pair."""

    def __init__(self, compared: Compared, probabilities: tuple[Array, Array]) -> None:
        """Take the probabilities that a pair's source, or target, says what the other does not."""
        self._texts = compared.texts
        self._compared = compared
        self._probabilities = probabilities

    def words(self, pair: Pair, number: int, side: int) -> Words:
        """Return the words of a side in order; none if they cannot be told apart in the text."""
        text = pair.side(_SIDES[side]).text  # not the pair: it would hold its words, and they it
        return Words(lambda: self._words(text, number, side))

    def _words(self, text: str, number: int, side: int) -> tuple[Said, ...]:
        said = self._compared.coverage[side].said[number]
        spans = _spans(text)
        if len(spans) != len(said):
            return ()
        texts = self._texts[side]
        weights = texts.word_weights(texts.words[number])
        shares = (weights / weights.sum()).tolist() if len(weights) else []
        return tuple(
            Said(start=start, end=end, found=found, owed=share)
            for (start, end), found, share in zip(spans, said.tolist(), shares, strict=True)
        )

    def unsaid(self, number: int, words: tuple[Words, Words]) -> tuple[Unsaid, ...]:
        """Return what each side of a pair says alone, given the words of both sides."""
        found = []
        for side, name in enumerate(_SIDES):
            probability = float(self._probabilities[side][number])
            figures = self._compared.coverage[side].figures[number]
            first, last = int(figures[_START]), int(figures[_END])
            if probability < LIKELY or not words[side] or first == last:
                continue
            span = Unsaid(
                side=name,
                start=words[side][first].start,
                end=words[side][last - 1].end,
                probability=probability,
                elsewhere=self._said_beside(number, side, slice(first, last)),
            )
            found.append(span)
        return tuple(found)

    def _said_beside(self, number: int, side: int, part: slice) -> bool:
        """Say whether the unit before or behind says some words of this one clearly better."""
        own, others = self._texts[side], self._texts[1 - side]
        types = own.word_types(own.words[number])[part]
        weights = own.word_weights(own.words[number])[part]
        share = weights / weights.sum()
        here = (share * self._compared.coverage[side].said[number][part]).sum()
        for beside in (number - 1, number + 1):
            if 0 <= beside < len(others):
                words = others.word_types(others.words[beside])
                there = (share * self._compared.words.said_by(side, types, words)).sum()
                if there > SAID_BESIDE and there - here > BETTER:
                    return True
        return False


def _spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the words of a text that an encoder is given."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    words = encoder_key(text).split()
    if len(spans) != len(words):  # a mark that stands alone is no word to the encoder
        spans = [span for span in spans if encoder_key(text[slice(*span)])]
    if len(spans) != len(words):
        return []
    return [span for span, word in zip(spans, words, strict=True) if bare(word)]
