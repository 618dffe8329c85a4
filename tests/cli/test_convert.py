"""`align convert` on real files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from align.formats.memories import read_memory
from align.formats.tmx.reader import read_tmx
from align.formats.tmx.writer import write_tmx
from tests.cli.command import called, refused
from tests.cli.memories import HEAD, TAIL, TU, tmx, tsv
from tests.cli.texts import PAIRS, write
from tests.formats import samples

if TYPE_CHECKING:
    from pathlib import Path

LANGS = ("ar", "en")


def convert(*arguments: object, code: int = 0) -> Any:
    ran = called("convert", *arguments, "--json")
    assert ran.code == code, ran.err
    return json.loads(ran.out)


def pairs(path: Path) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in read_memory(path, LANGS)]


@pytest.mark.parametrize("suffix", ["jsonl", "xlf", "xliff", "parquet", "tei.xml", "tmx.gz"])
def test_there_and_back_again_nothing_is_lost(suffix: str, tmp_path: Path) -> None:
    units = [unit for unit in samples.bitext().units if unit is not None]
    write_tmx(units, tmp_path / "in.tmx")
    convert(tmp_path / "in.tmx", tmp_path / f"between.{suffix}")
    convert(tmp_path / f"between.{suffix}", tmp_path / "out.tmx")
    assert list(read_tmx(tmp_path / "out.tmx")) == units
    assert (tmp_path / "out.tmx").read_bytes() == (tmp_path / "in.tmx").read_bytes()


def test_a_format_of_several_files_takes_what_their_names_begin_with(tmp_path: Path) -> None:
    done = convert(tmx(tmp_path / "in.tmx"), tmp_path / "corpus", "--to", "moses")
    made = [tmp_path / "corpus.ar-en.ar", tmp_path / "corpus.ar-en.en"]
    assert done["files"] == list(map(str, made))
    assert made[0].read_text("utf-8").splitlines() == [ar for ar, _ in PAIRS]
    convert(made[0], tmp_path / "back.tsv")
    assert pairs(tmp_path / "back.tsv") == list(PAIRS)


def test_the_direction_asked_for_holds(tmp_path: Path) -> None:
    done = convert(tmx(tmp_path / "in.tmx"), tmp_path / "out.tmx", "--langs", "en,ar")
    assert done["read"][0]["turned"] == len(PAIRS)
    assert etree.parse(str(tmp_path / "out.tmx")).find("header").get("srclang") == "en"  # type: ignore[union-attr]
    unit = next(read_tmx(tmp_path / "out.tmx"))
    assert (unit.source, unit.target) == tuple(reversed(PAIRS[0]))


def test_without_one_the_direction_of_the_file_holds(tmp_path: Path) -> None:
    done = convert(tmx(tmp_path / "in.tmx", srclang="en"), tmp_path / "out.tmx")
    assert done["read"][0]["turned"] == 0
    assert next(read_tmx(tmp_path / "out.tmx")).source_lang == "en"


def test_regions_stay_unless_codes_are_given(tmp_path: Path) -> None:
    text = HEAD.format("ar") + TU.format(id="a", ar="نعم", en="Yes") + TAIL
    source = write(tmp_path / "in.tmx", text.replace('lang="ar"', 'lang="ar-EG"'))
    convert(source, tmp_path / "out.tmx")
    assert next(read_tmx(tmp_path / "out.tmx")).source_lang == "ar-EG"
    convert(source, tmp_path / "codes.tmx", "--tmx-lang", "ar=ar-SA,en=en-GB")
    unit = next(read_tmx(tmp_path / "codes.tmx"))
    assert (unit.source_lang, unit.target_lang) == ("ar-SA", "en-GB")


def test_regions_that_a_tool_does_not_tell_apart_are_told(tmp_path: Path) -> None:
    first, other = TU.format(id="a", ar="نعم", en="Yes"), TU.format(id="b", ar="لا", en="No")
    units = first.replace('lang="en"', 'lang="en-GB"') + other.replace('lang="en"', 'lang="en-US"')
    source = write(tmp_path / "in.tmx", HEAD.format("ar") + units + TAIL)
    done = convert(source, tmp_path / "out.tmx", "--cat", "trados")
    told = "units of another region, under one code a language for Trados: 1"
    assert done["remarks"] == [told]
    assert convert(source, tmp_path / "out.tmx", "--cat", "memoq")["remarks"] == []


def test_a_region_that_only_the_user_knows_is_asked_for(tmp_path: Path) -> None:
    text = HEAD.format("de") + TU.format(id="a", ar="Ja", en="Oui") + TAIL
    source = write(tmp_path / "in.tmx", text.replace('"ar"', '"de"').replace('"en"><', '"fr"><'))
    options = ("--langs", "de,fr", "--cat", "trados")
    done = convert(source, tmp_path / "out.tmx", *options)
    hint = "name it with --tmx-lang de=de-XX,fr=fr-XX"
    assert done["remarks"] == [f"Trados wants a region in de and fr: {hint}"]
    done = convert(source, tmp_path / "out.tmx", *options, "--tmx-lang", "de=de-AT,fr=fr-CH")
    assert done["remarks"] == []
    fixed = called("check", source, "--fix", "-o", tmp_path / "good.tmx", "--no-qa", *options)
    assert hint in fixed.err


def test_a_tools_wishes_and_props_are_met(tmp_path: Path) -> None:
    options = ("--cat", "trados", "--prop", "client=ACME")
    convert(tmx(tmp_path / "in.tmx"), tmp_path / "out.tmx", *options)
    tree = etree.parse(str(tmp_path / "out.tmx"))
    assert tree.find("header").get("srclang") == "ar-SA"  # type: ignore[union-attr]
    types = {prop.get("type") for prop in tree.iterfind("body/tu/prop")}
    assert "x-client:SingleString" in types


def test_units_of_a_low_score_are_left_out_and_counted(tmp_path: Path) -> None:
    write_tmx(filter(None, samples.bitext().units), tmp_path / "in.tmx")
    done = convert(tmp_path / "in.tmx", tmp_path / "out.tmx", "--min-score", "0.3")
    scores = [unit.score for unit in read_tmx(tmp_path / "out.tmx")]
    assert min(scores) >= 0.3
    assert done["read"][0]["below"] == done["read"][0]["units"] - len(scores) > 0


def test_what_cannot_be_taken_over_is_told(tmp_path: Path) -> None:
    body = TU.format(id="a", ar="نعم", en="") + TU.format(id="b", ar="لا <ph/>أبدًا", en="No, never")
    source = write(tmp_path / "in.tmx", HEAD.format("ar") + body + TAIL)
    ran = called("convert", source, tmp_path / "out.tmx")
    assert ran.code == 0
    assert "unit left out (the target of a unit is empty): 1, first in line 3" in ran.err
    assert "inline code dropped, the text around it kept (<ph>): 1" in ran.err
    assert ran.last_line == f"1 unit in {tmp_path / 'out.tmx'}"


def test_a_damaged_memory_gives_its_whole_units(tmp_path: Path) -> None:
    source = tmx(tmp_path / "in.tmx")
    content = source.read_bytes()
    source.write_bytes(content[: content.rindex(b"<seg>") + 8])
    done = convert(source, tmp_path / "out.tmx")
    assert done["written"] == len(PAIRS) - 1
    assert [loss["kind"] for loss in done["read"][0]["losses"]] == ["tail"]


def test_nothing_is_written_over_what_is_read(tmp_path: Path) -> None:
    source = tmx(tmp_path / "in.tmx")
    refused(called("convert", source, source), 2, "would be read and written at once")
    convert(source, tmp_path / "corpus", "--to", "moses")
    read = tmp_path / "corpus.ar-en.ar"
    ran = called("convert", read, tmp_path / "corpus", "--to", "moses")
    refused(ran, 2, "would be read and written at once")


@pytest.mark.parametrize("command", ["convert", "merge", "score", "check"])
def test_nor_over_it_by_the_units_that_a_tool_wants_apart(command: str, tmp_path: Path) -> None:
    source, output = tmx(tmp_path / "law.too-long.tmx"), tmp_path / "law.tmx"
    there = [output] if command == "convert" else ["-o", output]
    fix = ["--fix"] if command == "check" else []
    ran = called(command, source, *there, *fix, "--cat", "trados")
    refused(ran, 2, "law.too-long.tmx: would be read and written at once")


def test_nor_over_files_named_by_the_languages_of_the_memory(tmp_path: Path) -> None:
    convert(tmx(tmp_path / "in.tmx"), tmp_path / "law", "--to", "moses", "--langs", "en,ar")
    source, output = tmp_path / "law.en-ar.en", tmp_path / "law.en-ar.ar"
    for arguments in (
        ("convert", source, tmp_path / "law", "--to", "moses", "--langs", "en,ar"),
        ("merge", source, "-o", tmp_path / "law", "--to", "moses", "--langs", "en,ar"),
        ("score", source, "-o", output, "--langs", "en,ar"),
    ):
        refused(called(*arguments), 2, "law.en-ar", "would be read and written at once")


def test_misuse_is_told_in_a_line(tmp_path: Path) -> None:
    source = tmx(tmp_path / "in.tmx")
    refused(called("convert", source, tmp_path / "out"), 2, "what format to write", ".tmx")
    refused(called("convert", source, tmp_path / "o.tmx", "--to", "tmxx"), 2, "did you mean tmx")
    refused(called("convert", source, tmp_path / "no" / "o.tmx"), 5, "cannot be written")
    refused(called("convert", source, tmp_path / "o.tmx", "--cat", "trado"), 2, "trados")
    empty = write(tmp_path / "empty.tmx", HEAD.format("ar") + TAIL)
    refused(called("convert", empty, tmp_path / "o.tmx"), 4, "holds no unit")
    others = tsv(tmp_path / "in.tsv")
    others.write_text("نعم\n", encoding="utf-8")
    refused(called("convert", others, tmp_path / "o.tmx"), 4, "holds no unit", "line 1")
    named = write(tmp_path / "in.csv", source.read_text("utf-8"))
    refused(called("convert", named, tmp_path / "o.tmx"), 4, "is XML, not CSV", "suffix")
    packed = write(tmp_path / "in.zip", "")
    refused(called("convert", packed, tmp_path / "o.tmx"), 2, "in.tmx.zip would", "known are")


def test_a_packed_memory_that_breaks_off_gives_its_whole_units(tmp_path: Path) -> None:
    many = [(f"نعم {number}", f"Yes {number}") for number in range(20_000)]
    convert(tmx(tmp_path / "in.tmx", many), tmp_path / "in.tmx.gz")
    packed = tmp_path / "in.tmx.gz"
    packed.write_bytes(packed.read_bytes()[:-40_000])
    done = convert(packed, tmp_path / "out.tmx")
    assert 0 < done["written"] < len(many)
    assert [loss["kind"] for loss in done["read"][0]["losses"]] == ["tail"]


def test_nobodys_score_is_made_up(tmp_path: Path) -> None:
    convert(tmx(tmp_path / "in.tmx"), tmp_path / "out.tmx")
    assert b"x-score" not in (tmp_path / "out.tmx").read_bytes()


def test_white_space_that_is_tidied_is_counted(tmp_path: Path) -> None:
    units = (("a", "  نعم\tيا سيدي", "Yes sir"), ("b", "لا", "No\ufeff "))
    body = "".join(TU.format(id=name, ar=ar, en=en) for name, ar, en in units)
    done = convert(write(tmp_path / "in.tmx", HEAD.format("ar") + body + TAIL), tmp_path / "o.tsv")
    assert [(loss["kind"], loss["times"], loss["line"]) for loss in done["read"][0]["losses"]] == [
        ("space", 2, 3),
        ("character", 1, 4),
    ]
    assert pairs(tmp_path / "o.tsv") == [("نعم يا سيدي", "Yes sir"), ("لا", "No")]
