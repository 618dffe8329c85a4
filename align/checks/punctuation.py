"""Punctuation: how the sides end, what is not paired, what belongs to another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.checks.enclosing import brackets, quotes
from align.checks.endings import endings
from align.checks.marks import foreign_marks, repeated_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.evidence.pair import Pair
    from align.model import Flag

__all__ = ["punctuation"]


def punctuation(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for each fault of punctuation."""
    yield from endings(pair)
    yield from brackets(pair)
    yield from quotes(pair)
    yield from foreign_marks(pair)
    yield from repeated_marks(pair)
