"""Sums and best paths over a lattice of beads, held against every path counted out."""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pytest

from align.aligners.inventory import INVENTORY, SHAPES
from align.aligners.semimarkov import STATES, Lattice, best_path, lattice, posteriors
from tests.aligners.every_path import Step, paths, steps_between

Array = np.ndarray[Any, np.dtype[Any]]
OMISSIONS = [(0, 1), (1, 0)]
INVENTORIES = {
    "omissions only": OMISSIONS,
    "one to one only": [(1, 1)],
    "one to one": [*OMISSIONS, (1, 1)],
    "no omissions": [(1, 1), (1, 2), (2, 1), (3, 1)],
    "up to two": [*OMISSIONS, (1, 1), (1, 2), (2, 1), (2, 2)],
    "all": [tuple(shape) for shape in SHAPES.tolist()],
}
CELLS = [((0, 0), (3, 3)), ((0, 0), (2, 4)), ((5, 7), (8, 10)), ((3, 0), (5, 2)), ((0, 9), (3, 12))]
MEASURED = [(inventory, cells) for inventory in INVENTORIES for cells in CELLS]


class Sample(NamedTuple):
    graph: Lattice
    scores: Array
    steps: Array
    paths: list[tuple[int, ...]]

    def states(self, path: tuple[int, ...]) -> list[int]:
        return [0, *self.graph.state[list(path)].tolist()]

    def weight(self, path: tuple[int, ...]) -> float:
        changes = sum(float(self.steps[change]) for change in pairwise(self.states(path)))
        return changes + float(self.scores[list(path)].sum())


def sample(inventory: str, cells: tuple[tuple[int, int], tuple[int, int]], seed: int) -> Sample:
    """Return a lattice of most of the beads between two cells, in no order."""
    random = np.random.default_rng(seed)
    kinds = [int(INVENTORY[shape]) for shape in INVENTORIES[inventory]]
    every = steps_between(*cells, kinds)
    whole = next(paths(every, *cells), None)
    kept = [
        number for number in range(len(every)) if random.random() < 0.7 or number in (whole or ())
    ]
    chosen = [every[number] for number in random.permutation(kept)]
    rows, columns, numbers = np.array(chosen, np.int64).reshape(-1, 3).T
    graph = lattice(rows, columns, numbers, cells)
    return Sample(
        graph,
        random.normal(0, 2, len(chosen)),
        random.normal(0, 1, (STATES, STATES)),
        list(paths([Step(*map(int, step)) for step in chosen], *cells)),
    )


def samples() -> list[Sample]:
    found = [sample(*measured, seed) for measured in MEASURED for seed in range(2)]
    return [one for one in found if one.paths]


SAMPLES = samples()


def shares(one: Sample) -> Array:
    weights = np.array([one.weight(path) for path in one.paths])
    found: Array = np.exp(weights - np.logaddexp.reduce(weights))
    return found


def test_there_are_samples_of_every_inventory_and_of_many_paths() -> None:
    assert len(SAMPLES) > len(MEASURED)
    assert max(len(one.paths) for one in SAMPLES) > 50


@pytest.mark.parametrize("one", SAMPLES)
def test_the_total_is_the_sum_over_every_path(one: Sample) -> None:
    total = np.logaddexp.reduce([one.weight(path) for path in one.paths])
    assert posteriors(one.graph, one.scores, one.steps).total == pytest.approx(float(total))


@pytest.mark.parametrize("one", SAMPLES)
def test_the_posterior_of_a_bead_is_the_share_of_the_paths_it_lies_on(one: Sample) -> None:
    wanted = np.zeros(len(one.scores))
    for path, share in zip(one.paths, shares(one), strict=True):
        wanted[list(path)] += share
    found = posteriors(one.graph, one.scores, one.steps).edges
    assert found == pytest.approx(wanted, abs=1e-9)


@pytest.mark.parametrize("one", SAMPLES)
def test_the_steps_between_states_are_counted_as_the_paths_take_them(one: Sample) -> None:
    wanted = np.zeros((STATES, STATES))
    for path, share in zip(one.paths, shares(one), strict=True):
        for change, count in Counter(pairwise(one.states(path))).items():
            wanted[change] += share * count
    found = posteriors(one.graph, one.scores, one.steps).steps
    assert found == pytest.approx(wanted, abs=1e-9)


@pytest.mark.parametrize("one", SAMPLES)
def test_the_best_path_has_the_greatest_sum_of_gains(one: Sample) -> None:
    gains = np.exp(one.scores)
    best = max(one.paths, key=lambda path: gains[list(path)].sum())
    assert tuple(best_path(one.graph, gains).tolist()) == best


def test_a_step_that_is_forbidden_is_on_no_path() -> None:
    one = sample("one to one", ((0, 0), (3, 3)), 1)
    forbidden = one.steps.copy()
    forbidden[2, 1] = -1e9
    allowed = [path for path in one.paths if (2, 1) not in set(pairwise(one.states(path)))]
    found = posteriors(one.graph, one.scores, forbidden)
    assert found.steps[2, 1] == 0
    assert found.total == pytest.approx(
        float(np.logaddexp.reduce([one.weight(path) for path in allowed]))
    )


def test_beads_that_lead_nowhere_have_no_posterior() -> None:
    one_to_one = int(INVENTORY[1, 1])
    steps = [(0, 0, one_to_one), (1, 1, one_to_one), (0, 1, one_to_one), (1, 0, one_to_one)]
    rows, columns, kinds = np.array(steps).T
    graph = lattice(rows, columns, kinds, ((0, 0), (2, 2)))
    found = posteriors(graph, np.array([-1.0, -1.0, 9.0, 9.0]), np.zeros((STATES, STATES)))
    assert found.edges.tolist() == [1, 1, 0, 0]
    assert math.isclose(found.total, -2)
