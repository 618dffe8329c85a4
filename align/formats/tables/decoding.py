"""The lines of text files that may be in an encoding they do not name, as Excel and Wordfast do."""

from __future__ import annotations

import codecs
import io
import re
from typing import IO, TYPE_CHECKING

from align.errors import LimitError
from align.formats.lines import LONGEST, UTF_16_MARKS
from align.formats.opening import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Reading

__all__ = ["decoded_lines"]

CHUNK = 1 << 20  # bytes
NULS = 0.05  # of the bytes of UTF-16 are NUL at least: white space, digits, Latin letters
MARK = "\ufeff"  # byte-order mark
HIGH = bytes(range(128, 256))
LOST = "\N{REPLACEMENT CHARACTER}"
_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_NO_TEXT = re.compile("[\udc80-\udcff]+")  # bytes that are none, as surrogateescape keeps them


def decoded_lines(path: Path, reading: Reading) -> Iterator[str]:
    """Yield every line with its line break, one in memory at a time.

    The encoding is the one of the settings, else that of a byte-order mark, else UTF-8 if the file
    is that, else `Reading.code_page`. Bytes that are no text become U+FFFD and are counted.
    """
    encoding = reading.limits.encoding or _encoding(path, reading)
    errors = "strict" if encoding.startswith("utf-16") else "surrogateescape"
    number = 0
    try:
        with opened(path, reading.limits) as file:
            buffered = io.BufferedReader(file)  # type: ignore[type-var]  # of any stream of bytes
            with io.TextIOWrapper(buffered, encoding, errors, newline="") as text:
                for number, line in enumerate(_bounded(text, path), start=1):
                    whole = line.removeprefix(MARK) if number == 1 else line
                    yield _repaired(whole, number, reading)
    except UnicodeDecodeError as error:
        reading.broken(path, number + 1, f"is not {error.encoding.upper()} from here on")


def _bounded(file: IO[str], path: Path) -> Iterator[str]:
    while line := file.readline(LONGEST + 1):
        if len(line) > LONGEST:
            fact = f"a line is longer than {LONGEST:,} characters"
            raise LimitError(str(path), fact, "is it a memory?")
        yield line


def _repaired(line: str, number: int, reading: Reading) -> str:
    text, times = _NO_TEXT.subn(LOST, line)
    if times:
        reading.losses.add("bytes", number, times=times)
    return text


def _encoding(path: Path, reading: Reading) -> str:
    with opened(path, reading.limits) as file:
        head = file.read(CHUNK)
        if head.startswith(UTF_16_MARKS):
            return "utf-16"
        if head.count(0) > NULS * len(head):
            return "utf-16-le" if head[1:2] == b"\0" else "utf-16-be"
        if _is_utf_8(head, file):
            return "utf-8"
    return reading.code_page(path)


def _is_utf_8(head: bytes, file: IO[bytes]) -> bool:
    """Say whether a file is UTF-8, or was before a few of its bytes were damaged."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    chunk = head
    try:
        while chunk:
            decoder.decode(chunk)
            chunk = file.read(CHUNK)
    except UnicodeDecodeError:
        high = len(chunk) - len(chunk.translate(None, HIGH))
        return 2 * sum(map(len, _SEQUENCE.findall(chunk))) > high
    return True
