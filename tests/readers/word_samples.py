"""Small ODT, RTF and PPTX files made of paragraphs, and the parts to make more of them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["ODT_TYPE", "odt_content", "odt_parts", "open_document", "rich_text", "slides"]

ODT_TYPE = "application/vnd.oasis.opendocument.text"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
    for prefix in ("office", "text", "table", "style")
)


def odt_content(body: str) -> str:
    """Return the content of an ODT with this body."""
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    root = "office:document-content"
    return f'<?xml version="1.0"?><{root} {_NAMESPACES}>{text}</{root}>'


def odt_parts(content: str) -> dict[str, str | bytes]:
    """Return the parts of an ODT with this content."""
    manifest = '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return {"mimetype": ODT_TYPE, "META-INF/manifest.xml": manifest, "content.xml": content}


def open_document(paragraphs: Sequence[str]) -> bytes:
    """Return an ODT."""
    from tests.readers.samples import packed

    body = "".join(f"<text:p>{escape(paragraph)}</text:p>" for paragraph in paragraphs)
    return packed(odt_parts(odt_content(body)), first="mimetype")


def rich_text(paragraphs: Sequence[str]) -> bytes:
    """Return an RTF, its characters told by number, with one for programs that know none."""
    lines = []
    for paragraph in paragraphs:
        codes = (f"\\u{ord(char)}?" if ord(char) > 127 else char for char in paragraph)
        lines.append(f"\\pard {''.join(codes)}\\par")
    head = "{\\rtf1\\ansi\\uc1{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}}"
    return ("\n".join([head, *lines]) + "}").encode("ascii")


def slides(paragraphs: Sequence[str]) -> bytes:
    """Return a PPTX of one slide."""
    import pptx

    presentation = pptx.Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    frame = slide.shapes.add_textbox(0, 0, 914_400, 914_400).text_frame
    frame.text = "\n".join(paragraph.replace("\n", "\v") for paragraph in paragraphs)
    made = io.BytesIO()
    presentation.save(made)
    return made.getvalue()
