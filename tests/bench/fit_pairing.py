"""Fits the model that pairs files by content, and says what it does on sets it has not seen.

``python -m tests.bench.fit_pairing --gold DIR [--write]``
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from align.config import Settings
from align.model import Job
from align.pairing.likeness import MEANING, SURFACE, Likeness
from align.pairing.portrait import Portrait, encoder_of, portrait
from tests.bench.pairing_sets import Twin, gold_twins, own_twins, parts

__all__ = ["main"]

Array = np.ndarray[Any, np.dtype[Any]]
MODEL = Path(__file__).parents[2] / "align" / "pairing" / "model.json"
SETS = ("tico19-noisy", "osguide", "law", "literature", "pud-noisy", "udhr")
# Strangers count four times as much as pairs: every file has many of them and one partner.
STRANGERS = 4.0
STRENGTH = 3.0  # of the data against small weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Pairs of texts of one set: a row of features each, and whether they belong together."""

    table: Array
    right: Array


def main() -> None:
    """Fit, tell, and write the model when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    twins = {name: list(gold_twins(options.gold, name)) for name in SETS}
    twins["own"] = list(own_twins())
    models: dict[str, dict[str, float]] = {}
    for kind, encoder in (("meaning", "use"), ("surface", "none")):
        names = [*(MEANING if kind == "meaning" else ()), *SURFACE]
        samples = {name: _sample(set_, Settings(encoder=encoder)) for name, set_ in twins.items()}
        _tell_left_out(kind, samples)
        fitted = _fitted(list(samples.values()))
        models[kind] = {
            name: round(float(weight), 4)
            for name, weight in zip([*names, "start"], fitted, strict=True)
        }
    print(json.dumps(models, indent=1))
    if options.write:
        MODEL.write_text(json.dumps(models, indent=1) + "\n", encoding="utf-8")


def _sample(twins: list[Twin], settings: Settings) -> Sample:
    """Return all pairs of the parts of some documents, but for parts that overlap."""
    kept, sources, targets = [], [], []
    for piece in (part for twin in twins for part in parts(twin)):
        source, target = (_portrait(piece.text(side), settings) for side in (0, 1))
        if source is not None and target is not None:
            kept.append(piece)
            sources.append(source)
            targets.append(target)
    likeness = Likeness(sources, targets, settings.langs, encoder_of(settings))
    rows, right = [], []
    for i, one in enumerate(kept):
        for j, other in enumerate(kept):
            if i == j or not _overlap(one, other):
                rows.append(list(likeness.features(i, j).values()))
                right.append(i == j)
    return Sample(table=np.array(rows), right=np.array(right))


def _portrait(text: str, settings: Settings) -> Portrait | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text(text, encoding="utf-8")
        return portrait(Job(id="a", paths=(str(path),), names=("a.txt",)), settings)


def _overlap(one: Twin, other: Twin) -> bool:
    first, last = max(one.span[0], other.span[0]), min(one.span[1], other.span[1])
    return one.name == other.name and first < last


def _tell_left_out(kind: str, samples: dict[str, Sample]) -> None:
    for name, sample in samples.items():
        weights = _fitted([other for key, other in samples.items() if key != name])
        odds = sample.table @ weights[:-1] + weights[-1]
        right, wrong = odds[sample.right], odds[~sample.right]
        print(
            f"{kind} without {name}: {(right < 0).sum()} of {len(right)} pairs missed, "
            f"{(wrong > 0).sum()} of {len(wrong)} strangers taken for one; log odds of pairs from "
            f"{right.min():.1f}, of strangers to {wrong.max():.1f}"
        )


def _fitted(samples: list[Sample]) -> Array:
    """Return the weights of the features and the start."""
    from sklearn.linear_model import LogisticRegression

    table = np.concatenate([sample.table for sample in samples])
    right = np.concatenate([sample.right for sample in samples])
    model = LogisticRegression(C=STRENGTH, max_iter=5_000)
    model.fit(table, right, sample_weight=np.concatenate([_weights(s) for s in samples]))
    return np.append(model.coef_[0], model.intercept_[0])


def _weights(sample: Sample) -> Array:
    """Return what each pair counts: larger sets more, but not as much as they are larger."""
    pairs, strangers = sample.right.sum(), (~sample.right).sum()
    whole = np.sqrt(pairs)
    weights: Array = np.where(sample.right, whole / pairs, STRANGERS * whole / strangers)
    return weights


if __name__ == "__main__":
    main()
