"""A text folded for looking up words and digits, with the way back to the original."""

from __future__ import annotations

import re
from functools import cache

from align.text.arabic import INVISIBLE, MARKS, TATWEEL

__all__ = ["Folded", "fold"]

_DROPPED = re.compile(f"[{MARKS}{TATWEEL}{INVISIBLE}]")
_KEPT_RUN = re.compile(f"[^{MARKS}{TATWEEL}{INVISIBLE}]+")
_MARKS = re.compile(f"[{MARKS}]*")
# Alef with madda stays: it tells the month آب from أب, father.
_SPELLINGS = {"أ": "ا", "إ": "ا", "\u0671": "ا", "ى": "ي", "ة": "ه", "\u06cc": "ي", "\u06a9": "ك"}


class Folded:
    """A folded text; ``original`` turns its spans into spans of the text it was made from."""

    def __init__(self, text: str) -> None:
        """Fold ``text``; every character left answers to exactly one of the original."""
        self._original = text
        self._origins: list[int] | None = None
        plain = text
        if _DROPPED.search(text):
            self._origins = [i for run in _KEPT_RUN.finditer(text) for i in range(*run.span())]
            plain = _DROPPED.sub("", text)
        self.text = plain.translate(_table())

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``text[start:end]`` stands in the original, with the marks it carries."""
        if self._origins is None:
            return start, end
        marks = _MARKS.match(self._original, self._origins[end - 1] + 1)
        assert marks is not None
        return self._origins[start], marks.end()

    def is_capital(self, start: int) -> bool:
        """Tell whether the original has a capital letter where ``text[start]`` stands."""
        return self._original[self.original(start, start + 1)[0]].isupper()


def fold(text: str) -> Folded:
    """Return ``text`` with small letters, European digits and one alef, ya and ha.

    >>> fold("الأُولى ٣ May").text
    'الاولي 3 may'
    """
    return Folded(text)


@cache
def _table() -> dict[int, str]:
    """Return the replacements, each of one character by one other."""
    table = {ord(letter): plain for letter, plain in _SPELLINGS.items()}
    for zero in (0x0660, 0x06F0, 0xFF10):  # Arabic-Indic, extended Arabic-Indic, full width
        table.update({zero + digit: str(digit) for digit in range(10)})
    table.update({capital: chr(capital + 32) for capital in range(ord("A"), ord("Z") + 1)})
    return table
