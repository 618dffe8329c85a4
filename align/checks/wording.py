"""How flags speak of sides, of pieces of text and of characters that cannot be seen."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.model import SideName

__all__ = ["SIDES", "character", "more", "other", "quoted"]

SIDES: tuple[SideName, SideName] = ("source", "target")
_LONGEST = 40  # characters of a text that a message cites
# What the Unicode Character Database calls only "control" or "private use".
_UNNAMED = {"Cc": "CONTROL CHARACTER", "Co": "PRIVATE USE CHARACTER", "Cs": "LONE SURROGATE"}


def other(side: SideName) -> SideName:
    """Return the opposite side.

    >>> other("source")
    'target'
    """
    return "target" if side == "source" else "source"


def quoted(text: str) -> str:
    """Return a piece of text as a message cites it: within quotation marks, shortened if long.

    >>> quoted("one two")
    '“one two”'
    """
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return f"“{short}”"


def character(char: str) -> str:
    r"""Return the number and the Unicode name of a character.

    >>> character("\u200b"), character("\x07")
    ('U+200B ZERO WIDTH SPACE', 'U+0007 CONTROL CHARACTER')
    """
    unnamed = _UNNAMED.get(unicodedata.category(char), "NOT A CHARACTER")
    return f"U+{ord(char):04X} {unicodedata.name(char, unnamed)}"


def more(count: int) -> str:
    """Return what a message adds when it is about the first of ``count`` places.

    >>> more(1), more(3)
    ('', ' (and 2 more)')
    """
    return f" (and {count - 1} more)" if count > 1 else ""
