"""The gate of scores: what this package ships must tell right from wrong, and know how surely.

    python -m tests.bench.gate_scores --gold DIR

The model was fitted on these texts, so the figures say that nothing is broken, not how well it
does on others: `tests.bench.fit_scores` says that. Ends with 1 where a figure is under its floor.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import numpy as np

from align.config import Settings
from align.judging import judged, judged_bitext
from align.lines import aligned_texts
from align.model import TranslationUnit
from align.units import UnitMaker
from tests.bench.pair_cases import BASES, KINDS, memories, right_pairs
from tests.bench.reliability import Reliability, auc, calibration_error
from tests.bench.sets import SETS, Text, texts

Array = np.ndarray[Any, np.dtype[Any]]
MEMORY = "side by side"
LEAST_AREA = {"random": 0.985, "neighbour": 0.985, "partial": 0.92, "extra": 0.95}
NOISY = tuple(name for name in SETS if name.endswith("-noisy"))
MOST_ERROR, LEAST_SURE, LEAST_KEPT = 0.03, 0.97, 0.985


def areas(gold: Path, base: str) -> dict[str, float]:
    """Return the area under the curve of each kind of wrong pair of a set."""
    memory = next(m for m in memories(right_pairs(gold, base), base) if m.name == MEMORY)
    units = (
        TranslationUnit(
            id=str(number),
            source=case.source,
            target=case.target,
            source_lang="ar",
            target_lang="en",
            kind="1-1",
            score=1.0,
        )
        for number, case in enumerate(memory.cases)
    )
    odds = np.array([one.log_odds for one in judged(units, Settings())])
    kinds = np.array([case.kind for case in memory.cases])
    return {kind: auc(odds[kinds == "right"], odds[kinds == kind]) for kind in KINDS}


def reliability(gold: Path, name: str) -> Reliability:
    """Return how far the scores of the units of a set can be believed."""
    found = [_scored(text) for text in texts(gold, name)]
    return Reliability(
        name=name,
        scores=np.concatenate([scores for scores, _, _ in found]),
        right=np.concatenate([right for _, right, _ in found]),
        gold=sum(beads for _, _, beads in found),
    )


def _scored(text: Text) -> tuple[Array, Array, int]:
    """Return the scores of a document's units, which are right, and how many there are to find."""
    alignment = aligned_texts(text.source, text.target, Settings())
    units = judged_bitext(UnitMaker(text.name, ("ar", "en"), ()).units(alignment), Settings()).units
    gold = {(tuple(a), tuple(b)) for a, b in text.gold if a and b}
    rows = [
        (unit.score, (tuple(bead.source), tuple(bead.target)) in gold)
        for bead, unit in zip(alignment.beads, units, strict=True)
        if unit is not None
    ]
    scores, right = np.array(rows, float).T
    return scores, right.astype(bool), len(gold)


def broken(gold: Path) -> list[str]:
    """Print all figures and return what is under its floor."""
    found = []
    for base in BASES:
        row = areas(gold, base)
        print(f"{base:<14} " + "  ".join(f"{kind} {area:.4f}" for kind, area in row.items()))
        found += [
            f"{base}: area of {kind} {area:.4f} is under {LEAST_AREA[kind]}"
            for kind, area in row.items()
            if area < LEAST_AREA[kind]
        ]
    for name in NOISY:
        one = reliability(gold, name)
        print(one)
        if calibration_error(one.scores, one.right) > MOST_ERROR:
            found.append(f"{name}: the calibration error is over {MOST_ERROR}")
        if one.at(0.9)[0] < LEAST_SURE or one.at(0.5)[0] < LEAST_KEPT:
            found.append(f"{name}: too few of the units with high scores are right")
    return found


def main() -> None:
    """Measure, print, and end with 1 where something is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    found = broken(parser.parse_args().gold)
    for fault in found:
        print(f"BROKEN {fault}")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
