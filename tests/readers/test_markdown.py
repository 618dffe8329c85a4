"""Markdown shows its text as blocks and lists everything else as furniture."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from align.config import ReadSettings
from align.readers.markdown import read
from align.text.tidy import letters

if TYPE_CHECKING:
    from align.model import Document

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("EVALUATION_DATA") or ROOT.parent / "shared" / "data")
RAW = DATA / "gold" / "osguide" / "raw"
SHAPED = "\ufeb3\ufefc\ufee1"


def document(folder: Path, text: str, options: ReadSettings | None = None) -> Document:
    path = folder / "a.md"
    path.write_text(text, encoding="utf-8", newline="")
    return read(path, "a.md", options or ReadSettings())


def shapes(found: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in found.blocks]


def balance(found: Document) -> None:
    """Fail unless the letters of the text are those of blocks and furniture together."""
    shown = "".join(block.text for block in found.blocks)
    listed = "".join(passage.text for passage in found.removed if passage.reason != "repair")
    assert Counter(letters(found.text)) == Counter(letters(shown)) + Counter(letters(listed))
    for passage in found.removed:
        if passage.reason == "furniture":
            assert found.text[passage.start : passage.end] == passage.text


def test_kinds_of_blocks(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        "# Water\n\nA river.\n\n- one\n- اثنان\n\n  more\n\n> said\n\nTitle\n=====\n\n1. first\n",
    )
    assert shapes(found) == [
        ("heading", "Water"),
        ("paragraph", "A river."),
        ("item", "one"),
        ("item", "اثنان"),
        ("item", "more"),
        ("quote", "said"),
        ("heading", "Title"),
        ("item", "first"),
    ]
    assert [block.place.line for block in found.blocks] == [1, 3, 5, 6, 8, 10, 12, 15]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a **bold** and *slanted* word", "a bold and slanted word"),
        ("press `Ctrl` now", "press Ctrl now"),
        ("see [the page](http://a.example/b_c 'title') now", "see the page now"),
        ("see [the page][p] now\n\n[p]: http://a.example", "see the page now"),
        ("see [p], then\n\n[p]: http://a.example", "see p, then"),
        ("a ![river](river.png) here", "a  here"),
        ("a <b>bold</b> word", "a bold word"),
        ("at <http://a.example>", "at http://a.example"),
        ("2 \\* 3 \\[x\\]", "2 * 3 [x]"),
        ("salt&nbsp;&amp;&nbsp;bread", "salt\u00a0&\u00a0bread"),
        ("caf&eacute;", "caf&eacute;"),
        ("~~old~~ new", "old new"),
        ("one\ntwo  \nthree", "one\ntwo\nthree"),
        ("one<br>two", "one\ntwo"),
        ("[b](http://b.example/b) b", "b b"),
        ("## Water {#water .wide}", "Water"),
        ("`a\nb` c", "a b c"),
        ("snake_case and [ ] and 5 < 6", "snake_case and [ ] and 5 < 6"),
    ],
)
def test_inline_markup_is_dropped_and_the_words_stay(
    tmp_path: Path, source: str, shown: str
) -> None:
    found = document(tmp_path, source)
    assert [block.text for block in found.blocks] == [shown]
    balance(found)


def test_what_is_not_shown_is_listed_line_by_line(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        "---\ntitle: River\n---\n\n[text](http://a.example)\n\n```sh\nmake all\n```\n\n"
        "<!-- a note -->\n\n[ref]: http://b.example\n",
    )
    assert shapes(found) == [("paragraph", "text")]
    assert [passage.text for passage in found.removed] == [
        "title: River",
        "](http://a.example)",
        "```sh",
        "make all",
        "<!-- a note -->",
        "[ref]: http://b.example",
    ]
    assert found.notes == ("code blocks left out: 1",)
    balance(found)


def test_table_row_is_one_block_with_tabs_between_its_cells(tmp_path: Path) -> None:
    found = document(tmp_path, "| ar | en |\n|---|---|\n| **ماء** | a \\| b |\n| خبز | |\n")
    assert shapes(found) == [("cell", "ar\ten"), ("cell", "ماء\ta | b"), ("cell", "خبز")]
    balance(found)


def test_paragraph_is_cut_where_a_line_changes_script(tmp_path: Path) -> None:
    found = document(tmp_path, "النهر طويل\nوعميق\nThe river is *long*\nand deep\n")
    assert [block.text for block in found.blocks] == [
        "النهر طويل\nوعميق",
        "The river is long\nand deep",
    ]
    assert [block.place.line for block in found.blocks] == [1, 3]


def test_text_inside_html_blocks_is_read(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        '<aside class="q">\n<p>One <b>bold</b>\nline</p><p>Two</p>\n<style>p { a: b }</style>\n'
        "</aside>\n\n<script>\nlet x\n</script>\n",
    )
    assert [block.text for block in found.blocks] == ["One bold\nline", "Two"]
    balance(found)


def test_file_of_front_matter_only_has_no_blocks(tmp_path: Path) -> None:
    found = document(tmp_path, "---\ntitle: x\n---\n")
    assert found.blocks == ()
    balance(found)


@pytest.mark.parametrize(("fence", "sign"), [("---", ":"), ("+++", " =")])
def test_front_matter_is_listed_in_yaml_and_in_toml(tmp_path: Path, fence: str, sign: str) -> None:
    lines = f'title{sign} "Water"\nlang{sign} "ar"\n'
    found = document(tmp_path, f"{fence}\n{lines}{fence}\n\nA river.\n\n+++\nno\n+++\n")
    assert [text for _, text in shapes(found)] == ["A river.", "+++\nno\n+++"]
    assert [passage.text for passage in found.removed] == lines.splitlines()
    assert found.blocks[0].place.line == 6
    balance(found)


def test_repair_changes_the_text_and_keeps_the_balance(tmp_path: Path) -> None:
    found = document(tmp_path, f"# {SHAPED} [x](http://a.example)", ReadSettings(repair=True))
    assert [block.text for block in found.blocks] == ["سلام x"]
    assert [passage.reason for passage in found.removed] == ["repair", "furniture"]
    balance(found)


INLINE = (
    "* ** _ ` [ ] ( ) ](http://e.example/a) ![ <b> </b> <br> <div> </div> <!-- --> &eacute; &amp;"
    " &#1575; \\ \\* | \\| ~~ [r] <http://e.example/%20b> {#a} b كلمة word é <script> </script>"
    " <p > :: 1 \u064f ß"
)
STARTS = ("\n> ", "\n- ", "\n1. ", "\n# ", "\n    ", "\n|--|--|\n", "\n---\n", "\n```\n", "\n===\n")
SPACES = ("\n", "\n\n", "  \n", "\t", " ", "\u2028")
PIECES = st.sampled_from([*INLINE.split(" "), *STARTS, *SPACES, "\n[r]: /u 't'\n"])


@given(st.lists(PIECES, max_size=30))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=400
)
def test_no_letter_is_lost_or_doubled(tmp_path: Path, pieces: list[str]) -> None:
    found = document(tmp_path, "start " + "".join(pieces))
    balance(found)
    for block in found.blocks:
        assert block.text == block.text.strip()
        assert 0 <= block.place.start < block.place.end <= len(found.text)
        assert block.place.line == found.text.count("\n", 0, block.place.start) + 1


@pytest.mark.skipif(not RAW.is_dir(), reason=f"no evaluation data in {RAW}")
def test_no_letter_of_real_guides_is_lost_or_doubled() -> None:
    paths = sorted(RAW.glob("*.md"))
    assert paths
    for path in paths:
        balance(read(path, path.name, ReadSettings()))


def test_deep_nesting_and_open_brackets_do_not_break_the_reader(tmp_path: Path) -> None:
    for text in (
        "> " * 3000 + "x",
        "- " * 3000 + "x",
        "[" * 5000 + "x",
        "<a " * 5000,
        "![a](" * 2000,
    ):
        balance(document(tmp_path, text))
