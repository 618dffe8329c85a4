"""Boosted trees grown with scikit-learn, and written down as `align.scorers.trees` reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from threadpoolctl import threadpool_limits

from align.scorers.trees import LEAF, Trees

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["grown", "written"]

Array = np.ndarray[Any, np.dtype[Any]]
TREES = 150
# More of these never speaks against a pair, more of those never for it: a model that knows this
# goes astray less on texts of a kind it has not seen.
FOR = frozenset({"cosine", "margin", "ahead", "above", "words", "hits", "clauses", "worst_clause"})
FOR |= {"same_end", "numbers_found", "terms_found"}
AGAINST = frozenset(
    ("gap", "gap_share", "lean", "dip", "uneven", "ratio", "numbers_lost", "terms_lost", "question")
)
SIDES = ("low_", "high_", "own_", "other_")


def grown(
    columns: Sequence[str], table: Array, truth: Array, weights: Array, *, monotone: bool
) -> Trees:
    """Return trees that tell the rows that are true from the others."""
    from sklearn.ensemble import HistGradientBoostingClassifier  # only developers install it

    directions = [_direction(name) if monotone else 0 for name in columns]
    booster = HistGradientBoostingClassifier(
        max_iter=TREES,
        learning_rate=0.07,
        max_leaf_nodes=8,
        min_samples_leaf=60,
        l2_regularization=10,
        monotonic_cst=directions,
        early_stopping=False,
        random_state=0,
    )
    with threadpool_limits(limits=1, user_api="openmp"):  # two threads wait more than they work
        booster.fit(table, truth, sample_weight=weights)
    return Trees.from_json(_json(booster, columns))


def _direction(column: str) -> int:
    if column.endswith("_excess"):  # too short and too long
        return {"low_excess": 1, "high_excess": -1}.get(column, 0)
    name = column
    for side in SIDES:
        name = name.removeprefix(side)
    return int(name in FOR) - int(name in AGAINST)


def _json(booster: Any, columns: Sequence[str]) -> dict[str, Any]:
    trees = [[_node(node) for node in predictors[0].nodes] for predictors in booster._predictors]
    start = float(np.ravel(booster._baseline_prediction)[0])
    return {"columns": list(columns), "start": round(start, 4), "trees": trees}


def _node(node: Any) -> list[float]:
    if node["is_leaf"]:
        return [round(float(node["value"]), 4)]
    limit = float(f"{node['num_threshold']:.5g}")
    return [int(node["feature_idx"]), limit, int(node["left"]), int(node["right"])]


def written(trees: Trees) -> dict[str, Any]:
    """Return trees as they stand in a model's file."""
    ends = [*trees.roots[1:].tolist(), len(trees.nodes)]
    bounds = zip(trees.roots.tolist(), ends, strict=True)
    lines = [[_line(node, first) for node in trees.nodes[first:last]] for first, last in bounds]
    return {"columns": list(trees.names), "start": trees.start, "trees": lines}


def _line(node: Array, first: int) -> list[float]:
    column, limit, below, above = node.tolist()
    return (
        [limit] if column == LEAF else [int(column), limit, int(below) - first, int(above) - first]
    )
