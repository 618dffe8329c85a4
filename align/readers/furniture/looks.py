"""What the blocks of a document look like: sentences, headlines, words of a menu."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from align.readers.furniture.phrases import Said, folded, said, words_of
from align.text.scripts import LATIN, letters_of

if TYPE_CHECKING:
    from align.model import Block

__all__ = ["Look", "look_at"]

WORDS_OF_PROSE = 12  # from which a line is text even without a full stop
WORDS_OF_SENTENCE = 4  # from which it is with one
WORDS_OF_HEADLINE = 25  # up to which it may be the headline of another article
WORDS_OF_LINK = 5  # up to which it may be an entry of a menu
LONGEST_LINK = 50  # characters
LONGEST_KEY = 400  # characters of a line that may be furniture for what it says
ENOUGH = 200  # characters tell the script of a paragraph

_OPEN = {"paragraph", "heading", "item", "quote"}  # cells, cues, notes are what a format says
_STOP = re.compile("[.!?؟۔…][\"'”’»)\\]\u200e\u200f]*$")
_LETTER = re.compile("[A-Za-z]")
_CUT_OFF = re.compile(r"(?:…|\.\.\.)[\])]?$")
# Who wrote it and when is text, and is translated.
_SIGNED = regex.compile(
    r"by|written by|story by|reviewed by|medically reviewed|author|editor|edited by|staff"
    r"|translated by|translation|published|updated|last updated|last modified|posted on|posted by"
    r"|بقلم|كتب|كتبه|كتبت|اعداد|تحرير|ترجمه|المترجم|الكاتب|المحرر|فريق التحرير|محرر|مراسل|راجعه"
    r"|راجعته|مراجعه|تاريخ النشر|نشر في|نشر بتاريخ|اخر تحديث|اخر تعديل|تحديث|تم التحديث"
)
_DATE = regex.compile(r"\d{4}|\d{1,2}[/:.\-]\d{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A block as the search for furniture sees it.

    ``key`` is its folded text, empty for a long one; ``open`` says that its format leaves open
    what it is; ``item`` that it is of a list; ``prose`` that it is running text, ``link`` that it
    is short enough for a menu.
    """

    text: str
    key: str
    words: int
    script: str | None
    open: bool
    item: bool
    prose: bool
    ended: bool
    said: Said | None

    @property
    def link(self) -> bool:
        """Whether it is short enough for an entry of a menu, and no sentence."""
        short = self.words <= WORDS_OF_LINK and len(self.text) <= LONGEST_LINK
        return self.open and short and not self.ended

    @property
    def headline(self) -> bool:
        """Whether it may be the headline or the cut-off teaser of another article."""
        unended = not self.ended and self.words <= WORDS_OF_HEADLINE
        return self.open and not self.signed and (unended or bool(_CUT_OFF.search(self.text)))

    @property
    def signed(self) -> bool:
        """Whether it tells who wrote the text, or when."""
        return self.credited or (self.words <= WORDS_OF_PROSE and self.dated)

    @property
    def credited(self) -> bool:
        """Whether it says in words that it tells who wrote the text, or when."""
        return bool(_SIGNED.match(self.key))

    @property
    def dated(self) -> bool:
        """Whether a year, a day or a time is in it."""
        return bool(_DATE.search(self.key))

    @property
    def menu_word(self) -> bool:
        """Whether menus are made of the like."""
        key = self.key
        return any(key in words_of(kind) for kind in ("menu", "places", "home", "networks"))


def look_at(block: Block) -> Look:
    """Return what a block looks like."""
    text = block.text
    words = len(text.split())
    is_open = block.kind in _OPEN and block.table is None
    ended = bool(_STOP.search(text))
    complete = ended or text.endswith(":")  # a colon announces what follows
    prose = is_open and words >= (WORDS_OF_SENTENCE if complete else WORDS_OF_PROSE)
    # In plain text a line with bars is a row, and may be a menu; tables of other formats are none.
    seen = is_open or (block.kind == "cell" and block.table is None)
    key = folded(text) if seen and len(text) <= LONGEST_KEY else ""
    return Look(
        text=text,
        key=key,
        words=words,
        script=_script(text[:ENOUGH]),
        open=is_open,
        item=block.kind == "item",
        prose=prose,
        ended=ended,
        said=said(key) if key else None,
    )


def _script(text: str) -> str | None:
    """Return ``Arab`` or ``Latn``, whichever has more letters in a text, None without any."""
    if text.isascii():
        return LATIN if _LETTER.search(text) else None
    arabic = letters_of(text, "Arab")
    if arabic > len(text) / 2:  # there is no room for more of the other
        return "Arab"
    latin = letters_of(text, LATIN)
    if not arabic and not latin:
        return None
    return "Arab" if arabic >= latin else LATIN
