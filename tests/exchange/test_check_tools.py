"""What each tool is said to do: of our own files nothing but take them, of others by the unit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from align.config import CheckSettings, Settings
from align.exchange.checking.checking import Checking
from align.formats.memories import memory_writer
from align.presets import PRESETS
from tests.formats import samples

from .broken import checked, ids, tu, whole, write

if TYPE_CHECKING:
    from pathlib import Path


def made(path: Path, settings: Settings) -> Path:
    """Write a memory as ``align run`` does."""
    with memory_writer(path, settings) as writer:
        for aligned in (samples.bitext(), samples.crossing(), samples.nasty()):
            writer.write_bitext(aligned)
    return path


@pytest.mark.parametrize("cat", PRESETS)
def test_what_we_write_for_a_tool_goes_in_as_it_is(tmp_path: Path, cat: str) -> None:
    path = made(tmp_path / "a.tmx", Settings(cat=cat))
    findings, tally = checked(path, cat)
    verdict = tally.verdicts()[cat]
    assert (verdict.refused, verdict.changed) == (0, 0)
    assert verdict.accepted == tally.units > 0
    assert [found for found in findings if found.severity == "error"] == []


def test_what_we_write_for_no_tool_goes_into_omegat(tmp_path: Path) -> None:
    tally = checked(made(tmp_path / "a.tmx", Settings()), "omegat")[1]
    assert tally.verdicts()["omegat"] == (tally.units, 0, 0)


def test_each_unit_counts_once_for_the_worst_that_a_tool_does_of_it(tmp_path: Path) -> None:
    units = (
        tu("واحد", "one"),
        tu(" اثنان", ""),
        tu("ثلاثة", " three"),
        tu("أربعة", "four", ar="ar", en="en"),
        tu("خمسة", "<ph>5</ph>five"),
    )
    verdicts = checked(write(tmp_path / "a.tmx", whole(*units)))[1].verdicts()
    assert list(verdicts) == list(PRESETS)
    assert verdicts["trados"] == (2, 2, 1)
    assert verdicts["omegat"] == (2, 0, 3)
    assert verdicts["memoq"] == (3, 1, 1)
    assert verdicts["matecat"] == (2, 1, 2)
    for verdict in verdicts.values():
        assert sum(verdict) == len(units)


def test_what_concerns_the_whole_file_counts_for_every_unit(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tmx", whole(tu("واحد", "one"), tu("اثنان", "two&#1;")))
    tally = checked(path)[1]
    assert {verdict.refused for verdict in tally.verdicts().values()} == {2}
    assert tally.concerning("xtm") == [("refuses-file", "forbidden-character")]
    paragraphs = whole().replace("sentence", "paragraph")
    assert checked(write(path, paragraphs))[1].verdicts()["omegat"] == (0, 0, 1)


def test_with_one_tool_only_what_concerns_it_is_told_and_a_refusal_is_an_error(
    tmp_path: Path,
) -> None:
    path = write(tmp_path / "a.tmx", whole(tu(ar="ar", en="en", srclang="en")))
    assert ids(path, "omegat") == ["locale"] * 0 + ["srclang"]
    assert [(one.id, one.severity) for one in checked(path, "trados")[0]] == [
        ("locale", "error"),
        ("srclang", "error"),
    ]
    assert [(one.id, one.severity) for one in checked(path)[0]] == [
        ("locale", "warning"),
        ("srclang", "warning"),
    ]


def test_units_of_other_formats_are_told_what_would_become_of_them(tmp_path: Path) -> None:
    units = [("واحد", " one"), ("اثنان", ""), ("ثلاثة", "three\x02"), ("م" * 2001, "long")]
    lines = [json.dumps({"src": {"text": ar}, "tgt": {"text": en}}) for ar, en in units]
    path = write(tmp_path / "a.jsonl", "\n".join(lines) + "\nno JSON\n")
    findings, tally = checked(path, "trados")
    assert [(found.id, found.severity, found.line) for found in findings] == [
        ("edge-space", "warning", None),
        ("forbidden-character", "warning", None),
        ("over-limit", "error", None),
        ("left-out", "warning", 2),
        ("left-out", "warning", 5),
    ]
    assert tally.verdicts()["trados"] == (0, 1, 2)
    assert tally.concerning("trados")[0] == ("refuses", "over-limit")


def test_the_texts_are_compared_too_and_what_is_found_twice_is_told_once(tmp_path: Path) -> None:
    units = (tu("وُلِدَ عام ١٩٨٥", "born in 1986", tuid="a"), tu("جسر", "", tuid="b"))
    path = write(tmp_path / "a.tmx", whole(*units))

    def found(settings: Settings) -> list[tuple[str, str, str | None, tuple[str, ...]]]:
        with Checking(path, settings) as checking:
            return [(one.id, one.severity, one.unit, one.tools) for one in checking.findings()]

    every = found(Settings(cat="trados"))
    assert ("date", "warning", "a", ()) in every
    assert [one[0] for one in every].count("empty") == 1
    unwanted = Settings(cat="trados", checks=CheckSettings(ignore=("date", "empty")))
    assert not {"date", "empty"} & {one[0] for one in found(unwanted)}
