"""The bytes of a page as text: what it declares of its encoding, weighed against the bytes."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from align.errors import EncodingError
from align.readers.encodings import BYTE_ORDER_MARKS, decode, detect, everyday_name

if TYPE_CHECKING:
    from align.config import ReadSettings

__all__ = ["PageText", "page_text"]

HEAD = 16_384  # bytes in which a declaration stands; browsers look at 1,024, saved pages have more
_DECLARED = re.compile(
    rb"<\?xml[^>]*?\sencoding\s*=\s*[\"']([\w.:-]+)|<meta\s[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)",
    re.I,
)
# Encodings of text that pages are in; the others that Python knows are no encodings of pages.
_OF_PAGES = re.compile(
    "utf-8|cp125[0-8]|iso8859-[0-9]+|mac-.*|koi8-.|cp(?:437|720|850|856|862|864|866|874|949)"
    "|gb.*|big5.*|shift_jis.*|euc_.*|ascii"
)
# What browsers take these for, as the Encoding standard has it: their own bytes are C1 controls.
_TAKEN_FOR = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
# What tells nothing: programs write it into pages in any encoding of one byte a letter.
_SAID_OF_ANYTHING = ("windows-1252",)
# Pictures and fonts inside a page are most of its bytes, and no text.
_DATA = re.compile(rb"(data:[\w/+.;=-]{0,100}base64,)[A-Za-z0-9+/=%]{200,}")


class PageText(NamedTuple):
    """The text of a page, the codec that gave it, and what the report says of it."""

    text: str
    encoding: str
    notes: list[str]


def page_text(data: bytes, name: str, settings: ReadSettings, told: str = "") -> PageText:
    """Return the text of a page; ``told`` is the encoding that an envelope around it names.

    Bytes that the encoding does not know stand as U+FFFD, with a note: a page with one broken
    letter is a page. Raises `BinaryError` and `EncodingError` for what is no text at all.
    """
    data = _DATA.sub(rb"\1", data)
    if settings.encoding is not None:
        text = decode(data, settings.encoding, name)
        return PageText(text, settings.encoding, [f"read as {settings.encoding} (as told)"])
    declared = _codec(told) or _declared(data)
    encoding, note = _weighed(data, declared, name)
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    broken = text.count("\ufffd") - data.count("\ufffd".encode()) * (encoding == "utf-8")
    notes = [note] if note else []
    if broken > 0:
        notes.append(f"characters that are not valid {encoding}, written as U+FFFD: {broken}")
    return PageText(text, encoding, notes)


def _declared(data: bytes) -> str | None:
    found = (_codec((xml or meta).decode("ascii")) for xml, meta in _DECLARED.findall(data[:HEAD]))
    return next(filter(None, found), None)


def _codec(label: str) -> str | None:
    """Return the name of the codec of an encoding's label, None for one of no page."""
    try:
        name = codecs.lookup(label.strip()).name if label.isascii() else ""
    except (LookupError, ValueError):
        return None
    if not _OF_PAGES.fullmatch(name):
        return None
    return everyday_name(_TAKEN_FOR.get(name, name))


def _weighed(data: bytes, declared: str | None, name: str) -> tuple[str, str]:
    """Return the encoding to read a page in, and a note where it is not the one declared."""
    if any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS):
        return detect(data, name), ""
    try:
        detected = detect(data, name)
    except EncodingError:  # broken in places, or in none of those that are told by their letters
        return declared or "utf-8", ""
    if detected == "utf-8" or declared is None:
        return detected, _note(detected, declared)
    believed = declared != "utf-8" and declared not in _SAID_OF_ANYTHING
    if believed and not detected.startswith("utf-16"):
        return declared, ""
    return detected, _note(detected, declared)


def _note(encoding: str, declared: str | None) -> str:
    if declared is None:
        return "" if encoding == "utf-8" else f"read as {encoding} (detected)"
    if _codec(encoding) == declared:
        return ""
    return f"says that it is {declared}, but is {encoding}: read as that"
