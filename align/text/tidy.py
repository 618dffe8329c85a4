"""The one change a unit's text undergoes: white space runs to one space, trimmed, XML-legal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["illegal_spans", "letters", "tidy"]

# Line breaks, tabs and spaces; U+00A0 and its kin carry meaning and stay.
_SPACES = re.compile("[\t\n\x0b\x0c\r \x85\u2028\u2029]+")
# XML 1.0 Char is #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]; U+FEFF
# inside a text is a stray byte-order mark, which clients show as a box or choke on (see INTEROP).
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufeff\ufffe\uffff]")


def tidy(text: str) -> str:
    r"""Return ``text`` as a unit holds it.

    >>> tidy(" one\n\ttwo\x1f ")
    'one two'
    """
    return _ILLEGAL.sub("", _SPACES.sub(" ", text)).strip()  # no-break spaces at an edge too


def illegal_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each character that `tidy` removes for XML's sake, white space apart."""
    for match in _ILLEGAL.finditer(text):
        if not _SPACES.match(match.group()):
            yield match.span()


def letters(text: str) -> Iterator[str]:
    """Yield the letters of ``text`` (Unicode L*), the currency of the accounting."""
    return filter(str.isalpha, text)
