"""The compiled loops do what a line of NumPy says."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from align.encoders.use_loops import (
    CHANNELS,
    WIDTHS,
    Known,
    Run,
    add_rows,
    convolved,
    features,
    look_around,
    normalise,
)

Array = np.ndarray[Any, np.dtype[Any]]
BLOCK = CHANNELS * len(WIDTHS)
TAPS = CHANNELS * sum(WIDTHS)
TEXTS = np.array([0, 0, 0, 0, 0, 1, 2, 2], np.int32)
EPSILON = 1e-3


def made(*shape: int) -> Array:
    rows: Array = np.random.default_rng(0).normal(size=shape).astype(np.float32)
    return rows


def seen(blocks: Array, token: int) -> Array:
    """Return what the n-grams around a token see, zeros where they leave its text."""
    columns = []
    for branch, width in enumerate(WIDTHS):
        for near in range(token - (width - 1) // 2, token + width // 2 + 1):
            inside = 0 <= near < len(TEXTS) and TEXTS[near] == TEXTS[token]
            channels = blocks[near if inside else 0, branch * CHANNELS : (branch + 1) * CHANNELS]
            columns.append(channels * inside)
    return np.concatenate(columns)


def test_a_token_sees_its_neighbours_in_its_own_text_only() -> None:
    blocks = made(len(TEXTS), BLOCK)
    found = look_around(TEXTS, blocks, 0, 0, len(TEXTS))
    assert np.array_equal(found, [seen(blocks, token) for token in range(len(TEXTS))])


def test_some_tokens_see_what_they_see_among_all() -> None:
    blocks = made(len(TEXTS), BLOCK)
    everything = look_around(TEXTS, blocks, 0, 0, len(TEXTS))
    assert np.array_equal(look_around(TEXTS, blocks[1:7], 1, 3, 5), everything[3:5])


def test_the_first_convolution_adds_what_each_tap_makes_of_a_kind() -> None:
    kinds = np.array([2, 0, 1, 2, 2, 0, 1, 1])
    known = Known(made(3, 512), made(3, BLOCK), made(3, TAPS))
    bias = made(BLOCK)
    found = convolved(known, Run(kinds, TEXTS), bias, 0, len(TEXTS))
    shifts = [near for width in WIDTHS for near in range(-((width - 1) // 2), width // 2 + 1)]
    branches = np.repeat(np.arange(len(WIDTHS)), WIDTHS)
    for token, kind in enumerate(kinds):
        total = bias.reshape(len(WIDTHS), CHANNELS).copy()
        for tap, (shift, branch) in enumerate(zip(shifts, branches, strict=True)):
            near = token + shift
            if 0 <= near < len(TEXTS) and TEXTS[near] == TEXTS[token]:
                total[branch] += known.taps[kinds[near]].reshape(-1, CHANNELS)[tap]
        expected = known.block[kind] + np.maximum(total.ravel(), 0)
        assert found[token] == pytest.approx(expected, abs=1e-5)


def test_features_put_the_embedding_beside_the_rectified_second_convolutions() -> None:
    kinds, texts = np.array([1, 1, 0]), np.zeros(3, np.int32)
    known = Known(made(2, 512), made(2, BLOCK), made(2, TAPS))
    blocks, added = made(3, BLOCK), -made(3, BLOCK)
    found = features(known, Run(kinds, texts), blocks, added, EPSILON)
    rows = np.hstack([known.embedded[kinds], blocks + np.maximum(added, 0)])
    assert np.abs(found - standard(rows)).max() < 1e-5


def standard(rows: Array) -> Array:
    spread = np.sqrt(rows.var(axis=1, keepdims=True) + EPSILON)
    scaled: Array = (rows - rows.mean(axis=1, keepdims=True)) / spread
    return scaled


@pytest.mark.parametrize("shift", [0, 100], ids=["near zero", "far from zero"])
def test_normalised_rows_have_mean_zero_and_variance_one(shift: int) -> None:
    rows = made(4, BLOCK) * 3 + np.float32(shift)
    expected = standard(rows.astype(np.float64))
    normalise(rows, EPSILON)
    assert np.abs(rows - expected).max() < 1e-4


def test_every_row_is_added_to_the_sums_of_all_its_owners() -> None:
    rows, owners = made(5, 1280), np.array([[0, 3], [0, 2], [1, 3], [1, 1], [0, 2]])
    sums = np.ones((4, 1280), np.float32)
    add_rows(sums, owners, rows)
    expected = np.ones((4, 1280), np.float32)
    np.add.at(expected, owners, rows[:, None])
    assert np.abs(sums - expected).max() < 1e-5
