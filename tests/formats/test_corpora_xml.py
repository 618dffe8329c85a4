"""XCES as OPUS has it and the files of InterText, other people's and damaged ones."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from align.errors import MalformedError, UsageError
from align.formats.memories import read_memory, units_of
from align.formats.reading import Reading

from .keeps import LANGS

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit

DOCTYPE = '<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">'
TOKENS = """<?xml version="1.0" encoding="utf-8"?>
<document id="7"><CHAPTER ID="1"/>
<s id="1"><time id="T1S" value="00:00:01,000"/><w id="1.1">Yes</w><w id="1.2">,</w></s>
<s id="2">
 <w id="2.1">No</w>
 <w id="2.2">!</w>
</s>
</document>
"""
PLAIN = '<text><p id="1"><s id="1">نعم،</s><s id="2">لا &amp; لا</s></p><s id="3">نعم</s></text>'


def ces(*links: str, docs: tuple[str, str] = ("ar/7/film.xml.gz", "en/7/film.xml.gz")) -> str:
    """Return an alignment file of one group."""
    group = f'<linkGrp targType="s" fromDoc="{docs[0]}" toDoc="{docs[1]}">'
    body = "\n".join(links)
    return f'{DOCTYPE}\n<cesAlign version="1.0">\n{group}\n{body}\n</linkGrp>\n</cesAlign>\n'


def put(path: Path, text: str) -> Path:
    """Write a file, packed if it is to be, with the folders that it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = text.encode()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


def corpus(folder: Path, alignment: str, inner: str = "") -> Path:
    """Write a corpus of one document as it comes from OPUS."""
    put(folder / inner / "ar/7/film.xml.gz", PLAIN)
    put(folder / inner / "en/7/film.xml.gz", TOKENS)
    return put(folder / "ar-en.xml.gz", alignment)


def read(
    path: Path, langs: tuple[str, str] = LANGS
) -> tuple[list[TranslationUnit], dict[str, int]]:
    reading = Reading(langs=langs, strict=False)
    units = list(units_of(path, reading, "xml"))
    return units, {loss.kind: loss.times for loss in reading.losses}


@pytest.mark.parametrize("inner", ["", "xml", "raw", "Films/xml"])
def test_a_corpus_of_opus_is_read_where_its_archives_are_unpacked(
    tmp_path: Path, inner: str
) -> None:
    links = ces('<link id="SL1" xtargets="1 2;1" certainty="0.71"/>', '<link xtargets="3;2"/>')
    (first, second), losses = read(corpus(tmp_path, links, inner))
    assert (first.id, first.source, first.target) == ("SL1", "نعم، لا & لا", "Yes ,")
    assert (first.kind, first.score, first.source_lang) == ("2-1", 0.71, "ar")
    assert first.origin is not None
    assert first.origin.document == "7/film"
    assert (second.id, second.source, second.target, second.score) == ("tu2", "نعم", "No !", 1.0)
    assert losses == {"markup": 5}  # four tokens and a time


def test_from_doc_is_the_source_whatever_is_wanted(tmp_path: Path) -> None:
    path = corpus(tmp_path, ces('<link xtargets="1;1"/>'))
    for langs in (LANGS, ("en", "ar"), ("en-GB", "ar-SA")):
        ((unit,), _) = read(path, langs)
        assert (unit.source_lang, unit.target_lang, unit.target) == ("ar", "en", "Yes ,")


@pytest.mark.parametrize("source", ["de", "en", "ar"])
def test_the_languages_of_folders_must_be_those_wanted(tmp_path: Path, source: str) -> None:
    docs = f"{source}/film.xml.gz", "fr/film.xml.gz"
    path = corpus(tmp_path, ces('<link xtargets="1;1"/>', docs=docs))
    with pytest.raises(UsageError, match=f"{source} and fr; read it with --langs {source},fr"):
        list(read_memory(path, LANGS))


