"""TEI made of units that come without their texts: memories converted or merged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from align.config import Settings
from align.errors import OutputError
from align.formats.markup import XML_ID, XML_LANG
from align.formats.memories import memory_writer, read_memory
from align.formats.tei.draft import IN_MEMORY
from align.model import Location, Origin

from . import samples
from .keeps import LANGS, written

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit

TEI = "{http://www.tei-c.org/ns/1.0}"


def of(document: str | None, number: int) -> TranslationUnit:
    origin = None if document is None else Origin(document=document, source=(), target=())
    return replace(samples.unit(f"نعم {number}", f"Yes {number}", number), origin=origin)


def tree(folder: Path, *units: TranslationUnit) -> etree._Element:
    return etree.parse(str(written(folder, "tei", units))).getroot()


def test_units_of_one_document_in_a_row_are_one_division_on_each_side(tmp_path: Path) -> None:
    units = [of("law", 1), of("law", 2), of(None, 3), of("law", 4), of("tale", 5)]
    root = tree(tmp_path, *units)
    divisions = [(div.get(XML_ID), div.get("n"), len(div)) for div in root.iter(f"{TEI}div")]
    expected = [("d1", "law", 2), ("d2", None, 1), ("d3", "law", 1), ("d4", "tale", 1)]
    assert divisions == [(f"{lang}.{d}", n, size) for lang in LANGS for d, n, size in expected]
    groups = [(group.get("n"), group.get("domains")) for group in root.iter(f"{TEI}linkGrp")]
    assert groups == [(n, f"#ar.{d} #en.{d}") for d, n, _ in expected]


def test_the_title_names_as_many_documents_as_a_line_holds(tmp_path: Path) -> None:
    root = tree(tmp_path, *(of(f"d{number}", number) for number in range(30)))
    title = root.findtext(f".//{TEI}titleStmt/{TEI}title")
    assert (
        title == f"{', '.join(f'd{n}' for n in range(10))} and others: Arabic and English, aligned"
    )


def test_regions_of_the_languages_are_kept_on_their_segments(tmp_path: Path) -> None:
    unit = replace(of(None, 1), source_lang="ar-EG", target_lang="en")
    segments = list(tree(tmp_path, unit).iter(f"{TEI}s"))
    assert [segment.get(XML_LANG) for segment in segments] == ["ar-EG", None]
    assert list(read_memory(tmp_path / "memory.tei.xml", LANGS)) == [unit]


def test_units_of_both_directions_stand_in_one_file(tmp_path: Path) -> None:
    turned = replace(
        of("law", 2), source="Yes", target="نعم", source_lang="en-GB", target_lang="ar"
    )
    units = [of("law", 1), turned, of("law", 3)]
    path = written(tmp_path, "tei", units)
    assert list(read_memory(path, LANGS)) == units


def test_flags_of_a_turned_unit_stay_on_their_side(tmp_path: Path) -> None:
    flags = (samples.PLACED, replace(samples.PLACED, side="source"))
    unit = replace(
        of("law", 1), source="Yes, sir", target="نعم يا", source_lang="en", target_lang="ar"
    )
    unit = replace(unit, flags=flags)
    (read,) = read_memory(written(tmp_path, "tei", [unit]), LANGS)
    assert read == unit


def test_a_code_that_is_no_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="'ar_SA' is not a language code"):
        written(tmp_path, "tei", [replace(of(None, 1), source_lang="ar_SA")])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["tei", "tei-parts"])
def test_an_empty_side_is_an_empty_segment(tmp_path: Path, name: str) -> None:
    unit = samples.unit("نعم", "")
    path = written(tmp_path, name, [unit])
    assert list(read_memory(path, LANGS, exact=True)) == [unit]


def test_more_places_than_segments_stand_on_the_first(tmp_path: Path) -> None:
    places = tuple(
        Location(path=path, block="b 1", line=n, start=0, end=9)
        for n, path in enumerate(["a b.txt", "عقد.txt", "a b.txt"])
    )
    unit = replace(of("law", 1), origin=Origin(document="law", source=places, target=()))
    path = written(tmp_path, "tei", [unit])
    (source, target) = etree.parse(str(path)).getroot().iter(f"{TEI}s")
    assert source.get("n") == "b%201:0:0-9 b%201:1:0-9 b%201:2:0-9"
    assert source.get("source") == "#ar.f1 #ar.f2 #ar.f1"
    assert target.get("source") is None
    assert list(read_memory(path, LANGS)) == [unit]


def test_names_that_no_type_can_be_are_kept(tmp_path: Path) -> None:
    props = (("my client", "ب"), ("", "nameless"), ("حقل", "50 %"), ("50%20", ""))
    unit = replace(of(None, 1), props=props)
    assert list(read_memory(written(tmp_path, "tei", [unit]), LANGS)) == [unit]


def test_bitexts_and_units_may_take_turns(tmp_path: Path) -> None:
    path = tmp_path / "memory.tei.xml"
    with memory_writer(path, Settings()) as writer:
        writer.write(of("law", 1))
        writer.write_bitext(samples.bitext())
        writer.write(of("law", 2))
    made = [unit for unit in samples.bitext().units if unit]
    assert list(read_memory(path, LANGS)) == [of("law", 1), *made, of("law", 2)]


def test_parts_that_outgrow_memory_are_put_together_whole(tmp_path: Path) -> None:
    number = IN_MEMORY // 1000 + 10
    units = [samples.unit(f"{n} " + "ا" * 500, f"{n} " + "a" * 1000, n) for n in range(number)]
    path = written(tmp_path, "tei", units)
    assert list(read_memory(path, LANGS)) == units
