"""Margins: a text against the others around it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from align.evidence.pairs.margins import WINDOW, Known, Margins

Array = np.ndarray[Any, np.dtype[Any]]
DIMENSIONS = 32


def vectors(count: int, seed: int) -> Array:
    made = np.random.default_rng(seed).normal(size=(count, DIMENSIONS)).astype(np.float32)
    unit: Array = made / np.linalg.norm(made, axis=1, keepdims=True)
    return unit


def known(rows: Array, names: list[int] | None = None) -> Known:
    return Known(rows, np.arange(len(rows)) if names is None else np.array(names))


def margins() -> Margins:
    return Margins(vectors(8, 1), vectors(8, 2))


def test_a_text_beside_its_like_is_ahead_of_all_rivals() -> None:
    texts = vectors(20, 3)
    common, source, target = margins().measured(known(texts), known(texts))
    assert common[:, 0] == pytest.approx(1.0, abs=1e-5)
    assert (source[:, 0] > 0).all()
    assert (target[:, 0] > 0).all()


def test_a_text_beside_a_stranger_is_behind_the_one_that_is_its_like() -> None:
    texts = vectors(20, 3)
    _, source, target = margins().measured(known(texts), known(np.roll(texts, 1, axis=0)))
    assert (source[:, 0] < 0).all()
    assert (target[:, 0] < 0).all()


def test_the_same_partner_elsewhere_is_no_rival() -> None:
    texts = np.repeat(vectors(1, 3), 5, axis=0)
    same, _, _ = (known(texts, [0] * 5) for _ in range(3))
    _, source, _ = margins().measured(same, same)
    _, rivals, _ = margins().measured(known(texts), known(texts))
    assert (source[:, 0] > 0.3).all()  # ahead of the strangers only
    assert rivals[:, 0] == pytest.approx(0.0, abs=1e-5)


def test_units_that_came_before_are_rivals_too() -> None:
    texts, others = vectors(5, 3), vectors(5, 4)
    fresh, later = margins(), margins()
    later.measured(known(others, [10, 11, 12, 13, 14]), known(texts, [20, 21, 22, 23, 24]))
    _, first, _ = fresh.measured(known(texts), known(others))
    _, second, _ = later.measured(known(texts), known(others))
    assert (second[:, 0] < first[:, 0]).all()  # the very texts have stood on the other side


def test_only_so_many_units_are_remembered() -> None:
    texts, filler = vectors(5, 3), vectors(WINDOW, 5)
    short, long = margins(), margins()
    names = list(range(100, 100 + WINDOW))
    for one in (short, long):
        if one is long:
            one.measured(known(texts, [50, 51, 52, 53, 54]), known(texts, [50, 51, 52, 53, 54]))
        one.measured(known(filler, names), known(filler, names))
    others = vectors(5, 6)
    _, first, _ = short.measured(known(texts), known(others))
    _, second, _ = long.measured(known(texts), known(others))
    assert first == pytest.approx(second)


def test_many_units_are_measured_as_some_at_a_time() -> None:
    source, target = vectors(1_200, 7), vectors(1_200, 8)
    together = margins().measured(known(source), known(target))
    assert together[0].shape == (1_200, 2)
    cosine = np.einsum("ij,ij->i", source, target)
    assert together[0][:, 0] == pytest.approx(cosine)
    # The last ones see all the others, the first five hundred only themselves.
    likeness = source[-1] @ target.T
    assert together[1][-1, 0] == pytest.approx(cosine[-1] - np.delete(likeness, -1).max(), abs=0.3)


def test_one_unit_alone_is_compared_with_strangers() -> None:
    common, source, target = margins().measured(known(vectors(1, 3)), known(vectors(1, 4)))
    assert np.isfinite(np.concatenate([common, source, target])).all()
