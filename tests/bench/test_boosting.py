"""Growing trees and writing them down; needs scikit-learn, which only developers install."""

from __future__ import annotations

import json

import numpy as np
import pytest

from align.scorers.trees import Trees

pytest.importorskip("sklearn", reason="scikit-learn is not installed (group fit)")

from tests.bench.boosting import grown, written

COLUMNS = ("cosine", "gap", "size")
CHANCE = np.random.default_rng(3)
TABLE = CHANCE.normal(size=(3_000, 3)).astype(np.float32)
TRUTH = TABLE[:, 0] - TABLE[:, 1] + CHANCE.normal(size=3_000) > 0


def odds(trees: Trees, table: np.ndarray = TABLE) -> np.ndarray:
    return trees.log_odds(COLUMNS, table)


@pytest.fixture(scope="module")
def trees() -> Trees:
    return grown(COLUMNS, TABLE, TRUTH, np.ones(3_000), monotone=True)


def test_what_is_grown_tells_true_rows_from_others(trees: Trees) -> None:
    found = odds(trees)
    assert ((found > 0) == TRUTH).mean() > 0.75
    assert found[TRUTH].mean() > 1 > -1 > found[~TRUTH].mean()


def test_trees_are_read_as_they_were_written(trees: Trees) -> None:
    again = Trees.from_json(json.loads(json.dumps(written(trees))))
    assert odds(again).tolist() == odds(trees).tolist()


def test_more_of_what_speaks_for_a_pair_never_lowers_its_odds(trees: Trees) -> None:
    rows = np.tile(TABLE[:50], (1, 1))
    for column, sign in ((0, 1), (1, -1)):
        better = rows.copy()
        better[:, column] += sign * 0.8
        assert (odds(trees, better) >= odds(trees, rows) - 1e-9).all()


def test_weights_count() -> None:
    weights = np.where(TRUTH, 9.0, 1.0)
    leaning = grown(COLUMNS, TABLE, TRUTH, weights, monotone=True)
    even = grown(COLUMNS, TABLE, TRUTH, np.ones(3_000), monotone=True)
    assert odds(leaning).mean() > odds(even).mean() + 0.5
