"""What the formats of one line a unit share: numbered lines in, lines out."""

from __future__ import annotations

import codecs
import io
from typing import IO, TYPE_CHECKING, ClassVar

from align.errors import EncodingError, LimitError
from align.formats.opening import opened
from align.formats.writing import FileWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from align.config import ReadSettings

__all__ = ["LineWriter", "numbered_lines"]

LONGEST = 10_000_000  # characters; what libxml2 allows a text in XML
HEAD = 65_536  # bytes in which a file says its encoding
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def numbered_lines(
    path: Path,
    limits: ReadSettings,
    *,
    blank: bool = False,
    declared: Callable[[bytes], str] = lambda _: "utf-8-sig",
) -> Iterator[tuple[int, str]]:
    """Yield the number, from 1, and the text of every line that holds any, one in memory at a time.

    Lines end with LF or CRLF; empty ones come only if ``blank``. The file is UTF-16 if it begins
    with a mark that says so, else UTF-8, or what ``declared`` takes out of its first bytes.
    """
    with opened(path, limits) as file:
        buffered = io.BufferedReader(file, HEAD)  # type: ignore[type-var]  # of any stream of bytes
        head = buffered.peek(HEAD)
        encoding = "utf-16" if head[:2] in UTF_16_MARKS else declared(head)
        with io.TextIOWrapper(buffered, encoding=encoding, newline="\n") as text:
            yield from _lines(text, path, blank=blank)


def _lines(file: IO[str], path: Path, *, blank: bool) -> Iterator[tuple[int, str]]:
    number = 0
    try:
        while line := file.readline(LONGEST + 1):
            number += 1
            if len(line) > LONGEST:
                fact = f"line {number} is longer than {LONGEST:,} characters"
                raise LimitError(str(path), fact, "is it a memory?")
            text = line.removesuffix("\n").removesuffix("\r")
            if text or blank:
                yield number, text
    except UnicodeDecodeError as error:
        fact = f"is not {error.encoding.upper()} after line {number}"
        raise EncodingError(str(path), fact, "save it as UTF-8") from error


class LineWriter(FileWriter):
    """A UTF-8 text file in the making, without byte-order mark, its lines ended by LF."""

    holds_empty: ClassVar[bool] = True

    def _write_line(self, line: str) -> None:
        self._file.write(line.encode() + b"\n")
