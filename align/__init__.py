"""Arabic-English texts to translation memories.

>>> import align
>>> align.align_sentences(["مرحبا.", "كيف حالك؟"], ["Hello.", "How are you?"])[1].kind
'1-1'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from align.api import align_file, align_sentences
    from align.config import ReadSettings, Settings
    from align.formats.tmx.reader import read_tmx
    from align.formats.tmx.writer import write_tmx
    from align.model import (
        Aligned,
        AlignedBitext,
        Alignment,
        Anchor,
        Bead,
        Bitext,
        Block,
        Document,
        Failed,
        Flag,
        Job,
        Location,
        Monolingual,
        Origin,
        Passage,
        Place,
        Segment,
        Side,
        Source,
        Split,
        TranslationUnit,
    )

__all__ = [
    "Aligned",
    "AlignedBitext",
    "Alignment",
    "Anchor",
    "Bead",
    "Bitext",
    "Block",
    "Document",
    "Failed",
    "Flag",
    "Job",
    "Location",
    "Monolingual",
    "Origin",
    "Passage",
    "Place",
    "ReadSettings",
    "Segment",
    "Settings",
    "Side",
    "Source",
    "Split",
    "TranslationUnit",
    "align_file",
    "align_sentences",
    "read_tmx",
    "write_tmx",
]

_HOMES = {
    "ReadSettings": "align.config",
    "Settings": "align.config",
    "align_file": "align.api",
    "align_sentences": "align.api",
    "read_tmx": "align.formats.tmx.reader",
    "write_tmx": "align.formats.tmx.writer",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for, so that ``import align`` costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'align' has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "align.model")), name)


def __dir__() -> list[str]:
    """Return the names that are imported late beside those that are there."""
    return sorted({*globals(), *__all__})
