"""XML of strangers told element by element: none of it is kept, its size and depth are bounded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, Protocol

from lxml import etree

from align.errors import LimitError, MalformedError
from align.safety import SAFELY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from align.config import ReadSettings

__all__ = ["Handler", "tell"]

MOST_ELEMENTS = 1_500_000  # in a part; a book of 1,000 pages has 100,000


class Handler(Protocol):
    """Takes the elements of a part as they come; names are ``{namespace}name``."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take in that an element begins."""

    def end(self, tag: str) -> None:
        """Take in that an element ends."""

    def data(self, text: str) -> None:
        """Take in some characters of the element that is open."""


def tell(
    chunks: Iterable[bytes],
    part: str,
    handler: Handler,
    limits: ReadSettings,
    most: int = MOST_ELEMENTS,
) -> None:
    """Tell ``handler`` what is in some XML; ``part`` is what messages call it.

    Raises `MalformedError` when it is no plain XML, `LimitError` when it is nested too deep or has
    more than ``most`` elements: what nobody waits for.
    """
    target: Any = _Target(handler, part, limits.max_nesting, most)  # lxml asks for no comments
    parser = etree.XMLParser(target=target, **SAFELY)
    try:
        for chunk in chunks:
            parser.feed(chunk)
        parser.close()
    except etree.XMLSyntaxError as error:
        fact = f"is broken ({' '.join((error.msg or 'no XML').split())})"
        raise MalformedError(part, fact, "save it anew") from error


class _Target:
    """What the parser calls: counts, refuses, and passes on."""

    def __init__(self, handler: Handler, part: str, max_nesting: int, most: int) -> None:
        self._handler = handler
        self.data = handler.data
        self._part = part
        self._max_nesting, self._most = max_nesting, most
        self._depth = self._elements = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        if self._elements > self._most:
            fact = f"holds more than {self._most:,} elements"
            raise LimitError(self._part, fact, "save it as several files")
        self._depth += 1
        if self._depth > self._max_nesting:
            fact = f"has more than {self._max_nesting} elements inside one another"
            raise LimitError(self._part, fact, "raise it with --set read.max_nesting=N")
        self._handler.start(tag, attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._handler.end(tag)

    def doctype(self, *_: object) -> NoReturn:
        raise MalformedError(self._part, "has a DOCTYPE", "save it anew")

    def close(self) -> None:
        """Nothing is left to be done at the end."""
