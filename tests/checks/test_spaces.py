from __future__ import annotations

import pytest

from align.checks.spaces import spaces
from tests.checks.made import ids, made, marked
from tests.own import gold


def test_our_own_texts_have_their_spaces_right() -> None:
    assert [bead for bead in gold() if all(bead) and ids(spaces, bead[0][0], bead[1][0])] == []


def test_spaces_in_a_row_are_marked() -> None:
    pair = made("فتح  الباب", "He opened \u00a0the door")
    assert marked(pair, spaces(pair)) == [
        ("double-space", "source", "  "),
        ("double-space", "target", " \u00a0"),
    ]


def test_a_space_at_an_edge_of_one_side_only_is_marked() -> None:
    pair = made(" فتح", "He opened ")
    assert marked(pair, spaces(pair)) == [
        ("edge-space", "source", " "),
        ("edge-space", "target", " "),
    ]
    assert ids(spaces, " فتح ", " He opened ") == []


@pytest.mark.parametrize("text", ["Stop !", "Why ?", "One , two", "so : this", "5 % ."])
def test_a_space_before_a_mark_is_found(text: str) -> None:
    assert ids(spaces, "قف", text) == ["spacing"]


@pytest.mark.parametrize(
    "text", ["لماذا ؟", "غدًا ، ثم", "أولا ، ثانيا", "قال :", "الباب."[:-1] + " ."]
)
def test_a_space_before_a_mark_is_found_in_arabic(text: str) -> None:
    assert ids(spaces, text, "Why") == ["spacing"]


@pytest.mark.parametrize(
    "text",
    ["أولا،ثانيا", "كتابًا،وقلما", "سنة 2020،ثم", "غدًا؛ثم", "لماذا؟لأن", "وصل القطار.ثم غادر"],
)
def test_a_space_missing_behind_a_mark_is_found(text: str) -> None:
    assert ids(spaces, text, "Why") == ["spacing"]


@pytest.mark.parametrize(
    "text",
    [
        "1,000 and 2:30 and 3 : 4",
        "a smiley :) here",
        "Node.js and .NET",
        "wait ... what",
        "https://example.org/a,b?c,d",
        "f(a,b) in `x,y`",
        "ص.ب 12",
        "He said: “Stop!”",
    ],
)
def test_numbers_names_and_code_keep_their_spaces(text: str) -> None:
    assert ids(spaces, text, "ok") == []
