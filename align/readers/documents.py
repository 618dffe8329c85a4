"""The last step of every reader: blocks and notes to a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.errors import LimitError
from align.model import Block, Document, Passage, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.config import ReadSettings
    from align.readers.decoding import Decoded

__all__ = ["assemble", "check_block", "furniture"]


def assemble(
    decoded: Decoded,
    format: str,  # noqa: A002 - the word of the record
    blocks: Iterable[Block],
    *,
    removed: Iterable[Passage] = (),
    notes: Iterable[str] = (),
) -> Document:
    """Return the document made of ``decoded``; repairs come first in what was removed."""
    source = Source(
        path=decoded.name, format=format, encoding=decoded.encoding, sha256=decoded.sha256
    )
    return Document(
        id=decoded.name,
        source=source,
        text=decoded.text,
        blocks=tuple(blocks),
        removed=(*decoded.repairs, *removed),
        notes=(*decoded.notes, *notes),
    )


def furniture(text: str, start: int, end: int, label: str) -> Passage:
    """Return the passage ``[start, end)`` of the document's text, which is no writing of it."""
    passage = text[start:end]
    start += len(passage) - len(passage.lstrip())
    end -= len(passage) - len(passage.rstrip())
    return Passage(
        lang="und",
        block="",
        start=start,
        end=end,
        text=text[start:end],
        reason="furniture",
        label=label,
    )


def check_block(block: Block, name: str, settings: ReadSettings) -> Block:
    """Return ``block``; raises `LimitError` if it is longer than the settings allow."""
    if len(block.text) > settings.max_block:
        raise LimitError(
            name,
            f"the paragraph at line {block.place.line} is longer than"
            f" {settings.max_block} characters",
            "raise it with --set read.max_block=N",
        )
    return block
