"""What is left out of pages, and what blocks are made of: heads, footnotes, kinds, words."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.errors import LimitError
from align.readers import read
from tests.readers.typesetting import (
    ARABIC,
    ENGLISH,
    WIDE,
    Frame,
    blocks_of_pages,
    cut_in_pages,
    document_of_pages,
    paged,
    placed,
    set_text,
    texts_on,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from align.readers.pdf.records import Line

Lines = list["Line"]
both_languages = pytest.mark.parametrize("texts", [ENGLISH, ARABIC], ids=["en", "ar"])


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
    lines = ["it was about the old transla-", "tion"] * 350
    pages = paged([placed(text, 50, 60 + 13 * at, width=300) for at, text in enumerate(lines)])
    found = document_of_pages(pages)
    assert len(found.removed) == 300
    assert "50 more repairs of the same kinds are not listed" in found.notes


def test_soft_hyphens_are_taken_out_and_counted() -> None:
    pages = paged([placed("an ex\u00adam\u00adple of it", 50, 60)])
    found = document_of_pages(pages)
    assert [block.text for block in found.blocks] == ["an example of it"]
    assert found.notes == ("2 soft hyphens taken out",)


def test_pages_that_are_pictures_or_cannot_be_trusted_are_named() -> None:
    first, *others = paged(*[set_text(ENGLISH[:1], WIDE)] * 14)
    doubtful = [replace(page, trusted=False, why="nameless letters") for page in others]
    notes = document_of_pages([replace(first, scanned=True), *doubtful]).notes
    assert notes[0].startswith("page 1 is a picture without text: install ocrmypdf")
    assert notes[1] == (
        "pages 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 3 more cannot be trusted: nameless letters"
    )


def test_a_small_file_that_draws_one_text_without_end_is_refused(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"), pageCompression=1, invariant=1)
    canvas.beginForm("text")
    for y in range(0, 840, 9):
        canvas.drawString(0, y, f"{y} " + "all work and no play " * 6)
    canvas.endForm()
    for _ in range(12):
        canvas.doForm("text")
        canvas.showPage()
    canvas.save()
    began = time.monotonic()
    with pytest.raises(LimitError, match=r"^a.pdf: draws more than [\d,]+ characters, up to page"):
        read(tmp_path / "a.pdf", "a.pdf", ReadSettings())
    assert time.monotonic() - began < 10
