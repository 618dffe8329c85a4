"""What the scores are made of: the fitted parts of ``model.json``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from align.scorers.trees import Trees

__all__ = ["ScoreModel", "Weights", "shipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each kind of evidence adds to the log odds that a bead is right."""

    bias: float
    posterior: float  # per unit of log odds of the posterior
    pair: float  # per unit of log odds of the pair


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreModel:
    """Log odds at a prior of one half, but for those of beads, where it is that of aligned texts.

    ``pairs`` says whether a pair is right, ``surface`` the same without an encoder, ``coverage``
    whether one side says something that the other does not; ``beads`` is by aligner.
    """

    pairs: Trees
    surface: Trees
    coverage: Trees
    beads: dict[str, Weights]


@lru_cache(maxsize=1)
def shipped() -> ScoreModel:
    """Return the model of this package."""
    text = (resources.files("align.scorers") / "model.json").read_text(encoding="utf-8")
    return from_json(json.loads(text))


def from_json(data: dict[str, Any]) -> ScoreModel:
    """Return a model from the contents of its file."""
    pairs, surface, coverage = (
        Trees.from_json(data[name]) for name in ("pairs", "surface", "coverage")
    )
    beads = {name: Weights(**weights) for name, weights in data["beads"].items()}
    return ScoreModel(pairs=pairs, surface=surface, coverage=coverage, beads=beads)
