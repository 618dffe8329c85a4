"""Reads TMX: what we write in full, other people's plain memories as far as they are alike.

Entities are not expanded, DTDs not loaded, nothing is fetched. Text inside inline codes is left
out, highlighted text is kept. Dates, notes and props of a single language are not kept.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import IO, TYPE_CHECKING

from lxml import etree

from align.config import OWN_PROPS
from align.errors import MalformedError, ReadError
from align.formats.markup import XML_LANG
from align.model import Flag, Origin, TranslationUnit
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_tmx"]

FLAG = re.compile("(error|warning|info) ([^ :]+):(?: (.*))?")
DEFAULT_SCORE = 1.0  # a memory without scores is taken at its word
PAIR = 2


def read_tmx(path: Path | str) -> Iterator[TranslationUnit]:
    """Yield the units of a TMX file, one in memory at a time.

    The text in the header's (or the unit's) ``srclang`` is the source, else the first one. Raises
    `MalformedError`, with the line, for broken XML and for a unit that has not exactly two texts.
    """
    try:
        with Path(path).open("rb") as file:
            yield from _units(file, str(path))
    except OSError as error:
        raise ReadError(str(path), f"cannot be read ({error.strerror or error})") from error
    except etree.XMLSyntaxError as error:
        raise MalformedError(str(path), error.msg) from error


def _units(file: IO[bytes], name: str) -> Iterator[TranslationUnit]:
    events = etree.iterparse(
        file,
        tag=("{*}header", "{*}tu"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    srclang, number = "", 0
    for _, element in events:
        if etree.QName(element).localname == "header":
            srclang = element.get("srclang", "")
            continue
        number += 1
        try:
            unit = _unit(element, element.get("srclang", srclang), f"tu{number}")
        except ValueError as error:
            raise MalformedError(name, f"line {element.sourceline}: {error}") from error
        yield unit
        _forget(element)
    if etree.QName(events.root).localname != "tmx":
        raise MalformedError(name, "is XML, but not TMX", "its outermost element must be <tmx>")


def _forget(element: etree._Element) -> None:
    """Free the element and everything before it, so that memory stays flat."""
    element.clear()
    parent = element.getparent()
    while parent is not None and parent[0] is not element:
        del parent[0]


def _unit(element: etree._Element, srclang: str, default_id: str) -> TranslationUnit:
    """Return the unit of a ``tu``; raises `ValueError` with what is wrong."""
    if next(element.iter(etree.Entity), None) is not None:
        raise ValueError("an entity that is not one of XML's own five")
    (source_lang, source), (target_lang, target) = _sides(element, srclang)
    props = [(prop.get("type", ""), tidy(prop.text or "")) for prop in element.findall("{*}prop")]
    ours = {name: text for name, text in props if _is_ours(name, text)}
    document = ours.get("x-document")
    return TranslationUnit(
        id=element.get("tuid") or default_id,
        source=source,
        target=target,
        source_lang=source_lang,
        target_lang=target_lang,
        kind=ours.get("x-alignment-type", "1-1"),
        score=_score(ours.get("x-score")),
        flags=tuple(_flags(props)),
        origin=None if document is None else Origin(document=document, source=(), target=()),
        props=tuple(_own_name(name, text) for name, text in props if not _is_ours(name, text)),
    )


def _sides(element: etree._Element, srclang: str) -> list[tuple[str, str]]:
    """Return language and text of both sides, the source first."""
    sides = []
    for tuv in element.iterfind("{*}tuv"):
        seg = tuv.find("{*}seg")
        text = "" if seg is None else tidy(_text(seg))
        sides.append((tuv.get(XML_LANG) or tuv.get("lang") or "", text))
    if len(sides) != PAIR or not all(lang and text for lang, text in sides):
        raise ValueError("a unit must have two languages, each with a text")
    return sorted(sides, key=lambda side: _distance(side[0], srclang))


def _distance(lang: str, wanted: str) -> int:
    """Return 0 for the wanted language, 1 for another region of it, 2 for another language."""
    lang, wanted = lang.lower().replace("_", "-"), wanted.lower().replace("_", "-")
    if lang == wanted:
        return 0
    return 1 if lang.partition("-")[0] == wanted.partition("-")[0] else 2


def _text(seg: etree._Element) -> str:
    parts = [seg.text or ""]
    for child in seg:
        if etree.QName(child).localname == "hi":
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _score(text: str | None) -> float:
    if text is None:
        return DEFAULT_SCORE
    score = float(text)
    if 0 <= score <= 1:
        return score
    raise ValueError(f"x-score {text} is not between 0 and 1")


def _flags(props: list[tuple[str, str]]) -> Iterator[Flag]:
    for name, text in props:
        match = FLAG.fullmatch(text) if name == "x-flag" else None
        if match is not None:
            severity, flag, message = match.groups(default="")
            yield Flag(id=flag, severity=severity, message=message)  # type: ignore[arg-type]


def _is_ours(name: str, text: str) -> bool:
    """Say whether a prop is one of those the writer makes; a flag must also be written so."""
    if name == "x-flag":
        return FLAG.fullmatch(text) is not None
    return name.startswith("x-") and name.removeprefix("x-") in OWN_PROPS


def _own_name(name: str, text: str) -> tuple[str, str]:
    """Return a prop under the user's name for it: without ``x-``, or our mark of a taken name."""
    name = name.removeprefix("x-")
    taken = name.removeprefix("prop-")
    return (taken if taken in OWN_PROPS else name), text
