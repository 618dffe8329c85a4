"""What a TMX file looks like that every client takes; what each tool wants is in test_presets."""

from __future__ import annotations

import gzip
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from align.config import Settings
from align.errors import OutputError
from align.formats.markup import XML_LANG
from align.formats.tmx.reader import read_tmx
from align.formats.tmx.writer import TmxWriter, write_tmx
from align.model import TranslationUnit

from . import samples

if TYPE_CHECKING:
    from pathlib import Path

DATE = "20261121T210000Z"
OTHER_DATE = "20200229T120000Z"


def tu_of(
    tmp_path: Path, props: dict[str, str], settings: Settings | None = None
) -> etree._Element:
    unit = replace(samples.unit("نعم", "Yes"), props=tuple(props.items()))
    write_tmx([unit], tmp_path / "out.tmx", settings or Settings())
    (element,) = etree.parse(str(tmp_path / "out.tmx")).findall("body/tu")
    return element


def own_props(element: etree._Element) -> list[tuple[str | None, str | None]]:
    """Return the props of a unit's element that are the user's own."""
    ours = {"x-alignment-type", "x-score"}
    props = [(prop.get("type"), prop.text) for prop in element.iterfind("prop")]
    return [(name, text) for name, text in props if name not in ours]


def written(tmp_path: Path, settings: Settings | None = None) -> etree._Element:
    with TmxWriter(tmp_path / "out.tmx", settings or Settings()) as writer:
        writer.write_bitext(samples.bitext())
    return etree.parse(str(tmp_path / "out.tmx")).getroot()


def test_the_file_begins_as_every_client_wants_it(tmp_path: Path) -> None:
    written(tmp_path)
    assert (
        (tmp_path / "out.tmx")
        .read_bytes()
        .startswith(
            b'<?xml version="1.0" encoding="UTF-8"?>\n'
            b'<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
            b'<tmx version="1.4">\n'
        )
    )


def test_the_header_says_everything_the_format_requires(tmp_path: Path) -> None:
    header = written(tmp_path).find("header")
    assert header is not None
    assert {name: header.get(name) for name in map(str, header.attrib)} == {
        "creationtool": "align",
        "creationtoolversion": header.get("creationtoolversion"),
        "segtype": "sentence",
        "o-tmf": "align",
        "adminlang": "en",
        "srclang": "ar",
        "datatype": "plaintext",
    }
    assert header.findtext("prop[@type='x-alignment-method']") == "hybrid"


@pytest.mark.parametrize(
    ("segment", "segtype"),
    [("sentence", "sentence"), ("line", "sentence"), ("srx:r.srx", "sentence"), ("paragraph",) * 2],
)
def test_only_paragraphs_may_be_cut_again(tmp_path: Path, segment: str, segtype: str) -> None:
    header = written(tmp_path, Settings(segment=segment)).find("header")
    assert header is not None
    assert header.get("segtype") == segtype


def test_beads_with_an_empty_side_are_left_out(tmp_path: Path) -> None:
    kinds = [
        prop.text for prop in written(tmp_path).iterfind("body/tu/prop[@type='x-alignment-type']")
    ]
    assert kinds == ["1-1", "1-1", "2-1", "1-1", "1-1", "2-2"]


def test_a_unit_has_two_texts_source_first(tmp_path: Path) -> None:
    for unit in written(tmp_path).iterfind("body/tu"):
        assert [tuv.get(XML_LANG) for tuv in unit.iterfind("tuv")] == ["ar", "en"]


def test_language_codes_are_those_the_client_wants(tmp_path: Path) -> None:
    root = written(tmp_path, Settings(tmx_lang=(("ar", "ar-SA"), ("en", "en-US"))))
    header = root.find("header")
    assert header is not None
    assert header.get("srclang") == "ar-SA"
    assert {tuv.get(XML_LANG) for tuv in root.iter("tuv")} == {"ar-SA", "en-US"}


def test_a_date_is_written_only_when_it_is_given(tmp_path: Path) -> None:
    assert not list(written(tmp_path).iterfind(".//*[@creationdate]"))
    dated = written(tmp_path, Settings(date=DATE))
    assert {line.get("creationdate") for line in dated.iter("header", "tu")} == {DATE}


def test_a_unit_in_another_source_language_says_so(tmp_path: Path) -> None:
    arabic = samples.unit("نعم", "Yes")
    english = TranslationUnit(
        id="u2", source="No", target="لا", source_lang="en", target_lang="ar", kind="1-1", score=1.0
    )
    write_tmx([arabic, english], tmp_path / "out.tmx")
    lines = etree.parse(str(tmp_path / "out.tmx")).findall("body/tu")
    assert [line.get("srclang") for line in lines] == [None, "en"]
    assert [unit.source for unit in read_tmx(tmp_path / "out.tmx")] == ["نعم", "No"]


