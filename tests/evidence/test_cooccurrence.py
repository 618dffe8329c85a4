"""Words that are together more often than by chance."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.evidence import cooccurrence
from align.evidence.cooccurrence import Sides, affordable, cells, log_likelihood_ratio, numbered

WORDS = st.sets(st.sampled_from("abcdefg"), max_size=5)


def ratio(together: int, source: int, target: int, beads: int) -> float:
    a, b, c = (np.array([count]) for count in (together, source, target))
    return float(log_likelihood_ratio(a, b, c, beads)[0])


def test_ratio_is_the_one_worked_out_by_hand() -> None:
    # ten beads have both words, ninety neither: 2 (10 ln 10 + 90 ln (100/90))
    assert ratio(10, 10, 10, 100) == pytest.approx(65.0166, abs=1e-3)


def test_ratio_of_what_chance_would_have_is_nothing() -> None:
    assert ratio(5, 10, 50, 100) == pytest.approx(0, abs=1e-9)


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.integers(1, 50))
def test_ratio_is_finite_and_not_negative(a: int, b: int, c: int, d: int) -> None:
    found = ratio(a, a + b, a + c, a + b + c + d)
    assert np.isfinite(found)
    assert found >= -1e-9


def test_types_are_numbered_from_the_most_frequent_and_rare_ones_left_out() -> None:
    words = numbered([{"b", "a"}, {"a", "z"}, {"a", "b", "c"}, {"c"}])
    assert words.types == ("a", "b", "c")
    assert words.beads_with.tolist() == [3, 2, 2]
    assert np.diff(words.starts).tolist() == [2, 1, 3, 1]


def test_words_that_belong_together_are_a_cell_in_each_bead() -> None:
    beads: list[Sides] = [({"x", "y"}, {"X", "Y"}), ({"x"}, {"X"}), ({"y"}, {"Y"})] * 5
    source, target = numbered([a for a, _ in beads]), numbered([b for _, b in beads])
    found = cells(source, target)
    words = zip(found.source, found.target, strict=True)
    assert [(source.types[s], target.types[t]) for s, t in words] == [("x", "X"), ("y", "Y")]
    assert np.bincount(found.pair).tolist() == [10, 10]


@given(st.lists(st.tuples(WORDS, WORDS), max_size=12))
def test_every_cell_is_in_one_bead_and_names_its_words(
    beads: list[tuple[set[str], set[str]]],
) -> None:
    source, target = numbered([a for a, _ in beads]), numbered([b for _, b in beads])
    found = cells(source, target)
    bead = [
        np.searchsorted(side.starts, place, side="right")
        for side, place in ((source, found.source_place), (target, found.target_place))
    ]
    assert (bead[0] == bead[1]).all()
    assert (source.ids[found.source_place] == found.source[found.pair]).all()
    assert (target.ids[found.target_place] == found.target[found.pair]).all()


def test_of_too_many_beads_evenly_spread_ones_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    beads: list[Sides] = [({"x", "y"}, {"X", "Y"}) for _ in range(20)]
    assert affordable(beads) == beads
    monkeypatch.setattr(cooccurrence, "MOST_CELLS", 40)
    assert affordable(beads) == beads[::2]
    assert affordable([]) == []
