"""The two texts of a unit as a file holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.errors import OutputError
from align.text.tidy import tidy

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit

__all__ = ["tidy_sides"]


def tidy_sides(unit: TranslationUnit, path: Path) -> tuple[str, str]:
    """Return source and target, tidied; raises `OutputError` when one of them is empty.

    An empty side in a memory makes a CAT tool write an empty translation. At the ends no white
    space at all is left, U+00A0 included: TMX forbids it, and CAT tools find no exact match.
    """
    source, target = tidy(unit.source), tidy(unit.target)
    if source and target:
        return source, target
    side = "target" if source else "source"
    raise OutputError(str(path), f"unit {unit.id!r} has an empty {side}", "leave it out")
