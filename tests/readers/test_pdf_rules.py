"""Rules that programs draw: where they stand on the page."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from align.config import ReadSettings
from align.readers.pdf.pages import pages

if TYPE_CHECKING:
    from pathlib import Path

    from align.readers.pdf.records import Page


def drawn(path: Path) -> Page:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=(400, 600), invariant=1)
    canvas.drawString(50, 300, "a word on the page")
    canvas.line(50, 500, 350, 500)
    canvas.rect(50, 380, 300, 40)
    canvas.line(50, 200, 60, 200)
    canvas.bezier(50, 100, 100, 150, 200, 150, 350, 100)
    canvas.save()
    (page,) = pages(path, "a.pdf", ReadSettings())
    return page


def test_lines_and_boxes_are_rules_but_short_strokes_and_curves_are_none(tmp_path: Path) -> None:
    found = drawn(tmp_path / "a.pdf").rules
    heights = [(round(rule.left), round(rule.right), round(rule.y, -1)) for rule in found]
    assert sorted(heights, key=itemgetter(2)) == [(49, 351, 100), (49, 351, 180), (49, 351, 220)]
