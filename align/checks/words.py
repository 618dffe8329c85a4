"""Words written twice, and sentences that begin with a small letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.checks.catalogue import flag
from align.checks.wording import SIDES, quoted
from align.text.arabic import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.evidence.pair import Pair, Text
    from align.model import Flag

__all__ = ["words"]

_LETTER = "[^\\W\\d_]"
_WORD = re.compile(r"\w+")
_TWICE = re.compile(
    rf"(?<![\w{MARKS}'’.-])(?P<word>{_LETTER}[\w{MARKS}'’]*+)\s+(?P=word)(?![\w{MARKS}'’-])",
    re.IGNORECASE,
)
_SHORTEST = 2  # letters: "A A" is a formula or a row of variables


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that English doubles: by grammar, for emphasis, as a call.
_PROPER = _words(
    "had that very so no yes many much far never really bye ha hear there long knock tut"
    " dear please well hello"
)
# The names of Latin letters, as Arabic spells abbreviations.
_NAMES_OF_LETTERS = _words(
    "إيه ايه بي سي دي إف اف جي إتش اتش آي اي إي جيه كي كيه إل ال إم ام كيو آر ار إس اس تي يو"
    " دبليو إكس اكس واي زد زي"
)
_LETTERS_OR_WORDS = _words("إن ان أو او في")
# So does Arabic, mostly indefinite accusatives: in rows, by and by, house by house.
_ACCUSATIVE = re.compile(f"(?!ال)\\w.*[^\\Wنه][{MARKS}]*(?:\u0627[{MARKS}]*|\u064b)")
_NO_ACCUSATIVES = ("هذا", "إذا", "عندما", "بينما", "كما", "حينما", "مهما", "إنما", "كلما")

# Behind a mark that opens something; a list mark, a name such as iPhone and code are not this.
_OPENING = "\"'«“‘([*_ "
_BEGINS_SMALL = re.compile(r"[a-z][a-z’']*(?=[\s,;:]|[.?!]\s)")
_ENDS = re.compile(r"[.!?]['\"”’)\]]*\Z")
_NAMELIKE = _words("al el ibn bin van von de da del di la le e.g i.e")
_FEWEST = 3  # words of a sentence
_GOES_ON = tuple("،؛,;:….)-–—")


def words(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for each doubled word, and for sentences that begin with a small letter."""
    doubled = [
        flag("doubled-word", f"{quoted(match['word'])} stands twice in a row", side, *match.span())
        for side in SIDES
        for match in _TWICE.finditer(pair.side(side).text)
        if not (_is_proper(match["word"].lower()) or _is_spelled(match))
    ]
    if len({found.side for found in doubled}) == 1:  # on both sides it is meant
        yield from doubled
    yield from _capital(pair)


def _is_proper(word: str) -> bool:
    """Say whether a word is doubled on purpose."""
    if len(word) < _SHORTEST or word in _PROPER:
        return True
    return not word.endswith(_NO_ACCUSATIVES) and bool(_ACCUSATIVE.fullmatch(word))


def _is_spelled(match: re.Match[str]) -> bool:
    """Say whether a doubled word is two letters of an abbreviation."""
    if match["word"] not in _LETTERS_OR_WORDS:
        return match["word"] in _NAMES_OF_LETTERS
    before, behind = match.string[: match.start()], match.string[match.end() :]
    beside = {*_WORD.findall(before)[-1:], *_WORD.findall(behind)[:1]}
    return not _NAMES_OF_LETTERS.isdisjoint(beside)


def _capital(pair: Pair) -> Iterator[Flag]:
    for side, facing in zip(SIDES, reversed(SIDES), strict=True):
        text = pair.side(side)
        if text.family != "en" or pair.side(facing).text.lstrip().startswith(_GOES_ON):
            continue
        if (start := _small_start(text)) is not None:
            message = "the sentence begins with a small letter"
            yield flag("capital", message, side, start, start + 1)


def _small_start(text: Text) -> int | None:
    """Return the place of the small letter that a sentence begins with, None if it does not."""
    start = len(text.text) - len(text.text.lstrip(_OPENING))
    first = _BEGINS_SMALL.match(text.text, start)
    if not first or first.group() in _NAMELIKE or not _ENDS.search(text.text):
        return None
    return start if len(text.text.split()) >= _FEWEST else None
