"""What the packed parts of a PDF unpack to, looked at before PDFium unpacks them without end."""

from __future__ import annotations

import mmap
import re
import zlib
from typing import IO, TYPE_CHECKING

from align.errors import LimitError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["check_streams"]

MOST_BYTES = 100_000_000  # of one stream that is no picture and no font
MOST_TEXT = 500_000  # bytes of text in one stream: ten times what a page may hold
CHUNK = 1 << 20  # bytes unpacked at a time
HEAD = 512  # bytes before a stream that hold what it is
_STREAM = re.compile(rb">>\s*stream\r?\n")
_OTHER = re.compile(rb"/Image\b|/Length1\b|/FontFile|/ICCBased|/XRef\b|/ObjStm\b")
_SHOWN = re.compile(rb"\((?:[^()\\]|\\.)*+\)|<[0-9A-Fa-f\s]++>", re.DOTALL)


def check_streams(file: IO[bytes], name: str) -> None:
    """Raise `LimitError` if a page or form of the PDF unpacks to more than any page needs."""
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for start in _packed(data):
            size = text = 0
            for part in _unpacked(data, start):
                size += len(part)
                text += sum(len(match.group()) for match in _SHOWN.finditer(part))
                if size > MOST_BYTES or text > MOST_TEXT:
                    raise LimitError(name, "unpacks to far more than a page holds", "leave it out")


def _packed(data: mmap.mmap) -> Iterator[int]:
    """Yield where streams begin that are packed and hold neither picture nor font."""
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - HEAD) : match.start()].rpartition(b" obj")[2]
        if b"/FlateDecode" in head and not _OTHER.search(head):
            yield match.end()


def _unpacked(data: mmap.mmap, start: int) -> Iterator[bytes]:
    """Yield a stream in parts; nothing more of one that is damaged."""
    stream = zlib.decompressobj()
    try:
        while not stream.eof and start < len(data):
            packed = data[start : start + CHUNK]
            start += len(packed)
            while packed and not stream.eof:
                yield stream.decompress(packed, CHUNK)
                packed = stream.unconsumed_tail
    except zlib.error:
        return