def test_sentences_in_no_link_and_links_with_an_empty_side_are_counted(tmp_path: Path) -> None:
    links = ces('<link xtargets="1;1"/>', '<link xtargets="2;"/>', '<link xtargets=" ;"/>')
    units, losses = read(corpus(tmp_path, links))
    assert (len(units), losses["unaligned"]) == (1, 3)  # 2 and 3 in Arabic, 2 in English


def test_texts_are_read_once_for_groups_that_follow_one_another(tmp_path: Path) -> None:
    group = ces('<link xtargets="1;1"/>').split("\n", 2)[2].removesuffix("</cesAlign>\n")
    other = group.replace("1;1", "2;2").replace("film", "play")
    put(tmp_path / "ar/7/play.xml", PLAIN)
    put(tmp_path / "en/7/play.xml", PLAIN)
    path = corpus(tmp_path, f"<cesAlign>{group}{group.replace('1;1', '2;2')}{other}</cesAlign>")
    units, losses = read(path)
    assert [unit.target for unit in units] == ["Yes ,", "No !", "لا & لا"]
    documents = [unit.origin.document for unit in units if unit.origin]
    assert documents == ["7/film", "7/film", "7/play"]
    assert losses["unaligned"] == 1 + 4


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ('<link xtargets="9;1"/>', "line 4: there is no segment '9' in the source"),
        ('<link xtargets="1;9"/>', "line 4: there is no segment '9' in the target"),
        ('<link xtargets="1"/>', "line 4: a link without xtargets"),
        ("<link/>", "line 4: a link without xtargets"),
        (f'<link xtargets="1;{"1 " * 1001}"/>', "a bead of more than 1,000 segments"),
    ],
)
def test_a_link_that_makes_no_sense_is_left_out(tmp_path: Path, link: str, reason: str) -> None:
    path = corpus(tmp_path, ces(link, '<link xtargets="2;2"/>'))
    with pytest.raises(MalformedError, match=reason):
        list(read_memory(path, LANGS))
    units, losses = read(path)
    assert (len(units), losses["unit"]) == (1, 1)


@pytest.mark.parametrize(
    "name", ["../outside.xml", "/etc/hostname", "ar/link.xml", "ar/loop.xml", "a" * 5000, "", "ar"]
)
def test_no_text_is_opened_outside_of_the_folder(tmp_path: Path, name: str) -> None:
    put(tmp_path / "outside.xml", PLAIN)
    path = corpus(tmp_path / "in", ces('<link xtargets="1;1"/>', docs=(name, "en/7/film.xml.gz")))
    (tmp_path / "in/ar/link.xml").symlink_to(tmp_path / "outside.xml")
    (tmp_path / "in/ar/loop.xml").symlink_to(tmp_path / "in/ar/loop.xml")
    with pytest.raises(MalformedError, match=r"is not in the folder of the file|name no text"):
        list(read_memory(path, LANGS))
    assert read(path) == ([], {"unit": 1})


def test_a_file_cut_off_is_read_up_to_there(tmp_path: Path) -> None:
    links = ces('<link xtargets="1;1"/>', '<link xtargets="2;2"/>')
    path = corpus(tmp_path, links[: links.index("</linkGrp>")])
    stream = read_memory(path, LANGS)
    assert next(stream).source == "نعم،"
    with pytest.raises(MalformedError, match="is no whole XML file"):
        list(stream)
    units, losses = read(path)
    assert (len(units), losses["tail"]) == (2, 1)


def test_a_text_cut_off_loses_the_links_behind(tmp_path: Path) -> None:
    path = corpus(tmp_path, ces('<link xtargets="1;1"/>', '<link xtargets="3;2"/>'))
    put(tmp_path / "ar/7/film.xml.gz", PLAIN[: PLAIN.index("لا")])
    units, losses = read(path)
    assert (len(units), losses["tail"], losses["unit"]) == (1, 1, 1)
    with pytest.raises(MalformedError, match=r"film\.xml\.gz: line 1: is no whole XML file"):
        list(read_memory(path, LANGS))


