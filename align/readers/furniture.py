"""Furniture of pages in any text: menus, share buttons, repeated lines, doubled paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.model import Document

__all__ = ["cleared"]


def cleared(document: Document) -> Document:
    """Return the document without its furniture, which is listed in `Document.removed`."""
    return document
