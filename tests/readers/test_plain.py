"""Plain text becomes paragraphs, headings, list items and rows."""

from __future__ import annotations

import textwrap
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from align.config import ReadSettings
from align.errors import LimitError
from align.readers.plain import read
from align.text.tidy import letters

if TYPE_CHECKING:
    from align.model import Document

CORPORA = Path(__file__).parents[2] / "corpora"
LONG = "The well had been dry for three summers when the boy let down the bucket again."
ARABIC_LONG = "كانت البئر جافة منذ ثلاثة أعوام حين أنزل الصبي الدلو فيها مرة أخرى ذلك الصباح."


def document(folder: Path, text: str, options: ReadSettings | None = None) -> Document:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8", newline="")
    return read(path, "box/a.txt", options or ReadSettings())


def shapes(found: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in found.blocks]


def test_source_and_ids_are_stated(tmp_path: Path) -> None:
    found = document(tmp_path, f"{LONG}\n\n{ARABIC_LONG}\n")
    assert (found.id, found.source.path, found.source.format) == ("box/a.txt",) * 2 + ("plain",)
    assert found.source.encoding == "utf-8"
    assert [(block.id, block.place.line) for block in found.blocks] == [("b1", 1), ("b2", 3)]


def test_each_line_is_a_paragraph_where_nothing_is_wrapped(tmp_path: Path) -> None:
    found = document(tmp_path, f"  {LONG}  \n{LONG}\n")
    assert shapes(found) == [("paragraph", LONG), ("paragraph", LONG)]
    assert found.notes == ()


def test_wrapped_lines_are_joined_with_their_line_break_inside(tmp_path: Path) -> None:
    paragraph = textwrap.fill(f"{LONG} {LONG.lower()} {LONG}", 60)
    found = document(tmp_path, f"{paragraph}\n\n{paragraph}\n")
    assert shapes(found) == [("paragraph", paragraph), ("paragraph", paragraph)]
    assert [note[:15] for note in found.notes] == ["hard-wrapped at"]


def test_short_line_over_longer_text_is_a_heading(tmp_path: Path) -> None:
    found = document(tmp_path, f"The well\n{LONG}\nIt was dry.\n{LONG}")
    assert [kind for kind, _ in shapes(found)] == ["heading", "paragraph", "paragraph", "paragraph"]


def test_heading_is_seen_across_the_other_language(tmp_path: Path) -> None:
    found = document(tmp_path, f"The well\nالبئر\n{LONG}\n{ARABIC_LONG}")
    assert [kind for kind, _ in shapes(found)] == ["heading", "heading", "paragraph", "paragraph"]


def test_title_and_byline_over_a_text_are_both_headings(tmp_path: Path) -> None:
    found = document(tmp_path, f"A well in summer\nBy our correspondent\n{LONG}\n{LONG}")
    assert [kind for kind, _ in shapes(found)] == ["heading", "heading", "paragraph", "paragraph"]


def test_underlined_line_is_a_heading_and_the_rule_is_no_block(tmp_path: Path) -> None:
    found = document(tmp_path, "البئر\n=====\nنص\n\nThe well\n---\ntext")
    assert [kind for kind, _ in shapes(found)] == ["heading", "paragraph"] * 2


def test_last_line_is_no_heading(tmp_path: Path) -> None:
    assert shapes(document(tmp_path, f"{LONG}\nThe end"))[-1] == ("paragraph", "The end")


def test_symbol_bullets_stay_outside_and_numbers_inside(tmp_path: Path) -> None:
    found = document(tmp_path, "- bread\n• خبز\n1. salt\n١- ملح\nأ) زيت\n")
    assert shapes(found) == [
        ("item", "bread"),
        ("item", "خبز"),
        ("item", "1. salt"),
        ("item", "١- ملح"),
        ("item", "أ) زيت"),
    ]


def test_row_keeps_its_tab_or_pipe(tmp_path: Path) -> None:
    found = document(tmp_path, "ماء\twater\nخبز | bread\n")
    assert shapes(found) == [("cell", "ماء\twater"), ("cell", "خبز | bread")]


def test_rules_are_no_blocks_but_separate_paragraphs(tmp_path: Path) -> None:
    lines = textwrap.wrap(f"{LONG} {LONG.lower()}", 60)
    found = document(tmp_path, "\n".join([*lines, "* * *", *lines]))
    assert len(found.blocks) == 2


def test_text_of_punctuation_only_has_no_blocks(tmp_path: Path) -> None:
    assert document(tmp_path, "...\n؟!\n***\n").blocks == ()


def test_joined_paragraph_above_the_limit_is_refused_by_its_line(tmp_path: Path) -> None:
    text = "Title\n\n" + textwrap.fill(f"{LONG} {LONG.lower()} " * 5, 60)
    with pytest.raises(LimitError, match="paragraph at line 3 is longer than 200"):
        document(tmp_path, text, ReadSettings(max_block=200))


def test_wrapped_essays_of_the_corpora_are_joined() -> None:
    for lang in ("ar", "en"):
        found = read(CORPORA / f"essay-water.{lang}.txt", "essay", ReadSettings())
        assert any("hard-wrapped" in note for note in found.notes)
        assert all("\n\n" not in block.text for block in found.blocks)
        assert sum("\n" in block.text for block in found.blocks) >= 5


@given(
    st.lists(
        st.text(alphabet="abcdeسلامنى ُ-.*•|\t1١=\u2028\x0c", max_size=70)
        | st.sampled_from(["", LONG, "==="]),
        max_size=12,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_blocks_are_spans_of_the_text_and_hold_all_its_letters(
    tmp_path: Path, lines: list[str]
) -> None:
    found = document(tmp_path, "\n".join(["start", *lines]))
    for block in found.blocks:
        assert found.text[block.place.start : block.place.end] == block.text
        assert block.text == block.text.strip()
        assert block.place.line == found.text.count("\n", 0, block.place.start) + 1
    assert Counter(letters(found.text)) == Counter(
        letters("".join(block.text for block in found.blocks))
    )
    ends = [(block.place.start, block.place.end) for block in found.blocks]
    assert all(end <= start for (_, end), (start, _) in pairwise(ends))
