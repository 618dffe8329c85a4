"""The repaired file: every tool takes it, and all that is different is listed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from align.config import ReadSettings
from align.errors import UsageError
from align.exchange.checking.fixing import changes_of
from align.formats.memories import read_memory
from align.presets import PRESETS

from .broken import BROKEN, HEADER, LONG, START, checked, fixed, tu, tuv, whole, write

if TYPE_CHECKING:
    from pathlib import Path


def listed(output: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in changes_of(output).read_text("utf-8").splitlines()]


def pairs(path: Path) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in read_memory(path, ("ar", "en"), exact=True)]


@pytest.mark.parametrize("cat", [None, *PRESETS])
def test_a_repaired_file_has_nothing_that_its_tool_refuses_or_changes(
    tmp_path: Path, cat: str | None
) -> None:
    output = tmp_path / "good.tmx"
    before = checked(write(tmp_path / "bad.tmx", BROKEN), cat)[1]
    fixing = fixed(tmp_path / "bad.tmx", output, cat)
    findings, tally = checked(output, cat)
    assert before.errors() > 0
    assert [found for found in findings if found.tools and cat] == []
    assert tally.errors() == 0
    assert tally.units > 0
    for tool in [cat] if cat else []:
        assert tally.verdicts()[tool].accepted == tally.units
    assert fixing.paths[0] == output


def test_trados_gets_every_unit_it_takes_and_the_long_ones_apart(tmp_path: Path) -> None:
    output = tmp_path / "good.tmx"
    fixing = fixed(write(tmp_path / "bad.tmx", BROKEN), output, "trados")
    assert pairs(output) == [
        ("مرحبا", "hello"),
        ("سلام", "peace"),
        ("جسر", "bridge"),
        ("رقم", "number"),
        ("مرحبا", "hi there"),
        ("نهر", "river"),
        ("قمر", "moon"),
        ("شمس", "the sun"),
        ("نجم", "star"),
        ("ريح", "wind"),
    ]
    apart = tmp_path / "good.too-long.tmx"
    assert fixing.paths == (output, apart)
    assert pairs(apart) == [(LONG.strip(), "long")]
    assert fixing.written == 11


def test_every_change_is_listed_with_unit_line_and_what_it_was(tmp_path: Path) -> None:
    output = tmp_path / "good.tmx"
    fixed(write(tmp_path / "bad.tmx", BROKEN), output, "trados")
    found = listed(output)
    by_unit = {(one["change"], one["finding"], one["id"], one["line"]) for one in found}
    assert {
        ("changed", "locale", "b", 7),
        ("changed", "region", "c", 8),
        ("changed", "edge-space", "d", 9),
        ("set-apart", "over-limit", "d", 9),
        ("left-out", "empty", "e", 10),
        ("left-out", "duplicate", "h", 13),
        ("changed", "srclang", "i", 14),
        ("changed", "edge-space", "j k", 15),
        ("changed", "id-space", "j k", 15),
        ("changed", "code", "a", 6),
        ("changed", "repeated-id", "a", 6),
    } <= by_unit
    (region, *_) = (one for one in found if one["finding"] == "region")
    assert (region["before"], region["after"]) == ("ar-EG", "ar-SA")
    (space,) = (one for one in found if one["id"] == "j k" and one.get("side") == "target")
    assert (space["before"], space["after"]) == ("moon\u00a0", "moon")
    (gone,) = (one for one in found if one["finding"] == "duplicate")
    assert (gone["source"], gone["target"]) == ("مرحبا", "hello")
    assert gone["message"] == "the same pair as a"
    lost = {one["finding"]: one["times"] for one in found if one["change"] == "lost"}
    assert lost["character"] == 1
    assert "code" in lost


def test_a_tool_that_keeps_one_target_gets_the_best_of_them(tmp_path: Path) -> None:
    def scored(target: str, score: str, name: str) -> str:
        return tu("جسر", target, f'<prop type="x-score">{score}</prop>', tuid=name)

    rivals = (
        scored("bridge", "0.5", "a"),
        scored("dam", "0.8", "b"),
        scored("bridge", "0.9", "c"),
        scored("the bridge", "0.7", "d"),
    )
    output = tmp_path / "good.tmx"
    fixing = fixed(write(tmp_path / "bad.tmx", whole(*rivals)), output, "phrase")
    (unit,) = read_memory(output, ("ar", "en"))
    assert (unit.target, unit.score, unit.id) == ("bridge", 0.9, "c")
    assert dict(fixing.counts) == {("left-out", "duplicate"): 1, ("left-out", "several-targets"): 2}
    fixed(tmp_path / "bad.tmx", output, "memoq")
    assert [target for _, target in pairs(output)] == ["dam", "bridge", "the bridge"]


def test_ids_are_made_unique_however_often_they_come(tmp_path: Path) -> None:
    names = ("a", "a", "a~2", "a", "")
    units = (tu(f"جسر {n}", f"bridge {n}", tuid=name) for n, name in enumerate(names))
    output = tmp_path / "good.tmx"
    fixed(write(tmp_path / "bad.tmx", whole(*units)), output)
    made = [unit.id for unit in read_memory(output, ("ar", "en"))]
    assert made[:2] == ["a", "a~2"]
    assert len(set(made)) == len(made)


def test_without_a_header_the_direction_of_the_first_unit_holds(tmp_path: Path) -> None:
    path = write(tmp_path / "in.csv", "source,target\nbridge,جسر\nwater,ماء\n")
    fixing = fixed(path, tmp_path / "good.tmx", "trados")
    assert ("changed", "srclang") not in fixing.counts
    made = [unit.source for unit in read_memory(tmp_path / "good.tmx", ("ar", "en"))]
    assert made == ["bridge", "water"]


def test_the_direction_of_the_header_holds_for_all_units(tmp_path: Path) -> None:
    content = whole(tu(), tu("ماء", "water", srclang="ar-SA")).replace(
        'srclang="ar-SA" datatype', 'srclang="en-US" datatype'
    )
    output = tmp_path / "good.tmx"
    fixed(write(tmp_path / "bad.tmx", content), output, "smartling")
    units = list(read_memory(output, ("ar", "en")))
    assert [(unit.source, unit.target) for unit in units] == [("bridge", "جسر"), ("water", "ماء")]
    assert {(unit.source_lang, unit.target_lang) for unit in units} == {("en-US", "ar-SA")}


def test_codes_that_are_none_become_those_that_are_meant(tmp_path: Path) -> None:
    units = (tu(ar="ara", en="eng"), tu("ماء", "water", ar="ara", en="eng"))
    output = tmp_path / "good.tmx"
    fixed(write(tmp_path / "bad.tmx", whole(*units)), output, "omegat")
    found = [(unit.source_lang, unit.target_lang) for unit in read_memory(output, ("ar", "en"))]
    assert found == [("ar", "en")] * 2
    fixed(tmp_path / "bad.tmx", output, "trados")
    assert checked(output, "trados")[1].verdicts()["trados"] == (2, 0, 0)


def test_what_stands_before_the_units_is_made_anew_and_listed(tmp_path: Path) -> None:
    content = whole().replace(HEADER, "").replace('version="1.4"', 'version="1.3"')
    output = tmp_path / "good.tmx"
    fixed(write(tmp_path / "bad.tmx", content), output)
    assert {one["finding"] for one in listed(output)} == {"version", "no-header"}
    assert checked(output)[0] == []


def test_presentation_forms_are_repaired_only_if_that_is_wanted(tmp_path: Path) -> None:
    shapes = "\ufe9f\ufeb4\ufeae"
    path, output = write(tmp_path / "bad.tmx", whole(tu(shapes))), tmp_path / "good.tmx"
    fixed(path, output)
    assert pairs(output) == [(shapes, "bridge")]
    fixed(path, output, read=ReadSettings(repair=True))
    assert pairs(output) == [("جسر", "bridge")]
    assert [one["finding"] for one in listed(output)] == ["presentation-form"]


def test_codes_that_are_asked_for_are_written(tmp_path: Path) -> None:
    output = tmp_path / "good.tmx"
    codes = (("ar", "ar-EG"), ("en", "en-GB"))
    fixed(write(tmp_path / "bad.tmx", whole()), output, "trados", tmx_lang=codes)
    (unit,) = read_memory(output, ("ar", "en"))
    assert (unit.source_lang, unit.target_lang) == ("ar-EG", "en-GB")


def test_of_a_damaged_file_every_whole_unit_is_saved_and_lines_are_right_or_not_told(
    tmp_path: Path,
) -> None:
    units = (tu(" واحد", "one"), tu("&nbsp;", "two"), tu("x & y", "three"), tu(" أربعة", "four"))
    output = tmp_path / "good.tmx"
    fixed(write(tmp_path / "bad.tmx", whole(*units, tu(" خمسة", "five", tuid="e"))), output)
    assert [target for _, target in pairs(output)] == ["one", "four", "five"]
    found = [(one["id"], one["line"]) for one in listed(output) if one["finding"] == "edge-space"]
    assert found == [("tu1", None), ("tu2", None), ("e", 10)]
    assert [one["line"] for one in listed(output) if one["finding"] == "unit"] == [7, 8]


def test_what_was_whole_before_the_damage_is_saved(tmp_path: Path) -> None:
    content = START + tu() + f"<tu>{tuv('ماء', 'ar-SA')}<tuv"
    output = tmp_path / "good.tmx"
    fixing = fixed(write(tmp_path / "bad.tmx", content), output)
    assert (fixing.written, pairs(output)) == (1, [("جسر", "bridge")])
    assert {one["finding"] for one in listed(output)} >= {"not-xml", "tail"}


def test_fields_and_dates_that_tools_misread_are_given_names_of_their_own(tmp_path: Path) -> None:
    props = '<prop type="x-auto">1</prop><prop>2</prop><prop type="file">3</prop>'
    dates = {"creationdate": "21.11.2026", "changedate": "20261121T210000Z"}
    output = tmp_path / "good.tmx"
    fixed(write(tmp_path / "bad.tmx", whole(tu(props=props, **dates))), output, "omegat")
    content = output.read_text("utf-8")
    assert 'changedate="20261121T210000Z"' in content
    for name, text in {"prop-auto": "1", "untyped": "2", "file": "3"}.items():
        assert f'<prop type="x-{name}">{text}</prop>' in content
    assert {one["finding"] for one in listed(output)} == {"reserved-field", "no-type", "date"}
    assert checked(output, "omegat")[0] == []


def test_the_output_must_be_tmx(tmp_path: Path) -> None:
    assert changes_of(tmp_path / "a.tmx.gz").name == "a.tmx.gz.changes.jsonl"
    with pytest.raises(UsageError, match=r"\.tmx"):
        changes_of(tmp_path / "a.tsv")


def test_repairing_twice_gives_the_same_bytes_and_nothing_to_list(tmp_path: Path) -> None:
    path = write(tmp_path / "bad.tmx", BROKEN)
    once, again, twice = (tmp_path / f"{name}.tmx" for name in ("once", "again", "twice"))
    fixed(path, once, "omegat")
    fixed(path, again, "omegat")
    assert once.read_bytes() == again.read_bytes()
    fixed(once, twice, "omegat")
    assert once.read_bytes() == twice.read_bytes()
    assert listed(twice) == []
