"""Fit the model of the hybrid aligner, and show how it does on texts it has not seen.

    python -m tests.bench.fit --gold DIR [--left-out FAMILY…] [--write] [--cache FILE]

Without ``--write`` each family of gold sets (see `tests.bench.sets.FAMILIES`) is left out in turn
and the model fitted on the others aligns it: these are the figures to believe. ``--write`` fits
on everything and writes ``align/aligners/model.json``. Maximum likelihood of a conditional random
field (Lafferty, McCallum & Pereira 2001) with a Gaussian prior, by L-BFGS.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from align.aligners.choosing import choose
from align.aligners.features import features, prior_of
from align.aligners.inventory import SHAPES
from align.aligners.levels import levels, with_lengths
from align.aligners.model import Model, Round
from align.aligners.semimarkov import STATES, posteriors
from align.evaluate import Indexes, Result, total
from tests.bench.sets import FAMILIES, digest, present
from tests.bench.training import Example, examples

Array = np.ndarray[Any, np.dtype[Any]]
MODEL = Path(__file__).parents[2] / "align" / "aligners" / "model.json"
PRIOR = 1.0  # of weights of features scaled to a mean square of one
OMISSION_GAIN = 0.4
NEVER = -1e9  # an omission of source behind one of target: the same beads in another order
LEARNED = [(0, 1), (0, 2), (1, 1), (1, 2), (2, 2)]  # steps; those back to a match are the measure
ITERATIONS = 80


@dataclass(slots=True)
class Case:
    """An example with the features of one round."""

    example: Example
    names: list[str]
    table: Array
    seen: Array  # sums of the features along the right path
    steps: Array  # transitions along the right path

    @classmethod
    def of(cls, example: Example, names: list[str], table: Array) -> Case:
        """Return the case of an example that has a right path."""
        assert example.path is not None
        steps = np.zeros((STATES, STATES))
        states = [0, *example.graph.state[example.path].tolist()]
        np.add.at(steps, (states[:-1], states[1:]), 1)
        return cls(example, names, table, table[example.path].sum(axis=0), steps)


def first_case(example: Example, without: tuple[str, ...] = ()) -> Case:
    """Return an example as the first round sees it; ``without`` as in `fitted`."""
    evidence = example.evidence
    found = levels(evidence.measures, evidence.candidates.posteriors, evidence.chance)
    names, table = features(evidence.measures, evidence.candidates.kinds, found)
    return Case.of(example, *_kept(names, table, without))


def second_case(case: Case, model: Round, without: tuple[str, ...] = ()) -> Case:
    """Return an example as the second round sees it."""
    evidence, kinds = case.example.evidence, case.example.evidence.candidates.kinds
    sums = posteriors(case.example.graph, model.scores(case.names, case.table), model.steps)
    found = levels(evidence.measures, evidence.candidates.posteriors, evidence.chance)
    found = with_lengths(found, evidence.measures, sums.edges)
    prior = prior_of(kinds, sums.edges)
    names, table = features(evidence.measures, kinds, found, prior)
    return Case.of(case.example, *_kept(names, table, without))


def _kept(names: list[str], table: Array, without: tuple[str, ...]) -> tuple[list[str], Array]:
    """Return the features but for those that begin with ``without``."""
    kept = [at for at, name in enumerate(names) if not (without and name.startswith(without))]
    return [names[at] for at in kept], np.ascontiguousarray(table[:, kept])


def round_of(cases: list[Case]) -> Round:
    """Return the weights that make the right paths likeliest."""
    names = cases[0].names
    squares = sum((case.table.astype(np.float64) ** 2).sum(axis=0) for case in cases)
    scale = np.sqrt(squares / sum(len(case.table) for case in cases))
    scale[scale == 0] = 1.0

    from scipy.optimize import minimize

    def loss(parameters: Array) -> tuple[float, Array]:
        return loss_and_gradient(parameters, cases, scale)

    start = np.zeros(len(names) + len(LEARNED))
    found = minimize(
        loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS, "maxcor": 20}
    )
    return _round(found.x, names, scale)


def _round(parameters: Array, names: list[str], scale: Array) -> Round:
    weights = parameters[: len(names)] / scale
    steps = np.zeros((STATES, STATES))
    steps[2, 1] = NEVER
    for value, (before, after) in zip(parameters[len(names) :], LEARNED, strict=True):
        steps[before, after] = value
    return Round(weights=dict(zip(names, weights.tolist(), strict=True)), steps=steps)


def loss_and_gradient(parameters: Array, cases: list[Case], scale: Array) -> tuple[float, Array]:
    """Return the negative log likelihood, the prior included, and its gradient."""
    names = cases[0].names
    model = _round(parameters, names, scale)
    loss = PRIOR / 2 * float(parameters @ parameters)
    gradient = PRIOR * parameters
    for case in cases:
        scores = model.scores(names, case.table)
        sums = posteriors(case.example.graph, scores, model.steps)
        right = scores[case.example.path].sum() + sum(
            case.steps[step] * model.steps[step] for step in LEARNED
        )
        loss += sums.total - right
        expected = sums.edges.astype(np.float32) @ case.table
        gradient[: len(names)] += (expected - case.seen) / scale
        gradient[len(names) :] += [sums.steps[step] - case.steps[step] for step in LEARNED]
    return loss, gradient


def fitted(found: list[Example], without: tuple[str, ...] = ()) -> Model:
    """Return the model fitted on all examples that have a right path.

    Features that begin with ``without`` are left aside and weigh nothing.
    """
    cases = [first_case(example, without) for example in found if example.path]
    first = round_of(cases)
    second = round_of([second_case(case, first, without) for case in cases])
    return Model(first=_whole(first), second=_whole(second), omission_gain=OMISSION_GAIN)


def _whole(one: Round) -> Round:
    """Return a round that knows all features; those it was fitted without weigh nothing."""
    return Round(weights=defaultdict(float, one.weights), steps=one.steps)


def compared(example: Example, model: Model) -> Result:
    """Return what is right of the beads the model chooses."""
    chosen = choose(example.evidence, model)
    found = example.evidence.candidates
    beads: list[Indexes] = []
    for row, column, kind in zip(
        *(side[chosen.path].tolist() for side in (found.rows, found.columns, found.kinds)),
        strict=True,
    ):
        a, b = SHAPES[kind].tolist()
        beads.append((tuple(range(row, row + a)), tuple(range(column, column + b))))
    return example.text.compared(beads)


def results(found: list[Example], model: Model) -> dict[str, Result]:
    """Return what is right of each set among the examples."""
    by_set: defaultdict[str, list[Result]] = defaultdict(list)
    for example in found:
        if example.set is not None:
            by_set[example.set].append(compared(example, model))
    return {name: total(each) for name, each in by_set.items()}


def left_out(found: list[Example], family: str, without: tuple[str, ...] = ()) -> dict[str, Result]:
    """Return the results of a family's sets by a model fitted on the other families."""
    others = [example for example in found if example.family != family]
    own = [example for example in found if example.family == family]
    return results(own, fitted(others, without))


