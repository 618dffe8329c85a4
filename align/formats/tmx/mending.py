"""Repairs what no XML may hold: forbidden characters, raw or by number, and bytes of no text."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.formats.reading import Losses

__all__ = ["mended"]

LOST = "\N{REPLACEMENT CHARACTER}"
# XML 1.0 Char is #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF].
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile("&#(?:x([0-9A-Fa-f]+)|([0-9]+));")
_NO_TEXT = re.compile("[\udc80-\udcff]+")  # bytes that are none, as surrogateescape keeps them


class _Counted:
    """A text in repair, and the losses that this means."""

    def __init__(self, text: str, line: int, losses: Losses) -> None:
        self.text = text
        self._line = line
        self._losses = losses

    def replace(self, pattern: re.Pattern[str], kind: str, by: str) -> None:
        """Replace what is forbidden of what ``pattern`` finds, and count it."""
        found = [match for match in pattern.finditer(self.text) if _is_forbidden(match)]
        if not found:
            return
        line = self._line + self.text.count("\n", 0, found[0].start())
        self._losses.add(kind, line, times=len(found))
        self.text = pattern.sub(
            lambda match: by if _is_forbidden(match) else match.group(), self.text
        )


def mended(content: bytes, line: int, losses: Losses) -> bytes:
    r"""Return UTF-8 without what XML forbids, counted; ``line`` is the one where it begins.

    >>> from align.formats.reading import Losses
    >>> mended(b"a\x1f&#x1F; b\xff", 1, Losses()).decode()
    'a b\ufffd'
    """
    text, read = codecs.utf_8_decode(content, "surrogateescape", False)
    counted = _Counted(text, line, losses)
    counted.replace(_NO_TEXT, "bytes", LOST)
    counted.replace(_FORBIDDEN, "character", "")
    counted.replace(_REFERENCE, "character", "")
    # A character cut off by the end of the file is no loss of its own: the end is one.
    return (counted.text + (LOST if read < len(content) else "")).encode()


def _is_forbidden(match: re.Match[str]) -> bool:
    if match.re is not _REFERENCE:
        return True
    try:
        char = chr(int(match[1] or match[2], 16 if match[1] else 10))
    except (ValueError, OverflowError):
        return True
    return _FORBIDDEN.match(char) is not None
