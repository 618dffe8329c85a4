"""Tells the formats apart that are all XML, by their outermost element."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from lxml import etree

from align.errors import MalformedError
from align.formats.opening import Tagged, opened
from align.safety import SAFELY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Reading
    from align.model import TranslationUnit

__all__ = ["read_xml"]

READERS = {
    "TEI": "align.formats.tei.reader:read_tei",
    "TEI.2": "align.formats.tei.reader:read_tei",
    "teiCorpus": "align.formats.tei.reader:read_tei",
    "cesAlign": "align.formats.corpora.links_reader:read_xces",
    "linkGrp": "align.formats.corpora.links_reader:read_intertext",
    "tmx": "align.formats.tmx.reader:read_pairs",
    "xliff": "align.formats.xliff.reader:read_xliff",
}
TEXTS = ("text", "document", "cesDoc", "letsmt")  # of XCES, of InterText and of OPUS


def read_xml(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield the units of a file of TEI, XCES, InterText, TMX or XLIFF.

    Raises `MalformedError` for any other.
    """
    name = _outermost(path, reading)
    if name not in READERS:
        fact = f"is XML of an unknown kind, <{name}>"
        hint = f"the outermost element is to be one of {', '.join(READERS)}"
        if name in TEXTS:
            fact, hint = f"is a text (<{name}>)", "name the alignment file that goes with it"
        raise MalformedError(str(path), fact, hint)
    module, _, attribute = READERS[name].partition(":")
    read: Any = getattr(import_module(module), attribute)
    yield from read(path, reading)


def _outermost(path: Path, reading: Reading) -> str:
    """Return the name of the outermost element, without its namespace."""
    try:
        with opened(path, reading.limits) as file:
            events = etree.iterparse(Tagged(file, path), events=("start",), **SAFELY)
            _, element = next(events)
            return str(etree.QName(element).localname)
    except etree.XMLSyntaxError as error:
        raise MalformedError(str(path), f"is no XML file ({error.msg})") from error
