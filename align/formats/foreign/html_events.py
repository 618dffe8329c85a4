"""The elements of an HTML page as they begin and end, read as a stream and within limits."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from itertools import chain
from typing import IO, TYPE_CHECKING, Any, Literal

from lxml import etree

from align.errors import EncodingError, LimitError
from align.formats.foreign.encodings import codec_of
from align.formats.lines import LONGEST, UTF_16_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Reading

    Event = tuple[Literal["start", "end"], etree._Element]

__all__ = ["events_of"]

CHUNK = 1 << 16  # bytes
DEEPEST = 200  # elements around one another
END = ""
LOST = "\N{REPLACEMENT CHARACTER}"
_CHARSET = re.compile(rb"<meta\s[^>]*charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


def events_of(file: IO[bytes], path: Path, reading: Reading) -> Iterator[Event]:
    """Yield ``start`` and ``end`` of every element; what is to be forgotten the caller clears.

    Raises `EncodingError` for bytes that are no text, and `LimitError` for a page that is nested
    too deep or a text that does not end.
    """
    parser = etree.HTMLPullParser(
        events=("start", "end"),
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,  # otherwise it stops where a page is nested too deep, and says nothing
    )
    depth = waiting = 0
    for text in chain(_texts(file, path, reading), [END]):
        _feed(parser, text)
        waiting += len(text)
        events: Any = parser.read_events()
        for event, element in events:
            waiting = 0
            depth += 1 if event == "start" else -1
            if depth > DEEPEST:
                raise LimitError(str(path), f"is nested deeper than {DEEPEST} elements")
            yield event, element
        if waiting > LONGEST:
            fact = f"holds a text of more than {LONGEST:,} characters"
            raise LimitError(str(path), fact, "is it a web page?")


def _feed(parser: etree.HTMLPullParser, text: str) -> None:
    if text != END:
        parser.feed(text.encode())
        return
    with suppress(etree.XMLSyntaxError):  # of a page without any element
        parser.close()


def _texts(file: IO[bytes], path: Path, reading: Reading) -> Iterator[str]:
    """Yield the text of a page in pieces; bytes that are none become U+FFFD and are counted."""
    chunk = file.read(CHUNK)
    named = reading.limits.encoding or _named(chunk, path)
    decoder = codecs.getincrementaldecoder(named or "utf-8-sig")("replace" if named else "strict")
    while chunk:
        try:
            text = decoder.decode(chunk)
        except UnicodeDecodeError as error:
            fact = "names no encoding and is not UTF-8"
            raise EncodingError(str(path), fact, "say it with --set read.encoding=NAME") from error
        text = text.replace("\0", LOST)
        if LOST in text:
            reading.losses.add("bytes", times=text.count(LOST))
        if text:
            yield text
        chunk = file.read(CHUNK)


def _named(head: bytes, path: Path) -> str | None:
    """Return the codec that a page names in its first bytes, None for none."""
    if head.startswith(UTF_16_MARKS):
        return "utf-16"
    match = _CHARSET.search(head)
    if match is None:
        return None
    name = match[1].decode()
    # A page whose first tags can be read is not in UTF-16, whatever it says.
    return codec_of("utf-8" if name.lower().startswith("utf-16") else name, path)
