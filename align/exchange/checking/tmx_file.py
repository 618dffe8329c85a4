"""A TMX file unit by unit, whatever is wrong with it; behind damage it goes on with the next unit.

Entities are not expanded, DTDs not loaded, nothing is fetched.
"""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import IO, TYPE_CHECKING

from align.exchange.checking.decoding import BAD_BYTE, FORBIDDEN, encoding_of, marked_text
from align.exchange.checking.hits import Hit
from align.exchange.checking.tmx_parsing import Parsing, TooMuchError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.exchange.checking.decoding import Encoded
    from align.exchange.checking.entries import Entry, Head

__all__ = ["TmxFile"]

PORTION = 1 << 16  # bytes


class TmxFile:
    """Reads a TMX file once; ``head`` is known with the first unit, `hits` at the end."""

    def __init__(self, file: IO[bytes]) -> None:
        """Look at the beginning of the file."""
        start = file.read(PORTION)
        self.encoded: Encoded = encoding_of(start)
        self._bad = 0  # bytes, in all of the file
        self._forbidden = self._placed = 0  # characters, in all of the file and in the texts
        self._portions = chain([start], iter(partial(file.read, PORTION), b""))
        self._parsing = Parsing()

    @property
    def head(self) -> Head:
        """What stands before the units."""
        return self._parsing.events.head

    def entries(self) -> Iterator[Entry]:
        """Yield the units that are well-formed."""
        parsing = self._parsing
        try:
            for text in marked_text(self._portions, self.encoded.codec):
                self._forbidden += text.count(FORBIDDEN)
                self._bad += text.count(BAD_BYTE)
                parsing.feed(text.encode())
                yield from self._taken()
            parsing.end()
        except TooMuchError as error:
            yield from self._taken()
            parsing.give_up(f"{error}; nothing is looked at from there on")

    def hits(self) -> Iterator[Hit]:
        """Yield what was wrong with the file as a whole, at the end."""
        for line, reason in self._parsing.damage:
            yield Hit("not-xml", reason, line=line)
        for line, name in self.head.entities:
            yield Hit("entity", f"the entity &{name};", line=line)
        if self._bad:
            yield Hit("bad-bytes", f"{self._bad:,} bytes that are no {self.encoded.codec}")
        if self._forbidden > self._placed:
            elsewhere = self._forbidden - self._placed
            message = f"characters that XML forbids beside the texts of units: {elsewhere:,}"
            yield Hit("forbidden-character", message)

    def _taken(self) -> Iterator[Entry]:
        for entry in self._parsing.events.taken():
            if self._forbidden:
                self._placed += sum(said.text.count(FORBIDDEN) for said in entry.texts)
            yield entry
