"""The text of Word documents: what is written in them, in which order, and what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.readers import read
from tests.readers.word_files import docx, paragraph, part, run, table

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Document

ARABIC = "رأيت قطارا يمر في الليل."
ENGLISH = "I saw a train pass in the night."
DELETED_MARK = "<w:rPr><w:del/></w:rPr>"


def opened(folder: Path, body: str, **parts: str) -> Document:
    return written(folder, docx(body, parts))


def written(folder: Path, data: bytes) -> Document:
    path = folder / "a.docx"
    path.write_bytes(data)
    return read(path, path.name, ReadSettings())


def texts(found: Document) -> list[str]:
    return [block.text for block in found.blocks]


def kinds(found: Document) -> list[str]:
    return [block.kind for block in found.blocks]


def left_out(found: Document) -> list[tuple[str, str]]:
    return [(passage.label, passage.text) for passage in found.removed]


def style(key: str, name: str, content: str = "", kind: str = "paragraph") -> str:
    name = f'<w:name w:val="{name}"/>'
    return f'<w:style w:type="{kind}" w:styleId="{key}">{name}{content}</w:style>'


def field(code: str, result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate")]
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return f"{marks[0]}{run(code, tag='instrText')}{marks[1]}{result}{end}"


def box(text: str) -> str:
    return f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"


def test_paragraphs_are_blocks_in_order(tmp_path: Path) -> None:
    found = opened(tmp_path, paragraph(ARABIC) + paragraph() + paragraph(ENGLISH))
    assert texts(found) == [ARABIC, ENGLISH]
    assert kinds(found) == ["paragraph", "paragraph"]


def test_strict_documents_are_read_alike(tmp_path: Path) -> None:
    found = written(tmp_path, docx(paragraph(ARABIC), strict=True))
    assert texts(found) == [ARABIC]


def test_runs_are_one_text(tmp_path: Path) -> None:
    assert texts(opened(tmp_path, paragraph("I saw ", "a tr", "ain."))) == ["I saw a train."]


@pytest.mark.parametrize(
    ("around", "text"),
    [
        ('<w:hyperlink w:anchor="x">{}</w:hyperlink>', "Aa bB"),
        ("<w:smartTag>{}</w:smartTag>", "Aa bB"),
        ("<w:customXml>{}</w:customXml>", "Aa bB"),
        ("<w:ins w:id='1'>{}</w:ins>", "Aa bB"),
        ("<w:moveTo w:id='1'>{}</w:moveTo>", "Aa bB"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", "Aa bB"),
        ('<w:fldSimple w:instr="DATE">{}</w:fldSimple>', "Aa bB"),
        ('<w:bdo w:val="rtl">{}</w:bdo>', "Aa bB"),
        ("<w:ruby><w:rubyBase>{}</w:rubyBase></w:ruby>", "Aa bB"),
    ],
)
def test_text_inside_other_elements_is_read(tmp_path: Path, around: str, text: str) -> None:
    content = around.format(run("a b"))
    assert texts(opened(tmp_path, paragraph("A", content, "B"))) == [text]


@pytest.mark.parametrize(
    ("element", "text"),
    [
        ("<w:tab/>", "A B"),
        ("<w:ptab/>", "A B"),
        ("<w:br/>", "A\nB"),
        ("<w:cr/>", "A\nB"),
        ("<w:noBreakHyphen/>", "A\u2011B"),
        ("<w:softHyphen/>", "A\u00adB"),
        ('<w:sym w:font="Symbol" w:char="F061"/>', "AαB"),
        ('<w:sym w:font="Arial" w:char="00E9"/>', "AB"),
        ('<w:sym w:font="Arial" w:char="0639"/>', "AعB"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "AB"),
        ('<w:sym w:font="Wingdings" w:char="D800"/>', "A\ufffdB"),
        ('<w:sym w:font="Wingdings"/>', "AB"),
        ("<w:lastRenderedPageBreak/>", "AB"),
        ("<w:t>\n  x</w:t>", "A   xB"),
    ],
)
def test_signs_are_read_as_characters(tmp_path: Path, element: str, text: str) -> None:
    assert texts(opened(tmp_path, paragraph("A", f"<w:r>{element}</w:r>", "B"))) == [text]


@pytest.mark.parametrize("element", ["<w:br/><w:br/>", '<w:br w:type="page"/>'])
def test_an_empty_line_or_a_new_page_ends_the_block(tmp_path: Path, element: str) -> None:
    body = paragraph(ARABIC, f"<w:r>{element}</w:r>", ENGLISH, style="Heading1")
    found = opened(tmp_path, body)
    assert texts(found) == [ARABIC, ENGLISH]
    assert kinds(found) == ["heading", "heading"]


@pytest.mark.parametrize(
    ("key", "properties", "kind"),
    [
        ("Titre1", "", "heading"),
        ("Mine", "", "heading"),
        ("Level", "", "heading"),
        ("Body", "", "paragraph"),
        ("Loop", "", "paragraph"),
        ("", '<w:outlineLvl w:val="2"/>', "heading"),
        ("Titre1", '<w:outlineLvl w:val="9"/>', "paragraph"),
        ("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>', "item"),
        ("Bullets", "", "item"),
        ("Bullets", '<w:numPr><w:numId w:val="0"/></w:numPr>', "paragraph"),
        ("Titre1", '<w:numPr><w:numId w:val="4"/></w:numPr>', "heading"),
        ("Cite", "", "quote"),
        ("Legend", "", "caption"),
        ("Heading2", "", "heading"),
        ("Unknown", "", "paragraph"),
    ],
)
def test_styles_tell_the_kind(tmp_path: Path, key: str, properties: str, kind: str) -> None:
    styles = [
        style("Titre1", "heading 1"),
        style("Mine", "Chapitre", '<w:basedOn w:val="Titre1"/>'),
        style("Level", "Level", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        style("Body", "B", '<w:basedOn w:val="Level"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
        style("Loop", "Loop", '<w:basedOn w:val="Loop"/>'),
        style("Bullets", "List", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'),
        style("Cite", "Intense Quote"),
        style("Legend", "caption"),
    ]
    body = paragraph(ARABIC, style=key, properties=properties)
    found = opened(tmp_path, body, styles=part("styles", "".join(styles)))
    assert kinds(found) == [kind]


def test_paragraphs_whose_marks_are_deleted_go_on_in_the_next(tmp_path: Path) -> None:
    joined = paragraph("I saw a ", properties=DELETED_MARK) + paragraph("train.")
    assert texts(opened(tmp_path, joined + paragraph(ARABIC))) == ["I saw a train.", ARABIC]


def test_a_deleted_mark_before_a_table_joins_nothing(tmp_path: Path) -> None:
    body = paragraph("One.", properties=DELETED_MARK) + table(columns=2) + paragraph("Two.")
    assert texts(opened(tmp_path, body)) == ["One.", "Two."]


def test_results_of_fields_are_read_and_their_codes_are_not(tmp_path: Path) -> None:
    inner = field(' HYPERLINK "https://example.org" ', run("train"))
    found = opened(tmp_path, paragraph("a ", field(f" REF x {''} ", inner), "."))
    assert texts(found) == ["a train."]
    assert not found.removed


def test_a_field_without_end_hides_no_paragraph_after_it(tmp_path: Path) -> None:
    damaged = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "x")
    found = opened(tmp_path, damaged + paragraph(ENGLISH))
    assert texts(found) == [ENGLISH]
    assert left_out(found) == [("field code", "x")]


def test_a_text_box_comes_once_after_its_paragraph(tmp_path: Path) -> None:
    shape = f"<w:drawing><wps:txbx>{box('Box.')}</wps:txbx></w:drawing>"
    old = f"<w:pict><v:textbox>{box('Box.')}</v:textbox></w:pict>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    found = opened(tmp_path, paragraph("Be", f"<w:r>{both}</w:r>", "fore.") + paragraph("After."))
    assert texts(found) == ["Before.", "Box.", "After."]


def test_the_fallback_is_read_where_the_choice_has_no_text(tmp_path: Path) -> None:
    old = f"<w:pict><v:textbox>{box('Box.')}</v:textbox></w:pict>"
    both = (
        '<mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing/></mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(opened(tmp_path, paragraph(f"<w:r>{both}</w:r>"))) == ["Box."]


@pytest.mark.parametrize(
    ("properties", "lang"),
    [
        ('<w:lang w:val="en-GB" w:bidi="ar-EG"/>', "en-GB"),
        ('<w:rtl/><w:lang w:bidi="ar-EG"/>', None),
        ('<w:rStyle w:val="Foreign"/>', "fr-FR"),
        ("", None),
    ],
)
def test_language_is_that_of_runs_and_styles(
    tmp_path: Path, properties: str, lang: str | None
) -> None:
    default = '<w:rPr><w:lang w:val="de-DE" w:bidi="hi-IN"/></w:rPr>'
    styles = style("Normal", "Normal", default)
    styles += style("Foreign", "F", '<w:rPr><w:lang w:val="fr-FR"/></w:rPr>', "character")
    body = paragraph(run(ENGLISH, properties), run("x"))
    found = opened(tmp_path, body, styles=part("styles", styles))
    assert [block.lang for block in found.blocks] == [lang]


def test_language_of_most_letters_counts(tmp_path: Path) -> None:
    arabic = run(ARABIC, '<w:rtl/><w:lang w:val="en-US" w:bidi="ar-EG"/>')
    found = opened(tmp_path, paragraph(arabic, run("PDF", '<w:lang w:val="en-US"/>')))
    assert [block.lang for block in found.blocks] == ["ar-EG"]


def test_formulas_that_read_in_a_row_stay_in_the_text(tmp_path: Path) -> None:
    letters = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    root = "<m:oMath><m:rad><m:e><m:r><m:t>y</m:t></m:r></m:e></m:rad></m:oMath>"
    found = opened(tmp_path, paragraph("Let ", letters, " be ", root, "."))
    assert texts(found) == ["Let x be ."]
    assert left_out(found) == [("formula", "y")]
    assert any("formulas" in note for note in found.notes)
