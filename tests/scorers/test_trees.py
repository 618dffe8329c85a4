"""Boosted trees: each row falls into one leaf of each tree."""

from __future__ import annotations

import numpy as np
import pytest

from align.scorers.model import shipped
from align.scorers.trees import Trees

MODEL = {
    "columns": ["length", "cosine"],
    "start": 0.5,
    "trees": [
        [[1, 0.3, 1, 2], [-2.0], [0, 10.0, 3, 4], [1.0], [4.0]],
        [[0.25]],
    ],
}


def test_the_leaves_of_all_trees_are_added_up() -> None:
    trees = Trees.from_json(MODEL)
    table = np.array([[5, 0.3], [5, 0.31], [10, 0.9], [10.5, 0.9]])
    odds = trees.log_odds(("length", "cosine"), table)
    assert odds.tolist() == [-1.25, 1.75, 1.75, 4.75]


def test_columns_are_found_by_name_wherever_they_stand() -> None:
    trees = Trees.from_json(MODEL)
    table = np.array([[0.9, 7.0, 10.5]])
    assert trees.log_odds(("cosine", "colour", "length"), table).tolist() == [4.75]
    with pytest.raises(ValueError, match="not in"):
        trees.log_odds(("cosine", "colour"), table)


def test_no_rows_have_no_log_odds() -> None:
    assert Trees.from_json(MODEL).log_odds(("length", "cosine"), np.zeros((0, 2))).tolist() == []


def test_the_shipped_model_asks_for_columns_that_are_made() -> None:
    from align.evidence.pairs import table

    model = shipped()
    assert set(model.pairs.names) == set(table.PAIR_COLUMNS)
    assert set(model.surface.names) == set(table.SURFACE_COLUMNS)
    assert set(model.coverage.names) == set(table.COVERAGE_COLUMNS)
    assert set(model.beads) == {"hybrid", "gale-church"}
