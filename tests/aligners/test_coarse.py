"""The first, coarse way through a text."""

from __future__ import annotations

import numpy as np
import pytest

from align.aligners.cells import around, limits_of
from align.aligners.coarse import coarse_model, likeliest_way
from align.aligners.length_model import lengths_of, starts
from tests.aligners.every_way import Way, sizes_of, ways, weight

EDGES = [
    [(0, 0), (1, 1)],
    [(0, 0), (4, 3)],
    [(0, 0), (3, 6)],
    [(0, 0), (0, 4)],
    [(0, 0), (4, 0)],
    [(0, 0), (2, 2), (4, 5)],
    [(0, 0), (1, 2), (1, 4), (3, 4), (4, 5)],
]


@pytest.mark.parametrize("edges", EDGES)
@pytest.mark.parametrize("seed", range(4))
def test_the_coarse_way_is_the_likeliest_of_all_that_end_as_if_a_match_followed(
    edges: list[tuple[int, int]], seed: int
) -> None:
    random = np.random.default_rng(seed)
    text = lengths_of(*(random.integers(20, 60, many).astype(float) for many in edges[-1]))
    limits = limits_of(np.array(edges))
    model = coarse_model(starts(text)[0])
    way = likeliest_way(text, around(limits.left, limits.reach, 0, limits), model)

    def total(way: Way) -> float:
        last = max(0, way[-1][2] - len(model.shapes) + 1)
        return weight(way, text, model) + float(model.step[last, 0])

    best = max(ways(model, edges), key=total)
    assert [tuple(cell) for cell in way.tolist()] == [*((i, j) for i, j, _ in best[::-1]), (0, 0)]


def test_the_coarse_way_crosses_a_missing_chapter() -> None:
    lengths = np.random.default_rng(1).integers(20, 200, 400).astype(float)
    text = lengths_of(lengths, np.concatenate([lengths[:150], lengths[250:]]))
    limits = limits_of(np.array([(0, 0), (400, 300)]))
    model = coarse_model(starts(text)[0])
    way = likeliest_way(text, around(limits.left, limits.reach, 0, limits), model)
    passed = {tuple(cell) for cell in way.tolist()}
    assert sum((i, i) in passed for i in range(150)) > 120
    assert sum((i, i - 100) in passed for i in range(250, 400)) > 120
    assert sizes_of(model)[-2:] == [(1, 0), (0, 1)]
