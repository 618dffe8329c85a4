"""The one change a unit's text undergoes: white space runs to one space, trimmed, XML-legal.

One character that XML allows is dropped too: U+FEFF, inside a text a stray byte-order mark.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["illegal_spans", "joined", "letters", "tidy"]

# XML 1.0 Char is #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]. U+FEFF is
# in there, but clients show a byte-order mark inside a text as a box, or choke on it.
_ILLEGAL = "\x00-\x08\x0e-\x1f\ud800-\udfff\ufeff\ufffe\uffff"
_NO_PLACE = f"\x0b\x0c{_ILLEGAL}"
_DROPPED = re.compile(f"[{_NO_PLACE}]+")  # by runs: one by one, millions of them take minutes
_ONE_DROPPED = re.compile(f"[{_ILLEGAL}]")
# Line breaks, tabs and spaces, with what is dropped between them; U+00A0 and its kin carry meaning
# and stay.
_BLANK = "\t\n\x0b\x0c\r \x85\u2028\u2029"
_SPACES = re.compile(f"[{_BLANK}][{_BLANK}{_NO_PLACE}]*")


def tidy(text: str) -> str:
    r"""Return ``text`` as a unit holds it.

    >>> tidy(" one\n\ttwo\x1f ")
    'one two'
    """
    # Of the printable characters only the space is white, and most texts need no more than a look.
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _DROPPED.sub("", _SPACES.sub(" ", text)).strip()  # no-break spaces at an edge too


def joined(texts: Iterable[str]) -> str:
    """Return several texts as a unit holds them on one side, one space between.

    >>> joined(["One. ", "Two."])
    'One. Two.'
    """
    return " ".join(filter(None, map(tidy, texts)))


def illegal_spans(text: str) -> Iterator[tuple[int, int]]:
    """Return the span of each character that `tidy` drops, white space apart."""
    return (match.span() for match in _ONE_DROPPED.finditer(text))


def letters(text: str) -> Iterator[str]:
    """Yield the letters of ``text`` (Unicode L*), the currency of the accounting."""
    return filter(str.isalpha, text)
