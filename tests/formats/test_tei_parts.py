"""TEI in three files: the alignment, and a text in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from align.config import Settings
from align.errors import MalformedError, ReadError
from align.formats.memories import memory_writer, read_memory
from align.naming import files_of

from . import samples
from .keeps import LANGS, written

if TYPE_CHECKING:
    from pathlib import Path

TEI = "{http://www.tei-c.org/ns/1.0}"


@pytest.fixture
def paths(tmp_path: Path) -> tuple[Path, ...]:
    found = files_of("tei-parts", tmp_path / "tale 1", LANGS)
    with memory_writer(found[0], Settings()) as writer:
        writer.write_bitext(samples.bitext())
    return found


def test_links_lead_into_the_other_files(paths: tuple[Path, ...]) -> None:
    root = etree.parse(str(paths[0])).getroot()
    link = next(root.iter(f"{TEI}link"))
    assert link.get("target") == "tale%201.ar.tei.xml#ar.s1 tale%201.en.tei.xml#en.s1"
    pointer = next(root.iter(f"{TEI}linkGrp")).find(f"{TEI}ptr")
    assert pointer is not None
    assert pointer.get("target") == "tale%201.ar.tei.xml#ar.s3 tale%201.ar.tei.xml#ar.s4"
    assert root.find(f"{TEI}text") is None


def test_each_text_is_alone_in_its_file(paths: tuple[Path, ...]) -> None:
    for path, lang, count in zip(paths[1:], LANGS, ("9", "8"), strict=True):
        root = etree.parse(str(path)).getroot()
        assert [text.get("decls") for text in root.iter(f"{TEI}text")] == [f"#{lang}.source"]
        assert [line.get("quantity") for line in root.iter(f"{TEI}measure")] == [count]
        assert next(root.iter(f"{TEI}standOff", f"{TEI}linkGrp"), None) is None


def test_the_header_of_the_alignment_names_the_texts(paths: tuple[Path, ...]) -> None:
    root = etree.parse(str(paths[0])).getroot()
    pointers = [line.get("target") for line in root.iterfind(f".//{TEI}bibl/{TEI}ptr")]
    assert pointers == ["tale%201.ar.tei.xml", "tale%201.en.tei.xml"]
    assert [line.get("unit") for line in root.iter(f"{TEI}measure")] == ["links"]


def test_a_text_by_itself_is_no_memory(paths: tuple[Path, ...]) -> None:
    with pytest.raises(MalformedError, match="no alignment; name the file of its links"):
        list(read_memory(paths[1], LANGS))


def test_a_text_that_is_not_there_is_named(paths: tuple[Path, ...]) -> None:
    paths[2].unlink()
    with pytest.raises(ReadError, match=r"tale 1\.en\.tei\.xml: cannot be read"):
        list(read_memory(paths[0], LANGS))


def test_a_damaged_text_gives_what_is_whole(tmp_path: Path) -> None:
    units = [samples.unit(f"نعم {n}", f"Yes {n}", n) for n in range(20)]
    path = written(tmp_path, "tei-parts", units)
    text = tmp_path / "memory.en.tei.xml"
    whole = text.read_bytes()
    text.write_bytes(whole[: whole.index(b"Yes 11")])
    stream = read_memory(path, LANGS)
    assert [next(stream) for _ in range(11)] == units[:11]
    with pytest.raises(MalformedError, match=r"memory\.en\.tei\.xml: line \d+: is no XML"):
        next(stream)
