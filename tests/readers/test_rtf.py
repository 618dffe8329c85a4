"""What is particular to RTF: encodings of fonts, characters by number, tables without a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.errors import LimitError, MalformedError
from tests.readers.outcome import blocks, left_out, read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Document

ARABIC = "وصل المسافرون إلى القرية، مساء"
BYTES = "".join(f"\\'{byte:02x}" for byte in ARABIC.encode("cp1256"))
FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0{\*\panose 0202}Times New Roman;}"
    r"{\f5\fswiss\fcharset178 Arial (Arabic);}{\f6\fcharset204 Arial Cyr;}}"
)
STYLES = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 caption;}{\*\cs9 Char;}}"


def rtf(folder: Path, body: str, head: str = r"\ansi\ansicpg1252\deff0") -> Document:
    text = f"{{\\rtf1{head}{FONTS}{STYLES}{{\\*\\generator Us;}}{body}}}"
    return read_bytes(folder, "a.rtf", text.encode("latin-1"))


@pytest.mark.parametrize(
    "body",
    [
        rf"\pard\f5 {BYTES}\par",
        rf"{{\ltrch\fcs0 \f0 \rtlch\fcs1 \af5 {BYTES}}}\par",
        rf"{{\ltrch\af5\rtlch\f5 {BYTES}}}\par",
        rf"{{\rtlch\fcs1 \af0 \ltrch\fcs0 \dbch\f6\loch\f5 {BYTES}}}\par",
    ],
    ids=["font", "Word of today", "Word 97", "fonts of three scripts"],
)
def test_the_font_tells_what_bytes_mean(tmp_path: Path, body: str) -> None:
    assert blocks(rtf(tmp_path, body)) == [("paragraph", ARABIC)]


def test_the_code_page_tells_it_where_the_font_does_not(tmp_path: Path) -> None:
    found = rtf(tmp_path, rf"\pard\f0 {BYTES}\par", r"\ansi\ansicpg1256\deff0")
    assert blocks(found) == [("paragraph", ARABIC)]
    assert found.source.encoding == "windows-1256"


def test_raw_bytes_are_read_like_escaped_ones(tmp_path: Path) -> None:
    raw = ARABIC.encode("cp1256").decode("latin-1")
    assert blocks(rtf(tmp_path, rf"\f5 {raw}\par")) == [("paragraph", ARABIC)]


def test_characters_by_number_skip_what_stands_for_them(tmp_path: Path) -> None:
    body = r"\uc1\u1575?\u1604\'e1 {\uc2\u1576\'c8\'c8}{\uc0\u1576}\u-10179?\u-8704? end\par"
    assert blocks(rtf(tmp_path, body)) == [("paragraph", "ال بب😀 end")]


def test_words_for_characters_are_characters(tmp_path: Path) -> None:
    body = r"\ldblquote a\rdblquote\emdash b\~c\_d\{e\}\\f\line g\zwnj h\par"
    text = "“a”—b\N{NO-BREAK SPACE}c\N{NON-BREAKING HYPHEN}d{e}\\f\ng\N{ZERO WIDTH NON-JOINER}h"
    assert blocks(rtf(tmp_path, body)) == [("paragraph", text)]


def test_styles_and_numbers_tell_the_kind(tmp_path: Path) -> None:
    body = r"\pard\s1 One\par\pard\s2 Two\par\pard{\listtext 1.\tab}Three\par\pard\ls4 Four\par"
    assert [kind for kind, _ in blocks(rtf(tmp_path, body))] == [
        "heading",
        "caption",
        "item",
        "item",
    ]


def test_rows_and_a_table_inside_a_cell(tmp_path: Path) -> None:
    body = (
        r"\trowd\pard\intbl one\cell two{\footnote\pard\plain{\chftn} a note}\par more\cell\row"
        r"\pard\intbl\itap2 inner\nestcell{\nonesttables\par}x\nestcell"
        r"{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl outer\cell last\cell\row"
        r"\pard after\par"
    )
    assert blocks(rtf(tmp_path, body)) == [
        ("cell", "one\ttwo\na note\nmore"),
        ("cell", "inner\nx\nouter\tlast"),
        ("paragraph", "after"),
    ]


def test_what_is_no_writing_is_listed(tmp_path: Path) -> None:
    body = (
        r"{\header\pard head\par}{\footerf foot}{\info{\title unsaid}}"
        r"\pard a{\deleted gone }{\v secret }b{\*\annotation{\*\atnref 1}\pard a comment}"
        r"{\pict\wmetafile8 0102ff}{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}\bin4 {{{{\par"
    )
    found = rtf(tmp_path, body)
    assert blocks(found) == [("paragraph", "ablink")]
    assert left_out(found) == {
        "page header": ["head"],
        "page footer": ["foot"],
        "deleted text": ["gone"],
        "hidden text": ["secret"],
        "comment": ["a comment"],
    }


def test_a_text_box_is_told_once(tmp_path: Path) -> None:
    shape = r"{\shp{\*\shpinst{\sp{\sn name}{\sv 7}}{\shptxt\pard boxed\par}}{\shprslt boxed}}"
    assert blocks(rtf(tmp_path, rf"\pard a{shape}b\par")) == [
        ("paragraph", "ab"),
        ("paragraph", "boxed"),
    ]


def test_a_file_that_breaks_off_says_so(tmp_path: Path) -> None:
    found = read_bytes(tmp_path, "a.rtf", rb"{\rtf1 A sentence that brea")
    assert blocks(found) == [("paragraph", "A sentence that brea")]
    assert found.notes == ("breaks off before its end: what follows is missing",)


def test_groups_without_end_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match=r"^a\.rtf: has more than 200 groups"):
        rtf(tmp_path, "{" * 100_000 + "x" + "}" * 100_000)


@pytest.mark.parametrize(
    "body",
    [r"\itap999999999 a\par", r"\bin9999999999 b", r"\u99999999? a", r"}}}}{ a", r"\cell\row a"],
)
def test_numbers_and_braces_that_cannot_be_are_survived(tmp_path: Path, body: str) -> None:
    found = rtf(tmp_path, rf"\pard a\par {body}")
    assert {block.text for block in found.blocks} == {"a"}


def test_what_is_no_rtf_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedError, match=r"^a\.rtf: is no RTF file"):
        read_bytes(tmp_path, "a.rtf", b"A plain text.")
