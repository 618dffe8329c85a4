from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from align.errors import MalformedError
from align.formats.memories import read_memory, units_of
from align.formats.reading import Reading
from align.model import Flag, Location, Origin

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit

LANGS = ("ar", "en")
BEAD: dict[str, Any] = {
    "id": "u1",
    "type": "1-1",
    "src": {
        "lang": "ar",
        "ids": ["b1.2:0-3", "b2:1-2"],
        "lines": [7, 9],
        "files": ["a.txt", "a.txt"],
        "text": " نعم  ",
    },
    "tgt": {"lang": "en", "ids": ["b2:0-3"], "lines": [8], "files": ["b.txt"], "text": "Yes"},
    "score": 0.5,
    "flags": [
        {
            "id": "number",
            "severity": "error",
            "message": "25 is missing",
            "side": "source",
            "start": 1,
            "end": 3,
        }
    ],
    "doc": "tale",
    "props": [["client", "ACME"]],
}


def reading(tmp_path: Path, *lines: str, exact: bool = True) -> list[TranslationUnit]:
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return list(read_memory(tmp_path / "in.jsonl", LANGS, exact=exact))


def changed(**values: Any) -> str:
    return json.dumps({**BEAD, **values})


def side(text: str) -> dict[str, str]:
    return {"lang": "en", "text": text}


def test_every_field_is_read(tmp_path: Path) -> None:
    (unit,) = reading(tmp_path, changed())
    assert (unit.id, unit.source, unit.target, unit.score) == ("u1", " نعم  ", "Yes", 0.5)
    assert (unit.source_lang, unit.target_lang) == LANGS
    assert unit.flags == (
        Flag(id="number", severity="error", message="25 is missing", side="source", start=1, end=3),
    )
    assert unit.props == (("client", "ACME"),)
    assert unit.origin == Origin(
        document="tale",
        source=(
            Location(path="a.txt", block="b1.2", line=7, start=0, end=3),
            Location(path="a.txt", block="b2", line=9, start=1, end=2),
        ),
        target=(Location(path="b.txt", block="b2", line=8, start=0, end=3),),
    )


def test_places_of_older_files_are_counted_as_lost(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(
        changed(
            src={"text": "نعم", "ids": ["b1:0-3", "b1:4-5"]}, tgt={"text": "Yes", "ids": ["s1"]}
        ),
        encoding="utf-8",
    )
    told = Reading(langs=LANGS)
    (unit,) = units_of(tmp_path / "in.jsonl", told)
    assert unit.origin == Origin(document="tale", source=(), target=())
    assert told.losses.count("property") == 3


def test_texts_alone_are_enough(tmp_path: Path) -> None:
    lines = [json.dumps({"src": {"text": "نعم"}, "tgt": {"text": "Yes"}})] * 2
    units = reading(tmp_path, *lines)
    assert [(unit.id, unit.score, unit.kind) for unit in units] == [
        ("tu1", 1.0, "1-1"),
        ("tu2", 1.0, "1-1"),
    ]
    assert (units[0].source_lang, units[0].target_lang) == LANGS


def test_flags_of_older_files_have_no_place(tmp_path: Path) -> None:
    old = {"id": "number", "severity": "error", "message": "m"}
    (unit,) = reading(tmp_path, changed(flags=[old]))
    assert unit.flags == (Flag(id="number", severity="error", message="m"),)


def test_sentences_without_a_counterpart_are_no_units(tmp_path: Path) -> None:
    units = reading(tmp_path, changed(id=None, type="1-0", tgt=side("")), changed())
    assert [unit.id for unit in units] == ["u1"]


def test_a_line_with_one_text_and_no_id_is_counted_as_unaligned(tmp_path: Path) -> None:
    lines = (
        changed(id=None, type="1-0", tgt=side("")),
        json.dumps({"src": side(""), "tgt": side("No")}),
    )
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    told = Reading(langs=LANGS)
    assert list(units_of(tmp_path / "in.jsonl", told)) == []
    assert list(told.losses) == [("unaligned", 2, 1, "")]


def test_an_empty_side_of_a_unit_is_read_or_refused_with_its_line(tmp_path: Path) -> None:
    lines = changed(), changed(tgt=side(""))
    assert [unit.target for unit in reading(tmp_path, *lines)] == ["Yes", ""]
    with pytest.raises(MalformedError, match="line 2: the target of a unit is empty"):
        reading(tmp_path, *lines, exact=False)


def test_texts_are_tidied_when_they_need_not_be_exact(tmp_path: Path) -> None:
    (unit,) = reading(tmp_path, changed(), exact=False)
    assert unit.source == "نعم"


def test_half_a_surrogate_pair_is_a_lost_character(tmp_path: Path) -> None:
    (unit,) = reading(tmp_path, changed(tgt=side("a \ud83d and \U0001f469")))
    assert unit.target == "a \ufffd and \U0001f469"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "not JSON"),
        ("نعم\tYes", "not JSON"),
        ("[1]", "a line is not an object"),
        ("[" * 100_000, "recursion|not JSON"),
        ('{"source": "نعم", "target": "Yes"}', "'src' is not an object"),
        (changed(src="نعم"), "'src' is not an object"),
        (changed(tgt={"text": 5}), "'text' is not a text"),
        (changed(score="0.5"), "'score' is not a number"),
        (changed(score=True), "'score' is not a number"),
        (changed(score=87), "87 is not between 0 and 1"),
        (changed(score=float("nan")), "nan is not between 0 and 1"),
        ('{"score": ' + "9" * 5000 + "}", "digits"),
        (changed(flags=[{**BEAD["flags"][0], "severity": "fatal"}]), "unknown severity"),
        (changed(flags=[{**BEAD["flags"][0], "start": "1"}]), "'start' is not a whole number"),
        (changed(flags={}), "'flags' is not a list"),
        (changed(props=[["client"]]), "a prop is a pair"),
        (changed(src={"text": "نعم", "ids": [1]}), "an id is not a text"),
        (
            changed(src={"text": "نعم", "ids": ["b1:0-3"], "lines": ["1"], "files": ["a"]}),
            "a line number is not a whole number",
        ),
    ],
)
def test_a_broken_line_is_refused_with_its_number(tmp_path: Path, line: str, fault: str) -> None:
    with pytest.raises(MalformedError, match=f"line 2: .*({fault})"):
        reading(tmp_path, changed(), line)
