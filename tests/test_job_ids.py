"""Ids of jobs: names that every file system takes."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.job_ids import DEVICE_NAMES, RESERVED_IDS, legal_id, unique_id

NAMES = st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=150) | st.sampled_from(
    (*RESERVED_IDS, "CON", "nul.txt", "lpt1", "..", "a/b", "~", " ", "-x", "Memory", "x" * 300)
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("law/act", "law__act"),
        ("قصّة القطار", "قصّة القطار"),
        ("a:b*c?", "a_b_c_"),
        ("two\nlines", "two_lines"),
        ("-rf", "_rf"),
        ("~", "_"),
        ("..", "_"),
        (" spaced. ", "spaced"),
        ("Memory", "Memory_"),
        ("run", "run_"),
        ("CON", "_CON"),
        ("con.ar", "_con.ar"),
        ("caf\udce9", "caf_"),
    ],
)
def test_a_name_is_changed_only_where_some_system_would_refuse_it(name: str, expected: str) -> None:
    assert legal_id(name) == expected


@given(st.lists(NAMES, max_size=8))
def test_ids_are_legal_everywhere_and_all_different(names: list[str]) -> None:
    taken: set[str] = set()
    ids = [unique_id(legal_id(name), taken) for name in names]
    assert len({unicodedata.normalize("NFC", one).casefold() for one in ids}) == len(names)
    for one in ids:
        assert 0 < len(one.encode()) <= 120
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', one)
        assert one[0] not in ".-"
        assert one[-1] not in ". "
        assert one.lower() not in RESERVED_IDS
        assert not DEVICE_NAMES.fullmatch(one)


def test_a_name_taken_gets_a_number_within_the_length() -> None:
    taken: set[str] = set()
    ids = [unique_id(legal_id(name), taken) for name in ("ع" * 60, "ع" * 60, "Law", "law", "LAW")]
    assert ids == ["ع" * 60, "ع" * 59 + "~2", "Law", "law~2", "LAW~3"]
    assert legal_id("ع" * 61) == "ع" * 60


def test_an_accent_written_in_two_ways_is_one_name() -> None:
    taken: set[str] = set()
    assert unique_id("caf\u00e9", taken) == "caf\u00e9"
    assert unique_id("cafe\u0301", taken) == "cafe\u0301~2"
