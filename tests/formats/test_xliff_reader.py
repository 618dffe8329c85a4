"""Reading XLIFF that others wrote, in both of its versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.errors import MalformedError, UsageError
from align.formats.memories import read_memory, units_of
from align.formats.reading import Reading

from . import samples
from .keeps import LANGS, written
from .xliff_samples import file2, file12

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit

UNIT = '<trans-unit id="a"><source>{0}</source><target>{1}</target>{2}</trans-unit>'
SEGMENT = "<segment><source>{0}</source><target>{1}</target></segment>"
Read = tuple[list["TranslationUnit"], dict[str, int]]


def read(folder: Path, content: str, *, exact: bool = False, strict: bool = True) -> Read:
    """Return the units of a file and how often something of each kind was lost."""
    path = folder / "memory.xlf"
    path.write_text(content, encoding="utf-8")
    reading = Reading(langs=LANGS, exact=exact, strict=strict)
    units = list(units_of(path, reading))
    return units, {loss.kind: loss.times for loss in reading.losses}


def pairs(units: list[TranslationUnit]) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in units]


def test_units_have_their_id_languages_and_what_is_said_of_them(tmp_path: Path) -> None:
    content = file12(
        '<trans-unit id="a7" approved="yes" resname="greeting">\n'
        '<source>نعم</source><target state="final">Yes</target>'
        '<note from="editor">formal</note><context-group>'
        '<context context-type="sourcefile">a.c</context>'
        '<context context-type="x-field">title</context></context-group></trans-unit>',
        langs='source-language="ar_EG" target-language="en-gb"',
    )
    (unit,), losses = read(tmp_path, content)
    assert (unit.id, unit.source_lang, unit.target_lang) == ("a7", "ar-EG", "en-gb")
    assert (unit.kind, unit.score, unit.flags, unit.origin) == ("1-1", 1.0, (), None)
    assert dict(unit.props) == {
        "sourcefile": "a.c",
        "field": "title",
        "approved": "yes",
        "resname": "greeting",
        "note": "formal",
        "state": "final",
    }
    assert losses == {}


@pytest.mark.parametrize(
    ("inline", "text", "lost"),
    [
        ('<g id="1">bold</g> word', "bold word", {"code": 1}),
        ('a <x id="1"/> b<bx id="2"/>c<ex id="2"/>', "a bc", {"code": 3, "space": 1}),
        ('<bpt id="1">&lt;b></bpt>in<ept id="1">&lt;/b></ept>', "in", {"code": 2}),
        ('a<ph id="1">%s</ph> <it id="2" pos="open">[</it>b', "a b", {"code": 2}),
        ('one<x id="1" ctype="lb"/>two', "one two", {"code": 1, "space": 1}),
        ('a <mrk mtype="term">term</mrk>', "a term", {"markup": 1}),
        ('<g id="1"><g id="2">deep</g>er</g>', "deeper", {"code": 2}),
        ('a<ph id="1">x<sub>title</sub></ph>', "a", {"code": 1, "text": 1}),
        ("a <!-- remark --><?break?>b", "a b", {}),
        ("<![CDATA[a <b>]]> &amp; c", "a <b> & c", {}),
    ],
)
def test_of_inline_elements_of_1_2_the_text_is_kept_and_the_code_counted(
    tmp_path: Path, inline: str, text: str, lost: dict[str, int]
) -> None:
    (unit,), losses = read(tmp_path, file12(UNIT.format("نعم", inline, "")))
    assert (unit.target, losses) == (text, lost)


@pytest.mark.parametrize(
    ("inline", "text", "lost"),
    [
        ('<pc id="1">bold</pc> word', "bold word", {"code": 1}),
        ('a <sc id="1"/>b<ec startRef="1"/><ph id="2"/>', "a b", {"code": 3}),
        ('a <sm id="1"/>b<em startRef="1"/>', "a b", {"markup": 2}),
        ('one<ph id="1" type="fmt" subType="xlf:lb"/>two', "one two", {"code": 1, "space": 1}),
        ('a<cp hex="001F"/>b<cp hex="00E9"/>', "abé", {"character": 1}),
        ('a<cp hex="D800"/><cp hex="zz"/><cp/><cp hex="FFFFFFFFFF"/>', "a", {"character": 4}),
        ('<mrk id="1" type="term">term</mrk>', "term", {"markup": 1}),
    ],
)
def test_of_inline_elements_of_2_the_text_is_kept_and_the_code_counted(
    tmp_path: Path, inline: str, text: str, lost: dict[str, int]
) -> None:
    content = file2(f'<unit id="1">{SEGMENT.format("نعم", inline)}</unit>')
    (unit,), losses = read(tmp_path, content)
    assert (unit.target, losses) == (text, lost)


def test_segments_of_1_2_are_units_of_their_own(tmp_path: Path) -> None:
    content = file12(
        '<trans-unit id="p"><source>أولًا. ثانيًا. ثالثًا.</source><seg-source>'
        '<g id="9"><mrk mtype="seg" mid="1">أولًا.</mrk> <mrk mtype="seg" mid="2">ثانيًا.</mrk> '
        '<mrk mtype="seg" mid="3">ثالثًا.</mrk></g></seg-source><target><g id="9">'
        '<mrk mtype="seg" mid="2">Second.</mrk> - <mrk mtype="seg" mid="1">First.</mrk>'
        '<mrk mtype="seg" mid="4">Fourth.</mrk></g></target></trans-unit>'
    )
    units, losses = read(tmp_path, content)
    assert pairs(units) == [("أولًا.", "First."), ("ثانيًا.", "Second.")]
    assert [unit.id for unit in units] == ["p.1", "p.2"]
    assert losses == {"code": 1, "text": 1, "unaligned": 1, "unit": 1}


def test_a_text_cut_on_one_side_only_is_one_unit(tmp_path: Path) -> None:
    content = file12(
        '<trans-unit id="p"><source>أولًا. ثانيًا.</source><seg-source>'
        '<mrk mtype="seg" mid="1">أولًا.</mrk> <mrk mtype="seg" mid="2">ثانيًا.</mrk>'
        "</seg-source><target>First. Second.</target></trans-unit>"
    )
    units, losses = read(tmp_path, content)
    assert (pairs(units), losses) == ([("أولًا. ثانيًا.", "First. Second.")], {})


@pytest.mark.parametrize("version", ["2.0", "2.1", "2.2"])
def test_segments_of_2_are_units_of_their_own(tmp_path: Path, version: str) -> None:
    content = file2(
        '<group id="g"><unit id="u1" name="title"><notes><note>short</note></notes>'
        '<segment id="s1" state="final"><source>أولًا.</source><target>First.</target></segment>'
        "<ignorable><source> </source><target> </target></ignorable>"
        "<segment><source>ثانيًا.</source><target>Second.</target></segment>"
        "<ignorable><source>!</source></ignorable></unit></group>",
        version=version,
    )
    units, losses = read(tmp_path, content)
    assert pairs(units) == [("أولًا.", "First."), ("ثانيًا.", "Second.")]
    assert [unit.id for unit in units] == ["u1.s1", "u1.2"]
    common = {"name": "title", "note": "short"}
    assert [dict(unit.props) for unit in units] == [{**common, "state": "final"}, common]
    assert losses == {"text": 1}


def test_metadata_become_props_and_matches_are_counted(tmp_path: Path) -> None:
    content = file2(
        '<unit id="1"><m:metadata><m:metaGroup category="a"><m:metaGroup>'
        '<m:meta type="client">Museum</m:meta></m:metaGroup></m:metaGroup></m:metadata>'
        f"<t:matches><t:match/></t:matches>{SEGMENT.format('نعم', 'Yes')}</unit>",
        more='xmlns:m="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:t="urn:matches"',
    )
    (unit,), losses = read(tmp_path, content)
    assert (unit.props, losses) == ((("client", "Museum"),), {"property": 1})


@pytest.mark.parametrize(
    "unit",
    [
        '<trans-unit id="b"><source>لا</source></trans-unit>',
        '<trans-unit id="b"><source>لا</source><target/></trans-unit>',
        '<trans-unit id="b"><source> </source><target>No</target></trans-unit>',
        '<trans-unit id="b" translate="no"><source>لا</source><target>No</target></trans-unit>',
        '<group translate="no"><trans-unit id="b"><source>لا</source><target>No</target>'
        "</trans-unit></group>",
        '<bin-unit id="b" mime-type="image/png"><bin-source/></bin-unit>',
    ],
)
def test_what_is_not_translated_is_left_out_and_counted(tmp_path: Path, unit: str) -> None:
    units, losses = read(tmp_path, file12(unit + UNIT.format("نعم", "Yes", "")))
    assert (pairs(units), losses) == ([("نعم", "Yes")], {"unit": 1})


def test_a_second_text_of_a_side_is_counted(tmp_path: Path) -> None:
    second = "<source>لا</source><target>No</target>"
    for content in (
        file12(UNIT.format("نعم", "Yes", second)),
        file2(f'<unit id="1">{SEGMENT.format("نعم", f"Yes</target>{second[:-9]}")}</unit>'),
    ):
        units, losses = read(tmp_path, content)
        assert pairs(units) == [("نعم", "Yes")]
        assert losses["text"] == 2


def test_exact_texts_are_as_they_stand_and_may_be_missing(tmp_path: Path) -> None:
    content = file12(
        UNIT.format(" نعم  ", "\tYes\n", "") + '<trans-unit id="b"><source>لا</source></trans-unit>'
    )
    units, losses = read(tmp_path, content, exact=True)
    assert (pairs(units), losses) == ([(" نعم  ", "\tYes\n"), ("لا", "")], {})


def test_other_translations_and_what_is_said_of_a_file_are_counted(tmp_path: Path) -> None:
    alternative = "<alt-trans><target>Yeah</target></alt-trans>"
    header = "<header><note>to the translator</note></header>"
    units, losses = read(
        tmp_path, file12(UNIT.format("نعم", "Yes", alternative * 2), header=header)
    )
    assert (pairs(units), losses) == ([("نعم", "Yes")], {"property": 3})


def test_the_source_is_what_the_file_says_it_is(tmp_path: Path) -> None:
    content = file12(UNIT.format("Yes", "نعم", ""), langs='source-language="en-US"')
    ((unit,), _) = read(tmp_path, content)
    assert (unit.source_lang, unit.target_lang) == ("en-US", "ar")


def test_a_file_that_names_no_languages_has_the_ones_wanted(tmp_path: Path) -> None:
    ((unit,), _) = read(tmp_path, file12(UNIT.format("نعم", "Yes", ""), langs=" "))
    assert (unit.source_lang, unit.target_lang) == LANGS


def test_of_several_languages_those_wanted_are_read(tmp_path: Path) -> None:
    content = file12(
        UNIT.format("نعم", "Yes", "")
        + '<trans-unit id="b"><source>نعم</source><target xml:lang="fr">Oui</target></trans-unit>'
    )
    units, losses = read(tmp_path, content)
    assert (pairs(units), losses) == ([("نعم", "Yes")], {"language": 1})


def test_a_file_without_the_languages_wanted_is_refused_with_those_it_has(tmp_path: Path) -> None:
    content = file12(
        UNIT.format("Oui", "Ja", ""), langs='source-language="fr" target-language="de"'
    )
    with pytest.raises(UsageError, match=r"no unit is in ar and en, but in fr-de; .*--langs"):
        read(tmp_path, content)


def test_a_score_that_is_none_is_an_error_in_its_line_or_counted(tmp_path: Path) -> None:
    context = '<context-group><context context-type="x-score">7</context></context-group>'
    content = file12("\n" + UNIT.format("نعم", "Yes", context))
    with pytest.raises(MalformedError, match=r"line 4: score 7 is not between"):
        read(tmp_path, content)
    assert read(tmp_path, content, strict=False) == ([], {"unit": 1})


def test_what_a_cat_tool_did_to_a_file_of_ours_is_read_with_what_we_wrote(tmp_path: Path) -> None:
    unit = next(filter(None, samples.bitext().units))
    path = written(tmp_path, "xliff", [unit])
    text = path.read_text(encoding="utf-8")
    text = text.replace('state="translated"', 'state="signed-off"').replace(
        "</context-group>", '</context-group><note from="me">checked</note>'
    )
    path.write_text(text, encoding="utf-8")
    (again,) = read_memory(path, LANGS)
    assert again.id == unit.id
    assert again.props == (*unit.props, ("note", "checked"), ("state", "signed-off"))
