"""What a page gives, in order: texts and rows to keep, and texts that are left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import BlockKind

__all__ = ["Piece", "letters_of", "without_bare_headings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph or the like, or a row of the ``table`` of this number, its cells between tabs.

    ``label`` says why it is left out, if it is; ``level`` is that of a heading.
    """

    kind: BlockKind
    text: str
    lang: str | None = None
    label: str = ""
    table: int = 0
    level: int = 0


def letters_of(pieces: Sequence[Piece]) -> int:
    """Return the letters of the pieces that are kept."""
    return sum(len("".join(piece.text.split())) for piece in pieces if not piece.label)


def without_bare_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, headings left out too under which all was left out, like "See also"."""
    found = list(pieces)
    for at in range(len(found) - 1, -1, -1):
        if found[at].level > 1 and not found[at].label:
            label = _left_out_below(found, at)
            found[at] = replace(found[at], label=label)
    return found


def _left_out_below(pieces: Sequence[Piece], at: int) -> str:
    """Return the label of what is under a heading, nothing if any of it is kept."""
    first = ""
    for piece in pieces[at + 1 :]:
        if not piece.label:
            return first if 0 < piece.level <= pieces[at].level else ""
        first = first or piece.label
    return first
