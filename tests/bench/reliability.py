"""How far scores can be believed: calibration, precision, and the diagram that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Reliability", "auc", "calibration_error", "diagram"]

Array = np.ndarray[Any, np.dtype[Any]]
BINS = 10
SIDE, EDGE = 200, 34  # pixels of a diagram's square and of the room around it
ACROSS = 4  # diagrams in a row


def auc(right: Array, wrong: Array) -> float:
    """Return the area under the ROC curve: how often a right one scores above a wrong one.

    Equal scores count for half (Mann & Whitney 1947). Without right or wrong ones it is nan.
    """
    if not len(right) or not len(wrong):
        return float("nan")
    ordered = np.sort(wrong)
    below = np.searchsorted(ordered, right, "left") + np.searchsorted(ordered, right, "right")
    return float(below.mean() / 2 / len(wrong))


def _bins(scores: Array) -> Iterator[Array]:
    """Yield the places of the scores of each of ten bins of equal count."""
    yield from (
        part for part in np.array_split(np.argsort(scores, kind="stable"), BINS) if len(part)
    )


def calibration_error(scores: Array, right: Array) -> float:
    """Return the expected calibration error over bins of equal count (Naeini et al. 2015)."""
    gaps = (abs(scores[b].mean() - right[b].mean()) * len(b) for b in _bins(scores))
    return float(sum(gaps) / len(scores))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """Scores of beads, and which of them are right."""

    name: str
    scores: Array
    right: Array
    gold: int  # beads there are to be found

    def at(self, least: float) -> tuple[float, float]:
        """Return precision and recall of the beads scored ``least`` and more."""
        kept = self.right[self.scores >= least]
        return (float(kept.mean()) if len(kept) else 1.0), float(kept.sum() / self.gold)

    def __str__(self) -> str:
        """Return the figures in a line."""
        error = calibration_error(self.scores, self.right)
        sure, _ = self.at(0.9)
        kept, recall = self.at(0.5)
        every, most = self.at(0.0)
        return (
            f"{self.name:<28} calibration error {error:.3f}  >= .9: {sure:.3f} right  "
            f">= .5: P {kept:.3f} R {recall:.3f}  all: P {every:.3f} R {most:.3f}"
        )


def diagram(reliabilities: Sequence[Reliability]) -> str:
    """Return an SVG: for each set, the share of right beads over the mean score of each bin."""
    rows = -(-len(reliabilities) // ACROSS)
    cell = SIDE + 2 * EDGE
    drawings = "\n".join(
        f'<g transform="translate({n % ACROSS * cell + EDGE},{n // ACROSS * cell + EDGE})">'
        f"{_square(one)}</g>"
        for n, one in enumerate(reliabilities)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {ACROSS * cell} {rows * cell}" '
        f'font-family="sans-serif" font-size="13">\n<rect width="100%" height="100%" '
        f'fill="#fff"/>\n{drawings}\n</svg>\n'
    )


def _square(one: Reliability) -> str:
    dots = "".join(
        f'<circle cx="{one.scores[b].mean() * SIDE:.1f}" '
        f'cy="{(1 - one.right[b].mean()) * SIDE:.1f}" r="4" fill="#0a6"/>'
        for b in _bins(one.scores)
    )
    return (
        f'<rect width="{SIDE}" height="{SIDE}" fill="none" stroke="#999"/>'
        f'<line x1="0" y1="{SIDE}" x2="{SIDE}" y2="0" stroke="#bbb" stroke-dasharray="4"/>{dots}'
        f'<text y="-8">{one.name}</text><text y="{SIDE + 18}">0</text>'
        f'<text x="{SIDE}" y="{SIDE + 18}" text-anchor="end">score 1</text>'
    )
