"""Menus: short lines one under the other, several of them words that menus are made of."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from align.readers.furniture.edges import edges
from align.readers.furniture.phrases import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from align.readers.furniture.edges import Looks
    from align.readers.furniture.looks import Look

__all__ = ["menus"]

FEWEST_AT_EDGE = 2  # words of menus that make one before or after a text
FEWEST_INSIDE = 4  # the same in the middle of it
SHARE_INSIDE = 0.5  # of the lines of a menu there that are such words
MOST_UNKNOWN = 2  # words of an entry that we do not know; a title before a text has more
LABEL = "menu"


def menus(looks: Looks, found: Mapping[int, str]) -> dict[int, str]:
    """Return the lines of menus: what stands between two of their words is one of them too."""
    more: dict[int, str] = {}
    for half in looks.halves:
        head, tail = edges(half, looks, found)
        for run in _runs(half, looks, found):
            known = [place for place in run if place in found or _is_known(looks[place])]
            in_tail = run[-1] in tail
            if in_tail and known and _is_tail(known, looks, found):
                entries = [place for place in run if place >= known[0]]
            elif not in_tail and _is_menu(run, known, at_edge=run[-1] in head):
                entries = _among(run, known, looks)
            else:
                continue
            more.update((place, LABEL) for place in entries if not looks[place].signed)
    return {place: label for place, label in more.items() if place not in found}


def _among(run: Sequence[int], known: Sequence[int], looks: Sequence[Look]) -> list[int]:
    """Return the words of menus and the entries among them; the title of a text is none."""
    words = set(known)
    return [
        place
        for place in run
        if place in words
        or (
            known[0] < place < known[-1]
            and looks[place].words <= MOST_UNKNOWN
            and not looks[place + 1].signed
            and not looks[place - 1].credited  # where the author is
        )
    ]


def _runs(half: range, looks: Sequence[Look], found: Mapping[int, str]) -> Iterator[list[int]]:
    """Yield the runs of short lines, those found before among them."""
    for short, run in groupby(half, key=lambda place: place in found or looks[place].link):
        if short:
            yield list(run)


def _is_known(look: Look) -> bool:
    return look.link and (look.menu_word or look.said is not None)


def _is_tail(known: Sequence[int], looks: Sequence[Look], found: Mapping[int, str]) -> bool:
    """Return whether lines after a text are a menu; a place alone may be where it was written."""
    if len(known) >= FEWEST_AT_EDGE:
        return True
    return known[0] not in found and looks[known[0]].key not in words_of("places")


def _is_menu(run: Sequence[int], known: Sequence[int], *, at_edge: bool) -> bool:
    if at_edge:
        return len(known) >= FEWEST_AT_EDGE
    return len(known) >= max(FEWEST_INSIDE, SHARE_INSIDE * len(run))
