"""Negation: one side denies what the other says; “unable” and غير answer a “not”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.checks.catalogue import flag
from align.evidence.negation import denials

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.evidence.negation import Denial
    from align.evidence.pair import Pair, Text
    from align.model import Flag, SideName

__all__ = ["negation"]

_LANGS = {"ar", "en"}


def negation(pair: Pair) -> Iterator[Flag]:
    """Yield a flag for each word that denies on a side that denies more than the other."""
    if {pair.source.family, pair.target.family} != _LANGS:
        return
    source, target = _denials(pair.source), _denials(pair.target)
    yield from _unanswered("source", pair.source, source, target)
    yield from _unanswered("target", pair.target, target, source)


def _denials(side: Text) -> list[Denial]:
    return list(denials(side.text, side.tokens, side.family))


def _unanswered(
    name: SideName, side: Text, found: list[Denial], others: list[Denial]
) -> Iterator[Flag]:
    sure, answers = _sure(found), _sure(others)
    if len(sure) <= len(answers) + _spare(found, others):
        return
    other = "target" if name == "source" else "source"
    rest = f"the {other} denies less often" if answers else f"nothing in the {other} does"
    for denial in sure:
        word = side.text[denial.start : denial.end]
        message = f"“{word}” denies, and {rest}"
        yield flag("negation", message, name, denial.start, denial.end)


def _sure(found: list[Denial]) -> list[Denial]:
    return [denial for denial in found if denial.sure]


def _spare(found: list[Denial], others: list[Denial]) -> int:
    """Return how many hidden denials of the other side answer none that is as well hidden here."""
    hidden, there = (len(side) - len(_sure(side)) for side in (found, others))
    return max(0, there - hidden)
