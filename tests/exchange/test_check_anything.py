"""Whatever stands in a file: it is checked without a traceback, and repaired so that it goes in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.errors import ReadError
from align.exchange.checking import tmx_parsing
from align.presets import PRESETS
from tests.formats.units import RAW

from .broken import START, checked, fixed, tu, whole, write

if TYPE_CHECKING:
    from pathlib import Path

SOUND = whole().encode()
PIECES = st.one_of(
    st.binary(max_size=6),
    st.sampled_from(
        [b"<tu>", b"</tu>", b"<seg/>", b"&#0;", b"&a;", b"<![CDATA[", b"<!--", b"\xff"]
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SOUND)), st.integers(0, 9), PIECES), max_size=4))
def test_no_damage_to_a_file_stops_the_check(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, int, bytes]]
) -> None:
    content = SOUND
    for place, length, piece in damage:
        content = content[:place] + piece + content[place + length :]
    path = write(tmp_path_factory.mktemp("any") / "a.tmx", content)
    try:
        tally = checked(path)[1]
    except ReadError:
        return
    for verdict in tally.verdicts().values():
        assert sum(verdict) == tally.units


@pytest.mark.parametrize(
    "encoding",
    ["punycode", "idna", "unicode_escape", "UTF-7", "rot13", "base64", "zip", "undefined"],
)
def test_an_encoding_that_no_file_is_in_is_not_believed(tmp_path: Path, encoding: str) -> None:
    content = whole(tu("\\u12", "a\\")).replace("UTF-8", encoding)
    assert checked(write(tmp_path / "a.tmx", content))[1].units == 1


@pytest.mark.parametrize("damage", [b"<tu ", b"<tu>&</tu>"])
def test_what_is_damage_and_nothing_else_is_not_looked_at_to_its_end(
    tmp_path: Path, damage: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tmx_parsing, "MOST_DAMAGE", 100)
    path = write(tmp_path / "a.tmx", START.encode() + 1_000 * damage + whole().encode())
    findings, tally = checked(path)
    assert tally.units == 0
    assert any("more than 100 places that are no XML" in each.message for each in findings)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(RAW, RAW), min_size=1, max_size=5), st.sampled_from([*PRESETS]))
def test_whatever_the_texts_are_the_repaired_file_goes_in(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]], cat: str
) -> None:
    folder: Path = tmp_path_factory.mktemp("any")
    lines = [json.dumps({"src": {"text": ar}, "tgt": {"text": en}}) for ar, en in pairs]
    fixed(write(folder / "a.jsonl", "\n".join(lines) + "\n"), folder / "good.tmx", cat)
    tally = checked(folder / "good.tmx", cat)[1]
    assert tally.verdicts()[cat] == (tally.units, 0, 0)
