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
    LATIN: re.compile(rf"(?<![{_ARABIC}])(?P<mark>[؟،؛])"),
}
_INSTEAD = dict(zip("?,;؟،؛", "؟،؛?,;", strict=True))

# Cries and questions are often doubled on purpose; not the marks that only divide.
_REPEATED = re.compile(r"([,،;؛])(?:\s?\1)+|([!?؟])\2+|(?<![./\d])\.\.(?![./\d])")
_CRIES = "!?؟"


def foreign_marks(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for each kind of mark on a side that its language has another one for."""
    for side in SIDES:
        pattern = _FOREIGN.get(script_of(pair.side(side).lang))
        found: dict[str, list[int]] = {}
        for match in pattern.finditer(pair.side(side).text) if pattern else ():
            found.setdefault(match["mark"], []).append(match.start("mark"))
        for mark, places in found.items():
            message = (
                f"{quoted(mark)} where {character(_INSTEAD[mark])} is usual{more(len(places))}"
            )
            yield flag("foreign-punctuation", message, side, places[0], places[0] + 1)


def repeated_marks(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for each mark that stands twice, not for cries that both sides double."""
    found = {side: list(_REPEATED.finditer(pair.side(side).text)) for side in SIDES}
    crying = {side: any(_is_cry(match) for match in found[side]) for side in SIDES}
    for side in SIDES:
        for match in found[side]:
            if not (_is_cry(match) and crying[other(side)]):
                message = f"{quoted(match.group())}: the same mark stands twice"
                yield flag("repeated-punctuation", message, side, *match.span())


def _is_cry(match: re.Match[str]) -> bool:
    return match.group()[0] in _CRIES
