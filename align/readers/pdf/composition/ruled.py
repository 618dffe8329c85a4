"""Rows of a table with rules: what stands between two rules that run through all columns."""

from __future__ import annotations

from bisect import bisect
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.readers.pdf.composition.places import Slice
    from align.readers.pdf.records import Line, Rule

__all__ = ["ruled_rows"]

THROUGH = 0.8  # of the width of the columns, that a rule must run through
ONE_RULE = 4.0  # points between rules that are one, as the edges of cells set apart are
MIDDLE = 0.25  # font sizes from the baseline to the middle of letters


def ruled_rows(columns: Sequence[Sequence[Line]], rules: Sequence[Rule]) -> Iterator[Slice]:
    """Yield what stands between rules, from the top; everything if there are none."""
    heights = _heights(columns, rules)
    placed = [[(bisect(heights, _middle(line)), line) for line in lines] for lines in columns]
    for row in range(len(heights) + 1):
        found = tuple(tuple(line for at, line in lines if at == row) for lines in placed)
        if any(found):
            yield found


def _heights(columns: Sequence[Sequence[Line]], rules: Sequence[Rule]) -> list[float]:
    """Return where rules run through all columns."""
    lines = [line for column in columns for line in column]
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    inner = sorted((rule for rule in rules if _overlap(rule, left, right)), key=lambda r: r.y)
    cuts = [at for at, pair in enumerate(pairwise(inner), 1) if pair[1].y - pair[0].y > ONE_RULE]
    groups = [inner[first:last] for first, last in pairwise([0, *cuts, len(inner)])]
    through = THROUGH * (right - left)
    return [group[0].y for group in groups if group and _covered(group, left, right) >= through]


def _covered(group: Sequence[Rule], left: float, right: float) -> float:
    """Return how much of a width rules cover together."""
    reach = left
    covered = 0.0
    for rule in sorted(group, key=lambda rule: rule.left):
        start, reach = max(rule.left, reach), max(reach, min(rule.right, right))
        covered += max(0.0, reach - start)
    return covered


def _overlap(rule: Rule, left: float, right: float) -> bool:
    return rule.left < right and left < rule.right


def _middle(line: Line) -> float:
    return line.baseline - MIDDLE * line.size
