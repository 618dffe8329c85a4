"""Tables of texts in Word documents."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.errors import LimitError, MalformedError
from align.formats.reading import Reading

from .foreign import read

if TYPE_CHECKING:
    from pathlib import Path

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>
</Relationships>"""


def document(body: str, namespace: str = WORD, prolog: str = "") -> str:
    return f'{prolog}<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'


def packed(folder: Path, text: str, **others: str) -> Path:
    path = folder / "texts.docx"
    parts = {"_rels/.rels": RELS, "word/document.xml": text, **others}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def written(folder: Path, body: str) -> Path:
    return packed(folder, document(body))


def paragraph(text: str) -> str:
    return f'<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def cell(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def row(*texts: str, properties: str = "") -> str:
    cells = "".join(cell(paragraph(text)) for text in texts)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


YES = row("نعم", "Yes")


def test_tables_are_read_and_text_around_them_counted(tmp_path: Path) -> None:
    menu = table(row("Name", "Address"))
    body = paragraph("Dear all") + menu + table(YES) + paragraph(" ") + table(row("No", "لا"))
    found = read(written(tmp_path, body))
    assert found.pairs == [("نعم", "Yes"), ("No", "لا")]
    assert [unit.source_lang for unit in found.units] == ["ar", "en"]
    assert found.losses == {"text": 3}


@pytest.mark.parametrize("namespace", [WORD, STRICT])
def test_both_dialects_are_read(tmp_path: Path, namespace: str) -> None:
    path = packed(tmp_path, document(table(YES), namespace))
    assert read(path).pairs == [("نعم", "Yes")]


def test_numbers_of_rows_and_headings_are_no_units(tmp_path: Path) -> None:
    heading = row("#", "Arabic", "English", "Remark")
    body = table(heading, row("1", "نعم", "Yes", "formal"), row("2", "لا", "No", ""))
    found = read(written(tmp_path, body))
    assert found.pairs == [("نعم", "Yes"), ("لا", "No")]
    assert [unit.props for unit in found.units] == [(("Remark", "formal"),), ()]
    assert found.losses == {}


def test_a_changed_text_is_read_as_accepted(tmp_path: Path) -> None:
    change = 'w:id="1" w:author="a"'
    text = f"""<w:p><w:r><w:t>Yes</w:t></w:r>
    <w:del {change}><w:r><w:delText>gone</w:delText></w:r></w:del>
    <w:moveFrom {change}><w:r><w:t>left</w:t></w:r></w:moveFrom>
    <w:ins {change}><w:r><w:t>, new</w:t></w:r></w:ins>
    <w:moveTo {change}><w:r><w:t>, come</w:t></w:r></w:moveTo></w:p>"""
    changed = f"<w:tr>{cell(paragraph('نعم'))}{cell(text)}</w:tr>"
    deleted = row("محذوف", "deleted", properties=f"<w:del {change}/>")
    found = read(written(tmp_path, table(changed, deleted)))
    assert found.pairs == [("نعم", "Yes, new, come")]
    assert found.losses == {"markup": 3}


def test_paragraphs_tabs_and_breaks_are_white_space(tmp_path: Path) -> None:
    text = """<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p>
    <w:p><w:hyperlink><w:r><w:rPr><w:b/></w:rPr><w:t>four</w:t><w:noBreakHyphen/>
    <w:t>five</w:t></w:r></w:hyperlink></w:p>"""
    body = table(f"<w:tr>{cell(paragraph('واحد'))}{cell(text)}</w:tr>")
    path = written(tmp_path, body)
    assert read(path).pairs == [("واحد", "One two three four\u2011five")]
    assert read(path).losses == {"markup": 1, "space": 1}
    assert read(path, Reading(exact=True)).pairs[0][1] == "One\ttwo\nthree\nfour\u2011five"


def test_pictures_notes_and_text_boxes_are_counted(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('in a box')}</w:txbxContent>"
    text = f"""<w:p><w:r><w:t>Yes</w:t><w:footnoteReference w:id="1"/><w:drawing>{box}</w:drawing>
    <w:instrText>PAGE</w:instrText></w:r></w:p>"""
    found = read(written(tmp_path, table(f"<w:tr>{cell(paragraph('نعم'))}{cell(text)}</w:tr>")))
    assert found.pairs == [("نعم", "Yes")]
    assert found.losses == {"markup": 2, "text": 1}


def test_merged_cells_stand_where_they_begin(tmp_path: Path) -> None:
    wide = cell(paragraph("فصل Chapter"), properties='<w:gridSpan w:val="3"/>')
    title = f"<w:tr>{wide}</w:tr>"
    begin = cell(paragraph("طويل جدًا"), properties='<w:vMerge w:val="restart"/>')
    below = cell("<w:p/>", properties="<w:vMerge/>")
    one, two = (cell(paragraph(text)) for text in ("long", "very"))
    odd = row("صغير", "small", properties='<w:gridBefore w:val="x"/>')
    body = table(title, f"<w:tr>{begin}{one}</w:tr>", f"<w:tr>{below}{two}</w:tr>", odd)
    found = read(written(tmp_path, body))
    assert found.pairs == [("طويل جدًا", "long"), ("صغير", "small")]
    assert found.losses == {"unaligned": 2}


def test_a_table_in_a_cell_is_a_table(tmp_path: Path) -> None:
    outer = f"<w:tr>{cell(paragraph('Menu'))}{cell(table(YES), paragraph('News'))}</w:tr>"
    found = read(written(tmp_path, table(outer)))
    assert found.pairs == [("نعم", "Yes")]
    assert found.losses == {"text": 2}


def test_a_document_without_such_a_table_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(
        MalformedError, match=r"no table with a column in ar beside one in en; .*align run"
    ):
        read(written(tmp_path, paragraph("نعم Yes")))


@pytest.mark.parametrize(
    "body", ["<w:tr/>", "<w:tc/>", "<w:tbl><w:tc/></w:tbl>", "<w:p><w:p/></w:p>"]
)
def test_parts_in_the_wrong_place_do_no_harm(tmp_path: Path, body: str) -> None:
    assert read(written(tmp_path, body + table(YES))).pairs == [("نعم", "Yes")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK", "is no DOCX file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Word 97, or has a password; save it as .docx"),
    ],
)
def test_another_file_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "texts.docx"
    path.write_bytes(content)
    with pytest.raises(MalformedError, match=reason):
        read(path)


def test_a_damaged_text_is_read_up_to_the_damage(tmp_path: Path) -> None:
    path = packed(tmp_path, document(table(YES) + paragraph("x") + "<w:p></w:t>"))
    with pytest.raises(MalformedError, match="no whole XML"):
        read(path, Reading())
    found = read(path)
    assert found.pairs == [("نعم", "Yes")]
    assert found.losses["tail"] == 1


def test_entities_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    path = packed(tmp_path, document(table(row("نعم", "&b;")), prolog=bomb))
    with pytest.raises(MalformedError, match="has a DOCTYPE"):
        read(path)


def test_what_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, table(YES) + "<w:p/>" * 3_000_000)
    with pytest.raises(LimitError, match="unpacks to far more than its size"):
        read(path)


def test_a_paragraph_without_end_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, f"<w:p>{'<w:r/>' * 1_900_000}</w:p>")
    with pytest.raises(LimitError, match="more than 10,000,000 characters"):
        read(path, Reading(limits=ReadSettings(max_ratio=10_000)))