def report(found: dict[str, Result]) -> None:
    """Print the figures of each set."""
    for name, result in found.items():
        figures = {key: counts.figures()["f1"] for key, counts in result.measures.items()}
        columns = "".join(f"  {key} {value:.4f}" for key, value in figures.items())
        print(f"  {name:<14}{columns}", flush=True)


def written(model: Model, gold: Path) -> str:
    """Return the model as the text of its file, with where it comes from."""

    def of(one: Round) -> dict[str, Any]:
        weights = {name: round(value, 5) for name, value in one.weights.items()}
        return {"steps": one.steps.round(5).tolist(), "weights": weights}

    data = {
        "about": "Weights of the hybrid aligner; see align/aligners/model.py.",
        "fitted_by": "python -m tests.bench.fit --gold DIR --write",
        "fitted_on": {name: digest(gold, name) for name in present(gold)},
        "prior": PRIOR,
        "omission_gain": model.omission_gain,
        "first": of(model.first),
        "second": of(model.second),
    }
    return json.dumps(data, indent=1) + "\n"


def main() -> None:
    """Fit, and print or write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--left-out", nargs="*", default=list(FAMILIES), choices=list(FAMILIES))
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()
    found = examples(options.gold, options.cache)
    print(f"{len(found)} texts, {sum(not example.path for example in found)} without a right path")
    if options.write:
        model = fitted(found)
        MODEL.write_text(written(model, options.gold), encoding="utf-8")
        print("fitted on everything:")
        report(results(found, model))
        return
    for family in options.left_out:
        print(f"{family} left out:", flush=True)
        report(left_out(found, family))


if __name__ == "__main__":
    main()
