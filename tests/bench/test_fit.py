"""Fitting the model."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from align.aligners.choosing import Evidence
from align.aligners.field import Area, measured
from align.aligners.inventory import SHAPES
from align.aligners.levels import Background
from align.aligners.measures import measures
from align.aligners.model import from_json, shipped
from align.aligners.pruning import likely_beads
from align.aligners.semimarkov import STATES
from align.evidence.reading import read
from tests import own
from tests.aligners.every_path import Step, paths
from tests.aligners.made import MadeUpEncoder, story
from tests.bench import fit
from tests.bench.sets import Text
from tests.bench.training import Example

if TYPE_CHECKING:
    from pathlib import Path

Array = np.ndarray[Any, np.dtype[Any]]
SMALL = 6  # segments


def example(count: int, seed: int) -> Example:
    """Return an example of a made-up text with its right path."""
    beads = story(count, seed)
    source, target = own.sides(beads)
    sides = read(MadeUpEncoder(), source), read(MadeUpEncoder(), target)
    field = measured(MadeUpEncoder(), sides, Area(0, len(source), 0, len(target)))
    found, background = likely_beads(field)[0], Background()
    background.add(field)
    evidence = Evidence(
        candidates=found,
        measures=measures(field, found),
        chance=background.means(),
        first=(0, 0),
        last=(len(source), len(target)),
    )
    text = Text(name="made up", source=source, target=target, gold=own.indexes(beads))
    return Example(
        family="made up", set="made up", text=text, evidence=evidence, graph=evidence.graph(),
        path=right_path(evidence, beads),
    )  # fmt: skip


def right_path(evidence: Evidence, beads: tuple[own.Bead, ...]) -> list[int] | None:
    found = evidence.candidates
    numbers = {
        (row, column, *SHAPES[kind].tolist()): number
        for number, (row, column, kind) in enumerate(
            zip(*(side.tolist() for side in found[:3]), strict=True)
        )
    }
    path, row, column = [], 0, 0
    for source, target in beads:
        path.append(numbers.get((row, column, len(source), len(target)), -1))
        row, column = row + len(source), column + len(target)
    return path if min(path) >= 0 else None


@cache
def examples(count: int = SMALL) -> list[Example]:
    return [one for seed in range(4) if (one := example(count, seed)).path]


@cache
def cases() -> list[fit.Case]:
    return [fit.first_case(one) for one in examples()]


def scale() -> Array:
    return np.random.default_rng(2).uniform(0.5, 2, len(cases()[0].names))


def parameters(seed: int, size: float = 0.2) -> Array:
    count = len(cases()[0].names) + len(fit.LEARNED)
    found: Array = size * np.random.default_rng(seed).standard_normal(count)
    return found


def test_there_are_examples_with_a_right_path() -> None:
    assert len(examples()) >= 3


@pytest.mark.parametrize("seed", range(2))
def test_the_gradient_is_that_of_small_steps(seed: int) -> None:
    at, step = parameters(seed), 1e-2
    gradient = fit.loss_and_gradient(at, cases(), scale())[1]
    for number in range(len(at)):
        aside = np.zeros(len(at))
        aside[number] = step
        up, down = (fit.loss_and_gradient(at + way * aside, cases(), scale())[0] for way in (1, -1))
        assert gradient[number] == pytest.approx((up - down) / (2 * step), abs=0.02, rel=0.02)


def test_the_loss_is_the_log_of_the_share_of_the_right_path_and_the_prior() -> None:
    case, at = cases()[0], parameters(5)
    model = fit._round(at, case.names, scale())
    evidence = case.example.evidence
    found = np.stack(evidence.candidates[:3], axis=1).tolist()
    scores = model.scores(case.names, case.table)
    state = case.example.graph.state

    def weight(path: tuple[int, ...]) -> float:
        before, total = 0, 0.0
        for number in path:
            total += scores[number] + model.steps[before, state[number]]
            before = state[number]
        return total

    every = [
        weight(path)
        for path in paths([Step(*step) for step in found], evidence.first, evidence.last)
    ]
    assert case.example.path is not None
    share = weight(tuple(case.example.path)) - float(np.logaddexp.reduce(every))
    wanted = fit.PRIOR / 2 * float(at @ at) - share
    assert fit.loss_and_gradient(at, [case], scale())[0] == pytest.approx(wanted, rel=1e-3)


@pytest.mark.parametrize("without", [(), ("words", "clauses")])
def test_the_fitted_model_finds_the_right_beads(without: tuple[str, ...]) -> None:
    pytest.importorskip("scipy", reason="the fit needs scipy: pip install --group fit")
    found = examples(30)
    model = fit.fitted(found, without)
    result = [fit.compared(one, model).measures["strict"] for one in found]
    assert sum(one.right for one in result) >= 0.95 * sum(one.gold for one in result)
    assert model.first.steps[2, 1] == fit.NEVER
    assert model.first.steps[:, 0].tolist() == [0] * STATES
    aside = {name for name in cases()[0].names if name.startswith(without)} if without else set()
    assert not any(model.first.weights[name] for name in aside)


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    model = shipped()
    data = json.loads(fit.written(model, tmp_path))
    again = from_json(data)
    assert again.first.weights == model.first.weights
    assert again.second.steps.tolist() == model.second.steps.tolist()
    assert again.omission_gain == model.omission_gain
    assert data["fitted_on"] == {}  # nothing lies there
