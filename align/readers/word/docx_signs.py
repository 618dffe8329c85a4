"""Characters that Word writes as elements of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.readers.word.docx_names import value_of

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["SIGNS", "Formula", "symbol"]

SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "softHyphen": "\N{SOFT HYPHEN}",
}
# Fonts of symbols have theirs at F000 to F0FF, where a character means nothing without its font.
_PRIVATE = range(0xF000, 0xF100)
_BELOW_PRIVATE = range(0x100)
_SYMBOL = "symbol"  # the one of these fonts that holds letters; its encoding is Adobe's
_GREEK = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\xb0\xb1\xb3\xb4\xa3\xb8\xb9\xd7",
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ°±≥×≤÷≠⋅",
        strict=True,
    )
)
# What reads in a row; fractions, roots, powers, matrices and the like do not.
_PLAIN = {"m:oMath", "m:r", "m:rPr", "m:sty", "m:nor", "m:lit", "m:scr", ""}


class Formula:
    """The letters of a formula, as they read in a row, and whether that says what it says."""

    def __init__(self) -> None:
        """Begin a formula."""
        self.is_structured = False
        self._letters: list[str] = []

    @property
    def text(self) -> str:
        """The letters so far."""
        return "".join(self._letters)

    def begin(self, name: str) -> None:
        """Take in an element of the formula."""
        self.is_structured = self.is_structured or name not in _PLAIN

    def write(self, text: str) -> None:
        """Take in some letters."""
        self._letters.append(text)


def symbol(attributes: Mapping[str, str]) -> str | None:
    """Return the character of a ``w:sym``, None for one that only its font shows."""
    try:
        code = int(value_of(attributes, "char"), 16)
    except ValueError:
        return None
    if code in _PRIVATE or code in _BELOW_PRIVATE:
        is_greek = value_of(attributes, "font").lower() == _SYMBOL
        return _GREEK.get(chr(code % 0x100)) if is_greek else None
    return chr(code) if 0 < code <= 0xFFFF else None  # noqa: PLR2004 - four hex digits
