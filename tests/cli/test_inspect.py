"""`align inspect` on real files: everything read is shown, and so is everything that was not."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html

from tests.cli.command import called, refused
from tests.own import CORPORA

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

GUIDE = CORPORA / "guide-solar.md"
FORMS = "\ufedf\ufe8e"  # lam-alef as two presentation forms
TEXT = f"""---
title: Notes
---

# قال الراوي إن القافلة وصلت قبل الفجر

The narrator said that the caravan arrived before dawn.

{FORMS} يعرف أحد من أين جاء الغريب. ولم يسأله أحد.

Nobody knows where the stranger came from. And nobody asked him.
"""


def inspected(*arguments: object) -> Any:
    ran = called("inspect", *arguments, "--json")
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(filter(str.isalpha, "".join(texts)))


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_every_letter_is_in_a_block_or_in_a_list() -> None:
    for name in ("guide-solar.md", "news-dam.txt", "phrases-museum.txt", "essay-water.ar.txt"):
        found = inspected(CORPORA / name)
        listed = [*found["blocks"], *found["unaligned"], *found["removed"]]
        text = (CORPORA / name).read_text(encoding="utf-8")
        assert letters(one["text"] for one in listed) == letters([text])


def test_json_tells_encoding_layout_language_and_segments(notes: Path) -> None:
    found = inspected(notes)
    assert (found["format"], found["encoding"], found["monolingual"]) == ("markdown", "utf-8", None)
    (bitext,) = found["bitexts"]
    assert bitext["layout"] == "interleaved"
    assert bitext["blocks"] == {"source": 2, "target": 2}
    assert len(bitext["anchors"]) == 2
    last = found["blocks"][-1]
    assert (last["lang"], last["kind"]) == ("en", "paragraph")
    cut = [last["text"][start:end] for start, end in last["segments"]]
    assert cut == ["Nobody knows where the stranger came from.", "And nobody asked him."]
    assert notes.read_text("utf-8")[last["start"] : last["end"]] == last["text"]


def test_repairs_are_shown_as_they_were_and_as_they_are(notes: Path) -> None:
    found = inspected(notes, "--set", "read.repair=true")
    (repair,) = [one for one in found["removed"] if one["reason"] == "repair"]
    assert (repair["text"], repair["instead"]) == (FORMS, "لا")
    shown = called("inspect", notes, "--set", "read.repair=true").out
    assert f"{FORMS} → لا" in shown


def test_people_see_blocks_segments_and_what_was_left_out(notes: Path) -> None:
    ran = called("inspect", notes, "-v")
    assert ran.code == 0
    assert "interleaved: ar 2 blocks, 3 segments; en 2 blocks, 3 segments; 2 anchors" in ran.out
    assert "from. ‖ And nobody asked him." in ran.out
    assert "title: Notes" in ran.out
    assert "1 × front matter" in ran.out


def test_long_texts_are_cut_short_unless_all_is_wanted() -> None:
    brief, whole = called("inspect", GUIDE).out, called("inspect", GUIDE, "-v").out
    assert "…" in brief
    assert max(map(len, brief.splitlines())) < 130
    assert letters([GUIDE.read_text("utf-8")]) - letters([whole]) == Counter()


def test_a_file_of_one_language_is_shown_too() -> None:
    ran = called("inspect", CORPORA / "essay-water.en.txt")
    assert "one language, en: nothing to align" in ran.out
    assert "heading   en" in ran.out


@pytest.mark.parametrize("flags", [[], ["--html"]], ids=["text", "page"])
def test_cells_of_a_row_are_told_apart(tmp_path: Path, flags: list[str]) -> None:
    path = tmp_path / "strings.tsv"
    path.write_text("A-1\tThe night was long.\nA-2\tNobody slept.\n", encoding="utf-8")
    assert "A-2 | Nobody slept." in called("inspect", path, *flags).out


def test_the_page_shows_both_sides_side_by_side(notes: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    ran = called("inspect", notes, "--html", "-o", page)
    assert (ran.code, ran.out) == (0, "")
    rows = html.parse(page).xpath('//ol[@class="rows"]/li')
    assert len(rows) == 2
    source, target = rows[1].xpath("./div")
    assert "".join(source.xpath(".//p")[0].itertext()).endswith("ولم يسأله أحد.")
    assert [span.text for span in target.xpath('.//span[@class="segment"]')] == [
        "Nobody knows where the stranger came from.",
        "And nobody asked him.",
    ]
    assert source.xpath(".//p/@dir") == ["rtl"]


def test_the_page_goes_to_stdout_and_escapes_what_it_shows(tmp_path: Path) -> None:
    path = tmp_path / "evil.md"
    path.write_text("`<script>alert(1)</script>` and more words here\n", encoding="utf-8")
    ran = called("inspect", path, "--html")
    assert ran.code == 0
    assert ran.out.startswith("<!DOCTYPE html>")
    assert "<script" not in ran.out
    assert "default-src 'none'" in ran.out


def test_the_page_never_takes_the_place_of_what_is_read(notes: Path) -> None:
    refused(called("inspect", notes, "--html", "-o", notes), 2, "notes.md")
    assert notes.read_text("utf-8") == TEXT


@pytest.mark.parametrize("flags", [["--html", "--json"], ["-o", "page.html"]])
def test_flags_that_do_not_fit_are_refused(flags: list[str], notes: Path) -> None:
    refused(called("inspect", notes, *flags), 2, "--html")


def test_what_cannot_be_read_is_one_line_and_code_four(tmp_path: Path) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0")
    refused(called("inspect", path), 4, "picture.txt", "is a picture", "tesseract")
