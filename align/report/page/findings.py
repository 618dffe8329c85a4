"""The findings by kind: what each means, how bad it is and how often it was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.checks.catalogue import FLAGS
from align.report.page.markup import (
    Element,
    cell,
    element,
    figure,
    number,
    row_heading,
    section,
    table,
)

if TYPE_CHECKING:
    from align.report.summary import Summary

__all__ = ["findings"]


def findings(summary: Summary) -> Element | None:
    """Return the table of findings, the worst first, or nothing where none was found."""
    rows = [
        [
            row_heading(element("code", name)),
            cell(element("span", severity, class_=f"severity {severity}")),
            cell(FLAGS[name].says if name in FLAGS else "a finding of a check of your own"),
            figure(number(count)),
        ]
        for severity, name, count in summary.totals.by_severity()
    ]
    if not rows:
        return None
    headings = ["Finding", "Severity", "What is wrong", "Found"]
    return section("findings", "Findings", table("Findings by kind", headings, rows))
