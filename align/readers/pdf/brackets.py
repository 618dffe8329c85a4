"""Which bracket opens and which closes, by where it stands: files tell it in two ways.

Some producers name the glyph that is seen, some the character that was typed; PDFium turns round
those it takes to stand in Arabic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.readers.pdf.bidi import OPENERS

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["balanced", "matched"]

_CLOSERS = {closer: opener for opener, closer in OPENERS.items()}


def balanced(chars: Sequence[str]) -> list[str]:
    """Return characters in logical order with every bracket turned the way it must be.

    >>> "".join(balanced("a )b( c"))
    'a (b) c'
    """
    texts = list(chars)
    opened: list[str] = []
    for place, char in enumerate(texts):
        opener = char if char in OPENERS else _CLOSERS.get(char)
        if opener is None:
            continue
        if _opens(texts, place, waiting=opener in opened):
            texts[place] = opener
            opened.append(opener)
        else:
            texts[place] = OPENERS[opener]
            _close(opened, opener)
    return texts


def matched(texts: Sequence[str]) -> bool:
    """Say whether every bracket has its other half, in the right order."""
    opened: list[str] = []
    for text in texts:
        if text in OPENERS:
            opened.append(text)
        elif text in _CLOSERS and not _close(opened, _CLOSERS[text]):
            return False
    return not opened


def _close(opened: list[str], opener: str) -> bool:
    """Take the last ``opener`` and what was opened after it off; return whether there was one."""
    if opener not in opened:
        return False
    while opened.pop() != opener:
        pass
    return True


def _opens(texts: list[str], place: int, *, waiting: bool) -> bool:
    """Say whether the bracket at ``place`` opens; ``waiting`` if one of its kind is open."""
    before = texts[place - 1] if place else " "
    after = texts[place + 1] if place + 1 < len(texts) else " "
    free_before = before.isspace() or before in OPENERS
    free_after = not (after.isalnum() or after in OPENERS or after in _CLOSERS)
    if free_before != free_after:
        return free_before
    return not waiting
