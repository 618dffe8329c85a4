"""Vectors of texts that were met before: within a run nothing is encoded twice, to a limit."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Remembered", "TextEncoder", "unit"]

ROOM = 256_000_000  # bytes for vectors and what leads to them
EACH = 256  # bytes that an entry takes beside its vector
TEXTS_AT_ONCE = 4_096  # handed to the model together
ANY_TEXT = "water"

Array = np.ndarray[Any, np.dtype[Any]]


class TextEncoder(Protocol):
    """Turns texts into vectors, and knows nothing of what they are made of."""

    signature: str

    def encode(self, texts: Sequence[str]) -> Array:
        """Return a float array (k, dimensions) for k texts, at least one."""
        ...


class Remembered:
    """Unit vectors of texts, kept by the hash of the text in half precision.

    A vector is rounded when it is new too, so that it is the same whenever it is asked for.
    """

    def __init__(self, model: TextEncoder, room: int = ROOM) -> None:
        """Ask the model how many dimensions it has."""
        self._model = model
        first = unit(model.encode([ANY_TEXT])).astype(np.float16)[0]
        self._dimensions = len(first)
        self._most = max(1, room // (first.nbytes + EACH))
        # The least recently used first.
        self._known: OrderedDict[bytes, Array] = OrderedDict({_hash(ANY_TEXT): first})

    def vectors(self, texts: Sequence[str]) -> Array:
        """Return a float32 array (k, dimensions) of rows of length 1."""
        distinct = {text: row for row, text in enumerate(dict.fromkeys(texts))}
        rows = np.zeros((len(distinct), self._dimensions), np.float16)
        unknown = []
        for text, row in distinct.items():
            found = self._recalled(text)
            if found is None:
                unknown.append(text)
            else:
                rows[row] = found
        for at in range(0, len(unknown), TEXTS_AT_ONCE):
            new = unknown[at : at + TEXTS_AT_ONCE]
            rows[[distinct[text] for text in new]] = self._encoded(new)
        return unit(rows)[[distinct[text] for text in texts]]

    def _recalled(self, text: str) -> Array | None:
        key = _hash(text)
        if key not in self._known:
            return None
        self._known.move_to_end(key)
        return self._known[key]

    def _encoded(self, texts: list[str]) -> Array:
        vectors: Array = unit(self._model.encode(texts)).astype(np.float16)
        for text, vector in zip(texts, vectors, strict=True):
            self._known[_hash(text)] = vector.copy()
            if len(self._known) > self._most:
                self._known.popitem(last=False)
        return vectors


def unit(rows: Array) -> Array:
    """Return rows as float32, each divided by its length; rows of zeros stay so."""
    rows = rows.astype(np.float32)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    found: Array = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return found


def _hash(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
