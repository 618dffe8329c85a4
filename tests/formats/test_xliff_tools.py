"""Reading what CAT tools make of XLIFF: Trados, memoQ, Phrase and Wordfast."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.formats.memories import units_of
from align.formats.reading import Reading

from .xliff_samples import file12

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit

SDL = 'xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"'
MEMOQ = 'xmlns:mq="MQXliff"'
PHRASE = 'xmlns:m="http://www.memsource.com/mxlf/2.0"'
WORDFAST = 'xmlns:gs4tr="http://www.gs4tr.org/schema/xliff-ext"'
Read = tuple[list["TranslationUnit"], dict[str, int]]


def read(path: Path, content: str) -> Read:
    path.write_text(content, encoding="utf-8-sig")  # as these tools do
    reading = Reading()
    units = list(units_of(path, reading))
    return units, {loss.kind: loss.times for loss in reading.losses}


def test_segments_of_trados_have_their_confirmation_and_origin(tmp_path: Path) -> None:
    content = file12(
        '<trans-unit id="lock" translate="no"><source>١٢</source></trans-unit>'
        '<trans-unit id="6f0a"><source>نعم. لا. ربما.</source><seg-source>'
        '<mrk mtype="seg" mid="1">نعم.</mrk> <mrk mtype="seg" mid="2">لا.</mrk> '
        '<mrk mtype="seg" mid="3">ربما.</mrk></seg-source><target>'
        '<mrk mtype="seg" mid="1">Yes<mrk mtype="x-sdl-deleted" sdl:revid="r"> sir</mrk>.</mrk> '
        '<mrk mtype="seg" mid="2"><g id="5">No</g>.</mrk> <mrk mtype="seg" mid="3"/></target>'
        '<sdl:seg-defs><sdl:seg id="1" conf="ApprovedTranslation" origin="tm" percent="98">'
        '<sdl:value key="modified_on">2026</sdl:value></sdl:seg>'
        '<sdl:seg id="2" conf="Draft" origin="mt" locked="true"/><sdl:seg id="3"/></sdl:seg-defs>'
        "</trans-unit>",
        more=SDL,
    )
    units, losses = read(tmp_path / "memory.sdlxliff", content)
    assert [(unit.id, unit.source, unit.target) for unit in units] == [
        ("6f0a.1", "نعم.", "Yes."),
        ("6f0a.2", "لا.", "No."),
    ]
    assert [dict(unit.props) for unit in units] == [
        {"conf": "ApprovedTranslation", "origin": "tm", "percent": "98"},
        {"conf": "Draft", "origin": "mt", "locked": "true"},
    ]
    assert losses == {"unit": 2, "property": 1, "markup": 1, "code": 1}


def test_an_original_of_any_size_in_the_header_is_passed_over(tmp_path: Path) -> None:
    original = (
        f"<header><sdl:ref><internal-file>{'QUJD' * 3_000_000}</internal-file></sdl:ref></header>"
    )
    unit = '<trans-unit id="a"><source>نعم</source><target>Yes</target></trans-unit>'
    units, losses = read(tmp_path / "m.sdlxliff", file12(unit, more=SDL, header=original))
    assert ([unit.target for unit in units], losses) == (["Yes"], {})


def test_the_status_of_memoq_is_kept_and_its_tags_dropped(tmp_path: Path) -> None:
    content = file12(
        '<trans-unit id="1" mq:status="ManuallyConfirmed" mq:percent="85" mq:segmentguid="g1">'
        '<source xml:space="preserve"><ph id="1">&lt;mq:rxt></ph>نعم<mq:ch val="_"/></source>'
        '<target xml:space="preserve">Yes</target><mq:minorversions><mq:historical-unit>'
        "<source>x</source><target>old</target></mq:historical-unit></mq:minorversions>"
        '<context-group><context context-type="x-mmq-context">B5</context></context-group>'
        "</trans-unit>"
        '<trans-unit id="2" mq:status="NotStarted"><source>لا</source><target/></trans-unit>',
        more=MEMOQ,
    )
    (unit,), losses = read(tmp_path / "memory.mqxliff", content)
    assert (unit.source, unit.target) == ("نعم", "Yes")
    assert dict(unit.props) == {
        "mmq-context": "B5",
        "status": "ManuallyConfirmed",
        "percent": "85",
        "segmentguid": "g1",
    }
    assert losses == {"property": 1, "code": 2, "unit": 1}


def test_the_codes_that_phrase_writes_into_texts_are_dropped(tmp_path: Path) -> None:
    content = file12(
        '<group id="0" m:para-id="0"><trans-unit id="job:0" m:confirmed="1" m:score="0.95">'
        "<source>{b&gt;نعم&lt;b}{1} {7}{j}لا</source><target>{1&gt;Yes&lt;1}: {7}{j}no</target>"
        '<alt-trans origin="memsource-tm"><target>Yes</target></alt-trans>'
        '<m:tunit-metadata><m:mark id="1"><m:type>code</m:type></m:mark></m:tunit-metadata>'
        "</trans-unit></group>",
        more=PHRASE,
    )
    (unit,), losses = read(tmp_path / "memory.mxliff", content)
    assert (unit.source, unit.target) == ("نعم {7} لا", "Yes: {7} no")
    assert (unit.score, dict(unit.props)) == (1.0, {"confirmed": "1", "score": "0.95"})
    assert losses == {"code": 7, "property": 1}


def test_braces_of_others_are_text(tmp_path: Path) -> None:
    unit = '<trans-unit id="a"><source>{1} نعم</source><target>{1} Yes</target></trans-unit>'
    (read_unit,), losses = read(tmp_path / "memory.mxliff", file12(unit))
    assert (read_unit.target, losses) == ("{1} Yes", {})


@pytest.mark.parametrize("name", ["memory.txlf", "MEMORY.TXLF"])
def test_what_wordfast_says_of_a_segment_is_kept(tmp_path: Path, name: str) -> None:
    content = file12(
        '<trans-unit id="a"><source>نعم<ph id="0" ctype="x-tab">\t</ph></source>'
        '<target state="translated" gs4tr:seginfo="&lt;root username=&quot;me&quot;/>">Yes</target>'
        "<gs4tr:editStatus/></trans-unit>",
        more=WORDFAST,
    )
    (unit,), losses = read(tmp_path / name, content)
    assert dict(unit.props) == {"state": "translated", "seginfo": '<root username="me"/>'}
    assert losses == {"code": 1, "property": 1}
