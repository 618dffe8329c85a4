"""The best pairs of all, against every way there is."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from align.pairing.assignment import assigned

CANDIDATES = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(-3, 5), max_size=8
)


def chosen(candidates: dict[tuple[int, int], int]) -> list[tuple[int, int]]:
    pairs = sorted(candidates)
    rows, columns = np.array(pairs, int).reshape(-1, 2).T
    gains = np.array([float(candidates[pair]) for pair in pairs])
    return [pairs[number] for number in assigned(rows, columns, gains)]


def one_to_one(pairs: tuple[tuple[int, int], ...]) -> bool:
    return len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)


@given(CANDIDATES)
def test_no_set_of_pairs_gains_more(candidates: dict[tuple[int, int], int]) -> None:
    found = chosen(candidates)
    assert one_to_one(tuple(found))
    assert all(candidates[pair] > 0 for pair in found)
    sets = itertools.chain.from_iterable(
        itertools.combinations(candidates, size) for size in range(min(4, len(candidates)) + 1)
    )
    best = max(sum(candidates[pair] for pair in pairs) for pairs in sets if one_to_one(pairs))
    assert sum(candidates[pair] for pair in found) == best


def test_of_equally_good_pairs_the_first_ones_go_together_in_order() -> None:
    every = dict.fromkeys(itertools.product(range(3), range(3)), 2)
    assert chosen(every) == [(0, 0), (1, 1), (2, 2)]
    assert chosen({(0, 0): 2, (1, 0): 2, (2, 0): 2}) == [(0, 0)]
