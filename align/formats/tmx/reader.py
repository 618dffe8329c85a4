"""Reads TMX: what we write in full, other people's plain memories as far as they are alike.

Entities are not expanded, DTDs not loaded, nothing is fetched. Text inside inline codes is left
out, highlighted text is kept. Dates, notes and props of a single language are not kept.
"""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING

from lxml import etree

from align.errors import MalformedError, ReadError, UsageError
from align.formats.props import unit_of
from align.formats.tmx.sides import Wanted, both_sides
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from align.formats.props import Side
    from align.formats.reading import Reading
    from align.model import TranslationUnit

    Choice = Callable[[etree._Element, str], tuple[Side, Side]]  # of a unit and its srclang

__all__ = ["read_pairs", "read_tmx"]


def read_tmx(path: Path | str) -> Iterator[TranslationUnit]:
    """Yield the units of a TMX file, one in memory at a time.

    The text in the header's (or the unit's) ``srclang`` is the source, else the first one. Raises
    `MalformedError`, with the line, for broken XML and for a unit that has not exactly two texts.
    """
    return _read(Path(path), both_sides)


def read_pairs(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield the units of a TMX file of any languages as pairs of two.

    Raises `UsageError` at the end of a file that has other languages, and not these two.
    """
    wanted = Wanted(reading.langs, exact=reading.exact)
    yield from _read(path, wanted.sides)
    missing = wanted.missing()
    if missing:
        raise UsageError(str(path), missing, "choose two of them with --langs")


def _read(path: Path, choice: Choice) -> Iterator[TranslationUnit]:
    try:
        with path.open("rb") as file:
            yield from _units(file, str(path), choice)
    except OSError as error:
        raise ReadError(str(path), f"cannot be read ({error.strerror or error})") from error
    except etree.XMLSyntaxError as error:
        fact = f"is no whole XML file ({error.msg})"
        raise MalformedError(str(path), fact, "export it once more") from error


def _units(file: IO[bytes], name: str, choice: Choice) -> Iterator[TranslationUnit]:
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
            _check_entities(element)
            sides = choice(element, element.get("srclang", srclang))
            unit = _unit(element, sides, f"tu{number}")
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


def _check_entities(element: etree._Element) -> None:
    if next(element.iter(etree.Entity), None) is not None:
        raise ValueError("an entity that is not one of XML's own five")


def _unit(element: etree._Element, sides: tuple[Side, Side], default_id: str) -> TranslationUnit:
    """Return the unit of a ``tu``; raises `ValueError` with what is wrong."""
    props = [(prop.get("type", ""), tidy(prop.text or "")) for prop in element.findall("{*}prop")]
    return unit_of(element.get("tuid") or default_id, *sides, props)
