"""Scores of beads: 0..1, 4 decimals, higher for what is likelier right."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.model import Bead
from align.registry import names
from align.scorers.posterior import bead_scores

ALIGNERS = pytest.mark.parametrize("aligner", names("aligners"))


def scores(pairs: list[tuple[float, float]], aligner: str = "hybrid") -> list[float]:
    """Return the scores of the beads of a document, of such posteriors and log odds."""
    beads = [Bead(source=range(1), target=range(1), cost=0.5, posterior=p) for p, _ in pairs]
    return bead_scores(beads, [odds for _, odds in pairs], aligner)


def score(posterior: float, log_odds: float, aligner: str = "hybrid") -> float:
    (found,) = scores([(posterior, log_odds)], aligner)
    return found


@ALIGNERS
@given(posterior=st.floats(0, 1), log_odds=st.floats(-1e6, 1e6))
@settings(deadline=None)
def test_scores_are_between_0_and_1_with_4_decimals(
    aligner: str, posterior: float, log_odds: float
) -> None:
    found = score(posterior, log_odds, aligner)
    assert 0 <= found <= 1
    assert round(found, 4) == found


@ALIGNERS
def test_a_likelier_bead_scores_higher(aligner: str) -> None:
    rising = [score(p, 0.0, aligner) for p in (0.1, 0.3, 0.6, 0.9)]
    assert rising == sorted(set(rising))


@ALIGNERS
def test_a_better_pair_scores_higher(aligner: str) -> None:
    rising = [score(0.8, odds, aligner) for odds in (-4.0, -1.0, 1.0, 4.0)]
    assert rising == sorted(set(rising))


def test_a_plain_good_pair_is_kept_and_a_hopeless_one_is_doubtful() -> None:
    assert score(0.99, 5.0) > 0.95
    assert score(0.3, -5.0) < 0.5


def test_where_all_are_freely_translated_a_pair_that_is_little_alike_is_trusted_more() -> None:
    *_, among_faithful = scores([(0.9, 4.0)] * 20 + [(0.9, 0.5)])
    *_, among_free = scores([(0.9, 0.5)] * 21)
    assert among_free > among_faithful


def test_every_bead_has_its_score_in_order() -> None:
    pairs = [(0.9, 1.0), (0.2, 2.0), (0.6, -1.0)]
    assert scores(pairs[::-1]) == scores(pairs)[::-1]
    assert len(set(scores(pairs))) == 3


def test_as_many_log_odds_as_beads_are_needed() -> None:
    with pytest.raises(ValueError, match="shorter"):
        list(
            bead_scores([Bead(source=range(1), target=range(1), cost=0, posterior=1)], [], "hybrid")
        )
