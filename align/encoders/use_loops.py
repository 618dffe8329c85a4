"""What the Universal Sentence Encoder's network does between its matrix products, compiled.

Its convolutions over n-grams of 2, 3 and 5 tokens run side by side, each in channels of its own.
Together they look at the neighbours of a token ten times: these are the *taps*.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from align.compiled import compiled

__all__ = ["CHANNELS", "REACH", "WIDTHS", "Known", "Run"]
__all__ += ["add_rows", "convolved", "features", "look_around", "normalise"]

CHANNELS = 256  # of each convolution
WIDTHS = (2, 3, 5)  # of the n-grams, in tokens
SHIFTS = (0, 1, -1, 0, 1, -2, -1, 0, 1, 2)  # from a token to the one that each tap sees
BRANCHES = (0, 0, 1, 1, 1, 2, 2, 2, 2, 2)  # the n-gram of each tap, counted in `WIDTHS`
REACH = 2  # the longest shift
LANES = 16  # sums side by side: a single one would have to wait for each addition

Array = np.ndarray[Any, np.dtype[Any]]


class Known(NamedTuple):
    """What follows from a token alone: a row for each kind of token."""

    embedded: Array  # (kinds, 512)
    block: Array  # (kinds, 768), what the convolutions read
    taps: Array  # (kinds, 2560), what each tap of the first convolutions makes of it


class Run(NamedTuple):
    """Tokens that stand in a row."""

    kinds: Array  # the row of each in `Known`
    texts: Array  # the text of each; no tap sees into another


@compiled
def convolved(known: Known, run: Run, bias: Array, first: int, last: int) -> Array:
    """Return the blocks of the tokens from ``first`` to ``last`` after the first convolutions.

    Each token gives to all that see it, not the other way round: so what is known of its kind,
    which lies far off in memory, is read once and in a row.
    """
    blocks = np.empty((last - first, len(bias)), np.float32)
    for row in blocks:
        _copy(row, bias)
    for seen in range(max(first - REACH, 0), min(last + REACH, len(run.texts))):
        taps = known.taps[run.kinds[seen]]
        for tap in range(len(SHIFTS)):
            token = seen - SHIFTS[tap]
            if first <= token < last and run.texts[token] == run.texts[seen]:
                _add(_channels(blocks[token - first], BRANCHES[tap]), _channels(taps, tap))
    for token in range(first, last):
        _rectify(blocks[token - first], known.block[run.kinds[token]])
    return blocks


@compiled
def look_around(texts: Array, blocks: Array, low: int, first: int, last: int) -> Array:
    """Return what each tap of the tokens from ``first`` to ``last`` sees.

    The first of ``blocks`` is that of the token ``low``.
    """
    rows = np.zeros((last - first, len(SHIFTS) * CHANNELS), np.float32)
    for token in range(first, last):
        for tap in range(len(SHIFTS)):
            if _sees(texts, token, tap):
                seen = blocks[token + SHIFTS[tap] - low]
                _copy(_channels(rows[token - first], tap), _channels(seen, BRANCHES[tap]))
    return rows


@compiled
def features(known: Known, run: Run, blocks: Array, added: Array, epsilon: float) -> Array:
    """Return the features of tokens, of mean 0 and variance 1, after the second convolutions."""
    width = known.embedded.shape[1]
    rows = np.empty((len(added), width + added.shape[1]), np.float32)
    for token in range(len(rows)):
        row = rows[token]
        _copy(row[:width], known.embedded[run.kinds[token]])
        _copy(row[width:], added[token])
        _rectify(row[width:], blocks[token])
        _normalise(row, epsilon)
    return rows


@compiled
def normalise(rows: Array, epsilon: float) -> None:
    """Give each row mean 0 and variance 1."""
    for row in rows:
        _normalise(row, epsilon)


@compiled
def add_rows(sums: Array, owners: Array, rows: Array) -> None:
    """Add each row to the sums that own it."""
    for row in range(len(rows)):
        for owner in owners[row]:
            _add(sums[owner], rows[row])


@compiled
def _sees(texts: Array, token: int, tap: int) -> bool:
    near = token + SHIFTS[tap]
    return 0 <= near < len(texts) and texts[near] == texts[token]


@compiled
def _channels(row: Array, number: int) -> Array:
    return row[number * CHANNELS : (number + 1) * CHANNELS]


@compiled
def _copy(row: Array, other: Array) -> None:
    for i in range(len(row)):
        row[i] = other[i]


@compiled
def _add(row: Array, other: Array) -> None:
    for i in range(len(row)):
        row[i] += other[i]


@compiled
def _rectify(row: Array, residual: Array) -> None:
    for i in range(len(row)):
        row[i] = max(row[i], np.float32(0)) + residual[i]


@compiled
def _normalise(row: Array, epsilon: float) -> None:
    mean = _sum(row) / np.float32(len(row))
    variance = _squares(row, mean) / np.float32(len(row))
    scale = np.float32(1 / np.sqrt(variance + epsilon))
    for i in range(len(row)):
        row[i] = (row[i] - mean) * scale


@compiled
def _sum(row: Array) -> np.float32:
    lanes = np.zeros(LANES, np.float32)
    for start in range(0, len(row), LANES):
        for lane in range(LANES):
            lanes[lane] += row[start + lane]
    return lanes.sum()  # type: ignore[no-any-return]


@compiled
def _squares(row: Array, mean: np.float32) -> np.float32:
    lanes = np.zeros(LANES, np.float32)
    for start in range(0, len(row), LANES):
        for lane in range(LANES):
            less = row[start + lane] - mean
            lanes[lane] += less * less
    return lanes.sum()  # type: ignore[no-any-return]
