"""What the heading of a table calls its columns: languages, and the sides of a translation."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from align.text.names import language_names
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["ARABIC_NAMES", "SIDE_NAMES", "is_heading", "plain_name"]

SIDE_NAMES = {
    "src": "source",
    "tgt": "target",
    "trg": "target",
    "المصدر": "source",
    "الهدف": "target",
}
ARABIC_NAMES = {
    "العربية": "ar",
    "عربي": "ar",
    "الإنجليزية": "en",
    "الانجليزية": "en",
    "الإنكليزية": "en",
    "إنجليزي": "en",
}
# "source text", "src_text", "sentence_en" are the source and English.
FILLERS = {"text", "segment", "sentence"}
# Further headings of texts, which name the column and neither its language nor its side.
_ALSO = {
    "original": "source",
    "translation": "target",
    "النص": "source",
    "الأصل": "source",
    "الترجمة": "target",
    "اللغة العربية": "ar",
    "النص العربي": "ar",
    "اللغة الإنجليزية": "en",
    "النص الإنجليزي": "en",
    "الفرنسية": "fr",
}
# Codes that are no words; "no" and "id" head columns of numbers.
_CODES = {"ar", "en", "fr", "de", "es", "tr", "fa", "ur", "he", "ru", "zh"}
LONGEST = 40  # characters of a heading
FEWEST = 2


def plain_name(cell: str) -> str:
    """Return the heading of a column in small letters, without words that say nothing.

    >>> plain_name("Source_Text")
    'source'
    """
    words = tidy(cell).lower().replace("_", " ").split()
    return " ".join(word for word in words if word not in FILLERS)


def is_heading(cells: Sequence[str]) -> bool:
    """Say whether the cells of a row name two languages, or source and target: it is no text.

    >>> is_heading(["No", "English", "العربية"]), is_heading(["Arabic", "العربية"])
    (True, False)
    """
    filled = [cell for cell in cells if cell.strip()]
    if any(len(cell) > LONGEST for cell in filled):
        return False
    named = [name for name in map(_meaning, filled) if name]
    return len(named) >= FEWEST and len({*named}) == len(named)


def _meaning(cell: str) -> str | None:
    """Return the code of the language, or the side, that a heading names."""
    name = plain_name(cell)
    if name in {"source", "target"}:
        return name
    code = name.partition("-")[0]
    known = SIDE_NAMES | ARABIC_NAMES | _ALSO
    return known.get(name) or _codes().get(name) or (code if code in _CODES else None)


@cache
def _codes() -> dict[str, str]:
    return {name.lower(): code for code, name in language_names().items()}
