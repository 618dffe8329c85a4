"""The compiled loops over words, against plain Python."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.evidence.pairs.loops import FIGURES, UNDER_MEAN, UNSAID, best, word_figures

SHARES = st.floats(0, 1, width=32)


def figures(said: list[float], weights: list[float]) -> dict[str, float]:
    row = word_figures(np.array(said, np.float32), np.array(weights))
    return dict(zip(FIGURES, row.tolist(), strict=True))


def worst_run(said: list[float], weights: list[float], level: float) -> tuple[float, int, int]:
    """Return the greatest sum over all runs, tried one by one, and the first that has it."""
    runs = [
        (sum(weights[k] * (level - said[k]) for k in range(i, j)), i, j)
        for i in range(len(said))
        for j in range(i + 1, len(said) + 1)
    ]
    return max(runs, key=lambda run: run[0])


@given(st.lists(st.lists(SHARES, min_size=3, max_size=3), min_size=1, max_size=5))
@settings(deadline=None)
def test_the_best_of_every_row_and_column_is_found(rows: list[list[float]]) -> None:
    table = np.array(rows, np.float32)
    of_rows, of_columns = best(table.ravel(), *table.shape)
    assert of_rows.tolist() == table.max(axis=1).tolist()
    assert of_columns.tolist() == table.max(axis=0).tolist()


@given(st.lists(st.tuples(SHARES, st.floats(0.125, 4)), min_size=1, max_size=7))
@settings(deadline=None)
def test_the_gap_is_the_worst_of_all_runs(words: list[tuple[float, float]]) -> None:
    said, weights = [word[0] for word in words], [word[1] for word in words]
    found = figures(said, weights)
    sum_, _, _ = worst_run(said, weights, UNSAID)
    assert found["gap"] == pytest.approx(max(0.0, sum_), abs=1e-5)
    if sum_ > 1e-3:
        part = slice(int(found["gap_start"]), int(found["gap_end"]))
        inside = zip(weights[part], said[part], strict=True)
        assert sum(w * (UNSAID - s) for w, s in inside) == pytest.approx(sum_, abs=1e-5)
    mean = float(np.mean(np.array(said, np.float32)))
    dip, _, _ = worst_run(said, weights, mean - UNDER_MEAN)
    assert found["dip"] == pytest.approx(max(0.0, dip) / sum(weights), abs=1e-5)


def test_a_text_of_which_all_is_said_has_no_gap() -> None:
    found = figures([0.9, 1.0, 0.8], [1, 2, 1])
    assert found["words"] == pytest.approx(0.925)
    assert found["gap"] == found["gap_share"] == found["dip"] == 0


def test_the_end_that_is_not_said_is_the_gap_and_makes_the_text_lean() -> None:
    whole = figures([0.9, 0.9, 0.9, 0.9, 0.9, 0.9], [1] * 6)
    cut = figures([0.9, 0.9, 0.9, 0.9, 0.0, 0.1], [1] * 6)
    assert (cut["gap_start"], cut["gap_end"]) == (4, 6)
    assert cut["lean"] > 0.3
    assert whole["lean"] == pytest.approx(0, abs=1e-6)
    assert cut["misses"] == pytest.approx(2.3)


def test_a_text_without_words_says_nothing_for_or_against() -> None:
    found = figures([], [])
    assert found["words"] == 0.5
    assert not any(value for name, value in found.items() if name != "words")
