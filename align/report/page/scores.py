"""How good the units are: the distribution of their scores, and the shapes of the beads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.report.page.histogram import histogram
from align.report.page.markup import Element, element, figure, number, row_heading, section, table
from align.report.totals import by_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.report.summary import Summary

__all__ = ["kinds", "scores"]

MOST_KINDS = 12  # the rest are a bead or two each


def scores(summary: Summary) -> Element | None:
    """Return the histogram of scores beside the table of bead kinds, or nothing without a unit."""
    totals = summary.totals
    if not totals.counts.units:
        return None
    drawing = element(
        "figure",
        element("figcaption", "Units by score"),
        histogram(totals.bins, summary.settings.min_score),
        _figures(totals.bins),
        class_="drawing",
    )
    beads = kinds(by_count(totals.kinds))
    return section("scores", "Scores", element("div", drawing, beads, class_="beside"))


def _figures(bins: Sequence[int]) -> Element:
    size = 1 / len(bins)
    rows = [
        [row_heading(f"{place * size:.2f} – {(place + 1) * size:.2f}"), figure(number(count))]
        for place, count in enumerate(bins)
    ]
    return element(
        "details",
        element("summary", "The same as a table"),
        table("Units by score", ["Score", "Units"], rows),
    )


def kinds(counts: Sequence[tuple[str, int]]) -> Element:
    """Return the table of bead kinds."""
    total = sum(count for _, count in counts)
    rows = [
        [row_heading(kind), figure(number(count)), figure(f"{count / total:.1%}")]
        for kind, count in counts[:MOST_KINDS]
    ]
    return table("Beads by kind", ["Kind", "Beads", "Share"], rows)
