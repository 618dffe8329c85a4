"""`align check`: the rehearsal of an import as people and programs see it, and the repair."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from align.presets import PRESETS
from tests.cli.command import Ran, called, refused, spawned
from tests.exchange.broken import tu, whole, write

if TYPE_CHECKING:
    from pathlib import Path

# Everything that the customer wants found for Trados, a unit each.
BROKEN = whole(
    tu("مرحبا بكم", "hello everybody", tuid="sound"),
    tu("سلام عليكم", "peace upon you", tuid="locale", ar="ar", en="en"),
    tu("طويل جدا " * 300, "very long " * 250, tuid="long"),
    tu("فارغ", "", tuid="empty"),
    tu("رقم واحد", "number&#x1F; one", tuid="forbidden"),
    tu("مرحبا بكم", "hi everybody", tuid="rival"),
    tu("نهر كبير", "a large river", tuid="turned", srclang="en-US"),
)
WANTED = {
    "locale": "locale",
    "over-limit": "long",
    "empty": "empty",
    "forbidden-character": "forbidden",
    "several-targets": "rival",
    "srclang": "turned",
}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return write(tmp_path / "broken.tmx", BROKEN)


def check(*arguments: object) -> Ran:
    return called("check", *arguments, "--no-qa")


def document(*arguments: object, code: int = 0) -> Any:
    ran = check(*arguments, "--json", "--quiet")
    assert (ran.code, ran.err) == (code, "")
    return json.loads(ran.out)


def test_what_trados_would_refuse_is_found_repaired_and_then_goes_in(
    tmp_path: Path, broken: Path
) -> None:
    (found,) = document(broken, "--cat", "trados", "--strict", code=9)["files"]
    units = {one["id"]: one["unit"] for one in found["findings"]}
    assert units.items() >= WANTED.items()
    assert found["tools"] == {"trados": {"accepted": 0, "refused": 7, "changed": 0}}

    good = tmp_path / "good.tmx"
    ran = check(broken, "--cat", "trados", "--fix", "-o", good)
    assert ran.code == 0
    assert "set-apart: over-limit, 1" in ran.err
    changes = (tmp_path / "good.tmx.changes.jsonl").read_text("utf-8").splitlines()
    listed = {(one["change"], one["finding"]) for one in map(json.loads, changes)}
    assert listed == {
        ("changed", "locale"),
        ("changed", "edge-space"),
        ("changed", "srclang"),
        ("lost", "character"),
        ("left-out", "empty"),
        ("set-apart", "over-limit"),
    }

    (found,) = document(good, "--cat", "trados", "--strict")["files"]
    assert found["tools"] == {"trados": {"accepted": 5, "refused": 0, "changed": 0}}
    assert [one["id"] for one in found["findings"]] == ["several-targets"]


def test_json_has_the_promised_keys(tmp_path: Path, broken: Path) -> None:
    other = write(tmp_path / "other.tsv", "جسر\tbridge\n")
    found = document(broken, other)
    assert found.keys() == {"files", "summary"}
    first, second = found["files"]
    assert first.keys() == {"path", "format", "units", "findings", "tools"}
    assert (first["path"], first["format"], first["units"]) == (str(broken), "tmx", 7)
    assert (second["path"], second["format"], second["units"]) == (str(other), "tsv", 1)
    assert list(first["tools"]) == list(PRESETS)
    keys = {"id", "severity", "tools", "line", "unit", "side", "message", "fix"}
    assert all(one.keys() == keys for one in first["findings"])
    (empty,) = (one for one in first["findings"] if one["id"] == "empty")
    assert (empty["line"], empty["side"], empty["fix"]) == (9, "target", "left out")
    assert second["findings"] == []
    assert found["summary"]["files"] == 2
    assert found["summary"]["units"] == 8
    assert sum(found["summary"]["severities"].values()) == len(first["findings"])
    assert found["summary"]["findings"]["empty"] == 1


def test_json_of_a_repair_says_where_everything_is(tmp_path: Path, broken: Path) -> None:
    good = tmp_path / "good.tmx"
    (found,) = document(broken, "--cat", "trados", "--fix", "-o", good)["files"]
    assert found["fixed"]["paths"] == [str(good), str(tmp_path / "good.too-long.tmx")]
    assert found["fixed"]["list"] == f"{good}.changes.jsonl"
    assert found["fixed"]["units"] == 6
    assert [remark for remark in found["fixed"]["remarks"] if "good.too-long.tmx" in remark]
    assert {"change": "left-out", "finding": "empty", "times": 1} in found["fixed"]["changes"]


def test_people_are_shown_every_tool_the_main_reasons_and_the_first_examples(
    broken: Path,
) -> None:
    ran = check(broken, "--quiet")
    assert (ran.code, ran.err) == (0, "")
    rows = [line.split() for line in ran.out.splitlines()]
    for each in PRESETS.values():
        assert any(row[:4] == [each.title, "0", "0", "7"] for row in rows)
    assert "the whole file: forbidden-character" in ran.out
    assert "  - line 9: unit empty: the target is empty" in ran.out
    assert "tried or read in its source" in ran.out


def test_of_one_tool_it_is_told_what_it_does_and_how_that_is_known(broken: Path) -> None:
    shown = check(broken, "--cat", "trados").out
    assert "Trados refuses the unit, by its documentation" in shown
    assert "Trados refuses the whole file, by the rules of TMX and XML" in shown
    assert "--fix: set apart in a file of its own" in shown
    assert "OmegaT refuses the whole file, tried" in check(broken, "--cat", "omegat").out


def test_with_verbose_every_finding_is_a_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tmx", whole(*(tu(f"جسر {n}", "") for n in range(9))))
    assert check(path).out.count("the target is empty") == 3
    shown = check(path, "--verbose").out
    lines = [line for line in shown.splitlines() if line.startswith(f"{path}:")]
    assert len(lines) == 9 + 1
    assert lines[0] == f"{path}:6: error empty: unit tu1: the target is empty"


def test_strict_ends_with_9_for_what_is_refused_and_not_for_the_texts(tmp_path: Path) -> None:
    sound = write(tmp_path / "sound.tmx", whole(tu("وُلِدَ عام ١٩٨٥", "born in 1986")))
    assert called("check", sound, "--cat", "trados", "--strict").code == 0
    assert "date" in called("check", sound, "--cat", "trados").out
    bad = write(tmp_path / "bad.tmx", whole(tu("جسر", "")))
    assert check(bad, "--strict").code == 9
    assert check(bad).code == 0
    assert check(bad, "--strict", "--ignore", "empty").code == 0
    assert check(sound, bad, "--strict").code == 9


def test_findings_of_the_texts_are_told_unless_they_are_not_wanted(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tmx", whole(tu("جسر  قديم", "old  bridge")))
    assert "double-space" in called("check", path, "-q").out
    assert "double-space" not in called("check", path, "--ignore", "double-space").out
    assert "double-space" not in check(path).out
    glossary = write(tmp_path / "terms.tsv", "جسر\tviaduct\n")
    assert "glossary" in called("check", path, "--glossary", glossary).out


def test_what_cannot_be_is_refused_before_any_work(tmp_path: Path, broken: Path) -> None:
    good = tmp_path / "good.tmx"
    refused(check(broken, "--cat", "tradoss"), 2, "did you mean trados")
    refused(check(broken, "--ignore", "typo"), 2, "'typo'")
    refused(check(broken, "--fix"), 2, "-o")
    refused(check(broken, "-o", good), 2, "--fix")
    refused(check(broken, broken, "--fix", "-o", good), 2, "align merge")
    refused(check(broken, "--fix", "-o", broken), 2, "read and written at once")
    refused(check(broken, "--fix", "-o", tmp_path / "good.tsv"), 2, ".tmx")
    refused(check(broken, "--fix", "-o", tmp_path / "none/good.tmx"), 5, "cannot be written")
    refused(check(write(tmp_path / "a.exe", "")), 2, ".exe")
    assert broken.read_text("utf-8") == BROKEN
    assert not good.exists()


def test_each_file_is_told_with_its_place(tmp_path: Path) -> None:
    one, other = (write(tmp_path / name, whole(tu())) for name in ("a.tmx", "b.tmx"))
    told = check(one, other).err.splitlines()
    assert told == [f"[1/2] {one}: 1 unit", f"[2/2] {other}: 1 unit"]


def test_a_memory_of_other_languages_is_told_which_flag_to_try(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tmx", whole(tu("Haus", "maison", ar="de-DE", en="fr-FR")))
    assert "--langs" in check(path).last_line
    ran = check(path, "--langs", "de,fr", "--strict", "--ignore", "srclang")
    assert ran.code == 0
    assert "--langs" not in ran.err


def test_a_text_cannot_break_the_lines_on_the_terminal(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tmx", whole(tu(tuid="a&#9;\u2028b"), tu(ar="ar&#10;SA")))
    shown = check(path, "--verbose").out
    assert "\u2028" not in shown
    assert "\t" not in shown


def test_in_a_process_of_its_own_stdout_is_json_alone(broken: Path) -> None:
    ran = spawned("check", broken, "--json", "--no-qa")
    assert ran.code == 0
    assert json.loads(ran.out)["summary"]["units"] == 7
    assert ran.err == f"[1/1] {broken}: 7 units\n"
