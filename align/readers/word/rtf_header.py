"""What the head of an RTF says of its fonts and styles."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.model import BlockKind

__all__ = ["Fonts", "StyleSheet"]

WESTERN = "cp1252"
# It holds the letters of French beside those of Arabic, and programs that call their files so are
# careless of the character sets of fonts.
ARABIC = "cp1256"
# Character sets of Windows fonts; 0 is Western, 1 that of the document, 2 are pictures.
_CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: ARABIC,
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}


class Fonts:
    """The fonts of a document by number, and the encoding of what is written in each."""

    def __init__(self) -> None:
        """Begin without fonts."""
        self.default: int | None = None
        self._document = WESTERN
        self._charsets: dict[int, int] = {}
        self._pages: dict[int, str] = {}
        self._current = 0

    def word(self, word: str, number: int) -> None:
        """Take a control word of the font table."""
        if word == "f":
            self._current = number
        elif word == "fcharset":
            self._charsets[self._current] = number
        elif word == "cpg":
            self._pages[self._current] = _codec(number)

    def use_page(self, number: int) -> None:
        """Take the code page of the document."""
        self._document = _codec(number)

    def codec(self, font: int | None) -> str:
        """Return the encoding of text in a font."""
        number = self.default if font is None else font
        if number is None or number not in self._charsets:
            return self._pages.get(-1 if number is None else number, self._document)
        charset = self._charsets[number]
        if charset == 0 and self._document != ARABIC:
            return self._pages.get(number, WESTERN)
        return _CHARSETS.get(charset, self._pages.get(number, self._document))


class StyleSheet:
    """What the paragraphs of a style are, by its number."""

    def __init__(self) -> None:
        """Begin without styles."""
        self._names: dict[int, str] = {}
        self._current = 0

    def begin(self, number: int) -> None:
        """Begin a style."""
        self._current = number
        self._names[number] = ""

    def text(self, text: str) -> None:
        """Take a part of its name."""
        if self._current in self._names:
            self._names[self._current] += text

    def kind(self, number: int) -> BlockKind:
        """Return what a paragraph of the style with this number is."""
        name = self._names.get(number, "").strip("; ").lower()
        if name.startswith("heading") or name in {"title", "subtitle"}:
            return "heading"
        if name in {"caption", "illustration", "figure"}:
            return "caption"
        return "quote" if name in {"quote", "intense quote", "quotations"} else "paragraph"


def _codec(number: int) -> str:
    """Return the Python name of a Windows code page, that of Western text for an unknown one."""
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "mac_roman" if number == 10000 else WESTERN  # noqa: PLR2004 - Macintosh
