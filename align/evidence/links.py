"""Links: pairs of segments, one of each side, that something of weight connects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

__all__ = ["Links", "gathered"]

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Segment ``source[k]`` is linked with segment ``target[k]`` by ``weight[k]``.

    Sorted by source, then target, each pair at most once.
    """

    source: Array
    target: Array
    weight: Array

    def __len__(self) -> int:
        return len(self.source)


def gathered(source: Array, target: Array, weight: Array) -> Links:
    """Return the links with the weights of equal pairs added up."""
    width = int(target.max(initial=0)) + 1
    pairs, place = np.unique(source.astype(np.int64) * width + target, return_inverse=True)
    total = np.bincount(place.ravel(), weight, minlength=len(pairs)).astype(np.float64)
    return Links(source=pairs // width, target=pairs % width, weight=total.round(4))
