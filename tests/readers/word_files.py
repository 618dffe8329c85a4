"""Word documents written by hand, element by element, for what no program writes when asked."""

from __future__ import annotations

import io
import zipfile
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["cell", "docx", "paragraph", "part", "row", "run", "table", "word"]

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "word/document.xml"
SPACES = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "r": RELATIONS,
}


def word(paragraphs: Sequence[str]) -> bytes:
    """Return a document of paragraphs."""
    return docx("".join(map(paragraph, paragraphs)))


def docx(
    body: str, parts: Mapping[str, str] | None = None, *, strict: bool = False, prolog: str = ""
) -> bytes:
    """Return a document with a body, and further parts by their kind, such as ``footnotes``.

    A number after the kind makes it possible to have several: ``header1``.
    """
    parts = parts or {}
    relations = STRICT_RELATIONS if strict else RELATIONS
    inner = part("document", f"<w:body>{body}</w:body>", strict=strict)
    links = [
        f'<Relationship Id="r{at}" Type="{relations}/{kind.rstrip("123")}" Target="{kind}.xml"/>'
        for at, kind in enumerate(parts)
    ]
    main = f'<Relationship Id="r" Type="{relations}/officeDocument" Target="{MAIN}"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": _relationships(main),
        MAIN: prolog + inner,
        "word/_rels/document.xml.rels": _relationships("".join(links)),
        **{f"word/{kind}.xml": content for kind, content in parts.items()},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def part(root: str, content: str, *, strict: bool = False) -> str:
    """Return a part of a document: its root element and what is in it."""
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in SPACES.items())
    return f'<w:{root} xmlns:w="{STRICT if strict else WORD}" {spaces}>{content}</w:{root}>'


def paragraph(*content: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of runs; what is no markup becomes one."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = (piece if piece.startswith("<") else run(piece) for piece in content)
    return f"<w:p><w:pPr>{style}{properties}</w:pPr>{''.join(runs)}</w:p>"


def run(text: str, properties: str = "", tag: str = "t") -> str:
    """Return a run of text."""
    text = f'<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{text}</w:r>"


def table(*rows: str, columns: int = 2) -> str:
    """Return a table."""
    return (
        f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(*cells: str, properties: str = "") -> str:
    """Return a row; what is no markup becomes a cell."""
    content = (each if each.startswith("<") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(content)}</w:tr>"


def cell(*content: str, properties: str = "") -> str:
    """Return a cell; what is no markup becomes a paragraph."""
    inner = (each if each.startswith("<") else paragraph(each) for each in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(inner)}</w:tc>"


def _relationships(links: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'
