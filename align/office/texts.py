"""The texts in the parts of an XLSX file, as a parser meets them: no tree is built."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lxml import etree

from align.safety import SAFELY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Texts", "fed", "local", "plain"]

LONGEST = 10_000_000  # characters of a cell; what libxml2 allows a text in XML
_ESCAPE = re.compile("_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")  # of a character XML has no place for


class Texts:
    """Gathers the text of elements as a parser meets them; the reading of a word is left out."""

    def __init__(self) -> None:
        """Begin with none."""
        self._gathered: list[str] = []
        self._is_open = False
        self._is_reading = False  # of Chinese characters, which stands beside the text
        self._runs = 0
        self._size = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        self._start(local(tag), attributes)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        self._end(local(tag))

    def data(self, text: str) -> None:
        """Take a piece of text; raises `ValueError` when there is too much for a cell."""
        if self._is_open:
            self._gathered.append(text)
            self._size += len(text)
            if self._size > LONGEST:
                raise ValueError(f"more than {LONGEST:,} characters")

    def doctype(self, *_: object) -> None:
        """Refuse what could define entities."""
        raise ValueError("a part of it has a DOCTYPE")

    def close(self) -> None:
        """Take the end of the part."""

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002  for heirs
        if name in {"t", "v"}:
            self._is_open = not self._is_reading
        elif name == "r":
            self._runs += 1
        elif name == "rPh":
            self._is_reading = True

    def _end(self, name: str) -> None:
        self._is_open = False
        if name == "rPh":
            self._is_reading = False

    def _taken(self) -> str:
        """Return what was gathered since the last time; its size counts on until it is reset."""
        text = "".join(self._gathered)
        self._gathered.clear()
        return text


def fed(chunks: Iterable[bytes], target: Texts) -> Iterator[None]:
    """Parse a part, nothing of it kept but what the target keeps; stop after every chunk."""
    sink: Any = target  # the stubs of lxml want what it can do without
    parser = etree.XMLParser(target=sink, **SAFELY)
    empty = True
    for chunk in chunks:
        parser.feed(chunk)
        empty = False
        yield
    if not empty:
        parser.close()
        yield


def plain(text: str) -> str:
    r"""Return a text with the characters that Excel writes as numbers.

    >>> plain("a_x000A_b _x005F_x000A_")
    'a\nb _x000A_'
    """
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


@lru_cache(maxsize=1_000)  # of the few that there are, millions come
def local(tag: str) -> str:
    """Return the name of an element without its namespace.

    >>> local("{http://www.lisa.org/tmx14}seg")
    'seg'
    """
    return tag.rpartition("}")[2]
