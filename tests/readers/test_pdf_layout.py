"""What is made of the lines of pages: reading order, columns, rows, running heads, paragraphs."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import pytest

from align.readers.pdf.records import Rule
from tests.readers.rendering import texts_of
from tests.readers.typesetting import (
    ARABIC,
    ENGLISH,
    WIDE,
    Frame,
    blocks_of_pages,
    cut_in_pages,
    document_of_pages,
    moved,
    paged,
    placed,
    set_text,
    texts_on,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.readers.pdf.records import Line

ROWS = [text.split("\t") for text in texts_of("contract-lease")]
LEFT, RIGHT = Frame(left=40, right=190, gap=6), Frame(left=210, right=360, gap=6)
MANNERS = {
    "white between paragraphs": {"gap": 6.0},
    "first lines indented": {"gap": 0.0, "indent": 12.0},
    "justified": {"gap": 0.0, "justified": True, "indent": 12.0},
    "hanging": {"gap": 3.0, "hanging": 15.0},
}
every_manner = pytest.mark.parametrize("manner", MANNERS.values(), ids=MANNERS)
both_languages = pytest.mark.parametrize("texts", [ENGLISH, ARABIC], ids=["en", "ar"])
BY_TURNS = [text for pair in zip(ENGLISH, ARABIC, strict=False) for text in pair]
Lines = list["Line"]
Manner = dict[str, Any]


def side_by_side(left: Sequence[Lines], right: Sequence[Lines]) -> list[Lines]:
    return [[*(one or ()), *(other or ())] for one, other in zip_longest(left, right)]


@every_manner
@both_languages
def test_paragraphs_of_one_column_go_on_over_pages(texts: list[str], manner: Manner) -> None:
    pages = cut_in_pages(set_text(texts, replace(WIDE, **manner)))
    assert len(pages) > 3
    assert texts_on(*pages) == texts


@every_manner
@both_languages
def test_two_columns_are_read_one_after_the_other(texts: list[str], manner: Manner) -> None:
    left, right = (replace(frame, **manner) for frame in (LEFT, RIGHT))
    first, second = (right, left) if texts is ARABIC else (left, right)
    columns = cut_in_pages(set_text(texts, first))
    others = [moved(column, second.left - first.left) for column in columns[1::2]]
    assert texts_on(*side_by_side(columns[::2], others)) == texts


@every_manner
def test_two_languages_side_by_side_are_two_texts(manner: Manner) -> None:
    english, arabic = (
        cut_in_pages(set_text(texts, replace(frame, **manner)))
        for texts, frame in ((ENGLISH, LEFT), (ARABIC, RIGHT))
    )
    assert texts_on(*side_by_side(english, arabic)) == ENGLISH + ARABIC


@every_manner
def test_facing_pages_are_two_texts(manner: Manner) -> None:
    english, arabic = (
        cut_in_pages(set_text(texts, replace(WIDE, **manner))) for texts in (ENGLISH, ARABIC)
    )
    pages = [page for pair in zip_longest(english, arabic) for page in pair if page]
    assert texts_on(*pages) == ENGLISH + ARABIC


def test_a_gloss_at_the_top_of_a_page_belongs_to_the_paragraph_before() -> None:
    above = set_text([f"{ARABIC[0]} {ARABIC[1]}"], WIDE)
    below = set_text([f"({ENGLISH[0]})"], WIDE)
    assert len(texts_on(above, below)) == 1


def test_a_heading_over_two_columns_comes_first() -> None:
    heading = set_text(["A heading over both of the columns"], Frame(size=16, left=90), y=60)
    columns = [
        set_text(ENGLISH[at : at + 2], frame, y=100) for at, frame in ((0, LEFT), (2, RIGHT))
    ]
    found = blocks_of_pages([*heading, *columns[0], *columns[1]])
    assert [block.text for block in found][1:] == ENGLISH[:4]
    assert (found[0].kind, found[0].text) == ("heading", "A heading over both of the columns")


def rows_on_pages(rows: Sequence[Sequence[str]], gap: float) -> list[Lines]:
    """Set a table: cells begin at one height, and no row is broken over pages."""
    pages: list[Lines] = [[]]
    y = 60.0
    for arabic, english in rows:
        row = [*set_text([english], LEFT, y), *set_text([arabic], RIGHT, y)]
        last = max(line.baseline for line in row)
        if last > 540:
            row = [line for cell in (row,) for line in moved(cell, 0, 60.0 - y)]
            last += 60.0 - y
            pages.append([])
        pages[-1] += row
        y = last + LEFT.size * LEFT.leading + gap
    return pages


@pytest.mark.parametrize("gap", [4.0, 8.0])
def test_rows_of_a_bilingual_table_are_rows(gap: float) -> None:
    found = blocks_of_pages(*rows_on_pages(ROWS, gap))
    assert {(block.kind, block.table) for block in found} == {("cell", 1)}
    assert [block.text.split("\t")[::-1] for block in found] == ROWS


def test_a_row_broken_over_pages_is_one() -> None:
    pages = rows_on_pages(ROWS[:6], 6.0)
    broken = [(ARABIC[0], ENGLISH[0])]
    whole = [line for page in rows_on_pages(broken, 0) for line in page]
    above = [line for line in whole if line.baseline < 120]
    below = moved([line for line in whole if line.baseline >= 120], 0, -60)
    start = max(line.baseline for line in pages[0]) + 20
    found = texts_on([*pages[0], *moved(above, 0, start - 60)], below)
    assert found[-1] == f"{ENGLISH[0]}\t{ARABIC[0]}"
    assert len(found) == 7


def test_two_columns_of_one_language_are_no_table() -> None:
    left, right = ENGLISH[:3], ENGLISH[3:6]
    assert texts_on([*set_text(left, LEFT), *set_text(right, RIGHT)]) == left + right


def test_parts_of_a_line_stay_together() -> None:
    lines = [placed("Name: Salim", 50, 60), placed("Date: 3 May", 230, 60)]
    body = set_text(ENGLISH[:1], WIDE, y=100)
    assert texts_on([*lines, *body])[0] == "Name: Salim Date: 3 May"


@pytest.mark.parametrize("texts", [ENGLISH[:4], ARABIC[:4], BY_TURNS[:6]], ids=["en", "ar", "both"])
def test_lines_may_end_early_where_white_parts_paragraphs(texts: list[str]) -> None:
    wide = set_text(["A line that is as wide as the column, unlike those under it"], WIDE)
    narrow = replace(WIDE, left=WIDE.left + 30, right=WIDE.right - 30)
    assert texts_on([*wide, *set_text(texts, narrow, 90)])[1:] == texts


def test_rules_part_rows_that_nothing_else_parts() -> None:
    rows = [("كلمة أولى هنا بلا نقطة", "first words without a stop"), ("أخرى", "others")] * 3
    (lines,) = rows_on_pages(rows, 0.0)
    (page,) = paged(lines)
    assert len(document_of_pages([page]).blocks) < len(rows)
    tops = [line.baseline - 9 for line in lines if line.text in {"others", rows[0][1]}]
    edges = [(38, 192), (208, 362)]
    ruled = tuple(Rule(left=left, right=right, y=y) for y in tops for left, right in edges)
    found = document_of_pages([replace(page, rules=ruled)]).blocks
    assert [block.text.split("\t")[::-1] for block in found] == [[*row] for row in rows]


def test_columns_in_both_languages_are_one_text_in_the_order_that_goes_on() -> None:
    columns = cut_in_pages(set_text(BY_TURNS, LEFT))
    others = [moved(column, RIGHT.left - LEFT.left) for column in columns[1::2]]
    assert " ".join(texts_on(*side_by_side(columns[::2], others))) == " ".join(BY_TURNS)


@pytest.mark.parametrize("first", ["left", "right"])
def test_columns_of_one_language_are_read_from_the_one_with_the_title(first: str) -> None:
    title = set_text(["ماء"], replace(LEFT, size=15.0))
    columns = cut_in_pages([*title, *set_text(ARABIC[:2], LEFT, 90)], end=200)[:2]
    left, right = columns if first == "left" else columns[::-1]
    found = texts_on([*left, *moved(right, RIGHT.left - LEFT.left)])
    assert " ".join(found[1:]).startswith(ARABIC[0])


def test_small_tables_one_under_the_other_are_rows() -> None:
    lines: Lines = []
    y = 60.0
    for shift, (arabic, english) in zip((0, 12, -8, 20), ROWS[5:9], strict=True):
        sides = replace(LEFT, right=190 + shift), replace(RIGHT, left=210 + shift)
        lines += [*set_text([english], sides[0], y), *set_text([arabic], sides[1], y)]
        y = max(line.baseline for line in lines) + 24
    found = blocks_of_pages(lines)
    assert [block.text.split("\t")[::-1] for block in found] == ROWS[5:9]


def test_arabic_that_is_set_from_the_left_is_the_other_language_still() -> None:
    (page,) = rows_on_pages(ROWS[:6], 8.0)
    turned = [replace(line, rtl=False, x0=max(line.x0, 210)) if line.rtl else line for line in page]
    flush = [moved([line], RIGHT.left - line.x0)[0] if line.x0 > 200 else line for line in turned]
    found = blocks_of_pages(flush)
    assert [" ".join(block.text.split()) for block in found] == [
        f"{english} {arabic}" for arabic, english in ROWS[:6]
    ]


@pytest.mark.parametrize("step", [0.0, 7.0])
def test_pages_full_of_scattered_words_take_little_time(step: float) -> None:
    dice = random.Random(6)
    words = [placed("word", dice.random() * 350, 30 + at * step % 540) for at in range(1000)]
    began = time.process_time()
    document_of_pages(paged(words))
    assert time.process_time() - began < 10
