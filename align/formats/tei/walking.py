"""Walks through an XML file element by element; nothing of it stays in memory.

Nothing is fetched and no entity expanded: a file that declares one is refused.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from align.errors import LimitError, MalformedError
from align.formats.opening import opened

if TYPE_CHECKING:
    from pathlib import Path

    from align.config import ReadSettings

__all__ = ["Damage", "Element", "Walk"]

CHUNK = 1 << 16  # bytes
LONGEST = 1_000_000  # bytes of a tag or comment, which has to be in memory at once
DEEPEST = 200  # elements inside one another
_XML = "http://www.w3.org/XML/1998/namespace "
Damage = tuple[int, str]  # the line where a file stops to be XML, and why


class Element:
    """An element that is open: its local name, attributes, language, line and number."""

    __slots__ = ("attributes", "lang", "line", "name", "number")

    def __init__(
        self, name: str, attributes: dict[str, str], lang: str, place: tuple[int, int]
    ) -> None:
        """Keep what is known when an element starts; ``place`` is its line and number."""
        self.name = name
        self.attributes = attributes
        self.lang = attributes.get("xml:lang", attributes.get("lang", lang))
        self.line, self.number = place

    @property
    def key(self) -> str:
        """Its ``xml:id``, else a name by its number that is no ``xml:id``."""
        found = self.attributes.get("xml:id") or self.attributes.get("id")
        return found or f"~{self.number}"

    def get(self, name: str) -> str | None:
        """Return an attribute, or None."""
        return self.attributes.get(name)


class Walk(ABC):
    """What is done on a way through a file; ``stack`` holds the elements that are open."""

    def __init__(self) -> None:
        """Stand before the file."""
        self.stack: list[Element] = []
        self._number = 0

    @abstractmethod
    def start(self, element: Element) -> None:
        """Meet an element, the last one of the stack."""

    @abstractmethod
    def end(self, element: Element) -> None:
        """Leave an element, which is not on the stack any more."""

    def text(self, text: str) -> None:  # noqa: B027  some want elements only
        """Meet a piece of text."""

    def through(self, path: Path, limits: ReadSettings) -> Damage | None:
        """Go through a file; return where and why it cannot be read to its end."""
        parser = self._parser(path)
        try:
            with opened(path, limits) as file:
                read = 0
                while chunk := file.read(CHUNK):
                    parser.Parse(chunk, False)
                    read += len(chunk)
                    if read - parser.CurrentByteIndex > LONGEST:
                        fact = f"line {parser.CurrentLineNumber}: a tag or comment has no end"
                        raise LimitError(str(path), f"{fact} within {LONGEST:,} bytes")
                parser.Parse(b"", True)
        except expat.ExpatError as error:
            return error.lineno, f"is no XML ({expat.ErrorString(error.code)})"
        except (LookupError, ValueError) as error:
            raise MalformedError(str(path), f"cannot be decoded ({error})") from error
        return None

    def _parser(self, path: Path) -> expat.XMLParserType:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True

        def refuse(*_: object) -> NoReturn:
            fact = f"line {parser.CurrentLineNumber}: an entity that is not one of XML's own five"
            raise MalformedError(str(path), fact, "write the text in its place")

        def start(name: str, attributes: dict[str, str]) -> None:
            self._start(path, name, attributes, parser.CurrentLineNumber)

        parser.StartElementHandler = start
        parser.EndElementHandler = lambda _: self.end(self.stack.pop())
        parser.CharacterDataHandler = self.text
        parser.EntityDeclHandler = parser.SkippedEntityHandler = refuse
        return parser

    def _start(self, path: Path, name: str, attributes: dict[str, str], line: int) -> None:
        if len(self.stack) == DEEPEST:
            fact = f"line {line}: elements are nested deeper than {DEEPEST}"
            raise LimitError(str(path), fact, "is it a text?")
        self._number += 1
        known = {
            key.replace(_XML, "xml:") if " " in key else key: value
            for key, value in attributes.items()
        }
        lang = self.stack[-1].lang if self.stack else ""
        element = Element(name.rpartition(" ")[2], known, lang, (line, self._number))
        self.stack.append(element)
        self.start(element)
