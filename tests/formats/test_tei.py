"""The structure of a TEI file made of bitexts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from align.config import Settings
from align.formats.markup import XML_ID, XML_LANG
from align.formats.tei.writer import TeiWriter

from . import samples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.model import AlignedBitext

TEI = "{http://www.tei-c.org/ns/1.0}"
NCNAME = re.compile(r"[A-Za-z_][\w.-]*")


def written(
    path: Path, *bitexts: AlignedBitext, settings: Settings | None = None
) -> etree._Element:
    with TeiWriter(path, settings or Settings()) as writer:
        for aligned in bitexts:
            writer.write_bitext(aligned)
    return etree.parse(str(path)).getroot()


@pytest.fixture
def root(tmp_path: Path) -> etree._Element:
    bitexts = samples.bitext(), samples.crossing(), samples.nasty()
    return written(tmp_path / "out.tei.xml", *bitexts)


def by_id(root: etree._Element) -> dict[str, etree._Element]:
    return {
        line.get(XML_ID, ""): line for line in root.iter(etree.Element) if XML_ID in line.attrib
    }


def pointers(line: etree._Element) -> Iterator[str]:
    for name in ("target", "domains", "corresp", "decls", "ana", "resp", "who"):
        yield from line.get(name, "").split()


def segments(root: etree._Element, pointer: str) -> list[str]:
    """Return the ids of the segments a pointer leads to, through a ptr if need be."""
    line = by_id(root)[pointer.removeprefix("#")]
    if line.tag != f"{TEI}ptr":
        return [line.get(XML_ID, "")]
    return [name for inner in line.get("target", "").split() for name in segments(root, inner)]


def spans(root: etree._Element, kind: str) -> list[etree._Element]:
    """Return the spans of all groups of a kind."""
    groups = root.iter(f"{TEI}spanGrp")
    return [span for group in groups if group.get("type") == kind for span in group]


def text(line: etree._Element) -> str:
    return "".join(map(str, line.itertext()))


def test_ids_are_names_and_none_comes_twice(root: etree._Element) -> None:
    ids = [line.get(XML_ID, "") for line in root.iter(etree.Element) if XML_ID in line.attrib]
    assert [name for name in ids if not NCNAME.fullmatch(name)] == []
    assert [name for name, count in Counter(ids).items() if count > 1] == []


def test_every_pointer_leads_somewhere(root: etree._Element) -> None:
    known = by_id(root)
    every = [pointer for line in root.iter(etree.Element) for pointer in pointers(line)]
    assert len(every) > 50
    assert [pointer for pointer in every if pointer.removeprefix("#") not in known] == []


def test_every_segment_is_linked_or_listed_exactly_once(root: etree._Element) -> None:
    covered = Counter(
        name
        for line in (*root.iter(f"{TEI}link"), *spans(root, "unaligned"))
        for pointer in line.get("target", "").split()
        for name in segments(root, pointer)
    )
    assert covered == Counter(line.get(XML_ID, "") for line in root.iter(f"{TEI}s"))


def test_a_link_has_a_target_in_each_language_in_the_order_named(root: etree._Element) -> None:
    for group in root.iter(f"{TEI}linkGrp"):
        assert group.get("targFunc") == "ar en"
        for link in group.iter(f"{TEI}link"):
            sides = [segments(root, pointer) for pointer in link.get("target", "").split()]
            assert [{name.partition(".")[0] for name in side} for side in sides] == [{"ar"}, {"en"}]
            assert link.get("type") == "-".join(str(len(side)) for side in sides)


def test_links_lead_to_the_texts_of_their_unit(root: etree._Element) -> None:
    links = {line.get("n"): line for line in root.iter(f"{TEI}link")}
    known = by_id(root)
    for unit in filter(None, samples.bitext().units):
        first, second = links[unit.id].get("target", "").split()
        assert " ".join(text(known[name]) for name in segments(root, first)) == unit.source
        assert " ".join(text(known[name]) for name in segments(root, second)) == unit.target


def test_the_certainty_of_a_link_is_the_score(root: etree._Element) -> None:
    links = {line.get("n"): line.get("cert") for line in root.iter(f"{TEI}link")}
    assert links["ubridge00000002"] == "0.3333"


def test_segments_without_a_counterpart_are_listed(root: etree._Element) -> None:
    listed = [(span.get("type"), span.get("target")) for span in spans(root, "unaligned")]
    assert listed == [("0-1", "#en.s4"), ("1-0", "#ar.s7")]


def test_flags_lead_to_their_link_and_say_what_where_and_how_bad(tmp_path: Path) -> None:
    root = written(tmp_path / "out.tei.xml", samples.bitext())
    links = {f"#{line.get(XML_ID)}": line.get("n") for line in root.iter(f"{TEI}link")}
    flags = [
        (*map(span.get, ("type", "subtype", "n")), links[span.get("target", "")], span.text)
        for span in spans(root, "flags")
    ]
    assert flags == [
        ("number", "warning", None, "ubridge00000001", samples.FLAG.message),
        ("name", "info", "en 4-9", "ubridge00000001", samples.PLACED.message),
    ]


def test_without_flags_and_properties_there_are_no_groups_of_them(tmp_path: Path) -> None:
    aligned = samples.bitext()
    units = tuple(unit and replace(unit, flags=(), props=()) for unit in aligned.units)
    root = written(tmp_path / "out.tei.xml", replace(aligned, units=units))
    assert [group.get("type") for group in root.iter(f"{TEI}spanGrp")] == ["unaligned"]


def test_properties_lead_to_their_link(tmp_path: Path) -> None:
    root = written(tmp_path / "out.tei.xml", samples.bitext())
    first, second, *_ = spans(root, "properties")
    assert (first.get("type"), first.text) == ("client", "Museum & Söhne")
    assert (second.get("type"), second.get("target")) == ("subject", "#l1")


def test_segments_say_where_they_come_from(root: etree._Element) -> None:
    known = by_id(root)
    segment = known["ar.s3"]
    assert segment.get("n") == "b2:2:43-58"
    assert known[segment.get("source", "")[1:]].text == "tales/bridge.txt"
    unaligned = known["ar.s7"]
    assert (unaligned.get("n"), unaligned.get("source")) == ("b3:4:23-34", None)


@pytest.mark.parametrize(
    "words",
    ["spanGrp of type flags", "spanGrp of type properties", "source points at", "targFunc"],
)
def test_the_header_explains_the_markup(root: etree._Element, words: str) -> None:
    description = root.find(f".//{TEI}encodingDesc")
    assert description is not None
    assert words in text(description)


def test_segments_are_not_nested_and_cover_their_block(root: etree._Element) -> None:
    for line in root.iter(f"{TEI}p", f"{TEI}ab"):
        if line.find(f"{TEI}s") is not None:
            assert {child.tag for child in line} == {f"{TEI}s"}
            assert (line.text or "").strip() == ""
            assert {(child.tail or "").strip() for child in line} == {""}


def test_the_text_of_a_block_is_whole(root: etree._Element) -> None:
    paragraph = by_id(root)["ar.b1.2"]
    assert text(paragraph) == " ".join(samples.ARABIC[1][1])


def test_segments_that_touch_in_the_source_touch_in_the_file(tmp_path: Path) -> None:
    aligned = samples.touching()
    root = written(tmp_path / "out.tei.xml", aligned)
    assert text(by_id(root)["ar.b1.1"]) == aligned.alignment.source[0].block.text


def test_headings_and_items_keep_their_kind(root: etree._Element) -> None:
    kinds = [line.get("type") for line in by_id(root)["ar.d1"]]
    assert kinds == ["heading", None, "item", "item"]


def test_both_texts_say_their_language(root: etree._Element) -> None:
    texts = root.findall(f"{TEI}text/{TEI}group/{TEI}text")
    assert [(line.get(XML_ID), line.get(XML_LANG)) for line in texts] == [("ar",) * 2, ("en",) * 2]
    idents = [line.get("ident") for line in root.iter(f"{TEI}language")]
    assert idents == ["ar", "en"]


def test_texts_that_cross_are_named_and_others_are_not(root: etree._Element) -> None:
    groups = [(group.get("n"), group.get("subtype")) for group in root.iter(f"{TEI}linkGrp")]
    assert groups == [
        ("bridge", None),
        ("moved", "crossing"),
        ("moved", "crossing"),
        ("nasty", None),
    ]


def test_a_stretch_of_unaligned_segments_has_no_links(tmp_path: Path) -> None:
    aligned = samples.touching()
    stretches = range(1), range(1, 2)
    apart = replace(aligned, alignment=replace(aligned.alignment, stretches=stretches))
    root = written(tmp_path / "out.tei.xml", apart)
    assert [len(group.findall(f"{TEI}link")) for group in root.iter(f"{TEI}linkGrp")] == [1]


def test_the_header_counts_segments_and_links(root: etree._Element) -> None:
    quantities = [line.get("quantity") for line in root.iter(f"{TEI}measure")]
    known = by_id(root)
    assert quantities == [
        str(sum(name.startswith("ar.s") and name != "ar.source" for name in known)),
        str(sum(name.startswith("en.s") and name != "en.source" for name in known)),
        str(sum(1 for _ in root.iter(f"{TEI}link"))),
    ]


def test_the_header_names_the_files_of_both_texts(root: etree._Element) -> None:
    files = [(line.getparent(), line.text) for line in root.iter(f"{TEI}idno")]
    assert [name for _, name in files] == ["tales/bridge.txt"] * 2


def test_a_date_is_written_only_when_it_is_given(tmp_path: Path) -> None:
    path = tmp_path / "out.tei.xml"
    assert written(path, samples.bitext()).find(f".//{TEI}revisionDesc") is None
    dated = written(path, samples.bitext(), settings=Settings(date="20261121T210000Z"))
    change = dated.find(f".//{TEI}change")
    assert change is not None
    assert change.get("when") == "2026-11-21T21:00:00Z"
