"""The model that is shipped."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import numpy as np
import pytest

from align.aligners.features import features, prior_of
from align.aligners.inventory import SHAPES
from align.aligners.levels import Levels
from align.aligners.measures import MEASURES
from align.aligners.model import Round, from_json, shipped
from align.aligners.semimarkov import STATES

LEVELS = Levels(
    chance={"cosine": 0.1, "clauses": 0.0, "words": 0.2},
    match={"cosine": 0.7, "clauses": 0.4, "words": 0.6},
    sizes={"length": (1.1, 12.0), "tokens": (1.0, 3.0)},
)


def contents() -> dict[str, Any]:
    path = resources.files("align.aligners") / "model.json"
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def names(*, round_one: bool) -> list[str]:
    kinds = np.arange(len(SHAPES))
    prior = None if round_one else prior_of(kinds, np.ones(len(kinds)))
    return features(np.zeros((len(kinds), len(MEASURES)), np.float32), kinds, LEVELS, prior)[0]


@pytest.mark.parametrize("round_one", [True, False])
def test_every_feature_has_a_weight_and_every_weight_a_feature(*, round_one: bool) -> None:
    model = shipped().first if round_one else shipped().second
    assert set(model.weights) == set(names(round_one=round_one))


def test_weights_are_finite_and_a_likely_bead_is_one_that_is_alike() -> None:
    for model in (shipped().first, shipped().second):
        assert np.isfinite(list(model.weights.values())).all()
        assert model.steps.shape == (STATES, STATES)
        assert not np.isnan(model.steps).any()
        assert model.weights["cosine"] > 0


def test_an_omission_of_source_never_follows_one_of_target() -> None:
    for model in (shipped().first, shipped().second):
        assert model.steps[2, 1] < -1e6
        assert (np.delete(model.steps.ravel(), 2 * STATES + 1) > -100).all()


def test_the_file_says_what_it_was_fitted_on_and_by_what() -> None:
    data = contents()
    assert data["fitted_by"].startswith("python -m tests.bench.fit")
    assert data["fitted_on"]
    assert all(name and len(digest) == 16 for name, digest in data["fitted_on"].items())
    assert data["about"]
    assert data["prior"] > 0


def test_the_model_is_that_of_the_file() -> None:
    data = contents()
    model = from_json(data)
    assert model.first.weights == data["first"]["weights"] == shipped().first.weights
    assert model.second.steps.tolist() == data["second"]["steps"]
    assert model.omission_gain == data["omission_gain"] == shipped().omission_gain
    assert 0 < model.omission_gain < 1


def test_a_score_is_the_sum_of_weighted_features_by_name() -> None:
    model = Round(weights={"one": 2.0, "two": -1.0}, steps=np.zeros((STATES, STATES)))
    table = np.array([[3.0, 1.0], [0.0, 4.0]], np.float32)
    assert model.scores(["two", "one"], table).tolist() == [-1.0, 8.0]
    with pytest.raises(KeyError):
        model.scores(["two", "three"], table)
