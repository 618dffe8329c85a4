"""A ``tu`` of TMX as a unit: its texts, its props, what it has attributes for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from align.formats.markup import XML_LANG, local
from align.formats.props import unit_of
from align.formats.tmx.attributes import ATTRIBUTES
from align.formats.tmx.inline import text_of
from align.text.tidy import tidy

if TYPE_CHECKING:
    from lxml import etree

    from align.formats.props import Prop, Side
    from align.formats.reading import Reading
    from align.formats.tmx.sides import Choose, Chosen
    from align.model import TranslationUnit

__all__ = ["Units"]

PROPS = frozenset({"prop", "note"})
READ = frozenset({"tuid", "srclang", *ATTRIBUTES})


class Units:
    """Makes units of the elements of one file, which it numbers."""

    def __init__(self, reading: Reading, choose: Choose, srclang: str) -> None:
        """Take how texts are to be read, which are chosen, and the language the file is from."""
        self._reading = reading
        self._choose = choose
        self._srclang = srclang
        self._number = 0

    def of(self, element: etree._Element, line: int) -> TranslationUnit:
        """Return the unit of a ``tu``; raises `ValueError` with what is wrong."""
        self._number += 1
        attributes = cast("dict[str, str]", dict(element.items()))
        props = self._attributes(attributes, line)
        tuvs: list[etree._Element] = []
        for child in element:
            name = local(child.tag)
            if name == "tuv":
                tuvs.append(child)
            elif name not in PROPS or len(child):
                self._reading.losses.add("markup", line, f"<{name}> of a unit")
            else:
                props.append((self._name(name, child, line), tidy(child.text or "")))
        source, target = self._sides(tuvs, attributes.get("srclang", self._srclang), line)
        return unit_of(attributes.get("tuid") or f"tu{self._number}", source, target, props)

    def _attributes(self, attributes: dict[str, str], line: int) -> list[Prop]:
        """Return as props the attributes that say who made a unit and when."""
        others = attributes.keys() - READ
        if others:
            self._reading.losses.add("property", line, min(others), len(others))
        return [(name, tidy(attributes[name])) for name in ATTRIBUTES if attributes.get(name)]

    def _name(self, name: str, child: etree._Element, line: int) -> str:
        """Return the name of a ``prop`` or ``note``; a language of its own is dropped."""
        kind = child.get("type") if name == "prop" else None
        others = len(child.keys()) - (kind is not None)
        if others:
            self._reading.losses.add("property", line, f"attribute of a <{name}>", others)
        return name if name != "prop" else kind or ""

    def _sides(self, tuvs: list[etree._Element], srclang: str, line: int) -> tuple[Side, Side]:
        langs = tuple(tuv.get(XML_LANG) or tuv.get("lang") or "" for tuv in tuvs)
        first, second, others = self._choose(langs, srclang)
        for lang in others:
            self._reading.losses.add("language", line, lang)
        source, target = self._text(tuvs, first, line), self._text(tuvs, second, line)
        source, target = self._reading.texts(source, target, line)
        return (first.lang, source), (second.lang, target)

    def _text(self, tuvs: list[etree._Element], side: Chosen, line: int) -> str:
        if side.number is None:
            return ""
        tuv, losses = tuvs[side.number], self._reading.losses
        others = len(tuv.attrib) - 1
        if others:
            losses.add("property", line, "attribute of one side", others)
        return text_of(tuv, line, losses)
