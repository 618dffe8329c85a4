"""The bytes of an XML file of any encoding as UTF-8, told by its marks, its content, its word.

A declaration is believed last, for many are wrong: exporters write UTF-16 and call it UTF-8, and
editors save as UTF-8 what still calls itself windows-1256.
"""

from __future__ import annotations

import codecs
import re
from functools import partial
from itertools import chain
from typing import IO, TYPE_CHECKING

from align.errors import EncodingError
from align.formats.tmx.misnamed import refuse_others

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Reading

__all__ = ["CHUNK", "Decoding"]

CHUNK = 1 << 16  # bytes
UTF_8 = "utf-8"
LOST = "\N{REPLACEMENT CHARACTER}".encode()
MARKS = (  # those of UTF-32 first, for one of them begins like one of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What any XML begins with, in the wide encodings.
BEGINNINGS = (
    (re.compile(rb"[\s<]\0\0\0"), "utf-32-le"),
    (re.compile(rb"\0\0\0[\s<]"), "utf-32-be"),
    (re.compile(rb"[\s<]\0"), "utf-16-le"),
    (re.compile(rb"\0[\s<]"), "utf-16-be"),
)
DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
PRINTABLE = bytes(range(32, 127))
_NO_TEXT = re.compile("[\udc80-\udcff]")  # bytes that are none, as surrogateescape keeps them


class Decoding:
    """How the bytes of one file are understood."""

    def __init__(self, path: Path, reading: Reading) -> None:
        """Take what the user said of encodings and languages, and where to count a guess."""
        self._path = path
        self._reading = reading

    def utf_8(self, file: IO[bytes]) -> Iterator[bytes]:
        """Yield a file as UTF-8 without a mark; bytes that are no text are left as no UTF-8."""
        first = file.read(CHUNK)
        mark, encoding = _marked(first)
        first = first[len(mark) :]
        if encoding in {"", UTF_8}:
            refuse_others(first, self._path)
        chunks = chain([first], iter(partial(file.read, CHUNK), b""))
        encoding = encoding or self._reading.limits.encoding or ""
        if encoding:
            return self._recoded(chunks, codecs.lookup(encoding).name)
        match = DECLARED.match(first)
        return self._told_by_content(chunks, match[1].decode() if match else UTF_8)

    def _told_by_content(self, chunks: Iterator[bytes], declared: str) -> Iterator[bytes]:
        """Decide on an encoding where the first bytes stand that are not ASCII."""
        for chunk in chunks:
            if not chunk.isascii():
                yield from self._recoded(chain([chunk], chunks), self._chosen(chunk, declared))
                return
            yield chunk

    def _chosen(self, chunk: bytes, declared: str) -> str:
        text, _ = codecs.utf_8_decode(chunk, "surrogateescape", False)
        lost = len(_NO_TEXT.findall(text))
        if not lost:
            return UTF_8
        encoding = self._known(declared)
        if encoding != UTF_8 or 2 * lost < sum(not char.isascii() for char in text):
            return encoding
        return self._reading.code_page(self._path)

    def _known(self, declared: str) -> str:
        """Return an encoding by the name Python has for it; UTF-8 for one that cannot be meant."""
        try:
            if PRINTABLE.decode(declared) != PRINTABLE.decode():
                return UTF_8
        except ValueError:
            return UTF_8
        except LookupError as error:
            fact = f"is in an encoding that is not known, {declared!r}"
            raise EncodingError(str(self._path), fact, "save it as UTF-8") from error
        return codecs.lookup(declared).name

    def _recoded(self, chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
        if encoding == UTF_8:
            return chunks
        return self._encoded(chunks, encoding)

    def _encoded(self, chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
        # Half of a surrogate pair, or an escaped byte, becomes what is no UTF-8: found, and counted
        # by who reads it.
        errors = "surrogatepass" if encoding.startswith("utf-") else "surrogateescape"
        decoder = codecs.getincrementaldecoder(encoding)(errors)
        try:
            for chunk in chunks:
                yield decoder.decode(chunk).encode(UTF_8, "surrogatepass")
        except UnicodeError as error:
            fact = f"is not {encoding.upper()} throughout ({error})"
            raise EncodingError(str(self._path), fact, "export it once more") from error
        pending = decoder.getstate()[0]
        if pending:
            yield LOST


def _marked(first: bytes) -> tuple[bytes, str]:
    """Return the byte-order mark of a file and the encoding that its first bytes prove, if any."""
    for mark, encoding in MARKS:
        if first.startswith(mark):
            return mark, encoding
    for beginning, encoding in BEGINNINGS:
        if beginning.match(first):
            return b"", encoding
    return b"", ""
