"""The lines of a plain text: where each stands and what it looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Literal

import regex

from align.text.scripts import LATIN, letter_set, main_script

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LINE_BREAKS", "Line", "ends_sentence", "lines_of", "same_script", "script_of_line"]

Form = Literal["blank", "rule", "row", "item", "prose"]

_ARABIC, _LATIN = letter_set("Arab"), letter_set(LATIN)
LINE_BREAKS = "\n\v\f\x85\u2028\u2029"
_BREAK = re.compile(f"[{LINE_BREAKS}]")
_WORD_CHARACTER = re.compile("[^\\W_]")
# A bullet that is a mere symbol says nothing and stays outside the text; a number is text.
_BULLET = re.compile("[-*•‣▪●○◦·][ \t]+(?=\\S)")
_NUMBER = regex.compile(
    rf"(?:\(?(?:\d{{1,3}}|[A-Za-z]|{_ARABIC}|[ivxIVX]{{1,5}})[.)\-]|\d{{1,2}}(?:\.\d{{1,2}})+\.?)"
    r"[ \t]+(?=\S)",
    regex.VERSION1,
)
_ROW = re.compile("\t|\\S *\\| *\\S")
_SENTENCE_END = re.compile("[.!?؟…۔:;؛][\"'”’»)\\]\u200e\u200f]*$")

_ARABIC_WORD = regex.compile(rf"(?<!\S)[^\s{_ARABIC}]*{_ARABIC}", regex.VERSION1)
_LATIN_WORD = regex.compile(
    rf"(?<!\S)[^\s{_ARABIC}{_LATIN}]*{_LATIN}[^\s{_ARABIC}]*(?!\S)", regex.VERSION1
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line without its outer white space: ``text`` is ``[start, end)`` of the file's text.

    ``indent`` counts the white space before it, ``bullet`` the characters of a symbol bullet that
    begin ``text``; ``script`` is the ISO 15924 code of most letters, None without letters.
    """

    number: int
    start: int
    end: int
    indent: int
    text: str
    form: Form
    script: str | None
    bullet: int = 0


def lines_of(text: str) -> Iterator[Line]:
    """Yield every line of ``text``, blank ones too; line feeds alone raise the number."""
    start, number = 0, 1
    for end in chain((match.start() for match in _BREAK.finditer(text)), (len(text),)):
        raw = text[start:end]
        indent = len(raw) - len(raw.lstrip())
        yield _line(number, start + indent, indent, raw.strip())
        start = end + 1
        number += text[end : end + 1] == "\n"


def ends_sentence(text: str) -> bool:
    """Return whether ``text`` ends with the punctuation of a sentence or clause.

    >>> ends_sentence("قال: «نعم.»"), ends_sentence("The first")
    (True, False)
    """
    return bool(_SENTENCE_END.search(text))


def same_script(one: Line, other: Line) -> bool:
    """Return whether two lines may be of one paragraph; a line without letters goes with any."""
    return one.script is None or other.script is None or one.script == other.script


def script_of_line(text: str) -> str | None:
    """Return the script that most words of ``text`` are in, None without letters.

    Words, not letters: an address or file name is one word however long it is.

    >>> script_of_line("انظر https://example.org/long/address الآن")
    'Arab'
    """
    arabic = len(_ARABIC_WORD.findall(text))
    latin = len(_LATIN_WORD.findall(text))
    if arabic or latin:
        return "Arab" if arabic >= latin else LATIN
    return main_script(text)


def _line(number: int, start: int, indent: int, text: str) -> Line:
    bullet = _BULLET.match(text)
    return Line(
        number=number,
        start=start,
        end=start + len(text),
        indent=indent,
        text=text,
        form=_form(text),
        script=script_of_line(text),
        bullet=bullet.end() if bullet else 0,
    )


def _form(text: str) -> Form:
    if not text:
        return "blank"
    if not _WORD_CHARACTER.search(text):
        return "rule"
    if _ROW.search(text):
        return "row"
    return "item" if _BULLET.match(text) or _NUMBER.match(text) else "prose"
