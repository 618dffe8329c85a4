"""Marks that belong to the other language, or stand twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.checks.catalogue import flag
from align.checks.wording import SIDES, character, more, other, quoted
from align.text.arabic import MARKS
from align.text.scripts import LATIN, script_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.evidence.pair import Pair
    from align.model import Flag

__all__ = ["foreign_marks", "repeated_marks"]

# Behind an Arabic letter or before an Arabic word, not between Latin words; and the reverse.
_ARABIC = f"\u0621-\u064a\u0671-\u06d3{MARKS}"
_BEHIND = r"[)\]»”\"']?\s?"
_FOREIGN = {
    "Arab": re.compile(
        rf"(?:(?<=[{_ARABIC}]){_BEHIND}|(?<=\w)(?=[?,;]\s[{_ARABIC}]))(?P<mark>[?,;])(?!\d)"
    ),
    LATIN: re.compile(rf"(?P<mark>[؟،؛])(?<![{_ARABIC}].)"),
}
# Searched before these, as they are slow and most texts have no such mark.
_ANY_FOREIGN = {"Arab": re.compile("[?,;]"), LATIN: re.compile("[؟،؛]")}
_INSTEAD = dict(zip("?,;؟،؛", "؟،؛?,;", strict=True))

# Cries and questions are often doubled on purpose; not the marks that only divide.
_REPEATED = re.compile(r"([,،;؛])(?:\s?\1)+|([!?؟])\2+|(?<![./\d])\.\.(?![./\d])")
_TWO_MARKS = re.compile(r"[.,،;؛!?؟]\s?[.,،;؛!?؟]")  # so begins each, and few texts have any
_CRIES = "!?؟"


def foreign_marks(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for each kind of mark on a side that its language has another one for."""
    for side in SIDES:
        text = pair.side(side)
        for mark, places in _foreign(text.text, script_of(text.lang)).items():
            message = (
                f"{quoted(mark)} where {character(_INSTEAD[mark])} is usual{more(len(places))}"
            )
            yield flag("foreign-punctuation", message, side, places[0], places[0] + 1)


def _foreign(text: str, script: str) -> dict[str, list[int]]:
    """Return the places of each mark that a script has another one for."""
    found: dict[str, list[int]] = {}
    if script not in _FOREIGN or not _ANY_FOREIGN[script].search(text):
        return found
    for match in _FOREIGN[script].finditer(text):
        found.setdefault(match["mark"], []).append(match.start("mark"))
    return found


def repeated_marks(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for each mark that stands twice, not for cries that both sides double."""
    if not any(_TWO_MARKS.search(pair.side(side).text) for side in SIDES):
        return
    found = {side: list(_REPEATED.finditer(pair.side(side).text)) for side in SIDES}
    crying = {side: any(_is_cry(match) for match in found[side]) for side in SIDES}
    for side in SIDES:
        for match in found[side]:
            if not (_is_cry(match) and crying[other(side)]):
                message = f"{quoted(match.group())}: the same mark stands twice"
                yield flag("repeated-punctuation", message, side, *match.span())


def _is_cry(match: re.Match[str]) -> bool:
    return match.group()[0] in _CRIES
