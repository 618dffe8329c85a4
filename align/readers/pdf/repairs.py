"""What is written otherwise than the PDF gives it, and what it gave."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from align.readers.pdf.bidi import MIRRORS
from align.readers.pdf.records import Repair
from align.text.arabic import TATWEEL, presentation_forms, repair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.readers.pdf.clusters import Cluster

__all__ = ["is_stretched", "repairs", "written"]

_SPACES = re.compile(r"\s+")
_LETTER = "[\u0620-\u063f\u0641-\u065f\u0670]"
_STRETCH = re.compile(f"(?<={_LETTER}){TATWEEL}+(?={_LETTER})")
_FEW = 4  # lines
_STRETCHED = 0.4  # of the lines: nobody types so many


def is_stretched(texts: Sequence[str]) -> bool:
    """Say whether letters were drawn out to justify these lines, not by whoever typed them."""
    stretched = sum(bool(_STRETCH.search(text)) for text in texts)
    return stretched >= _FEW and stretched > _STRETCHED * len(texts)


def written(text: str, *, stretched: bool) -> str:
    """Return a text in plain letters, without the strokes that only justify it."""
    if stretched:
        text = _STRETCH.sub("", text)
    return unicodedata.normalize("NFC", repair(_SPACES.sub(" ", text).strip()))


def repairs(piece: Sequence[Cluster], text: str) -> tuple[Repair, ...]:
    """Return what differs, apart from spaces, between a line as PDFium orders it and its text."""
    given = _given(piece)
    before, now = _bare(given), _bare(text)
    if before == now:
        return ()
    return (Repair(before=given, instead=text, label=_label(given, before, now)),)


def _given(piece: Sequence[Cluster]) -> str:
    parts = [(cluster.place, cluster.given) for cluster in piece]
    parts += [(mark.place, mark.text) for cluster in piece for mark in cluster.marks]
    text = "".join(part for _, part in sorted(parts))
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text).strip())


def _label(given: str, before: str, now: str) -> str:
    if next(presentation_forms(given), None):
        return "presentation forms"
    if _unbracketed(before) == _unbracketed(now):
        return "brackets"
    return "visual order" if sorted(before) == sorted(now) else "letters and their order"


def _unbracketed(text: str) -> str:
    return "".join(char for char in text if char not in MIRRORS)


def _bare(text: str) -> str:
    return _SPACES.sub("", text)
