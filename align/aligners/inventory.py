"""The kinds of beads the hybrid aligner considers, as (source, target) numbers of segments."""

from __future__ import annotations

from typing import Any

import numpy as np

__all__ = ["INVENTORY", "LONGEST", "OMITTED_SOURCE", "OMITTED_TARGET", "ONE_TO_ONE", "SHAPES"]

Array = np.ndarray[Any, np.dtype[Any]]
# How many segments of the other side so many of one may answer: classical prose sets nine or ten
# English sentences for an Arabic one.
_REACH = {1: 10, 2: 8, 3: 6, 4: 4, 5: 3, 6: 3, 7: 2, 8: 2, 9: 1, 10: 1}
LONGEST = max(_REACH)
SHAPES: Array = np.array(
    [(0, 1), (1, 0), *((a, b) for a, reach in _REACH.items() for b in range(1, reach + 1))]
)
OMITTED_TARGET, OMITTED_SOURCE, ONE_TO_ONE = 0, 1, 2
INVENTORY: Array = np.full((LONGEST + 1, LONGEST + 1), -1)  # shape -> its row in SHAPES
INVENTORY[SHAPES[:, 0], SHAPES[:, 1]] = np.arange(len(SHAPES))
