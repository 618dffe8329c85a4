"""What the XML formats share: names and indentation."""

from __future__ import annotations

from typing import Any

from lxml import etree

__all__ = ["DECLARATION", "TOOL", "XML_ID", "XML_LANG", "element", "write_line"]

TOOL = "align"
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
QUALIFIED = {"xml_id": XML_ID, "xml_lang": XML_LANG}
INDENT = "  "


def element(
    tag: str, /, *content: str | etree._Element, **attributes: str | None
) -> etree._Element:
    """Return an element with a text, then elements, in it; an attribute that is None is left out.

    >>> etree.tostring(element("tuv", element("seg", "A & B"), xml_lang="en"))
    b'<tuv xml:lang="en"><seg>A &amp; B</seg></tuv>'
    """
    made = etree.Element(tag)
    for name, value in attributes.items():
        if value is not None:
            made.set(QUALIFIED.get(name, name), value)
    for part in content:
        if isinstance(part, str):
            made.text = part
        else:
            made.append(part)
    return made


def write_line(xml: Any, line: etree._Element, depth: int) -> None:
    """Write an element on lines of its own, its children indented; text is never touched."""
    etree.indent(line, space=INDENT, level=depth)
    xml.write(INDENT * depth, line, "\n")
