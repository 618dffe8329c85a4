"""The bytes of an XML file as text that any parser takes, what it would not take being marked."""

from __future__ import annotations

import codecs
import re
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["BAD_BYTE", "FORBIDDEN", "MARKS", "Encoded", "encoding_of", "marked_text"]

# Unicode keeps these two for use inside a program; XML allows them, and no text has them.
FORBIDDEN = "\ufdd0"  # stands for a character that XML forbids
BAD_BYTE = "\ufdd1"  # stands for a byte that is no text in the encoding of the file
MARKS = re.compile(f"[{FORBIDDEN}{BAD_BYTE}]")
REFERENCE = 16  # characters, more than a reference to a character has
NO_TEXT = b"\\u\xff"  # in no encoding that a file may be in
START = 1 << 10  # bytes, in which an XML declaration stands
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
    "|&#(?:x0*(?P<hex>[0-9A-Fa-f]{1,6})|0*(?P<decimal>[0-9]{1,7}));"
)
_ALLOWED = re.compile("[\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The longer ones first: a mark of UTF-32 begins like one of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SHAPES = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))  # of a "<" that begins a file


class Encoded(NamedTuple):
    """How a file is encoded: a codec, whether a byte-order mark says so, and what it declares."""

    codec: str
    marked: bool
    declared: str  # an encoding that its XML declaration names


def encoding_of(start: bytes) -> Encoded:
    """Return the encoding of an XML file by its first bytes; UTF-8 where nothing tells another.

    >>> encoding_of(b'<?xml version="1.0" encoding="windows-1256"?>').codec
    'cp1256'
    """
    declared = _declared(start)
    for mark, codec in _BYTE_ORDER_MARKS:
        if start.startswith(mark):
            return Encoded(codec, marked=True, declared=declared)
    for shape, codec in _SHAPES:
        if start.startswith(shape):
            return Encoded(codec, marked=False, declared=declared)
    return Encoded(_codec(declared), marked=False, declared=declared)


def marked_text(portions: Iterable[bytes], codec: str) -> Iterator[str]:
    """Yield the text of portions of a file, marks in place of what no XML file may hold."""
    wide = codec.startswith(("utf-16", "utf-32"))
    decoder = codecs.getincrementaldecoder(codec)("replace" if wide else "surrogateescape")
    left = ""
    for content in portions:
        text = left + decoder.decode(content)
        # A reference to a character may go on in the next portion.
        cut = text.find("&", max(len(text) - REFERENCE, 0))
        left = text[cut:] if cut >= 0 else ""
        yield _marked(text[:cut] if cut >= 0 else text)
    yield _marked(left + decoder.decode(b"", final=True))


def _marked(text: str) -> str:
    return _UNFIT.sub(_mark, text)


def _mark(match: re.Match[str]) -> str:
    found = match.group()
    if not found.startswith("&"):
        return BAD_BYTE if "\udc80" <= found <= "\udcff" else FORBIDDEN
    hexadecimal, decimal = match["hex"], match["decimal"]
    number = int(hexadecimal, 16) if hexadecimal else int(decimal)
    allowed = number <= sys.maxunicode and _ALLOWED.fullmatch(chr(number))
    return found if allowed else FORBIDDEN


def _declared(start: bytes) -> str:
    match = _DECLARED.search(start[:START].replace(b"\0", b""))
    return match[1].decode("ascii") if match else ""


def _codec(declared: str) -> str:
    try:
        name = codecs.lookup(declared or "utf-8").name
        b"a".decode(name, "ignore")  # which only an encoding of text can
        # Punycode, say, cannot keep bytes that are no text, nor can what has escapes of its own.
        codecs.getincrementaldecoder(name)("surrogateescape").decode(NO_TEXT, final=True)
    except (LookupError, ValueError):
        return "utf-8"
    return "utf-8" if name.startswith(("utf-16", "utf-32")) else name
