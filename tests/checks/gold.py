"""Right pairs of evaluation data, where they are at hand, and how long a check takes."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align.evidence.pair import Pair, Text
from tests.bench.sets import PLAIN_SETS, texts

if TYPE_CHECKING:
    from align.stages import Check

__all__ = ["NEEDS_GOLD", "RIGHT", "pair", "right_pairs", "seconds"]

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("EVALUATION_DATA") or ROOT.parent / "shared" / "data") / "gold"
NEEDS_GOLD = pytest.mark.skipif(
    not DATA.is_dir(), reason="evaluation data not found: set EVALUATION_DATA"
)
RIGHT = (*PLAIN_SETS, "osguide", "law", "literature")  # sets whose pairs are right as they stand


def pair(arabic: str, english: str) -> Pair:
    """Return two texts as a pair, with a region in the language of one."""
    return Pair(source=Text(arabic, "ar-SA"), target=Text(english, "en"))


def right_pairs(name: str) -> list[Pair]:
    """Return the pairs of one segment and one segment of a set."""
    return [
        pair(text.source[bead[0][0]], text.target[bead[1][0]])
        for text in texts(DATA, name)
        for bead in text.gold
        if len(bead[0]) == len(bead[1]) == 1
    ]


def seconds(check: Check, both: Pair) -> float:
    """Return the processor time that a check takes."""
    start = time.process_time()
    list(check(both))
    return time.process_time() - start
