"""How much of a text came through: letters in the right order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["letters", "share_in_order"]


def letters(texts: Iterable[str]) -> str:
    """Return the letters and digits of texts, without marks, spaces and punctuation."""
    return "".join(filter(str.isalnum, "".join(texts)))


def share_in_order(expected: Iterable[str], found: Iterable[str]) -> float:
    """Return the share of the longer text's letters that both have in the same order, 0..1.

    So what is lost, what is doubled and what is in the wrong place all count.
    """
    one, other = letters(expected), letters(found)
    return LCSseq.similarity(one, other) / max(1, len(one), len(other))
