"""Pages that are a picture of text."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.readers.pdf.glyphs import Glyph

__all__ = ["is_picture"]

FEW_LETTERS = 20  # a page number and a running head, or what a scanner stamps
MOST_OBJECTS = 2_000  # of a page that are looked at
COVERED = 0.3  # of the page, by pictures


def is_picture(page: Any, glyphs: Iterable[Glyph]) -> bool:
    """Say whether pictures cover a page that has next to no text."""
    letters = sum(glyph.text.isalpha() for glyph in glyphs)
    return (
        letters < FEW_LETTERS and _pictured(page) > COVERED * page.get_width() * page.get_height()
    )


def _pictured(page: Any) -> float:
    """Return the area of the pictures, which in some scans are many strips."""
    kinds = [pdfium.FPDF_PAGEOBJ_IMAGE]
    area = 0.0
    for picture in islice(page.get_objects(filter=kinds, max_depth=3), MOST_OBJECTS):
        left, bottom, right, top = picture.get_bounds()
        area += max(0.0, right - left) * max(0.0, top - bottom)
    return area