@pytest.mark.parametrize("text", ["", " \n", "\u00a0", "\x1f", "\ufeff"])
def test_an_empty_side_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(OutputError, match="empty target"):
        write_tmx([samples.unit("نعم", text)], tmp_path / "out.tmx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["\u00a0نعم\u00a0", "\u202fنعم", "\n نعم\u2028", "\u3000نعم"])
def test_no_white_space_is_left_at_the_ends(tmp_path: Path, text: str) -> None:
    write_tmx([samples.unit(text, "Yes")], tmp_path / "out.tmx")
    assert [unit.source for unit in read_tmx(tmp_path / "out.tmx")] == ["نعم"]


def test_a_language_code_with_an_underscore_is_refused(tmp_path: Path) -> None:
    unit = TranslationUnit(
        id="u1",
        source="نعم",
        target="Yes",
        source_lang="ar",
        target_lang="en_US",
        kind="1-1",
        score=1.0,
    )
    with pytest.raises(OutputError, match="en_US"), TmxWriter(tmp_path / "o", Settings()) as writer:
        writer.write(unit)


def test_one_element_stands_on_a_line_and_texts_are_escaped(tmp_path: Path) -> None:
    unit = replace(samples.unit("<نعم>", 'Yes & "no"'), props=(("a", "1 < 2"), ('b"', "'>'")))
    write_tmx([unit], tmp_path / "out.tmx", Settings())
    lines = (tmp_path / "out.tmx").read_text("utf-8").splitlines()
    assert lines[lines.index("  <body>") :] == [
        "  <body>",
        '    <tu tuid="u0000000000000001">',
        '      <prop type="x-alignment-type">1-1</prop>',
        '      <prop type="x-score">0.8731</prop>',
        '      <prop type="x-a">1 &lt; 2</prop>',
        "      <prop type=\"x-b&quot;\">'&gt;'</prop>",
        '      <tuv xml:lang="ar">',
        "        <seg>&lt;نعم&gt;</seg>",
        "      </tuv>",
        '      <tuv xml:lang="en">',
        '        <seg>Yes &amp; "no"</seg>',
        "      </tuv>",
        "    </tu>",
        "  </body>",
        "</tmx>",
    ]


def test_an_id_has_no_white_space(tmp_path: Path) -> None:
    unit = replace(samples.unit("نعم", "Yes"), id=" a\tb \u00a0c")
    write_tmx([unit], tmp_path / "out.tmx")
    assert [unit.id for unit in read_tmx(tmp_path / "out.tmx")] == ["a_b_c"]


def test_what_tmx_has_an_attribute_for_is_one_if_it_comes_first_and_in_order(
    tmp_path: Path,
) -> None:
    known = {"creationdate": DATE, "creationid": "ليلى", "usagecount": "7"}
    unit = tu_of(tmp_path, {**known, "client": "M", "changeid": "later"})
    assert {name: unit.get(name) for name in known} == known
    assert len(unit.attrib) == len(known) + 1  # and tuid
    assert own_props(unit) == [("x-client", "M"), ("x-changeid", "later")]


@pytest.mark.parametrize(
    "props",
    [
        {"creationid": "a", "creationdate": DATE},
        {"creationdate": "yesterday", "creationid": "a"},
        {"creationdate": DATE, "usagecount": "-1"},
        {"lastusagedate": "2026-11-21", "changeid": ""},
        {"changeid": ""},
        {"client": "M", "creationdate": DATE},
    ],
)
def test_what_has_not_the_order_or_the_form_of_an_attribute_is_a_prop(
    tmp_path: Path, props: dict[str, str]
) -> None:
    unit = tu_of(tmp_path, props)
    attributes = {str(name) for name in unit.attrib} - {"tuid"}
    assert len(attributes) < len(props)
    kept = [(f"x-{name}", text) for name, text in props.items() if name not in attributes]
    assert [(name, text or "") for name, text in own_props(unit)] == kept


def test_a_note_has_an_element_of_its_own_in_its_place(tmp_path: Path) -> None:
    unit = tu_of(tmp_path, {"a": "1", "note": "<انظر>", "b": "2"})
    parts = [(part.tag, part.text) for part in unit if part.tag != "tuv"]
    assert parts[-3:] == [("prop", "1"), ("note", "<انظر>"), ("prop", "2")]
    (read,) = read_tmx(tmp_path / "out.tmx")
    assert read.props == (("a", "1"), ("note", "<انظر>"), ("b", "2"))
    typed = tu_of(tmp_path, {"note": "see"}, Settings(cat="trados"))
    assert (typed.find("note"), typed.findtext("prop[last()]")) == (None, "see")


def test_a_unit_keeps_its_own_date(tmp_path: Path) -> None:
    unit = tu_of(tmp_path, {"creationdate": OTHER_DATE}, Settings(date=DATE))
    assert (unit.get("creationdate"), unit.get("creationid")) == (OTHER_DATE, None)
    unit = tu_of(tmp_path, {"creationid": "Layla"}, Settings(date=DATE))
    assert (unit.get("creationdate"), unit.get("creationid")) == (DATE, "Layla")


def test_places_are_written_unless_for_a_tool_that_would_show_them(tmp_path: Path) -> None:
    for settings, places in ((Settings(), True), (Settings(cat="omegat"), False)):
        with TmxWriter(tmp_path / "out.tmx", settings) as writer:
            writer.write_bitext(samples.bitext())
        text = (tmp_path / "out.tmx").read_text("utf-8")
        assert ("source b1 1 0-18 tales/bridge.txt" in text) == places
        assert ("x-place" in text) == places


def test_the_file_may_be_packed(tmp_path: Path) -> None:
    units = [samples.unit("نعم", "Yes"), samples.unit("لا", "No", 2)]
    for name in ("out.tmx", "out.tmx.gz", "out.tmx.zip"):
        write_tmx(units, tmp_path / name)
    plain, packed = (tmp_path / "out.tmx").read_bytes(), (tmp_path / "out.tmx.gz").read_bytes()
    assert gzip.decompress(packed) == plain
    assert (tmp_path / "out.tmx.zip").read_bytes().startswith(b"PK")


def test_the_files_written_are_told(tmp_path: Path) -> None:
    with TmxWriter(tmp_path / "out.tmx", Settings()) as writer:
        writer.write_bitext(samples.bitext())
    assert (writer.paths, writer.apart, writer.left_out) == ((tmp_path / "out.tmx",), 0, 0)
