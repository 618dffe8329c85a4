"""Reads a JSON file that is a list item by item, as large data sets are kept."""

from __future__ import annotations

import io
import json
import re
from typing import IO, TYPE_CHECKING, Any

from align.formats.json.loading import Values, refused
from align.formats.lines import LONGEST
from align.formats.opening import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Reading

__all__ = ["is_list", "items_of"]

HEAD = 1024  # bytes in which a file begins
BEFORE = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"  # byte-order marks, white space, halves of UTF-16
CHUNK = 1 << 16  # characters
_OF_NUMBERS = re.compile(r"[-+.eE\d]*")
_SPACES = re.compile(r"[ \t\r\n]*")


def is_list(path: Path, reading: Reading) -> bool:
    """Say whether a file begins as a list does."""
    with opened(path, reading.limits) as file:
        return file.read(HEAD).lstrip(BEFORE).startswith(b"[")


def items_of(path: Path, reading: Reading) -> Iterator[Any]:
    """Yield the items of a list one at a time, up to where it is broken.

    Raises `EncodingError`, or `LimitError` for an item that is nested too deep.
    """
    values = Values(path, reading.losses)
    with opened(path, reading.limits) as file, refused(path):
        buffered = io.BufferedReader(file, HEAD)  # type: ignore[type-var]  # of any bytes
        encoding = json.detect_encoding(buffered.peek(HEAD)[:4])
        with io.TextIOWrapper(buffered, encoding) as text:
            source = _Source(text)
            try:
                yield from source.items(values)
            except json.JSONDecodeError as error:
                line = source.line + error.lineno - 1
                reading.broken(path, line, f"this is not JSON ({error.msg})")


class _Source:
    """A list in the making: the piece of its text at hand, and where in it the next item is."""

    def __init__(self, file: IO[str]) -> None:
        self.line = 1  # in which the piece begins
        self._file = file
        self._piece = ""
        self._place = 0

    def items(self, values: Values) -> Iterator[Any]:
        """Yield the items; raises `json.JSONDecodeError` where the list is broken."""
        self._skip("[")
        if self._next() != "]":
            yield self._value(values)
        while self._next() == ",":
            self._skip(",")
            yield self._value(values)
        self._skip("]")
        if self._next():
            raise json.JSONDecodeError("Extra data", self._piece, self._place)

    def _value(self, values: Values) -> Any:
        self._next()
        while True:
            try:
                value, end = values.at(self._piece, self._place)
            except json.JSONDecodeError:
                if len(self._piece) - self._place > LONGEST or not self._reads_on():
                    raise
                continue
            # A number that ends with the piece, or with 12. or 12e, may go on in the next one.
            if not _OF_NUMBERS.fullmatch(self._piece, end) or not self._reads_on():
                self._place = end
                return value

    def _skip(self, sign: str) -> None:
        if self._next() != sign:
            raise json.JSONDecodeError(f"Expecting {sign!r}", self._piece, self._place)
        self._place += 1

    def _next(self) -> str:
        """Return the next character that is no white space, or nothing at the end."""
        while True:
            spaces = _SPACES.match(self._piece, self._place)
            self._place = spaces.end() if spaces else self._place
            if self._place < len(self._piece) or not self._reads_on():
                return self._piece[self._place : self._place + 1]

    def _reads_on(self) -> bool:
        """Add at least as much text as is left to read, and say whether there was any."""
        left = self._piece[self._place :]
        more = self._file.read(max(CHUNK, len(left)))
        if more:
            self.line += self._piece.count("\n", 0, self._place)
            self._piece, self._place = left + more, 0
        return bool(more)
