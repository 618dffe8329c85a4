"""What the reader of web pages makes of markup, encodings and hostile pages."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.errors import LimitError, MalformedError, ReadError
from align.readers import read
from tests.readers.letters import share_in_order
from tests.readers.rendering import NAMES, blocks_of, html_of, needs_office, office, texts_of
from tests.readers.web_samples import page, saved_page

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Block, Document

ARABIC = "وصل المسافرون إلى القرية مساء، ولم يجدوا فيها أحدا يدلهم على الطريق إلى البئر القديمة."
TOP = "<!doctype html><html><head><meta charset=utf-8></head><body>"
SECONDS = 10.0
PICTURES = 50_000_000  # characters of base64


def document(folder: Path, text: str | bytes, suffix: str = ".html") -> Document:
    path = folder / f"page{suffix}"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path, path.name, ReadSettings(furniture=False))


def blocks(folder: Path, body: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document(folder, TOP + body).blocks]


def hint(block: Block) -> str | None:
    return block.lang


def test_tags_inside_a_word_do_not_split_it(tmp_path: Path) -> None:
    body = "<p>ال<b>كتا</b>ب\n  the<wbr>atre &amp; &#1576;&nbsp;x</p>"
    assert blocks(tmp_path, body) == [("paragraph", "الكتاب theatre & ب\u00a0x")]


def test_one_line_break_stays_and_two_end_the_paragraph(tmp_path: Path) -> None:
    found = blocks(tmp_path, "one<br>two<br/>\n&nbsp;<br>three<hr>four<div>five</div>six")
    assert [text for _, text in found] == ["one\ntwo", "three", "four", "five", "six"]


def test_structure_becomes_the_kind_of_the_block(tmp_path: Path) -> None:
    body = (
        "<h2>a</h2><ul><li>b<li><p>c</ul><blockquote><p>d</blockquote><dl><dt>e<dd>f</dl>"
        "<figure><img><figcaption>g</figcaption></figure><div role=heading>h</div>"
    )
    kinds = ["heading", "item", "item", "quote", "item", "item", "caption", "heading"]
    assert blocks(tmp_path, body) == list(zip(kinds, "abcdefgh", strict=True))


def test_rows_of_a_table_keep_their_columns(tmp_path: Path) -> None:
    body = (
        "<table><caption>t</caption><tr><th>A<th>B</tr><tr><td colspan=2>across</tr>"
        "<tr><td rowspan=2>x<td><p>y<p>z</tr><tr><td>w</tr></table>"
    )
    rows = ["A\tB", "across", "x\ty\nz", "\tw"]
    assert blocks(tmp_path, body) == [("caption", "t"), *(("cell", row) for row in rows)]


def test_table_that_lays_out_a_page_gives_paragraphs(tmp_path: Path) -> None:
    body = "<table><tr><td><h1>a</h1><p>b</td><td><table><tr><td>c</td></tr></table></td></table>"
    assert [kind for kind, _ in blocks(tmp_path, body)] == ["heading", "paragraph", "paragraph"]


def test_footnote_comes_after_the_paragraph_that_refers_to_it(tmp_path: Path) -> None:
    body = (
        '<p>one<sup><a href="#n1" id=r1>1</a></sup> more</p><p>two</p>'
        '<ol><li id=n1>the note <a href="#r1">↩</a></li></ol>'
    )
    kinds = [("paragraph", "one more"), ("footnote", "the note"), ("paragraph", "two")]
    assert blocks(tmp_path, body) == kinds


def test_footnote_in_a_cell_is_a_further_line_of_it(tmp_path: Path) -> None:
    body = '<table><tr><td>a<a href="#n">*</a><td>b</tr></table><p id=n>note'
    assert blocks(tmp_path, body) == [("cell", "a\nnote\tb")]


def test_language_is_a_hint_unless_the_direction_denies_it(tmp_path: Path) -> None:
    body = "<div lang=en><p>a<p lang=ar-EG>b<p dir=rtl>c</div><p>d"
    assert [*map(hint, document(tmp_path, TOP + body).blocks)] == ["en", "ar-EG", None, None]


def test_scripts_and_styles_are_no_text_at_all(tmp_path: Path) -> None:
    body = "<script>var a='<p>no'</script><style>p{}</style><template>no</template><p>yes"
    assert document(tmp_path, TOP + body).text == "yes"


def test_text_set_off_as_typed_keeps_its_lines(tmp_path: Path) -> None:
    assert blocks(tmp_path, "<pre>one\n  two\n\nthree</pre>") == [
        ("paragraph", "one\n  two"),
        ("paragraph", "three"),
    ]


@pytest.mark.parametrize(
    ("declared", "actual"),
    [
        ("windows-1256", "windows-1256"),
        ("iso-8859-1", "windows-1256"),
        ("utf-8", "windows-1256"),
        ("windows-1256", "utf-8"),
        ("", "windows-1256"),
        ("", "utf-16"),
    ],
)
def test_encoding_is_found_also_where_the_page_lies(
    tmp_path: Path, declared: str, actual: str
) -> None:
    meta = f'<meta http-equiv=Content-Type content="text/html; charset={declared}">'
    text = f"<html><head>{meta if declared else ''}</head><body><p>{ARABIC}</p></body></html>"
    found = document(tmp_path, text.encode(actual))
    assert found.blocks[0].text == ARABIC
    assert found.source.encoding.startswith(actual)
    assert bool(found.notes) == (actual not in {declared, "utf-16"})


def test_one_broken_letter_does_not_cost_the_page(tmp_path: Path) -> None:
    found = document(tmp_path, TOP.encode() + ARABIC.encode() + b"<p>caf\xe9</p>")
    assert found.blocks[1].text == "caf\ufffd"
    assert "U+FFFD: 1" in found.notes[0]


def test_page_without_any_tag_is_plain_text(tmp_path: Path) -> None:
    assert [block.text for block in document(tmp_path, "one\n\ntwo").blocks] == ["one", "two"]


def test_page_that_says_it_is_xhtml_and_is_not_is_read_all_the_same(tmp_path: Path) -> None:
    xhtml = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>a&nbsp;b'
    assert document(tmp_path, f"{xhtml}<br><p>c", ".xhtml").text == "a\u00a0b\nc"
    assert document(tmp_path, f"{xhtml}</p><a/>c</body></html>", ".xhtml").text == "a\u00a0b\nc"


def test_saved_page_of_one_file_is_its_page(tmp_path: Path) -> None:
    found = document(tmp_path, saved_page([ARABIC, "Two"]), ".mhtml")
    assert [block.text for block in found.blocks] == [ARABIC, "Two"]
    assert found.source.format == "mhtml"


def test_message_without_a_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedError, match="no part of it is HTML"):
        document(tmp_path, "Content-Type: text/plain\n\nhello", ".mht")


@pytest.mark.parametrize("name", NAMES)
def test_our_texts_come_back_from_html_whole_and_in_order(tmp_path: Path, name: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(html_of(blocks_of(name)), "utf-8")
    found = read(path, path.name, ReadSettings())
    assert share_in_order(texts_of(name), (block.text for block in found.blocks)) >= 0.999


@pytest.mark.slow
@needs_office
def test_our_texts_come_back_from_pages_that_libreoffice_wrote(tmp_path: Path) -> None:
    pages = []
    for name in NAMES:
        pages.append(tmp_path / f"{name}.html")
        pages[-1].write_text(html_of(blocks_of(name)), "utf-8")
    for name, path in zip(NAMES, office("xhtml", pages, tmp_path / "office"), strict=True):
        found = read(path, path.name, ReadSettings())
        assert share_in_order(texts_of(name), (block.text for block in found.blocks)) >= 0.999


HOSTILE = {
    "pictures": f'{TOP}<p>text</p><img src="data:image/png;base64,{{}}"></body>',
    "nested": TOP + "<div>" * 100_000,
    "nested inline": TOP + "<b>" * 100_000,
    "one long word": f"{TOP}<p>{{}}</p>",
    "brackets": TOP + "<" * 5_000_000,
    "attributes": TOP + "<p " + " ".join(f"a{at}" for at in range(1_000_000)) + ">text",
    "elements": TOP + "<i>x</i>" * 300_000,
    "comments": TOP + "<!--" * 1_000_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_page_is_refused_or_survived_soon(tmp_path: Path, kind: str) -> None:
    text = HOSTILE[kind].format("QUJD" * (PICTURES // 4)) if "{" in HOSTILE[kind] else HOSTILE[kind]
    began = time.process_time()
    assert outcome(tmp_path, text) in {"text", "LimitError", "EmptyError"}
    assert time.process_time() - began < SECONDS


def outcome(folder: Path, text: str) -> str:
    """Return the text of a page, or the name of the error, which is told on one line."""
    try:
        return document(folder, text).text
    except ReadError as error:
        return "several lines" if "\n" in str(error) else type(error).__name__


def test_nesting_has_a_limit_that_the_message_names(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match=r"read\.max_nesting"):
        document(tmp_path, HOSTILE["nested"])


def test_page_that_declares_entities_is_refused(tmp_path: Path) -> None:
    text = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;</p>'
    )
    with pytest.raises(MalformedError, match="declares entities"):
        document(tmp_path, text, ".xhtml")


def test_sample_page_is_what_the_other_tests_take_it_for(tmp_path: Path) -> None:
    assert document(tmp_path, page(["one", "two"])).source.format == "html"
