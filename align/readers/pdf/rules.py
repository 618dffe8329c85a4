"""Horizontal rules that are drawn on a page, and the upper and lower edges of boxes."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from align.readers.pdf.records import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.readers.pdf.frames import Sheet

__all__ = ["rules"]

THICKEST = 3.0  # points; what is thicker is a box
SHORTEST = 20.0  # points; what is shorter underlines a word
MOST_SEGMENTS = 6  # of the outline of a box; more are a drawing
MOST_OBJECTS = 5_000  # of a page that are looked at; a table that fills it has a tenth of it


def rules(page: Any, sheet: Sheet) -> Iterator[Rule]:
    """Yield the rules of a page as it is shown, in the order they are drawn."""
    paths = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1)
    for path in islice(paths, MOST_OBJECTS):
        if _is_straight(path):
            yield from _edges(path.get_bounds(), sheet)


def _is_straight(path: Any) -> bool:
    """Say whether a path is a line or the outline of a box."""
    count = pdfium.FPDFPath_CountSegments(path)
    segments = (pdfium.FPDFPath_GetPathSegment(path, at) for at in range(count))
    return count <= MOST_SEGMENTS and all(
        pdfium.FPDFPathSegment_GetType(segment) != pdfium.FPDF_SEGMENT_BEZIERTO
        for segment in segments
    )


def _edges(bounds: tuple[float, float, float, float], sheet: Sheet) -> Iterator[Rule]:
    left, bottom, right, top = bounds
    across, down = zip(sheet.shown(left, bottom), sheet.shown(right, top), strict=True)
    if max(across) - min(across) < SHORTEST:
        return
    if max(down) - min(down) <= THICKEST:
        yield Rule(left=min(across), right=max(across), y=sum(down) / len(down))
    else:
        yield from (Rule(left=min(across), right=max(across), y=y) for y in sorted(down))
