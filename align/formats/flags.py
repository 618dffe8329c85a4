"""The flags of a unit, which point into its texts as a file holds them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.model import Flag, TranslationUnit

__all__ = ["tidy_flags"]


def tidy_flags(unit: TranslationUnit) -> Iterator[Flag]:
    """Yield the flags of a unit, each pointing at the same characters of the tidied text."""
    for flag in unit.flags:
        message = tidy(flag.message)
        if flag.side is None:
            yield replace(flag, message=message, start=0, end=0)
            continue
        text = unit.source if flag.side == "source" else unit.target
        start, end = _tidy_place(text, flag.start), _tidy_place(text, flag.end)
        yield replace(flag, message=message, start=start, end=end)


def _tidy_place(text: str, place: int) -> int:
    """Return where the character at ``place`` of a text stands in the tidied text."""
    if tidy(text) == text:
        return place
    stop = "|"  # keeps a space at the end of what stands before the place
    return min(len(tidy(text[:place] + stop)) - len(stop), len(tidy(text)))
