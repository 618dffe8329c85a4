"""What is particular to ODT, and what hostile files of it cannot do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.errors import LimitError, MalformedError
from tests.readers.outcome import blocks, left_out, read_bytes
from tests.readers.samples import packed
from tests.readers.word_samples import odt_content, odt_parts

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Document

ENTITY = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
BOMB = '<!DOCTYPE a [<!ENTITY a "ten times">{}]><a>&z;</a>'.format(
    "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghy", "bcdefghyz", strict=True)
    )
)
HUGE = 999_999_999


def odt(folder: Path, body: str) -> Document:
    return read_bytes(folder, "a.odt", packed(odt_parts(odt_content(body)), first="mimetype"))


def row(*cells: str) -> str:
    made = "".join(
        f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells
    )
    return f"<table:table-row>{made}</table:table-row>"


def test_a_table_that_fills_its_row_keeps_its_own_rows(tmp_path: Path) -> None:
    inner = f"</text:p><table:table>{row('نهر', 'river')}{row('قمر', 'moon')}</table:table><text:p>"
    found = odt(tmp_path, f"<table:table>{row('before' + inner + 'after')}</table:table>")
    assert blocks(found) == [
        ("paragraph", "before"),
        ("cell", "نهر\triver"),
        ("cell", "قمر\tmoon"),
        ("paragraph", "after"),
    ]


def test_a_table_in_one_of_two_cells_is_lines_of_its_cell(tmp_path: Path) -> None:
    inner = f"</text:p><table:table>{row('river')}{row('moon')}</table:table><text:p>"
    found = odt(tmp_path, f"<table:table>{row('نهر', inner)}</table:table>")
    assert blocks(found) == [("cell", "نهر\triver\nmoon")]


def test_a_comment_in_a_row_is_listed_after_it(tmp_path: Path) -> None:
    comment = "<office:annotation><text:p>Really?</text:p></office:annotation>"
    found = odt(tmp_path, f"<table:table>{row('نهر' + comment, 'river')}</table:table>")
    assert blocks(found) == [("cell", "نهر\triver")]
    assert left_out(found) == {"comment": ["Really?"]}


def test_repeated_empty_cells_keep_the_columns_apart(tmp_path: Path) -> None:
    empty = '<table:table-cell table:number-columns-repeated="2"/>'
    cells = f"{empty}<table:table-cell><text:p>c</text:p></table:table-cell>"
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    assert blocks(odt(tmp_path, table)) == [("cell", "\t\tc")]


def test_line_ends_of_the_file_are_spaces_of_the_text(tmp_path: Path) -> None:
    body = "<text:p>one\n   two<text:tab/>three<text:line-break/>four</text:p>"
    assert blocks(odt(tmp_path, body)) == [("paragraph", "one two three\nfour")]


def test_a_table_of_contents_is_left_out(tmp_path: Path) -> None:
    contents = "<text:table-of-content><text:p>One 1</text:p></text:table-of-content>"
    found = odt(tmp_path, f"{contents}<text:h>One</text:h>")
    assert blocks(found) == [("heading", "One")]
    assert left_out(found) == {"table of contents": ["One 1"]}


def test_a_hidden_section_and_a_hidden_paragraph_are_left_out(tmp_path: Path) -> None:
    section = '<text:section text:display="none"><text:p>secret</text:p></text:section>'
    paragraph = '<text:p><text:hidden-paragraph text:is-hidden="true"/>unsaid</text:p>'
    found = odt(tmp_path, f"{section}{paragraph}<text:p>said</text:p>")
    assert blocks(found) == [("paragraph", "said")]
    assert left_out(found) == {"hidden text": ["secret", "unsaid"]}


@pytest.mark.parametrize("content", [ENTITY, BOMB], ids=["external entity", "billion laughs"])
def test_a_doctype_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(MalformedError, match=r"^a\.odt, part content\.xml: has a DOCTYPE"):
        read_bytes(tmp_path, "a.odt", packed(odt_parts(content)))


def test_a_hundred_thousand_elements_in_each_other_are_refused(tmp_path: Path) -> None:
    deep = "<text:span>" * 100_000 + "x" + "</text:span>" * 100_000
    with pytest.raises(LimitError, match=r"^a\.odt, part content\.xml: has more than 200 elements"):
        odt(tmp_path, deep)


def test_more_elements_than_anybody_waits_for_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match=r"^a\.odt, part content\.xml: holds more than 400,000"):
        odt(tmp_path, f"<text:p>{'<text:s/>' * 400_000}</text:p>")


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match=r"^a\.odt: unpacks to far more than its size"):
        odt(tmp_path, "x" * 50_000_000)


def test_cells_and_spaces_beyond_counting_are_survived(tmp_path: Path) -> None:
    cells = f'<table:table-cell table:number-columns-repeated="{HUGE}"/>'
    rows = f"<table:table-row>{cells}</table:table-row>" * 1_000
    spaces = f'<text:p>a<text:s text:c="{HUGE}"/>b</text:p>'
    found = odt(tmp_path, f"<table:table>{rows}</table:table>{spaces}")
    assert [block.text.split() for block in found.blocks] == [["a", "b"]]


def test_a_password_is_named(tmp_path: Path) -> None:
    parts = odt_parts("\0\1 encrypted")
    manifest = '<manifest xmlns="m"><file-entry><encryption-data/></file-entry></manifest>'
    with pytest.raises(MalformedError, match=r"^a\.odt: has a password"):
        read_bytes(tmp_path, "a.odt", packed({**parts, "META-INF/manifest.xml": manifest}))


def test_an_archive_of_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedError, match=r"^a\.odt: is an archive, but no ODT file"):
        read_bytes(tmp_path, "a.odt", packed({"a.txt": "a"}))
