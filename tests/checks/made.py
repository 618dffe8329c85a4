"""Pairs to be checked, and what is found in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.checks.wording import SIDES
from align.evidence.pair import Context, Pair, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.model import Flag
    from align.stages import Check

__all__ = ["ids", "made", "marked"]


def made(arabic: str, english: str, context: Context | None = None) -> Pair:
    """Return an Arabic text and its English translation as a pair."""
    return Pair(source=Text(arabic, "ar"), target=Text(english, "en"), context=context or Context())


def ids(check: Check, arabic: str, english: str) -> list[str]:
    """Return the ids of what a check finds, sorted."""
    return sorted(flag.id for flag in check(made(arabic, english)))


def marked(pair: Pair, flags: Iterable[Flag]) -> list[tuple[str, str, str]]:
    """Return the id, the side and the marked text of each flag."""
    texts = {side: pair.side(side).text for side in SIDES}
    return [
        (flag.id, flag.side, texts[flag.side][flag.start : flag.end])
        for flag in flags
        if flag.side is not None
    ]
