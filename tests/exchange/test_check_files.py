"""What is wrong with a TMX file as a whole: found, with its line, and never a traceback."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings, Settings
from align.errors import ReadError, UnknownNameError
from align.exchange.checking.checking import Checking
from align.exchange.checking.tmx_events import LONGEST

from .broken import DOCTYPE, END, HEADER, LINES_BEFORE, START, checked, ids, tu, whole, write

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = whole()


def changed(before: str, after: str) -> str:
    assert before in WHOLE
    return WHOLE.replace(before, after)


CASES: dict[str, tuple[str | bytes, str, int | None]] = {
    "a version that is written 1.4b": (changed('"1.4"', '"1.4b"'), "version", 1),
    "no version": (changed(' version="1.4"', ""), "version", 1),
    "a namespace": (
        changed("<tmx ", '<tmx xmlns="http://www.lisa.org/tmx14" '),
        "namespace",
        1,
    ),
    "another document type": (changed("tmx14.dtd", "http://example.org/my.dtd"), "doctype", 1),
    "a document type of its own": (
        changed(DOCTYPE, "<!DOCTYPE tmx [<!ELEMENT tmx ANY>]>"),
        "doctype",
        1,
    ),
    "no header": (changed(HEADER, ""), "no-header", 1),
    "a header without srclang": (changed(' srclang="ar-SA"', ""), "header-attribute", 4),
    "a header without o-tmf": (changed(' o-tmf="other"', ""), "header-attribute", 4),
    "paragraphs": (changed("sentence", "paragraph"), "paragraphs", 4),
    "OmegaT as its maker": (changed('tool="other"', 'tool="OmegaT"'), "omegat-made", 4),
    "any source language": (changed('srclang="ar-SA"', 'srclang="*all*"'), "srclang-all", 4),
    "a date with a time zone": (
        changed("<header ", '<header creationdate="2026-11-21T21:00:00+03:00" '),
        "header-date",
        4,
    ),
    "a byte-order mark": (codecs.BOM_UTF8 + WHOLE.encode(), "byte-order-mark", 1),
    "UTF-16": (changed("UTF-8", "UTF-16").encode("utf-16"), "utf-16", 1),
    "windows-1256": (changed("UTF-8", "windows-1256").encode("cp1256"), "encoding", 1),
    "bytes that are no UTF-8": (WHOLE.encode().replace(b"bridge", b"br\xfcge"), "bad-bytes", None),
    "a forbidden character in the header": (
        changed("sentence", "sentence&#x2;"),
        "forbidden-character",
        None,
    ),
    "a named entity": (changed("bridge", "old&nbsp;bridge"), "entity", 6),
    "an entity of its own": (
        changed(DOCTYPE, '<!DOCTYPE tmx SYSTEM "tmx14.dtd" [<!ENTITY b "bridge">]>').replace(
            "bridge</seg>", "&b;</seg>"
        ),
        "entity",
        6,
    ),
    "another kind of XML": ("<html><body/></html>", "not-tmx", 1),
    "a cut-off end": (WHOLE[: WHOLE.index("</body>")], "not-xml", 7),
    "a bare ampersand": (changed("bridge", "bridge & dam"), "not-xml", 6),
    "nothing": ("", "not-xml", 1),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_with_a_file_is_found_in_its_line(tmp_path: Path, name: str) -> None:
    content, wanted, line = CASES[name]
    findings, _ = checked(write(tmp_path / "a.tmx", content))
    assert (wanted, line) in [(found.id, found.line) for found in findings]
    assert [found.id for found in findings if found.unit is None].count(wanted) == 1


def test_nothing_is_wrong_with_a_file_as_it_should_be(tmp_path: Path) -> None:
    findings, tally = checked(write(tmp_path / "a.tmx", WHOLE))
    assert findings == []
    assert tally.units == 1
    assert {tuple(verdict) for verdict in tally.verdicts().values()} == {(1, 0, 0)}


def test_the_units_before_the_damage_are_checked(tmp_path: Path) -> None:
    content = START + tu() + tu("", "empty") + "<tu><tuv"
    findings, tally = checked(write(tmp_path / "a.tmx", content))
    assert [found.id for found in findings] == ["empty", "not-xml"]
    assert tally.units == 2
    assert {verdict.refused for verdict in tally.verdicts().values()} == {2}


def test_behind_damage_the_next_unit_is_checked_and_lines_go_on(tmp_path: Path) -> None:
    bad = (tu("a & b", "and"), "<tu><tuv></tu>\n", "<tu a='1' a='2'/>\n")
    filler = tu("م" * 1500) * 50  # more than a portion
    content = whole(*bad, filler, bad[0], "x < y\n", tu("", "empty"), tu())
    findings, tally = checked(write(tmp_path / "a.tmx", content))
    damage = [found.line for found in findings if found.id == "not-xml"]
    assert damage == [6, 7, 8, 59]
    (empty,) = (found for found in findings if found.id == "empty")
    assert empty.line == 61
    assert tally.units == 52


def test_a_file_larger_than_a_tool_takes_is_told_for_that_tool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from align import presets

    small = replace(presets.PRESETS["matecat"], largest=100)
    monkeypatch.setitem(presets.PRESETS, "matecat", small)
    path = write(tmp_path / "a.tmx", WHOLE)
    (finding,), tally = checked(path)
    assert (finding.id, finding.tools) == ("too-large", ("matecat",))
    assert tally.verdicts()["matecat"].refused == 1
    assert tally.verdicts()["xtm"].accepted == 1


@pytest.mark.parametrize(
    "tail",
    [
        "<tu " + "a" * (LONGEST + 200_000),
        "<tu>" + "<tuv></tuv>" * (LONGEST // 100),
        '<tu><tuv xml:lang="ar"><seg>' + "م" * LONGEST,
        "<tu>" + "<ph>" * 300,
    ],
)
def test_markup_without_end_ends_the_reading(tmp_path: Path, tail: str) -> None:
    findings, tally = checked(write(tmp_path / "a.tmx", START + tu() + tail))
    assert [found.id for found in findings] == ["not-xml"]
    assert tally.units == 1


def test_entities_are_never_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret.txt", "secret")
    bomb = f'<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file://{secret}">'
    content = WHOLE.replace(DOCTYPE, f'<!DOCTYPE tmx SYSTEM "tmx14.dtd" [{bomb}]>')
    content = content.replace("bridge", "bridge &b; &c;")
    findings, _ = checked(write(tmp_path / "a.tmx", content))
    assert [found.message for found in findings] == ["the entity &b;", "the entity &c;"]


def test_packed_files_are_checked_too_and_other_names_refused(tmp_path: Path) -> None:
    import gzip

    path = write(tmp_path / "a.tmx.gz", gzip.compress(WHOLE.encode()))
    assert ids(path) == []
    with pytest.raises(ReadError):
        checked(write(tmp_path / "b.tmx.gz", b"no archive"))
    with pytest.raises(UnknownNameError):
        Checking(tmp_path / "a.exe", Settings())
    with pytest.raises(ReadError):
        checked(path, read=ReadSettings(max_bytes=10))


def test_lines_count_on_behind_a_hundred_thousand(tmp_path: Path) -> None:
    content = START + "\n" * 100_000 + tu("", "x") + END
    (finding,), _ = checked(write(tmp_path / "a.tmx", content))
    assert finding.line == LINES_BEFORE + 100_000 + 1
