"""Scores: 0..1, 4 decimals, higher for what is likelier right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.model import Alignment, Bead
from align.registry import names, resolve
from align.scorers.posterior import hybrid
from tests.aligners.samples import cut

if TYPE_CHECKING:
    from align.stages import Scorer


def alignment(*beads: Bead) -> Alignment:
    sample = cut(["ب"] * 20, ["b"] * 20)
    return Alignment(
        bitext=sample.bitext,
        source=sample.source,
        target=sample.target,
        beads=beads,
        stretches=(range(len(beads)),),
    )


def bead(cost: float = 0.5, posterior: float = 0.9, shape: tuple[int, int] = (1, 1)) -> Bead:
    return Bead(source=range(shape[0]), target=range(shape[1]), cost=cost, posterior=posterior)


def score(one: Bead, aligner: str = "hybrid") -> float:
    scorer: Scorer = resolve("scorers", aligner)
    (found,) = scorer(alignment(one))
    assert found is not None
    return found


@pytest.mark.parametrize("shape", [(1, 0), (0, 1), (3, 0)])
def test_a_bead_with_an_empty_side_has_no_score(shape: tuple[int, int]) -> None:
    assert hybrid(alignment(bead(shape=shape))) == [None]


def test_every_bead_has_its_score_in_order() -> None:
    beads = bead(posterior=0.99), bead(shape=(1, 0)), bead(posterior=0.2)
    scores = hybrid(alignment(*beads))
    assert scores == [score(beads[0]), None, score(beads[2])]


@pytest.mark.parametrize("aligner", names("aligners"))
@given(
    cost=st.floats(0, 1e9),
    posterior=st.floats(0, 1),
    shape=st.tuples(st.integers(1, 9), st.integers(1, 9)),
)
@settings(deadline=None)
def test_scores_are_between_0_and_1_with_4_decimals(
    aligner: str, cost: float, posterior: float, shape: tuple[int, int]
) -> None:
    found = score(bead(cost, posterior, shape), aligner)
    assert 0 <= found <= 1
    assert round(found, 4) == found


@pytest.mark.parametrize("aligner", names("aligners"))
def test_a_likelier_bead_scores_higher(aligner: str) -> None:
    scores = [score(bead(posterior=p), aligner) for p in (0.1, 0.3, 0.6, 0.9)]
    assert scores == sorted(set(scores))


def test_a_dearer_bead_scores_lower_where_meaning_is_weighed() -> None:
    assert score(bead(cost=4.0)) < score(bead(cost=0.5))


def test_a_larger_bead_scores_lower_by_length_alone() -> None:
    larger, plain = bead(cost=0.0, shape=(3, 2)), bead(cost=0.0)
    assert score(larger, "gale-church") < score(plain, "gale-church")


def test_a_plain_good_pair_is_kept_and_a_hopeless_one_is_doubtful() -> None:
    assert score(bead(cost=0.5, posterior=0.99)) > 0.9
    assert score(bead(cost=8.0, posterior=0.3)) < 0.1
