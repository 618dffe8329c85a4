"""From candidates to beads."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from align.aligners import choosing
from align.aligners.choosing import Evidence, choose
from align.aligners.features import features, prior_of
from align.aligners.field import Area, measured
from align.aligners.inventory import ONE_TO_ONE
from align.aligners.levels import Background, levels, with_lengths
from align.aligners.measures import measures
from align.aligners.model import Model, shipped
from align.aligners.pruning import Candidates, likely_beads
from align.aligners.semimarkov import posteriors
from align.evidence.reading import read
from tests import own
from tests.aligners.every_path import Step, paths
from tests.aligners.made import MadeUpEncoder, story

Array = np.ndarray[Any, np.dtype[Any]]


@cache
def evidence(count: int = 30, corner: tuple[int, int] = (0, 0)) -> Evidence:
    """Return the evidence of so many segments against as many."""
    sides = [read(MadeUpEncoder(), side) for side in own.sides(story(60))]
    area = Area(corner[0], corner[0] + count, corner[1], corner[1] + count)
    field = measured(MadeUpEncoder(), (sides[0], sides[1]), area)
    found, background = likely_beads(field)[0], Background()
    background.add(field)
    return Evidence(
        candidates=found.moved(*field.origin),
        measures=measures(field, found),
        chance=background.means(),
        first=(area.top, area.left),
        last=(area.bottom, area.right),
    )


def steps_of(found: Candidates) -> list[Step]:
    return [Step(*step) for step in np.stack(found[:3], axis=1).tolist()]


def second_round(seen: Evidence, model: Model) -> tuple[Array, Array]:
    """Return the log weight and the posterior of every candidate, written out."""
    kinds, graph = seen.candidates.kinds, seen.graph()
    found = levels(seen.measures, seen.candidates.posteriors, seen.chance)
    first = model.first.scores(*features(seen.measures, kinds, found))
    edges = posteriors(graph, first, model.first.steps).edges
    found = with_lengths(found, seen.measures, edges)
    scores = model.second.scores(*features(seen.measures, kinds, found, prior_of(kinds, edges)))
    return scores, posteriors(graph, scores, model.second.steps).edges


@pytest.mark.parametrize("corner", [(0, 0), (9, 13)])
def test_the_beads_chosen_are_a_way_from_the_first_cell_to_the_last(
    corner: tuple[int, int],
) -> None:
    seen = evidence(30, corner)
    steps = [steps_of(seen.candidates)[k] for k in choose(seen, shipped()).path]
    assert steps[0].start == seen.first
    assert [step.stop for step in steps] == [*(step.start for step in steps[1:]), seen.last]


def test_posteriors_and_costs_are_those_of_the_second_round() -> None:
    seen, model = evidence(), shipped()
    second, shares = second_round(seen, model)
    chosen = choose(seen, model)
    assert chosen.costs == pytest.approx(-second[chosen.path])
    assert chosen.posteriors == pytest.approx(np.minimum(shares[chosen.path], 1))
    assert ((chosen.posteriors >= 0) & (chosen.posteriors <= 1)).all()


def test_the_path_has_the_greatest_expected_number_of_right_beads() -> None:
    seen, model = evidence(5, (20, 20)), shipped()
    chosen = choose(seen, model)
    steps = steps_of(seen.candidates)
    _, shares = second_round(seen, model)
    gain = np.where(seen.candidates.kinds >= ONE_TO_ONE, 1.0, model.omission_gain) * shares
    best = max(paths(steps, seen.first, seen.last), key=lambda path: gain[list(path)].sum())
    assert gain[chosen.path].sum() == pytest.approx(gain[list(best)].sum())


def test_scores_are_the_same_however_many_are_reckoned_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = choose(evidence(), shipped())
    monkeypatch.setattr(choosing, "AT_ONCE", 7)
    parts = choose(evidence(), shipped())
    assert np.array_equal(whole.path, parts.path)
    assert whole.costs == pytest.approx(parts.costs, abs=1e-4)
