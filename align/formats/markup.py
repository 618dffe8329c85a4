"""What the XML formats share: names, codes, indentation."""

from __future__ import annotations

import re
from typing import Any, cast

from lxml import etree

from align.errors import OutputError
from align.office.texts import local

__all__ = [
    "DECLARATION",
    "TOOL",
    "XML_ID",
    "XML_LANG",
    "check_code",
    "element",
    "line_of",
    "local",
    "write_line",
]

TOOL = "align"
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
QUALIFIED = {"xml_id": XML_ID, "xml_lang": XML_LANG}
INDENT = "  "
CODE = re.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")  # xs:language; ar_SA is none


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


def check_code(code: str, name: str, format: str) -> None:  # noqa: A002  the word of the field
    """Raise `OutputError`, for the file ``name``, when XML cannot have ``code`` as a language."""
    if not CODE.fullmatch(code):
        fact = f"{code!r} is not a language code of {format}"
        raise OutputError(name, fact, "write for example ar-SA")


def line_of(element: etree._Element) -> int:
    """Return the line of a start tag in what was parsed, from 1; 0 when it is not known."""
    return cast("int | None", element.sourceline) or 0