def test_an_id_that_stands_twice_counts_as_a_sentence_in_no_link(tmp_path: Path) -> None:
    path = corpus(tmp_path, ces('<link xtargets="1;1"/>'))
    put(tmp_path / "ar/7/film.xml.gz", '<text><s id="1">نعم</s><s id="1">لا</s><s>بلى</s></text>')
    (unit,), losses = read(path)
    assert (unit.source, losses["unaligned"]) == ("نعم", 3)  # with one in English


def bomb(name: str) -> str:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE {name} [<!ENTITY a0 "ha"><!ENTITY x SYSTEM "/etc/passwd">{entities}]>'


@pytest.mark.parametrize("entity", ["&a3;", "&x;", "&a0;"])
def test_entities_are_not_expanded(tmp_path: Path, entity: str) -> None:
    path = corpus(tmp_path, ces('<link xtargets="1;1"/>', '<link xtargets="2;2"/>'))
    text = f'<text><s id="1">{entity}</s><s id="2">نعم</s></text>'
    put(tmp_path / "ar/7/film.xml.gz", bomb("text") + text)
    with pytest.raises(MalformedError, match="entity"):
        list(read_memory(path, LANGS))
    units, losses = read(path)
    assert [unit.source for unit in units] == ["نعم"]
    assert losses["unit"] == 2  # the sentence, and the link that leads to it


@pytest.mark.parametrize("place", ["links", "texts"])
def test_a_bomb_of_entities_is_refused(tmp_path: Path, place: str) -> None:
    path = corpus(tmp_path, ces('<link xtargets="1;1"/>'))
    if place == "links":
        put(path, ces('<link xtargets="&a11;;1"/>').replace(DOCTYPE, bomb("cesAlign")))
    else:
        put(tmp_path / "ar/7/film.xml.gz", f'{bomb("text")}<text><s id="1">&a11;</s></text>')
    with pytest.raises(MalformedError):
        list(read_memory(path, LANGS))
    assert read(path)[0] == []


INTERTEXT = """<?xml version='1.0' encoding='utf-8'?>
<linkGrp toDoc='tale.en.xml' fromDoc='tale.ar.xml'>
<link type='1-2' xtargets='en:1:1;ar:1:1 ar:1:2' status='man'/>
<link type='0-1' xtargets=';ar:2:1' status='plain' mark='3'/>
<link type='1-1' xtargets='en:1:2;ar:2:2' status='auto'/>
</linkGrp>
"""


def test_the_files_of_intertext_name_the_other_side_first(tmp_path: Path) -> None:
    path = put(tmp_path / "tale.ar.en.xml", INTERTEXT)
    for lang, texts in (("ar", "نعم لا بلى هيا"), ("en", "Yes Go")):
        names = ("1:1", "1:2", "2:1", "2:2")
        pairs = zip(names, texts.split(), strict=False)
        body = "".join(f'<seg id="{lang}:{name}">{text}</seg>' for name, text in pairs)
        put(tmp_path / f"tale.{lang}.xml", f"<TEI><text><p>{body}</p></text></TEI>")
    units, losses = read(path)
    assert [(unit.source, unit.target, unit.kind) for unit in units] == [
        ("نعم لا", "Yes", "2-1"),
        ("هيا", "Go", "1-1"),
    ]
    assert [unit.source_lang for unit in units] == ["ar", "ar"]
    assert losses == {"property": 2, "unaligned": 1}


def test_paragraphs_may_be_what_is_aligned(tmp_path: Path) -> None:
    text = "<linkGrp toDoc='t.en.xml' fromDoc='t.ar.xml'><link xtargets='a;1'/></linkGrp>"
    path = put(tmp_path / "t.ar.en.xml", text)
    put(tmp_path / "t.ar.xml", '<text><p id="1">نعم <hi>سيدي</hi></p></text>')
    put(tmp_path / "t.en.xml", '<text><head xml:id="a">Yes sir</head></text>')
    (unit,), losses = read(path)
    assert (unit.source, unit.target, losses) == ("نعم سيدي", "Yes sir", {"markup": 1})
