"""Vectors of runs of segments."""

from __future__ import annotations

import numpy as np
import pytest

from align.aligners.inventory import LONGEST, SHAPES
from align.evidence.reading import read
from align.evidence.spans import cosines, runs
from align.stages import Sums
from tests import own
from tests.aligners.made import MadeUpEncoder, story

ENCODER = MadeUpEncoder()
SIDES = tuple(read(ENCODER, side).features.texts for side in own.sides(story(9)))


def part(sums: Sums, count: int) -> Sums:
    return Sums(sums.total[:count], sums.length[:count])


@pytest.mark.parametrize("count", [0, 1, 7, 12])
def test_the_vector_of_a_run_is_that_of_the_sum_of_its_texts(count: int) -> None:
    texts = part(read(ENCODER, own.sides(story(12))[0]).features.texts, count)
    vectors = runs(ENCODER, texts, LONGEST)
    assert [len(each) for each in vectors] == [max(0, count - k) for k in range(LONGEST)]
    for k, each in enumerate(vectors, 1):
        for i, vector in enumerate(each):
            total = texts.total[i : i + k].sum(axis=0)
            assert vector == pytest.approx(total / np.linalg.norm(total), abs=1e-5)


@pytest.mark.parametrize(("n", "m"), [(9, 8), (3, 9), (1, 1), (0, 4), (4, 0)])
def test_the_table_holds_the_cosine_of_every_two_runs(n: int, m: int) -> None:
    source, target = part(SIDES[0], n), part(SIDES[1], m)
    table = cosines(runs(ENCODER, source, LONGEST), runs(ENCODER, target, LONGEST), SHAPES.tolist())
    assert table.shape == (len(SHAPES), n, m)
    for number, (a, b) in enumerate(SHAPES.tolist()):
        for i in range(n):
            for j in range(m):
                inside = a and b and i + a <= n and j + b <= m
                one, other = (
                    source.total[i : i + a].sum(axis=0),
                    target.total[j : j + b].sum(axis=0),
                )
                norms = float(np.linalg.norm(one) * np.linalg.norm(other))
                wanted = float(one @ other) / norms if inside else 0.0
                assert table[number, i, j] == pytest.approx(wanted, abs=1e-5)
