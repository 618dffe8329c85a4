"""Columns of a page with little white between them: no line of a PDF runs over two of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.readers.pdf.pages import pages
from tests.readers.pdf_by_hand import pdf_of_lines
from tests.readers.rendering import blocks_of, is_arabic
from tests.readers.typesetting import Frame, set_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from align.readers.pdf.records import Line

_MARKS = re.compile("[\u064b-\u0652]")  # which have a width of their own in these PDFs
ENGLISH, ARABIC = (
    [
        _MARKS.sub("", " ".join(block.text.split()))
        for block in blocks_of(name)
        if block.kind != "heading" and is_arabic(block.text) is arabic
    ][:3]
    for name, arabic in (("essay-water.en", False), ("essay-water.ar", True))
)
HEADING = "A heading that stands over both of the columns of this page"
TIGHT, JUSTIFIED = 8.0, {"justified": True, "gap": 6.0}  # points between columns; font size 10
LEFT = Frame(left=40, right=210, **JUSTIFIED)  # type: ignore[arg-type]
RIGHT = Frame(left=210 + TIGHT, right=380 + TIGHT, **JUSTIFIED)  # type: ignore[arg-type]


def read(lines: Sequence[Line], path: Path) -> list[Line]:
    path.write_bytes(pdf_of_lines([lines]))
    return [line for page in pages(path, path.name, ReadSettings()) for line in page.lines]


def texts(lines: Sequence[Line]) -> list[str]:
    return sorted(line.text for line in lines)


@pytest.mark.parametrize(
    ("left", "right"),
    [(ENGLISH, ENGLISH[::-1]), (ARABIC, ARABIC[::-1]), (ENGLISH, ARABIC), (ARABIC, ENGLISH)],
    ids=["en-en", "ar-ar", "en-ar", "ar-en"],
)
def test_lines_end_at_a_tight_gutter(
    tmp_path: Path, left: Sequence[str], right: Sequence[str]
) -> None:
    lines = [*set_text(left, LEFT, 90), *set_text(right, RIGHT, 90)]
    assert texts(read(lines, tmp_path / "a.pdf")) == texts(lines)


def test_a_ragged_gutter_between_two_languages_is_one(tmp_path: Path) -> None:
    left, right = (replace(frame, justified=False) for frame in (LEFT, RIGHT))
    lines = [*set_text(ENGLISH, left, 90), *set_text(ARABIC, right, 90)]
    assert texts(read(lines, tmp_path / "a.pdf")) == texts(lines)


def test_a_heading_across_columns_stays_whole(tmp_path: Path) -> None:
    heading = set_text([HEADING], Frame(left=40, right=388))
    columns = [*set_text(ENGLISH, LEFT, 90), *set_text(ENGLISH[::-1], RIGHT, 90)]
    lines = [*heading, *columns]
    assert texts(read(lines, tmp_path / "a.pdf")) == texts(lines)


def test_columns_whose_baselines_meet_here_and_there_are_cut_there(tmp_path: Path) -> None:
    right = replace(RIGHT, leading=RIGHT.leading * 1.1)
    lines = [*set_text(ENGLISH, LEFT, 90), *set_text(ARABIC, right, 90)]
    assert texts(read(lines, tmp_path / "a.pdf")) == texts(lines)


@pytest.mark.parametrize("text", [ENGLISH, ARABIC], ids=["en", "ar"])
@pytest.mark.parametrize("width", [150, 220, 300])
def test_wide_gaps_of_a_justified_text_are_no_gutter(
    tmp_path: Path, text: Sequence[str], width: int
) -> None:
    lines = set_text(text, Frame(left=40, right=40 + width, **JUSTIFIED))  # type: ignore[arg-type]
    shown = [line for line in lines if line.baseline < 580]
    assert texts(read(shown, tmp_path / "a.pdf")) == texts(shown)


def test_marks_of_items_are_no_column(tmp_path: Path) -> None:
    items = set_text(["x" * 8] * 6, Frame(left=60, right=340, gap=4))
    marks = [
        replace(line, text=f"{number})", x0=48.0, x1=58.0) for number, line in enumerate(items)
    ]
    assert len(read([*items, *marks], tmp_path / "a.pdf")) == len(items)
