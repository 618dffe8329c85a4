"""How good the units are: their scores, the shapes of the beads, and the pairs to look at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.report.histogram import histogram
from align.report.markup import (
    Element,
    element,
    figure,
    number,
    paths,
    row_heading,
    score,
    section,
    table,
    words,
)
from align.report.totals import by_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.report.samples import LowUnit
    from align.report.summary import Summary

__all__ = ["lowest", "scores"]


def scores(summary: Summary) -> Element | None:
    """Return the histogram of scores beside the table of bead kinds, or nothing without a unit."""
    totals = summary.totals
    if not totals.counts.units:
        return None
    drawing = element(
        "figure",
        element("figcaption", "Units by score"),
        histogram(totals.bins, totals.min_score),
        _figures(totals.bins),
        class_="drawing",
    )
    kinds = _kinds(by_count(totals.kinds))
    return section("scores", "Scores", element("div", drawing, kinds, class_="beside"))


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


def _kinds(kinds: Sequence[tuple[str, int]]) -> Element:
    total = sum(count for _, count in kinds)
    rows = [
        [row_heading(kind), figure(number(count)), figure(f"{count / total:.1%}")]
        for kind, count in kinds
    ]
    return table("Beads by kind", ["Kind", "Beads", "Share"], rows)


def lowest(summary: Summary) -> Element | None:
    """Return the pairs of lowest score, side by side, or nothing without a unit."""
    if not len(summary.lowest):
        return None
    return section(
        "lowest",
        "Lowest-scored pairs",
        element("p", "Look at these first: the lower the score, the likelier a mistake."),
        element(
            "ol",
            *(_pair(unit, summary.totals.min_score) for unit in summary.lowest),
            class_="pairs",
        ),
    )


def _pair(unit: LowUnit, min_score: float) -> Element:
    source, target = unit.langs
    verdict = "score doubtful" if unit.score < min_score else "score"
    return element(
        "li",
        element(
            "p",
            element("span", score(unit.score), class_=verdict),
            element("span", unit.kind, class_="kind"),
            paths(unit.document),
            element("span", unit.place, class_="place"),
            class_="where",
        ),
        element(
            "div",
            words("p", source, unit.source),
            words("p", target, unit.target),
            class_="sides",
        ),
        *_findings(unit.findings),
    )


def _findings(findings: Sequence[str]) -> list[Element]:
    if not findings:
        return []
    return [element("ul", *(element("li", finding) for finding in findings), class_="notes")]
