"""What the readers of one line a unit share."""

from __future__ import annotations

import codecs
from typing import IO, TYPE_CHECKING

from align.errors import EncodingError, LimitError, ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["numbered_lines"]

LONGEST = 10_000_000  # characters; what libxml2 allows a text in XML
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the number, from 1, and the text of every line that holds any, one in memory at a time.

    Lines end with LF or CRLF. The file is UTF-8, or UTF-16 if it begins with a mark that says so.
    """
    try:
        encoding = _encoding(path)
        with path.open(encoding=encoding, newline="\n") as file:
            yield from _lines(file, path)
    except OSError as error:
        raise ReadError(str(path), f"cannot be read ({error.strerror or error})") from error


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        return "utf-16" if file.read(2) in UTF_16_MARKS else "utf-8-sig"


def _lines(file: IO[str], path: Path) -> Iterator[tuple[int, str]]:
    number = 0
    try:
        while line := file.readline(LONGEST + 1):
            number += 1
            if len(line) > LONGEST:
                fact = f"line {number} is longer than {LONGEST:,} characters"
                raise LimitError(str(path), fact, "is it a memory?")
            text = line.removesuffix("\n").removesuffix("\r")
            if text:
                yield number, text
    except UnicodeDecodeError as error:
        fact = f"is not {error.encoding.upper()} after line {number}"
        raise EncodingError(str(path), fact, "save it as UTF-8") from error
