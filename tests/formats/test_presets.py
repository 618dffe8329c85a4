"""What the units of a memory become for each CAT tool."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from align.config import Settings
from align.errors import UnknownNameError
from align.formats.markup import XML_LANG
from align.formats.memories import turned
from align.formats.tmx.reader import read_tmx
from align.formats.tmx.writer import TmxWriter, write_tmx
from align.model import Origin
from align.presets import PRESETS, preset

from . import samples

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from align.model import TranslationUnit

REGIONAL = [name for name, each in PRESETS.items() if each.locales]
CONTEXTS = {"matecat": "prop", "xtm": "tuv[1]/prop"}


def units(*texts: str, document: str = "tale") -> list[TranslationUnit]:
    """Return units of a document whose sources are ``texts``."""
    origin = Origin(document=document, source=(), target=())
    made = (samples.unit(text, f"{text}.", n) for n, text in enumerate(texts))
    return [replace(unit, origin=origin) for unit in made]


def written(path: Path, settings: Settings, each: Iterable[TranslationUnit]) -> etree._Element:
    write_tmx(each, path, settings)
    return etree.parse(str(path)).getroot()


def source_langs(root: etree._Element) -> list[str | None]:
    """Return the source language of the file and of each unit that names its own."""
    return [element.get("srclang") for element in root.iter("header", "tu")]


def contexts(root: etree._Element, place: str) -> list[tuple[str | None, str | None]]:
    found = [prop for unit in root.iter("tu") for prop in unit.iterfind(place)]
    pairs = ((prop.get("type"), prop.text) for prop in found)
    return [(name, text) for name, text in pairs if name and name.startswith("x-context")]


def test_an_unknown_tool_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean trados"):
        preset("Tradoss")


@pytest.mark.parametrize("name", PRESETS)
def test_every_unit_comes_back_from_a_file_for_any_tool(tmp_path: Path, name: str) -> None:
    settings = Settings(cat=name)
    wanted = [unit for unit in samples.bitext().units if unit is not None]
    write_tmx(wanted, tmp_path / "out.tmx", settings)
    first = (tmp_path / "out.tmx").read_bytes()
    read = list(read_tmx(tmp_path / "out.tmx"))
    assert [unit.source for unit in read] == [unit.source for unit in wanted]
    assert [unit.target for unit in read] == [unit.target for unit in wanted]
    for one, other in zip(read, wanted, strict=True):
        assert (one.score, one.kind, one.flags) == (other.score, other.kind, other.flags)
        assert one.origin
        assert one.origin.document == "bridge"
    write_tmx(read, tmp_path / "again.tmx", settings)
    assert (tmp_path / "again.tmx").read_bytes() == first


@pytest.mark.parametrize("name", REGIONAL)
def test_languages_have_regions_where_the_tool_wants_them(tmp_path: Path, name: str) -> None:
    root = written(tmp_path / "out.tmx", Settings(cat=name), units("نعم"))
    assert source_langs(root) == ["ar-SA", None]
    assert [tuv.get(XML_LANG) for tuv in root.iter("tuv")] == ["ar-SA", "en-US"]


@pytest.mark.parametrize("name", PRESETS)
def test_the_codes_of_the_user_go_before_those_of_the_tool(tmp_path: Path, name: str) -> None:
    settings = Settings(cat=name, tmx_lang=(("ar", "ar-EG"), ("en", "en-GB")))
    root = written(tmp_path / "out.tmx", settings, units("نعم"))
    assert [tuv.get(XML_LANG) for tuv in root.iter("tuv")] == ["ar-EG", "en-GB"]


def test_trados_gets_its_types_in_the_names_of_props_and_in_the_header(tmp_path: Path) -> None:
    unit = next(filter(lambda unit: unit and unit.flags, samples.bitext().units))
    assert unit is not None
    props = (*unit.props, ("topic", "a"), ("topic", "b"), ("Size:Integer", "3"), ("Origin", "TM"))
    unit = replace(unit, props=props)
    root = written(tmp_path / "out.tmx", Settings(cat="trados"), [unit])
    assert [prop.get("type") for prop in root.iterfind("body/tu/prop")] == [
        "x-document:SingleString",
        "x-alignment-type:SingleString",
        "x-score:SingleString",
        "x-flag:MultipleString",
        "x-flag:MultipleString",
        "x-client:SingleString",
        "x-subject:SingleString",
        "x-topic:MultipleString",
        "x-topic:MultipleString",
        "x-Size:Integer",
        "x-Origin",
    ]
    header = root.find("header")
    assert header is not None
    assert (header.get("creationtool"), header.get("o-tmf")) == (
        "SDL Language Platform",
        "SDL TM8 Format",
    )
    assert (header.findtext("note") or "").startswith("made by align ")


@pytest.mark.parametrize("score", ["85", "7.5", "high"])
def test_a_typed_score_that_is_not_ours_is_somebody_elses(tmp_path: Path, score: str) -> None:
    body = "".join(f'<tuv xml:lang="{lang}"><seg>{lang}</seg></tuv>' for lang in ("ar", "en"))
    prop = f'<prop type="x-score:SingleString">{score}</prop>'
    text = f'<tmx><header srclang="ar"/><body><tu>{prop}{body}</tu></body></tmx>'
    (tmp_path / "in.tmx").write_text(text, encoding="utf-8")
    (unit,) = read_tmx(tmp_path / "in.tmx")
    assert (unit.score, unit.props) == (1.0, (("score:SingleString", score),))
    write_tmx([unit], tmp_path / "out.tmx", Settings(cat="trados"))
    assert [each.props for each in read_tmx(tmp_path / "out.tmx")] == [unit.props]


@pytest.mark.parametrize("name", ["trados", "smartling"])
def test_all_units_have_one_source_language_where_the_tool_wants_it(
    tmp_path: Path, name: str
) -> None:
    arabic, english = units("نعم", "لا")
    regional = replace(arabic, id="u9", source_lang="ar-EG", target_lang="en-GB")
    settings = Settings(cat=name)
    root = written(tmp_path / "out.tmx", settings, [arabic, turned(english), regional])
    assert source_langs(root) == ["ar-SA", None, None, None]
    assert [tuv.get(XML_LANG) for tuv in root.iter("tuv")] == ["ar-SA", "en-US"] * 3
    assert [seg.text for seg in root.iter("seg")] == ["نعم", "نعم.", "لا", "لا.", "نعم", "نعم."]


def test_regions_of_one_language_are_not_taken_for_one_another(tmp_path: Path) -> None:
    british = replace(samples.unit("lorry", "truck"), source_lang="en-GB", target_lang="en-US")
    settings = Settings(cat="trados", langs=("en-GB", "en-US"))
    root = written(tmp_path / "out.tmx", settings, [british])
    assert [tuv.get(XML_LANG) for tuv in root.iter("tuv")] == ["en-GB", "en-US"]


def test_a_unit_that_goes_the_other_way_says_so_where_it_may(tmp_path: Path) -> None:
    arabic, english = units("نعم", "لا")
    root = written(tmp_path / "out.tmx", Settings(cat="omegat"), [arabic, turned(english)])
    assert source_langs(root) == ["ar", None, "en"]


@pytest.mark.parametrize("name", CONTEXTS)
def test_the_texts_beside_a_unit_stand_where_the_tool_looks_for_them(
    tmp_path: Path, name: str
) -> None:
    memory = [*units("واحد", "اثنان", "ثلاثة"), *units("أربعة", document="other")]
    root = written(tmp_path / "out.tmx", Settings(cat=name), memory)
    place = CONTEXTS[name]
    assert contexts(root, place) == [
        ("x-context-post", "اثنان"),
        ("x-context-pre", "واحد"),
        ("x-context-post", "ثلاثة"),
        ("x-context-pre", "اثنان"),
    ]
    assert contexts(root, ".//prop") == contexts(root, place)


def test_units_of_no_document_have_nothing_beside_them(tmp_path: Path) -> None:
    memory = [samples.unit("نعم", "Yes"), samples.unit("لا", "No", 2)]
    root = written(tmp_path / "out.tmx", Settings(cat="xtm"), memory)
    assert contexts(root, ".//prop") == []


def test_a_context_that_a_unit_came_with_stays_unless_there_is_a_new_one(tmp_path: Path) -> None:
    own = replace(samples.unit("نعم", "Yes"), props=(("context-pre", "قديم"),))
    root = written(tmp_path / "out.tmx", Settings(cat="matecat"), [own])
    assert contexts(root, "prop") == [("x-context-pre", "قديم")]
    first, second = units("واحد", "اثنان")
    root = written(
        tmp_path / "out.tmx", Settings(cat="matecat"), [first, replace(second, props=own.props)]
    )
    assert contexts(root, "prop") == [("x-context-post", "اثنان"), ("x-context-pre", "واحد")]


def test_phrase_gets_one_target_of_a_source_and_the_others_are_counted(tmp_path: Path) -> None:
    best, second, other = units("نعم", "نعم", "لا")
    with TmxWriter(tmp_path / "out.tmx", Settings(cat="phrase")) as writer:
        for unit in (best, replace(second, target="Yeah"), other, best):
            writer.write(unit)
    assert [unit.id for unit in read_tmx(tmp_path / "out.tmx")] == [best.id, other.id]
    assert writer.left_out == 2


def test_what_a_tool_does_not_take_as_it_is_is_told(tmp_path: Path) -> None:
    long = samples.unit("نعم " * 600, "Yes")
    with TmxWriter(tmp_path / "m.tmx", Settings(cat="trados")) as writer:
        writer.write(long)
    (remark,) = writer.remarks
    assert remark.startswith("units with a side over 2,000 characters")
    assert remark.endswith(": 1, in m.too-long.tmx")
    rivals = [samples.unit("نعم", "Yes", 1), samples.unit("نعم", "Aye", 2)]
    with TmxWriter(tmp_path / "p.tmx", Settings(cat="phrase")) as writer:
        for unit in rivals:
            writer.write(unit)
    (remark,) = writer.remarks
    assert remark.endswith(": 1, left out")
