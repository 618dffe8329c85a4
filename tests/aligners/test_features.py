"""Features of beads."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from align.aligners.features import features, prior_of
from align.aligners.inventory import OMITTED_SOURCE, OMITTED_TARGET, ONE_TO_ONE, SHAPES
from align.aligners.levels import Levels
from align.aligners.measures import MEASURES

Array = np.ndarray[Any, np.dtype[Any]]
FAITHFUL = Levels(
    chance={"cosine": 0.1, "clauses": 0.0, "words": 0.2},
    match={"cosine": 0.7, "clauses": 0.5, "words": 0.6},
    sizes={"length": (1.2, 12.0), "tokens": (1.0, 3.0)},
)
FREE = replace(FAITHFUL, match={"cosine": 0.7, "clauses": 0.25, "words": 0.6})
KINDS = np.arange(len(SHAPES))
OMITTED = [OMITTED_TARGET, OMITTED_SOURCE]


def table(seed: int = 1, rows: int = len(SHAPES)) -> Array:
    """Return random measures; an omission has measures of one side only."""
    found = np.random.default_rng(seed).uniform(0, 1, (rows, len(MEASURES))).astype(np.float32)
    found[:, :4] *= 100
    for unit in ("length", "tokens"):
        found[OMITTED_TARGET, MEASURES.index(f"source_{unit}")] = 0
        found[OMITTED_SOURCE, MEASURES.index(f"target_{unit}")] = 0
    return found


def of(
    levels: Levels, measured: Array | None = None, prior: Array | None = None
) -> dict[str, Array]:
    names, rows = features(table() if measured is None else measured, KINDS, levels, prior)
    return dict(zip(names, rows.T, strict=True))


def names_where(found: dict[str, Array], rows: list[int]) -> set[str]:
    """Return the features that are other than 0 somewhere among the rows."""
    return {name for name, values in found.items() if values[rows].any()}


def test_every_feature_has_a_name_of_its_own_and_is_finite() -> None:
    names, rows = features(table(), KINDS, FAITHFUL)
    assert len(set(names)) == len(names)
    assert rows.shape == (len(SHAPES), len(names))
    assert rows.dtype == np.float32
    for measured in (table(), np.zeros_like(table()), 1e4 * table()):
        assert np.isfinite(features(measured, KINDS, FREE)[1]).all()


def test_what_a_bead_is_does_not_hang_on_the_beads_beside_it() -> None:
    rows = features(table(), KINDS, FAITHFUL)[1]
    for part in (slice(0, 5), slice(30, 31)):
        assert np.array_equal(features(table()[part], KINDS[part], FAITHFUL)[1], rows[part])


def test_each_match_has_one_kind_and_an_omission_none() -> None:
    found = of(FAITHFUL, np.zeros_like(table()))
    kinds = [
        name
        for name in found
        if name.startswith(("one_to", "two_to", "many_to")) and "if" not in name
    ]
    given = np.sum([found[name] for name in kinds], axis=0)
    assert given[ONE_TO_ONE:].tolist() == [1.0] * (len(SHAPES) - ONE_TO_ONE)
    assert given[OMITTED].tolist() == [0, 0]


def test_likenesses_are_told_between_chance_and_the_usual_match() -> None:
    measured = table()
    measured[ONE_TO_ONE, MEASURES.index("cosine")] = 0.1
    measured[ONE_TO_ONE + 1, MEASURES.index("cosine")] = 0.7
    cosine = of(FAITHFUL, measured)["cosine"]
    assert cosine[ONE_TO_ONE : ONE_TO_ONE + 2] == pytest.approx([0, 1], abs=1e-6)
    assert cosine[OMITTED].tolist() == [0, 0]


def test_a_length_as_usual_in_this_text_costs_nothing() -> None:
    measured = table()
    measured[ONE_TO_ONE, :2] = (50, 60)  # the ratio is 1.2
    measured[ONE_TO_ONE + 1, :2] = (50, 200)
    found = of(FAITHFUL, measured)
    assert found["length_square"][ONE_TO_ONE] == pytest.approx(0, abs=1e-6)
    assert found["length_ratio"][ONE_TO_ONE] == pytest.approx(0, abs=1e-6)
    assert found["length_tail"][ONE_TO_ONE] > found["length_tail"][ONE_TO_ONE + 1]


def test_a_free_translation_has_second_weights_and_a_faithful_one_has_none() -> None:
    faithful, free = of(FAITHFUL), of(FREE)
    second = [name for name in free if name.endswith("_if_free")]
    assert second
    assert not any(faithful[name].any() for name in second)
    for name in second:
        wanted = free[name.removesuffix("_if_free")] * FREE.freedom
        assert free[name] == pytest.approx(wanted, rel=1e-5)


def test_features_of_matches_and_of_omissions_are_apart() -> None:
    found = of(FAITHFUL)
    omissions = {name for name in found if name.startswith("omission")}
    assert not omissions & names_where(found, list(KINDS[ONE_TO_ONE:]))
    assert "omission" in names_where(found, OMITTED)
    assert not {"cosine", "clauses_inside", "words_inside", "length_tail"} & names_where(
        found, OMITTED
    )


def test_the_prior_is_a_feature_once_it_is_known() -> None:
    prior = np.linspace(-3, 0, len(SHAPES))
    first, second = of(FAITHFUL), of(FAITHFUL, prior=prior)
    assert set(second) - set(first) == {"prior"}
    assert second["prior"][ONE_TO_ONE:] == pytest.approx(prior[ONE_TO_ONE:])
    assert second["prior"][OMITTED].tolist() == [0, 0]


def test_the_prior_is_a_distribution_over_the_kinds_of_match() -> None:
    for posteriors in (np.zeros(2), np.ones(2), np.array([900.0, 5.0])):
        prior = prior_of(np.array([ONE_TO_ONE, OMITTED_SOURCE]), posteriors)
        assert np.exp(prior[ONE_TO_ONE:]).sum() == pytest.approx(1)
        assert prior[OMITTED].tolist() == [0, 0]


def test_the_prior_of_a_long_text_is_what_is_seen_in_it() -> None:
    kinds = np.array([ONE_TO_ONE, ONE_TO_ONE + 1])
    prior = np.exp(prior_of(kinds, np.array([6e6, 4e6])))
    assert prior[kinds] == pytest.approx([0.6, 0.4], abs=1e-4)
