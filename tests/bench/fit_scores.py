"""Fit the scores: how likely a pair of texts is right, and a bead of an alignment.

    python -m tests.bench.fit_scores --gold DIR [--write] [--cache FILE] [--diagram FILE.svg]

Grows the trees of ``align/scorers/model.json`` on right and wrong pairs made of the gold sets (see
``pair_cases``) and weighs them against the aligner's posterior on the beads it finds. Prints how
well all this does on each set when the set, and everything made of its texts, is left out: the
area under the ROC curve by kind of wrong pair, and of beads the expected calibration error over
ten bins of equal count, how many of those scored 0.9 and more are right, and precision and recall
of those scored 0.5 and more. ``--write`` fits on all sets and writes the model.
"""

from __future__ import annotations

import argparse
import json
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from align.evidence.pairs.table import COVERAGE_COLUMNS, PAIR_COLUMNS, SURFACE_COLUMNS
from align.scorers.model import Weights
from align.scorers.posterior import BEAD_COLUMNS, bead_columns
from tests.bench.boosting import grown, written
from tests.bench.pair_cases import BASES, HALF_WRONG, KINDS
from tests.bench.pair_figures import (
    ALIGNERS,
    Beads,
    Figures,
    bead_figures,
    pair_figures,
    remembered,
)
from tests.bench.reliability import Reliability, auc, diagram
from tests.bench.sets import FAMILIES, digest, present

if TYPE_CHECKING:
    from align.scorers.trees import Trees

Array = np.ndarray[Any, np.dtype[Any]]
COLUMNS = {"pairs": PAIR_COLUMNS, "surface": SURFACE_COLUMNS}
TREES_OF = {"hybrid": "pairs", "gale-church": "surface"}
STEPS = 50  # of Newton's method; it converges in fewer than ten
RIDGE = 1e-3
MIXED = ("50% wrong", "side by side")


class Fold:
    """What is fitted without one set and everything made of its texts; without none, on all."""

    def __init__(self, figures: list[Figures], left_out: str | None) -> None:
        """Grow the trees of all three models."""
        used = [one for one in figures if one.base != left_out]
        self.left_out = left_out
        self.trees = {name: _pair_trees(used, name) for name in COLUMNS}
        self.coverage = _coverage_trees(used)

    def log_odds(self, name: str, table: Array) -> Array:
        """Return the log odds of pairs by their figures."""
        return self.trees[name].log_odds(COLUMNS[name], table)


def _pair_trees(figures: list[Figures], name: str) -> Trees:
    table = np.concatenate([getattr(one, name) for one in figures])
    kinds = np.concatenate([one.kinds for one in figures])
    plain = kinds != HALF_WRONG
    truth, shares = kinds[plain] == "right", _shares(figures)[plain]
    return grown(COLUMNS[name], table[plain], truth, _balanced(shares, truth), monotone=True)


def _coverage_trees(figures: list[Figures]) -> Trees:
    """Return the trees that tell the side that says more from sides that do not."""
    tables, truth, shares = [], [], []
    for one in figures:
        related = ~np.isin(one.kinds, ("random", "neighbour"))
        unsaid = np.array([-1 if c.unsaid is None else c.unsaid for c in one.memory.cases])[related]
        for side in (0, 1):
            tables.append(one.coverage[side][related])
            truth.append(unsaid == side)
            shares.append(np.full(len(unsaid), 1 / np.sqrt(_size(figures, one.base))))
    said_alone = np.concatenate(truth)
    weights = _balanced(np.concatenate(shares), said_alone)
    return grown(COVERAGE_COLUMNS, np.concatenate(tables), said_alone, weights, monotone=False)


def _shares(figures: list[Figures]) -> Array:
    """Return weights that give small sets a say."""
    each = [np.full(len(one.kinds), 1 / np.sqrt(_size(figures, one.base))) for one in figures]
    return np.concatenate(each)


def _size(figures: list[Figures], base: str) -> int:
    return sum(len(one.kinds) for one in figures if one.base == base)


def _balanced(weights: Array, truth: Array) -> Array:
    balanced = weights.copy()
    balanced[truth] *= weights[~truth].sum() / weights[truth].sum()
    balanced /= balanced.mean()
    return balanced


def _weighed(folds: dict[str, Fold], beads: list[Beads], aligner: str, out: str | None) -> Array:
    """Return the weights of beads, fitted without the family ``out``.

    Each family's trees are those grown without it, so that they are not taken for surer than they
    are on new texts.
    """
    used = [one for one in beads if one.aligner == aligner and one.family != out]
    rows = [_rows(folds[one.family], one) for one in used]
    share = [np.full(len(one.right), 1 / np.sqrt(_beads(used, one.family))) for one in used]
    right = np.concatenate([one.right for one in used]).astype(float)
    return _logistic(np.concatenate(rows), right, np.concatenate(share))


def _beads(beads: list[Beads], family: str) -> int:
    return sum(len(one.right) for one in beads if one.family == family)


def _rows(fold: Fold, beads: Beads) -> Array:
    odds = fold.log_odds(TREES_OF[beads.aligner], beads.table)
    return np.array(list(bead_columns(beads.posterior.tolist(), odds.tolist())))


