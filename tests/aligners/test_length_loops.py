"""The sums over all ways, held against every way through a small text counted out one by one."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pytest

from align.aligners.cells import Cells, around, limits_of
from align.aligners.length_loops import Expected, Lengths, Sums, Weights, backward, forward
from align.aligners.length_model import SHAPES, lengths_of, starts
from align.aligners.length_ways import WORTH_OF_OMISSION, least_risk, likely_columns, priced, trace
from tests.aligners.every_way import Step, Way, posteriors, ways, weight

INVENTORIES = {
    "gale-church": [(1, 1), (1, 2), (2, 1), (2, 2)],
    "only-one-to-one": [(1, 1)],
    "all": SHAPES.tolist(),
}
EDGES = {
    "1x1": [(0, 0), (1, 1)],
    "4x3": [(0, 0), (4, 3)],
    "3x5": [(0, 0), (3, 5)],
    "1x9": [(0, 0), (1, 9)],
    "0x4": [(0, 0), (0, 4)],
    "4x0": [(0, 0), (4, 0)],
    "two anchors": [(0, 0), (2, 2), (4, 5)],
    "rows": [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)],
    "empty anchors": [(0, 0), (0, 0), (1, 2), (1, 4), (3, 4), (4, 5), (4, 5)],
    "empty end": [(0, 0), (2, 3), (2, 5), (4, 5)],
}


class Case(NamedTuple):
    """A small text, what the programme makes of it, and all its ways."""

    text: Lengths
    cells: Cells
    model: Weights
    alpha: Sums
    beta: Sums
    found: Expected
    every: list[Way]
    weights: list[float]


@pytest.fixture(params=[1, 2], ids=["seed 1", "seed 2"])
def seed(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(params=INVENTORIES)
def inventory(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=EDGES)
def case(request: pytest.FixtureRequest, inventory: str, seed: int) -> Case:
    edges = EDGES[request.param]
    random = np.random.default_rng(seed)
    text = lengths_of(*(random.integers(20, 60, many).astype(float) for many in edges[-1]))
    limits = limits_of(np.array(edges))
    cells = around(limits.left, limits.reach, 0, limits)
    shapes = np.array(INVENTORIES[inventory])
    prior = np.log(np.full(len(shapes), 1 / len(shapes)))
    model = starts(text)[0]._replace(shapes=shapes, prior=prior)
    alpha = forward(text, cells, model)
    beta, found = backward(text, cells, model, alpha)
    every = list(ways(model, edges))
    weights = [weight(way, text, model) for way in every]
    return Case(text, cells, model, alpha, beta, found, every, weights)


def steps(beads: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> list[Step]:
    return [(int(i), int(j), int(number)) for i, j, number in beads]


def test_the_total_is_that_of_every_way(case: Case) -> None:
    total = np.logaddexp.reduce(case.weights)
    assert case.alpha.total == pytest.approx(total, abs=1e-9)
    assert case.beta.total == pytest.approx(total, abs=1e-9)


def test_expected_shapes_are_the_sums_of_posteriors(case: Case) -> None:
    counts = np.zeros(len(case.model.shapes))
    for (_, _, number), share in posteriors(case.every, case.weights).items():
        if number < len(counts):
            counts[number] += share
    assert case.found.shapes == pytest.approx(counts, abs=1e-9)


def test_the_way_of_least_risk_has_the_greatest_gain(case: Case) -> None:
    sums = case.alpha, case.beta
    shares = posteriors(case.every, case.weights)

    def gain(way: Way) -> float:
        matches = len(case.model.shapes)
        return sum(shares[b] * (1 if b[2] < matches else WORTH_OF_OMISSION) for b in way)

    back = least_risk(case.text, case.cells, case.model, sums)
    best = steps(trace(case.cells, case.model.shapes, back))
    assert gain(tuple(best)) == pytest.approx(max(map(gain, case.every)), abs=1e-9)


def test_costs_and_posteriors_of_beads_are_those_of_every_way(case: Case) -> None:
    sums = case.alpha, case.beta
    shares = posteriors(case.every, case.weights)
    way = trace(case.cells, case.model.shapes, least_risk(case.text, case.cells, case.model, sums))
    figures = priced(case.text, case.cells, case.model, sums, way)
    whole = weight(tuple(steps(way)), case.text, case.model)
    assert figures[:, 0].sum() == pytest.approx(-whole, abs=1e-9)
    assert figures[:, 1] == pytest.approx([shares[bead] for bead in steps(way)], abs=1e-9)


def test_cells_of_small_posterior_are_left_out(case: Case) -> None:
    low, high = likely_columns(case.cells, case.alpha, case.beta, np.log(0.3))
    shares = posteriors(case.every, case.weights)
    for (i, j, _), share in shares.items():
        assert share <= 0.3 or low[i] <= j <= high[i]
    assert (high - low).sum() <= (case.cells.high - case.cells.low).sum()
