"""What is to be expected of a text's units: how many of them are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["doubt", "expected_precision"]

LEAST = 0.75  # expected share of right units, below which a text had better be reviewed
FEW = 5  # units; fewer say nothing of a text


def expected_precision(scores: Sequence[float]) -> float:
    """Return the expected share of right units: their mean score, as scores are probabilities."""
    return sum(scores) / len(scores) if scores else 0.0


def doubt(scores: Sequence[float], langs: tuple[str, str]) -> str | None:
    """Return a warning for the report when a text seems not to be aligned well, else None."""
    expected = expected_precision(scores)
    if len(scores) < FEW or expected >= LEAST:
        return None
    return (
        f"the {langs[0]} and the {langs[1]} text are less alike than translations are: about "
        f"{expected:.0%} of their {len(scores)} pairs are expected to be right; review them, and "
        "check that the one translates the other"
    )
