"""The model: weights of the features, and the two rounds in which it is asked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np

__all__ = ["Model", "Round", "shipped"]

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round's weights: of the features by name, and of the transitions between states."""

    weights: dict[str, float]
    steps: Array  # log weights, (before, after), see `align.aligners.semimarkov`

    def scores(self, names: list[str], table: Array) -> Array:
        """Return the log weight of each bead from its features."""
        weights = np.array([self.weights[name] for name in names], np.float32)
        scores: Array = (table @ weights).astype(np.float64)
        return scores


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """What a text is aligned by: a first round, and one that knows which kinds it is made of."""

    first: Round
    second: Round
    omission_gain: float  # of a right omission against a right match, when beads are chosen


@lru_cache(maxsize=1)
def shipped() -> Model:
    """Return the model of this package, from ``model.json``."""
    text = (resources.files("align.aligners") / "model.json").read_text(encoding="utf-8")
    return from_json(json.loads(text))


def from_json(data: dict[str, Any]) -> Model:
    """Return a model from the contents of its file."""
    first, second = (
        Round(weights=data[name]["weights"], steps=np.array(data[name]["steps"], float))
        for name in ("first", "second")
    )
    return Model(first=first, second=second, omission_gain=data["omission_gain"])
