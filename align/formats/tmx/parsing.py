"""How single pieces of a TMX file are parsed: nothing is expanded, loaded or fetched."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from align.safety import SAFELY

if TYPE_CHECKING:
    from align.formats.tmx.pieces import Piece

__all__ = ["parsed", "place_of", "reason_of"]

# Messages of libxml2 name lines of the piece they are about, which are none of the file.
_PLACE = re.compile(r"(,? \(?(line|column) \d+\)?)+|\n.*", re.DOTALL)


@lru_cache(maxsize=1)
def _parser() -> etree.XMLParser:
    return etree.XMLParser(**SAFELY, remove_comments=True, remove_pis=True)


def parsed(content: bytes) -> etree._Element:
    """Return the root of a piece of UTF-8; raises `etree.XMLSyntaxError`."""
    return etree.fromstring(content, _parser())


def reason_of(error: etree.XMLSyntaxError) -> str:
    """Return what an error says is wrong, without its own idea of the place."""
    return _PLACE.sub("", error.msg or "no XML")


def place_of(error: etree.XMLSyntaxError, piece: Piece) -> int:
    """Return the line of the file where the XML of a piece goes wrong."""
    return piece.line + max(0, (error.lineno or 1) - 1)
