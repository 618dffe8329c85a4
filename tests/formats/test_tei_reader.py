"""Reads aligned TEI that other people and other programs have made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.errors import MalformedError, UsageError
from align.formats.reading import Reading
from align.formats.tei.reader import read_tei

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit

NAMESPACE = ' xmlns="http://www.tei-c.org/ns/1.0"'
HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>A</title></titleStmt><p>note</p></fileDesc></teiHeader>"
)
ARABIC = '<s xml:id="a1">نعم.</s> <s xml:id="a2">ربما.</s> <s xml:id="a3">لا.</s>'
ENGLISH = '<s xml:id="e1">Yes.</s> <s xml:id="e2">Perhaps not.</s> <s xml:id="e3">Well.</s>'
PAIRS = [("نعم.", "Yes."), ("ربما. لا.", "Perhaps not.")]


def tei(*content: str, namespace: str = NAMESPACE) -> str:
    return f"<TEI{namespace}>{HEADER}{''.join(content)}</TEI>"


def texts(arabic: str = ARABIC, english: str = ENGLISH) -> str:
    return (
        f'<text><group><text xml:lang="ar"><body><p>{arabic}</p></body></text>'
        f'<text xml:lang="en"><body><p>{english}</p></body></text></group></text>'
    )


def group(*lines: str, attributes: str = 'type="alignment"') -> str:
    return f"<standOff><linkGrp {attributes}>{''.join(lines)}</linkGrp></standOff>"


def link(target: str, attributes: str = "") -> str:
    return f'<link target="{target}" {attributes}/>'


LINKS = link("#a1 #e1") + link("#a2 #a3 #e2")


def read(folder: Path, content: str, **how: object) -> tuple[list[TranslationUnit], Reading]:
    path = folder / "file.xml"
    path.write_text(content, encoding="utf-8")
    reading = Reading(**how)  # type: ignore[arg-type]
    return list(read_tei(path, reading)), reading


def pairs(folder: Path, content: str, **how: object) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in read(folder, content, **how)[0]]


def lost(reading: Reading) -> dict[str, int]:
    return {loss.kind: loss.times for loss in reading.losses}


@pytest.mark.parametrize("namespace", [NAMESPACE, "", ' xmlns="urn:another"'])
def test_links_without_functions_are_told_apart_by_language(tmp_path: Path, namespace: str) -> None:
    units, reading = read(tmp_path, tei(group(LINKS), texts(), namespace=namespace))
    assert [(unit.source, unit.target) for unit in units] == PAIRS
    assert [unit.kind for unit in units] == ["1-1", "2-1"]
    assert [(unit.source_lang, unit.target_lang) for unit in units] == [("ar", "en")] * 2
    assert [unit.id for unit in units] == ["tu1", "tu2"]
    assert lost(reading) == {"unaligned": 1}


def test_links_may_stand_after_the_texts(tmp_path: Path) -> None:
    assert pairs(tmp_path, tei(texts(), group(LINKS))) == PAIRS


def test_a_side_may_be_a_pointer_to_several_segments(tmp_path: Path) -> None:
    pointer = '<ptr xml:id="p" target="#a2 #a3"/>'
    links = link("#a1 #e1") + pointer + link("#p #e2", 'evaluate="all"')
    attributes = 'type="translation" targFunc="source target"'
    assert pairs(tmp_path, tei(group(links, attributes=attributes), texts())) == PAIRS


def test_the_language_of_a_text_may_be_the_function_of_a_target(tmp_path: Path) -> None:
    body = texts().replace('xml:lang="ar"', "").replace('xml:lang="en"', "")
    alignment = group(link("#e1 #a1"), attributes='type="alignment" targFunc="en ar"')
    (unit,) = read(tmp_path, tei(alignment, body))[0]
    assert (unit.source_lang, unit.source, unit.target) == ("en", "Yes.", "نعم.")


def test_without_any_language_the_first_target_is_the_source(tmp_path: Path) -> None:
    body = texts().replace('xml:lang="ar"', "").replace('xml:lang="en"', "")
    units, _ = read(tmp_path, tei(group(link("#a1 #e1")), body))
    assert [(unit.source_lang, unit.source) for unit in units] == [("ar", "نعم.")]


def test_the_first_target_in_the_file_is_the_source(tmp_path: Path) -> None:
    (unit,) = read(tmp_path, tei(group(link("#e1 #a1")), texts()))[0]
    assert (unit.source_lang, unit.source, unit.target) == ("en", "Yes.", "نعم.")


def test_ids_scores_and_documents_are_taken_from_links(tmp_path: Path) -> None:
    links = link("#a1 #e1", 'xml:id="l1" cert="0.25"') + link("#a2 #e2", 'n="7" cert="high"')
    first, second = read(tmp_path, tei(group(links, attributes='n="tale"'), texts()))[0]
    assert (first.id, first.score) == ("l1", 0.25)
    assert (second.id, second.score) == ("7", 0.8333)
    assert first.origin is not None
    assert first.origin.document == "tale"


def test_of_three_languages_two_are_taken_and_the_third_is_told(tmp_path: Path) -> None:
    french = '<s xml:id="f1" xml:lang="fr">Oui.</s>'
    content = tei(group(link("#f1 #a1 #e1"), link("#a2 #f1")), texts(english=ENGLISH + french))
    units, reading = read(tmp_path, content)
    assert [(unit.source, unit.target) for unit in units] == [("نعم.", "Yes.")]
    assert lost(reading) == {"unaligned": 3, "language": 3}


def test_languages_that_are_not_there_are_an_error_that_lists_those_that_are(
    tmp_path: Path,
) -> None:
    with pytest.raises(
        UsageError, match="no link has texts in fr and de; the languages are ar, en"
    ):
        read(tmp_path, tei(group(LINKS), texts()), langs=("fr", "de"))


def test_links_of_syntax_are_no_units(tmp_path: Path) -> None:
    syntax = group(link("#a1 #a2"), attributes='type="UD-SYN" targFunc="head argument"')
    units, reading = read(tmp_path, tei(syntax, group(LINKS), texts()))
    assert len(units) == len(PAIRS)
    assert reading.losses.count("markup") == 1


@pytest.mark.parametrize(
    ("segment", "text", "losses"),
    [
        ("He <hi>did</hi> it<note>really?</note>.", "He did it.", {"markup": 2}),
        ("He <choice><sic>dit</sic><corr>did</corr></choice> it.", "He dit it.", {"markup": 3}),
        ("He did<lb/>it.", "He did it.", {"markup": 1}),
        ('He d<lb break="no"/>id it.', "He did it.", {"markup": 1}),
        (
            '<w>He</w>\n<w>did</w>\n<w join="right">it</w>\n<pc>.</pc>',
            "He did it.",
            {"markup": 4},
        ),
        ('<w>He</w> <w>did</w> <w>it</w> <pc join="left">.</pc>', "He did it.", {"markup": 4}),
        ("<w>Yes</w><pc>.</pc>", "Yes.", {"markup": 2}),
        ("\n  Yes,\n  he\u00a0did. ", "Yes, he\u00a0did.", {}),
        ("<![CDATA[a < b]]> &amp; &#x645;", "a < b & م", {}),
    ],
)
def test_the_text_of_a_segment_is_what_its_author_wrote(
    tmp_path: Path, segment: str, text: str, losses: dict[str, int]
) -> None:
    body = texts('<s xml:id="a1">نعم.</s>', f'<s xml:id="e1">{segment}</s>')
    units, reading = read(tmp_path, tei(group(link("#a1 #e1")), body))
    assert [unit.target for unit in units] == [text]
    assert lost(reading) == losses


def test_paragraphs_of_a_division_do_not_run_together(tmp_path: Path) -> None:
    arabic = '<div xml:id="a" corresp="#e" xml:lang="ar"><head>نعم</head><p>لا</p></div>'
    english = '<div xml:id="e" xml:lang="en"><head>Yes</head><p>No</p></div>'
    content = tei(f"<text><body>{arabic}{english}</body></text>")
    assert pairs(tmp_path, content) == [("نعم لا", "Yes No")]


def test_exact_texts_keep_their_white_space_and_may_be_empty(tmp_path: Path) -> None:
    body = texts('<s xml:id="a1"> نعم\n</s><s xml:id="a2"/>', ENGLISH)
    content = tei(group(link("#a1 #e1"), link("#a2 #e2")), body)
    assert pairs(tmp_path, content, exact=True) == [(" نعم\n", "Yes."), ("", "Perhaps not.")]
    units, reading = read(tmp_path, content, strict=False)
    assert [unit.source for unit in units] == ["نعم"]
    assert lost(reading) == {"unaligned": 1, "unit": 1}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (link("#a1 #e9"), "there is no segment 'e9'"),
        (link("#a1 e1"), "'e1' points at no element"),
        (link("#a1 #e1", 'cert="2"'), "score 2 is not between 0 and 1"),
        (link("#a1 #e1", 'cert="sure"'), "could not convert"),
    ],
)
def test_a_link_that_makes_no_sense_is_refused_or_left_out(
    tmp_path: Path, line: str, reason: str
) -> None:
    content = tei("\n\n", group(line, link("#a2 #e2")), texts())
    with pytest.raises(MalformedError, match=f"line 3: .*{reason}"):
        read(tmp_path, content)
    units, reading = read(tmp_path, content, strict=False)
    assert [unit.target for unit in units] == ["Perhaps not."]
    assert reading.losses.count("unit") == 1


@pytest.mark.parametrize(
    "content",
    [tei(texts()), tei('<text><body><div xml:lang="ar"><p>نعم</p></div></body></text>')],
)
def test_texts_without_links_are_for_align_run(tmp_path: Path, content: str) -> None:
    with pytest.raises(MalformedError, match=r"no alignment; .* align the texts with align run"):
        read(tmp_path, content)


def test_a_corpus_of_several_texts_is_read(tmp_path: Path) -> None:
    content = f"<teiCorpus>{HEADER}{tei(group(LINKS), texts(), namespace='')}</teiCorpus>"
    assert pairs(tmp_path, content) == PAIRS


def test_the_old_names_of_ids_and_languages_are_known(tmp_path: Path) -> None:
    content = tei(texts(), group(LINKS.replace("target=", "targets=")), namespace="")
    old = content.replace("xml:id", "id").replace("xml:lang", "lang").replace("TEI>", "TEI.2>")
    assert pairs(tmp_path, old.replace("<TEI", "<TEI.2", 1).replace(".2.2", ".2")) == PAIRS


def test_a_file_that_was_cut_off_gives_what_is_whole(tmp_path: Path) -> None:
    content = tei(group(LINKS), texts())
    cut = content[: content.index("Perhaps")]
    units, reading = read(tmp_path, cut, strict=False)
    assert [unit.target for unit in units] == ["Yes."]
    assert lost(reading)["tail"] == 1
