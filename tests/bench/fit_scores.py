"""Fit the weights of the scores: how likely is a bead with such a posterior, cost and size right.

    python -m tests.bench.fit_scores --gold DIR

Prints, for each aligner, the weights of a logistic regression over all gold sets (those in
``align/scorers/posterior.py``), and how well they hold on each set when it is left out: the
expected calibration error over ten bins of equal count, and how many of the beads scored 0.9 and
more, and 0.5 and more, are right.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from align.config import Settings
from align.evaluate import read_gold
from align.gold import LineDocument, find_gold
from align.lines import LineBead, align_lines, read_lines
from align.scorers.posterior import SUREST
from tests.bench.gate import ALIGNERS, SETS

Array = np.ndarray[Any, np.dtype[Any]]
STEPS = 50  # of Newton's method; it converges in fewer than ten
RIDGE = 1e-3
BINS = 10
# The posterior of hybrid knows the size; by length alone the cost says little.
COLUMNS = {"hybrid": [0, 1, 2], "gale-church": [0, 1, 3]}


def features(bead: LineBead) -> list[float]:
    """Return bias, log odds of the posterior, cost a pair of segments, and size of a bead."""
    posterior = min(max(bead.posterior, 1 - SUREST), SUREST)
    pairs = len(bead.source) * len(bead.target)
    size = len(bead.source) + len(bead.target) - 2
    return [1.0, float(np.log(posterior / (1 - posterior))), bead.cost / pairs, size]


def collect(gold: Path, aligner: str) -> tuple[Array, Array, Array]:
    """Return features, truth and set of every bead with two sides."""
    rows: list[list[float]] = []
    truth: list[bool] = []
    names: list[str] = []
    settings = Settings(aligner=aligner)
    for name, (folder, pattern) in SETS.items():
        for document in find_gold(gold / folder, pattern, settings.langs):
            assert isinstance(document, LineDocument)
            right = {*read_gold(document.gold)}
            source, target = (read_lines(path, settings.read) for path in document.sides)
            for bead in align_lines(source, target, settings):
                if bead.source and bead.target:
                    rows.append(features(bead))
                    truth.append((bead.source, bead.target) in right)
                    names.append(name)
    return np.array(rows), np.array(truth, float), np.array(names)


def fit(x: Array, y: Array) -> Array:
    """Return the weights of a logistic regression."""
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        curvature = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(curvature, x.T @ (y - p) - RIDGE * weights)
    return weights


def calibration_error(p: Array, y: Array) -> float:
    """Return the expected calibration error over bins of equal count."""
    bins = np.array_split(np.argsort(p), BINS)
    return float(sum(abs(p[b].mean() - y[b].mean()) * len(b) for b in bins if len(b)) / len(p))


def share_right(p: Array, y: Array, least: float) -> str:
    """Return how many of the beads scored ``least`` and more are right, and how many there are."""
    kept = p >= least
    return f"{y[kept].mean() if kept.any() else 0:.3f} of {kept.mean():.2f}"


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    gold = parser.parse_args().gold
    for aligner in ALIGNERS:
        x, y, names = collect(gold, aligner)
        x = x[:, COLUMNS[aligner]]
        print(f"{aligner}: {len(y)} beads, weights {np.round(fit(x, y), 2)}")
        for name in dict.fromkeys(names.tolist()):
            out = names == name
            p = 1 / (1 + np.exp(-x[out] @ fit(x[~out], y[~out])))
            shares = f">= .9 {share_right(p, y[out], 0.9)}  >= .5 {share_right(p, y[out], 0.5)}"
            print(f"  {name:<14} calibration error {calibration_error(p, y[out]):.3f}  {shares}")


if __name__ == "__main__":
    main()
