"""Features that add up, for encoders that only know whole texts.

A text counts as its vector times its length in characters, so a run of texts points where its
texts do on average, the longer ones more.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from align.encoders.remembered import Remembered, unit
from align.stages import Features, Sums
from align.text.arabic import encoder_key
from align.text.words import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.encoders.remembered import TextEncoder

__all__ = ["Additive"]

LONGEST_RUN = 2_000  # characters encoded at once; most models read no more than 512 tokens

Array = np.ndarray[Any, np.dtype[Any]]


class Additive:
    """An `align.stages.Encoder` made of one that turns texts into vectors."""

    def __init__(self, model: TextEncoder) -> None:
        """Encode a word, so that a model that does not work is found out before any text."""
        self._encoded = Remembered(model)
        self.signature = model.signature

    def features(self, texts: Sequence[Sequence[str]]) -> Features:
        """Return the features of texts, each given as its pieces; see `align.stages.Encoder`.

        A text without a character has a sum of zeros, and a length of 0.
        """
        pieces = [[_plain(piece) for piece in text] for text in texts]
        wholes = [" ".join(filter(None, text)) for text in pieces]
        # In one go: a text of one piece is found to be the same as that.
        total, length = self._sums([*wholes, *chain.from_iterable(pieces)])
        types = _types(wholes)
        words = self._encoded.vectors([word[:LONGEST_RUN] for word in types])
        return Features(
            texts=Sums(total[: len(texts)], length[: len(texts)]),
            pieces=Sums(total[len(texts) :], length[len(texts) :]),
            words=Sums(words, np.ones(len(types), np.float32)),
            types=types,
        )

    def vectors(self, sums: Sums) -> Array:
        """Return unit vectors of sums of features; sums of zeros stay so."""
        return unit(sums.total)

    def _sums(self, texts: list[str]) -> Sums:
        runs = [list(_runs(text)) for text in texts]
        owners = np.repeat(np.arange(len(texts)), [len(own) for own in runs])
        flat = list(chain.from_iterable(runs))
        lengths = np.array([len(run) for run in flat], np.float32)
        vectors = self._encoded.vectors(flat)
        total = np.zeros((len(texts), vectors.shape[1]), np.float32)
        length = np.zeros(len(texts), np.float32)
        vectors *= lengths[:, None]  # in place: there may be a hundred thousand
        np.add.at(total, owners, vectors)
        np.add.at(length, owners, lengths)
        return Sums(total, length)


def _plain(text: str) -> str:
    return " ".join(encoder_key(text).split())


def _types(texts: list[str]) -> dict[str, int]:
    """Return a number for each word, in the order of the texts."""
    words = dict.fromkeys(bare(word) for text in texts for word in text.split())
    words.pop("", None)
    return {word: number for number, word in enumerate(words)}


def _runs(text: str) -> Iterator[str]:
    """Cut a text into as few runs as may be, between words where there are any.

    >>> [len(run) for run in _runs("a" * 1999 + " b")]
    [1999, 1]
    """
    while len(text) > LONGEST_RUN:
        space = text.rfind(" ", 1, LONGEST_RUN + 1)
        end = space if space > 0 else LONGEST_RUN
        yield text[:end]
        text = text[end:].lstrip()
    if text:
        yield text
