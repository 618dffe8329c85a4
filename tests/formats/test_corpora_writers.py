"""The files of corpora as their own programs want them, and what all their writers promise."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from align import naming
from align.config import Settings
from align.errors import OutputError
from align.formats.memories import memory_writer, read_memory
from align.model import AlignedBitext
from align.text.tidy import tidy

from . import samples
from .keeps import LANGS

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit

NAMES = ["moses", "xces", "intertext", "vertical", "ladder", "vecalign"]
ALIGNED = [name for name in NAMES if name != "moses"]


def write(folder: Path, name: str, *written: AlignedBitext | TranslationUnit) -> list[str]:
    """Write units and bitexts and return the text of each file."""
    paths = naming.files_of(name, folder / "law", LANGS)
    with memory_writer(paths[0], Settings(), name) as writer:
        for each in written:
            if isinstance(each, AlignedBitext):
                writer.write_bitext(each)
            else:
                writer.write(each)
    assert writer.paths == paths
    return [path.read_text(encoding="utf-8") for path in paths]


def test_moses_has_a_line_of_each_language_for_every_unit(tmp_path: Path) -> None:
    arabic, english = (text.split("\n") for text in write(tmp_path, "moses", samples.bitext()))
    assert len(arabic) == len(english) == 6 + 1
    assert arabic[2] == "بنى الجسر وحده. لم يساعده أحد!"
    assert english[2] == "He built the bridge alone and nobody helped him!"


def test_a_ladder_has_a_rung_before_every_bead_and_one_behind_the_texts(tmp_path: Path) -> None:
    ladder, arabic, english = write(tmp_path, "ladder", samples.bitext())
    assert ladder.split("\n")[2:5] == ["2\t2\t0.3333", "4\t3\t0", "4\t4\t0.2000"]
    assert ladder.endswith(f"\n{arabic.count(chr(10))}\t{english.count(chr(10))}\t0\n")


def test_a_ladder_puts_a_target_that_moved_in_the_order_of_its_source(tmp_path: Path) -> None:
    path = naming.files_of("ladder", tmp_path / "law", LANGS)[0]
    with memory_writer(path, Settings()) as writer:
        writer.write_bitext(samples.crossing())
    assert "rungs only climb" in "".join(writer.remarks)
    assert (tmp_path / "law.ar-en.ladder.en").read_text() == "First.\nSecond.\nAlso.\n"


def test_vecalign_names_the_lines_of_both_texts_from_zero(tmp_path: Path) -> None:
    beads, arabic, english = write(tmp_path, "vecalign", samples.bitext(), samples.crossing())
    assert beads.split("\n")[2:4] == ["[2, 3]:[2]", "[]:[3]"]
    assert beads.split("\n")[8:11] == ["[9]:[10]", "[10]:[8]", "[11]:[9]"]
    assert (arabic.count("\n"), english.count("\n")) == (12, 11)
    assert english.endswith("Second.\nAlso.\nFirst.\n")


def test_xces_names_the_ids_of_from_doc_first_and_its_certainty(tmp_path: Path) -> None:
    write(tmp_path, "xces", samples.bitext())
    root = etree.parse(str(tmp_path / "law.ar-en.xces.xml")).getroot()
    (group,) = root
    assert (root.tag, dict(root.attrib)) == ("cesAlign", {"version": "1.0"})
    assert dict(group.attrib) == {
        "targType": "s",
        "fromDoc": "law.ar.xces.xml",
        "toDoc": "law.en.xces.xml",
    }
    assert dict(group[2].attrib) == {
        "id": "ubridge00000002",
        "xtargets": "3 4;3",
        "certainty": "0.3333",
        "type": "2-1",
        "n": "bridge",
    }
    assert dict(group[3].attrib) == {"id": "SL4", "xtargets": ";4"}


def test_intertext_names_the_ids_of_to_doc_first_and_counts_them_so(tmp_path: Path) -> None:
    write(tmp_path, "intertext", samples.bitext())
    group = etree.parse(str(tmp_path / "law.ar.en.xml")).getroot()
    assert group.tag == "linkGrp"
    assert dict(group.attrib) == {"toDoc": "law.en.xml", "fromDoc": "law.ar.xml"}
    assert dict(group[2].attrib) == {"type": "1-2", "xtargets": "2:2;2:2 2:3", "status": "auto"}
    assert dict(group[6].attrib) == {"type": "0-1", "xtargets": ";3:2", "status": "auto"}


@pytest.mark.parametrize("name", ["xces", "intertext"])
def test_an_xml_text_has_the_paragraphs_of_the_document_in_their_order(
    tmp_path: Path, name: str
) -> None:
    write(tmp_path, name, samples.crossing())
    english = etree.parse(str(naming.files_of(name, tmp_path / "law", LANGS)[2])).getroot()
    assert [[s.text for s in p] for p in english] == [["Second.", "Also."], ["First."]]
    names = [s.get("id") for s in english.iter("s")]
    assert names == (["1", "2", "3"] if name == "xces" else ["1:1", "1:2", "2:1"])


def test_a_vertical_file_has_a_token_a_line_and_glue_where_no_space_stood(tmp_path: Path) -> None:
    mapping, arabic, english = write(tmp_path, "vertical", samples.bitext(), samples.crossing())
    assert mapping.split("\n")[2:5] == ["2,3\t2", "-1\t3", "4\t4"]
    assert mapping.split("\n")[8:11] == ["9\t10", "10\t8", "11\t9"]
    assert '<s id="3">\nNobody\nknows\nwhy\n<g/>\n.\n</s>\n' in english
    assert arabic.startswith(
        '<doc id="bridge">\n<s id="0" unit="ubridge00000000" type="1-1" score="1.0000">\nحكاية\n'
    )
    assert [arabic.count(tag) for tag in ("<doc", "</doc>", "<s ", "</s>")] == [2, 2, 12, 12]


def test_no_token_looks_like_a_structure(tmp_path: Path) -> None:
    unit = samples.unit("</s> <g/> &lt; <b>", "a < b && c")
    arabic = write(tmp_path, "vertical", unit)[1]
    tags = [line for line in arabic.split("\n") if line.startswith("<") and line != "<g/>"]
    assert [re.sub(" .*", ">", tag) for tag in tags] == ["<s>", "</s>"]
    (read,) = read_memory(tmp_path / "law.ar-en.map", LANGS, exact=True)
    assert (read.source, read.target) == (unit.source, unit.target)


@pytest.mark.parametrize("name", NAMES)
def test_a_unit_in_the_other_direction_is_written_turned(tmp_path: Path, name: str) -> None:
    unit = replace(samples.unit("Yes", "نعم"), source_lang="en-GB", target_lang="ar-SA")
    write(tmp_path, name, unit)
    (read,) = read_memory(naming.files_of(name, tmp_path / "law", LANGS)[0], LANGS)
    assert (read.source, read.target) == ("نعم", "Yes")
    assert (read.source_lang, read.target_lang) == LANGS


@pytest.mark.parametrize("name", NAMES)
def test_other_languages_are_refused_and_nothing_is_left(tmp_path: Path, name: str) -> None:
    unit = replace(samples.unit("نعم", "Ja"), target_lang="de")
    with pytest.raises(OutputError, match="ar-de does not go with ar-en"):
        write(tmp_path, name, unit)
    with pytest.raises(OutputError, match="en-ar does not go with ar-en"):
        write(tmp_path, name, samples.swapped(samples.bitext()))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ALIGNED)
def test_what_has_no_counterpart_is_in_the_texts(tmp_path: Path, name: str) -> None:
    _, arabic, english = write(tmp_path, name, samples.bitext())
    words = [re.sub(r"<[^>]*>|\s+", " ", text) for text in (arabic, english)]
    assert "وباع بقرته" in words[0].replace("  ", " ")
    assert "Nobody knows why" in words[1].replace("  ", " ")


@pytest.mark.parametrize("name", NAMES)
def test_texts_that_touch_and_nasty_ones_are_read_back(tmp_path: Path, name: str) -> None:
    bitexts = samples.touching(), samples.nasty(), samples.crossing()
    write(tmp_path, name, *bitexts)
    path = naming.files_of(name, tmp_path / "law", LANGS)[0]
    units = [unit for aligned in bitexts for unit in aligned.units if unit is not None]
    read = [(unit.source, unit.target) for unit in read_memory(path, LANGS, exact=True)]
    assert read == [(tidy(unit.source), tidy(unit.target)) for unit in units]
