"""What a test reads of a document: its blocks in short, and what was left out by label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align import registry
from align.config import ReadSettings

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Document

__all__ = ["blocks", "left_out", "read_bytes"]


def read_bytes(folder: Path, name: str, data: bytes) -> Document:
    """Return the document that the reader of a suffix makes of these bytes."""
    path = folder / name
    path.write_bytes(data)
    document: Document = registry.resolve("readers", path.suffix)(path, name, ReadSettings())
    return document


def blocks(document: Document) -> list[tuple[str, str]]:
    """Return kind and text of every block."""
    return [(block.kind, block.text) for block in document.blocks]


def left_out(document: Document) -> dict[str, list[str]]:
    """Return the texts that were left out, by what is said of them."""
    found: dict[str, list[str]] = {}
    for passage in document.removed:
        found.setdefault(passage.label, []).append(passage.text)
    return found