def _logistic(x: Array, y: Array, share: Array) -> Array:
    """Return the weights of a logistic regression over weighted rows."""
    share = share / share.mean()
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        curvature = (x * (share * p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(weights))
        step = x.T @ (share * (y - p)) - RIDGE * weights
        weights = weights + np.linalg.solve(curvature, step)
    return weights


def report_pairs(folds: dict[str, Fold], figures: list[Figures]) -> None:
    """Print the areas under the curve, of pairs of one segment against one."""
    print(f"{'pairs':<12} {'memory':<14} " + "  ".join(f"{kind:>9}" for kind in KINDS))
    for base in BASES:
        for name in (*MIXED, "apart", "small"):
            right, wrong = _scores(folds[base], figures, name)
            areas = (auc(right, wrong[kind]) for kind in KINDS)
            print(f"{base:<12} {name:<14} " + "  ".join(f"{area:9.4f}" for area in areas))


def _scores(fold: Fold, figures: list[Figures], name: str) -> tuple[Array, dict[str, Array]]:
    """Return the log odds of right pairs and of wrong ones by kind; apart is memory by memory."""
    names = {"right", *KINDS} if name == "apart" else {name}
    used = [one for one in figures if one.base == fold.left_out and one.memory.name in names]
    odds = np.concatenate([fold.log_odds("pairs", one.pairs)[one.plain] for one in used])
    kinds = np.concatenate([one.kinds[one.plain] for one in used])
    return odds[kinds == "right"], {kind: odds[kinds == kind] for kind in KINDS}


def report_coverage(folds: dict[str, Fold], figures: list[Figures]) -> None:
    """Print how well text that one side says alone is found, in memories of which half is wrong."""
    for base in BASES:
        fold = folds[base]
        one = next(f for f in figures if f.base == base and f.memory.name == MIXED[0])
        sides = [fold.coverage.log_odds(COVERAGE_COLUMNS, one.coverage[s]) for s in (0, 1)]
        right = np.maximum(*sides)[one.kinds == "right"]
        for kind in ("partial", "extra", HALF_WRONG):
            places = np.flatnonzero(one.kinds == kind)
            own = np.array([sides[one.memory.cases[n].unsaid or 0][n] for n in places])
            limits = ", ".join(
                f"> {p}: {(own > np.log(p / (1 - p))).mean():.2f}"
                f" ({(right > np.log(p / (1 - p))).mean():.3f})"
                for p in (0.5, 0.7, 0.8, 0.9)
            )
            print(f"{base:<12} {kind:<8} found, right pairs alarmed: {limits}")


def report_beads(folds: dict[str, Fold], beads: list[Beads]) -> list[Reliability]:
    """Print the reliability of the beads' scores, and return it by aligner and set."""
    found = []
    for aligner in ALIGNERS:
        for family, names in FAMILIES.items():
            weights = _weighed(folds, beads, aligner, family)
            for name in names:
                used = [one for one in beads if (one.set, one.aligner) == (name, aligner)]
                if not used:
                    continue
                x = np.concatenate([_rows(folds[family], one) for one in used])
                reliability = Reliability(
                    name=f"{aligner} {name}",
                    scores=1 / (1 + np.exp(-x @ weights)),
                    right=np.concatenate([one.right for one in used]),
                    gold=sum(one.gold for one in used),
                )
                print(reliability)
                found.append(reliability)
    return found


def write(gold: Path, fold: Fold, weights: dict[str, Array]) -> None:
    """Write the model of the package."""
    beads = {
        aligner: {name: round(float(w), 4) for name, w in zip(BEAD_COLUMNS, row, strict=True)}
        for aligner, row in weights.items()
    }
    for row in beads.values():
        Weights(**row)  # has all that is asked for
    model = {
        "about": "Trees and weights of the scores; see align/scorers/model.py.",
        "fitted_by": "python -m tests.bench.fit_scores --gold DIR --write",
        "fitted_on": {name: digest(gold, name) for name in present(gold)},
        "beads": beads,
        **{name: written(trees) for name, trees in fold.trees.items()},
        "coverage": written(fold.coverage),
    }
    text = (
        json.dumps(model, separators=(",", ":"))
        .replace(",[[", ",\n[[")
        .replace('"pairs"', '\n"pairs"')
    )
    path = Path(str(resources.files("align.scorers") / "model.json"))
    path.write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Fit, print, and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--cache", type=Path, help="where the figures are kept, or were")
    parser.add_argument("--diagram", type=Path, help="an SVG of the reliability of beads' scores")
    options = parser.parse_args()
    cache = options.cache
    figures = remembered(cache, lambda: pair_figures(options.gold))
    beads = remembered(cache and cache.with_suffix(".beads"), lambda: bead_figures(options.gold))
    folds = {base: Fold(figures, base) for base in BASES}
    report_pairs(folds, figures)
    report_coverage(folds, figures)
    reliabilities = report_beads(folds, beads)
    if options.diagram:
        options.diagram.write_text(diagram(reliabilities), encoding="utf-8")
    if options.write:
        weights = {name: _weighed(folds, beads, name, None) for name in ALIGNERS}
        write(options.gold, Fold(figures, None), weights)


if __name__ == "__main__":
    main()
