"""Sentence rules as OmegaT has them, in ``PROJECT/omegat/segmentation.conf``.

OmegaT reads SRX since version 5.3; before that its rules are an object of its own, written as
`java.beans.XMLEncoder` writes objects. It asks the rules of every map that matches a language, as
SRX does with ``cascade="yes"``, and it compares language codes without regard to their case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from lxml import etree

from align.segmenters.srx import parse

if TYPE_CHECKING:
    from align.segmenters.srx import LanguageMap

__all__ = ["segmentation_conf"]

CLASSES = "org.omegat.core.segmentation"
VERSION = "0.2.2"  # of the object: OmegaT adds its own rules to those of an older one
JAVA = {"version": "1.8.0", "class": "java.beans.XMLDecoder"}
ABOUT = " Sentence rules by align, for OmegaT: put this file into PROJECT/omegat/. "
INDENT = " "
# An exception everywhere: behind the rules of a map it keeps those of the next from being asked.
STOP = (False, "", "")
_CLASS = regex.compile(r"(?<!\\)(?:\\\\)*\\[sSdDwWbB]")
_PROPERTY = regex.compile(r"(?<!\\)((?:\\\\)*\\[pP]\{\^?)(\w{3,})(?=\})")
# What Java knows by its own name; other properties it wants as IsArabic, IsAlphabetic.
_KNOWN = regex.compile(
    r"(?:Is|In|java)\p{Lu}\w*|Lower|Upper|Alpha|Digit|Alnum|Punct|Graph|Print|Blank|Cntrl|XDigit"
    r"|Space|ASCII"
)


def segmentation_conf(source: bytes, name: str = "segmentation.srx") -> bytes:
    """Return the rules of an SRX file as a ``segmentation.conf``, by which OmegaT cuts alike.

    Raises `ConfigError`, calling the file ``name``, when it is not sound SRX.
    """
    rules = parse(source, name)
    written: set[str] = set()
    maps = [_map(item, written, cascade=rules.cascade) for item in rules.maps]
    srx = _object("SRX", _property("mappingRules", *maps), _property("version", _text(VERSION)))
    java = _element("java", srx, **JAVA)
    etree.indent(java, space=INDENT)
    java.addprevious(etree.Comment(ABOUT))
    return etree.tostring(java.getroottree(), encoding="UTF-8", xml_declaration=True) + b"\n"


def _map(item: LanguageMap, written: set[str], *, cascade: bool) -> etree._Element:
    """Return a map in the act of being added; rules that several maps have are written once."""
    if item.name in written:
        rules = _element("object", idref=item.name)
    else:
        written.add(item.name)
        each = [(rule.breaks, rule.before, rule.after) for rule in item.rules]
        added = [_added(_rule(*rule)) for rule in (each if cascade else [*each, STOP])]
        rules = _element("object", *added, **{"class": "java.util.ArrayList", "id": item.name})
    return _added(
        _object(
            "MapRule",
            _property("language", _text(item.name)),
            _property("pattern", _text(item.pattern)),
            _property("rules", rules),
        )
    )


def _rule(breaks: bool, before: str, after: str) -> etree._Element:
    return _object(
        "Rule",
        _property("breakRule", _text(str(breaks).lower(), "boolean")),
        _property("beforebreak", _text(_in_java(before))),
        _property("afterbreak", _text(_in_java(after))),
    )


def _in_java(pattern: str) -> str:
    r"""Return a pattern as Java wants it, to mean what it means in SRX.

    >>> _in_java(r"\p{Arabic}\s")
    '(?U)\\p{IsArabic}\\s'
    """
    pattern = _PROPERTY.sub(_property_in_java, pattern)
    # Without this flag the classes know ASCII only.
    return f"(?U){pattern}" if _CLASS.search(pattern) else pattern


def _property_in_java(match: regex.Match[str]) -> str:
    opening, name = match.groups()
    return match.group() if _KNOWN.fullmatch(name) else f"{opening}Is{name}"


def _object(name: str, *content: etree._Element) -> etree._Element:
    return _element("object", *content, **{"class": f"{CLASSES}.{name}"})


def _property(name: str, *content: etree._Element) -> etree._Element:
    return _element("void", *content, property=name)


def _added(element: etree._Element) -> etree._Element:
    return _element("void", element, method="add")


def _text(text: str, kind: str = "string") -> etree._Element:
    element = etree.Element(kind)
    element.text = text
    return element


def _element(tag: str, *content: etree._Element, **attributes: str) -> etree._Element:
    element = etree.Element(tag, attributes)
    element.extend(content)
    return element
