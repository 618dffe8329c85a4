"""What is made of the lines of pages: reading order, columns, rows, running heads, paragraphs."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import pytest

from tests.readers.rendering import blocks_of, is_arabic, texts_of
from tests.readers.typesetting import (
    Frame,
    blocks_of_pages,
    cut_in_pages,
    document_of_pages,
    moved,
    paged,
    placed,
    set_text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.readers.pdf.records import Line

ENGLISH, ARABIC = (
    [
        " ".join(block.text.split())
        for name in ("essay-water.en", "essay-water.ar", "story-well", "news-dam")
        for block in blocks_of(name)
        if block.kind != "heading" and is_arabic(block.text) is arabic
    ]
    for arabic in (False, True)
)
ROWS = [text.split("\t") for text in texts_of("contract-lease")]
WIDE = Frame(gap=6)
LEFT, RIGHT = Frame(left=40, right=190, gap=6), Frame(left=210, right=360, gap=6)
MANNERS = {
    "white between paragraphs": {"gap": 6.0},
    "first lines indented": {"gap": 0.0, "indent": 12.0},
    "justified": {"gap": 0.0, "justified": True, "indent": 12.0},
    "hanging": {"gap": 3.0, "hanging": 15.0},
}
every_manner = pytest.mark.parametrize("manner", MANNERS.values(), ids=MANNERS)
both_languages = pytest.mark.parametrize("texts", [ENGLISH, ARABIC], ids=["en", "ar"])
Lines = list["Line"]
Manner = dict[str, Any]


def texts_on(*pages: Lines) -> list[str]:
    return [block.text for block in blocks_of_pages(*pages)]


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


def numbered(pages: Sequence[Lines], head: str, foot: str) -> list[Lines]:
    return [
        [
            placed(head, 60 if at % 2 else 240, 25, size=8),
            *page,
            placed(foot.format(at), 190, 580, size=9),
        ]
        for at, page in enumerate(pages, 7)
    ]


@pytest.mark.parametrize("foot", ["{}", "- {} -", "Page {} of 40", "صفحة {}"])
@both_languages
def test_running_heads_and_page_numbers_are_left_out(texts: list[str], foot: str) -> None:
    pages = numbered(cut_in_pages(set_text(texts, WIDE)), "The Old Well", foot)
    found = document_of_pages(paged(*pages))
    assert [block.text for block in found.blocks] == texts
    labels = [passage.label for passage in found.removed]
    assert labels == ["page header", "page number"] * len(pages)


def test_two_pages_are_enough_for_a_running_head() -> None:
    pages = numbered(cut_in_pages(set_text(ENGLISH, WIDE))[:2], "The Old Well", "{}")
    assert not any("Old Well" in text for text in texts_on(*pages))


def test_a_title_beside_a_page_number_may_change() -> None:
    pages = cut_in_pages(set_text(ENGLISH, WIDE))
    heads = [
        [placed(f"Of matter {name}", 50, 25), placed(str(at), 340, 25), *page]
        for at, (name, page) in enumerate(zip("abcde", pages, strict=True), 7)
    ]
    assert texts_on(*heads) == ENGLISH


def test_headings_at_the_top_of_pages_are_no_running_heads() -> None:
    pages = [
        [*set_text([f"Chapter {at}"], Frame(size=15), 60), *set_text([ENGLISH[at]], WIDE, 95)]
        for at in (1, 2, 3)
    ]
    found = blocks_of_pages(*pages)
    assert [block.text for block in found if block.kind == "heading"] == [
        "Chapter 1",
        "Chapter 2",
        "Chapter 3",
    ]


def test_a_lone_number_in_the_text_of_a_page_stays() -> None:
    body = [*set_text(ENGLISH[:2], WIDE), *set_text(["1948"], WIDE, 300)]
    assert "1948" in texts_on(body)


def test_watermarks_and_turned_text_are_left_out() -> None:
    pages = cut_in_pages(set_text(ENGLISH, WIDE))
    marked = [
        [*page, placed("DRAFT", 120, 300, size=60), placed(f"Copy {at}", 10, 300, angle=90)]
        for at, page in enumerate(pages)
    ]
    found = document_of_pages(paged(*marked))
    assert [block.text for block in found.blocks] == ENGLISH
    assert {passage.label for passage in found.removed} == {"watermark", "turned text"}


@both_languages
def test_footnotes_come_after_the_paragraph_that_goes_over_their_page(texts: list[str]) -> None:
    pages = cut_in_pages(set_text(texts, WIDE))
    notes = [f"{at} {texts[at][:120].rsplit(' ', 1)[0]}" for at in range(1, len(pages) + 1)]
    small = Frame(size=8)
    noted = [
        [*page, *set_text([note], small, 562)] for page, note in zip(pages, notes, strict=True)
    ]
    found = blocks_of_pages(*noted)
    assert [block.text for block in found if block.kind == "footnote"] == notes
    assert [block.text for block in found if block.kind != "footnote"] == texts


def test_two_footnotes_on_a_page_are_two_blocks() -> None:
    notes = ["1 The first of them.", "2 The second, which is longer than the first of them."]
    page = [*set_text(ENGLISH[:2], WIDE), *set_text(notes, Frame(size=8), 540)]
    found = blocks_of_pages(page)
    assert [block.text for block in found if block.kind == "footnote"] == notes


@pytest.mark.parametrize(
    ("text", "size", "bold", "kind"),
    [
        ("On wells", 14, False, "heading"),
        ("On wells", 10, True, "heading"),
        ("1. On wells", 14, False, "heading"),
        ("On wells", 10, False, "paragraph"),
        ("2. A bucket and a rope", 10, False, "item"),
        ("Figure 3: the old well", 9, False, "caption"),
        ("الشكل 3: البئر القديمة", 9, False, "caption"),
    ],
)
def test_kinds_are_told(text: str, size: float, bold: bool, kind: str) -> None:
    line = set_text([text], Frame(size=size, bold=bold), 60)
    found = blocks_of_pages([*line, *set_text(ENGLISH[:3], WIDE, 110)])
    assert (found[0].text, found[0].kind) == (text, kind)


def test_bullets_are_not_text_and_belong_to_what_stands_beside_them() -> None:
    items = [
        "a bucket",
        "a rope that is long enough to reach the water in the summer too",
        "a lamp",
    ]
    lines = set_text(items, Frame(left=70))
    bullets = [
        placed("•", 52, line.baseline) for line in lines if any(map(line.text.__eq__, [*items, ""]))
    ]
    first = next(line for line in lines if line.text.startswith("a rope"))
    found = blocks_of_pages([*lines, *bullets, placed("•", 52, first.baseline)])
    assert [(block.kind, block.text) for block in found] == [("item", item) for item in items]


def test_entries_of_contents_lose_their_dots_and_pages() -> None:
    lines = [
        placed("The old well ........................ 7", 50, 60),
        placed("البئر القديمة ........................ 12", 150, 75),
        placed("Of water", 50, 90),
        placed(". . . . . . . . . . . . 31", 120, 90),
    ]
    found = document_of_pages(paged(lines))
    assert [block.text for block in found.blocks] == ["The old well", "البئر القديمة", "Of water"]
    assert [passage.text for passage in found.removed] == ["7", "12", "31"]


def joined(*lines: str) -> str:
    page = [placed(text, 50, 60 + 13 * at, width=300) for at, text in enumerate(lines)]
    return texts_on(page)[0]


def test_words_divided_at_line_ends_are_whole_again() -> None:
    lines = [f"here a line ends in the middle of a transla-\ntion number {at}" for at in range(9)]
    assert "transla-" not in joined(*"\n".join(lines).split("\n"))


def test_words_written_with_a_hyphen_keep_it() -> None:
    assert "grown-ups laughed" in joined("and at her the grown-", "ups laughed as they always did")
    assert "al-Rumman" in joined("the lake of Wadi al-", "Rumman is as deep as the sea")


def test_the_document_itself_tells_which_words_have_a_hyphen() -> None:
    lines = ["a well-known and co- operative man was cooperative here", "the well-", "known co-"]
    text = joined(*lines, "operative", *["again divi-", "ded"] * 9)
    assert "well-known cooperative" in text


def test_suspended_hyphens_and_ranges() -> None:
    assert "pre- and post-war" in joined("of the whole of the pre-", "and post-war years it is")
    assert "1990-1995" in joined("in the years of the drought 1990-", "1995 there was none")


def test_words_stretched_over_a_line_end_are_whole_again() -> None:
    assert joined("هذا هو الكتـ", "ـاب الذي قرأناه") == "هذا هو الكتاب الذي قرأناه"
    assert "1447 هـ الموافق" in joined("حرر هذا العقد في سنة 1447 هـ", "الموافق للأول من الشهر")


def test_joined_words_are_listed_as_repairs() -> None:
    lines = ["it was about the old transla-", "tion"] * 5
    pages = paged([placed(text, 50, 60 + 13 * at, width=300) for at, text in enumerate(lines)])
    found = document_of_pages(pages)
    repair = next(passage for passage in found.removed if passage.reason == "repair")
    assert (repair.text, repair.instead) == ("transla-\ntion", "translation")
    assert found.text[repair.start : repair.end] == "translation"


def test_repairs_without_end_are_counted() -> None:
    lines = ["it was about the old transla-", "tion"] * 500
    pages = paged([placed(text, 50, 60 + 13 * at, width=300) for at, text in enumerate(lines)])
    found = document_of_pages(pages)
    assert len(found.removed) == 300
    assert "200 more repairs of the same kinds are not listed" in found.notes


def test_soft_hyphens_are_taken_out_and_counted() -> None:
    pages = paged([placed("an ex\u00adam\u00adple of it", 50, 60)])
    found = document_of_pages(pages)
    assert [block.text for block in found.blocks] == ["an example of it"]
    assert found.notes == ("2 soft hyphens taken out",)


@pytest.mark.parametrize("step", [0.0, 0.2, 7.0, 12.0])
def test_pages_full_of_scattered_words_take_little_time(step: float) -> None:
    dice = random.Random(6)
    words = [placed("word", dice.random() * 350, 30 + at * step % 540) for at in range(1400)]
    began = time.monotonic()
    document_of_pages(paged(words))
    assert time.monotonic() - began < 10


def test_pages_that_are_pictures_or_cannot_be_trusted_are_named() -> None:
    first, *others = paged(*[set_text(ENGLISH[:1], WIDE)] * 14)
    doubtful = [replace(page, trusted=False, why="nameless letters") for page in others]
    notes = document_of_pages([replace(first, scanned=True), *doubtful]).notes
    assert notes[0].startswith("page 1 is a picture without text: install ocrmypdf")
    assert notes[1] == (
        "pages 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 3 more cannot be trusted: nameless letters"
    )
