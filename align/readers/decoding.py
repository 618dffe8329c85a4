"""A file's bytes as normal text, with what had to be done to get there."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, AnyStr

import regex

from align.errors import BinaryError, EmptyError, LimitError, MalformedError
from align.readers.encodings import decode, detect
from align.readers.forms import count_forms, form_notes, repaired
from align.readers.opening import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.config import ReadSettings
    from align.model import Passage

__all__ = ["Decoded", "load"]

LONGEST_CHARACTER = 4  # bytes, in every encoding we read
PIECE = 1_000_000  # characters, made normal at a time
MOST_MARKS = 1_000  # in a row; normalisation takes the square of their number
_MARKS_WITHOUT_END = regex.compile(rf"\p{{M}}{{{MOST_MARKS}}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The NFC text of a file with LF line ends, and how it came about.

    ``repairs`` list the presentation forms that were replaced: ``text`` is the old run, the span
    is that of the letters now in `Decoded.text`. They are outside the balance of letters.
    """

    name: str
    text: str
    encoding: str
    sha256: str
    repairs: tuple[Passage, ...]
    notes: tuple[str, ...]


def load(path: Path, name: str, settings: ReadSettings) -> Decoded:
    """Read and decode ``path``; ``name`` is what the error messages call it.

    Raises a `ReadError`: `EmptyError`, `BinaryError`, `EncodingError`, `LimitError`, or the base
    class for what cannot be opened.
    """
    text, encoding, sha256 = _decoded(path, name, settings)
    text = _normal(text, name)
    _refuse_line(_long_line(text, ("\n",), settings.max_block), name, settings)
    notes = [*_encoding_notes(encoding, settings), *form_notes(count_forms(text), settings)]
    text, repairs = repaired(text) if settings.repair else (text, ())
    return Decoded(
        name=name,
        text=text,
        encoding=encoding,
        sha256=sha256,
        repairs=repairs,
        notes=tuple(notes),
    )


def _decoded(path: Path, name: str, settings: ReadSettings) -> tuple[str, str, str]:
    """Return the text, the encoding and the digest of a file, whose bytes are then forgotten."""
    data = read_bytes(path, name, settings.max_bytes)
    encoding = settings.encoding or detect(data, name)
    # A line of so many bytes is too long in any encoding: decoding it would only cost memory.
    _refuse_line(
        _long_line(data, (b"\n", b"\r"), LONGEST_CHARACTER * settings.max_block), name, settings
    )
    return decode(data, encoding, name), encoding, hashlib.sha256(data).hexdigest()


def _normal(text: str, name: str) -> str:
    if "\0" in text:
        raise BinaryError(name, f"is not text (NUL character at {text.index(chr(0))})")
    if not text or text.isspace():
        raise EmptyError(name, "holds nothing but white space")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _MARKS_WITHOUT_END.search(text):
        fact = f"holds {MOST_MARKS:,} combining marks in a row"
        raise MalformedError(name, fact, "no script writes so; remove them")
    return _composed(text)


def _composed(text: str) -> str:
    """Return a text in NFC, made piece by piece: the library needs room for four times as much."""
    if len(text) <= PIECE:
        return unicodedata.normalize("NFC", text)
    if all(unicodedata.is_normalized("NFC", piece) for piece in _pieces(text)):
        return text
    made = bytearray()  # many texts of this size would leave memory in holes that nobody uses
    for piece in _pieces(text):
        made += unicodedata.normalize("NFC", piece).encode("utf-8", "surrogatepass")
    return made.decode("utf-8", "surrogatepass")


def _pieces(text: str) -> Iterator[str]:
    """Yield a text in pieces that end with a line, over whose end no character is composed."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + PIECE) + 1 or len(text)
        yield text[start:end]
        start = end


def _long_line(text: AnyStr, breaks: tuple[AnyStr, ...], limit: int) -> int | None:
    """Return the number of the first line above ``limit``, or None.

    It looks for the last line end in each window of ``limit``, so most of the text is never seen.
    """
    start = 0
    while len(text) - start > limit:
        end = max(text.rfind(mark, start, start + limit + 1) for mark in breaks)
        if end < 0:
            return max(text.count(mark, 0, start) for mark in breaks) + 1
        start = end + 1
    return None


def _refuse_line(number: int | None, name: str, settings: ReadSettings) -> None:
    if number is not None:
        raise LimitError(
            name,
            f"line {number} is longer than {settings.max_block} characters",
            "raise it with --set read.max_block=N",
        )


def _encoding_notes(encoding: str, settings: ReadSettings) -> list[str]:
    if settings.encoding is not None:
        return [f"read as {encoding} (as told)"]
    return [] if encoding == "utf-8" else [f"read as {encoding} (detected)"]
