"""Lines that stand many times: categories at the edge of an article, heads of printed pages."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from align.readers.furniture.edges import edges

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from align.readers.furniture.edges import Looks
    from align.readers.furniture.looks import Look

__all__ = ["repeats"]

FEWEST = 3  # times that a line stands
WITH_TRANSLATION = 2  # lines from one to the next
MOST_WORDS = 15  # of the head of a page
FEWEST_IN_TITLE = 3  # words of a title that is not said twice by chance
FEWEST_IN_HEAD = 2  # words; one alone is how letters are signed
INTERRUPTS = 0.5  # share of the places of a page head that are amid a sentence
LOOKED_BACK = 20  # blocks, for the text before
LABEL = "repeated line"
_DIGITS = re.compile(r"\d+")


def repeats(looks: Looks, found: Mapping[int, str]) -> dict[int, str]:
    """Return lines that stand again and again where no text repeats itself."""
    more: dict[int, str] = {}
    for half in looks.halves:
        head, tail = edges(half, looks, found)
        more |= _in_a_row(head, looks, found) | _in_a_row(tail, looks, found)
        more |= _titles(head, tail, looks, found)
    return more | _page_heads(looks, found)


def _in_a_row(edge: range, looks: Sequence[Look], found: Mapping[int, str]) -> dict[int, str]:
    """Return the lines that stand three times and more, one after the other, at an edge.

    Translations may stand between them.
    """
    runs: dict[str, list[list[int]]] = {}
    for place in edge:
        if place in found or not looks[place].key:
            continue
        mine = runs.setdefault(looks[place].key, [[]])
        if mine[-1] and place > mine[-1][-1] + WITH_TRANSLATION:
            mine.append([])
        mine[-1].append(place)
    long = (run for mine in runs.values() for run in mine if len(run) >= FEWEST)
    return {place: LABEL for run in long for place in run}


def _titles(
    head: range, tail: range, looks: Sequence[Look], found: Mapping[int, str]
) -> dict[int, str]:
    """Return the lines after a text that stand before it too, as titles do in share boxes."""
    titles = {looks[place].key for place in head if looks[place].words >= FEWEST_IN_TITLE}
    return {
        place: LABEL
        for place in tail
        if place not in found and looks[place].key in titles and not looks[place].signed
    }


def _page_heads(looks: Looks, found: Mapping[int, str]) -> dict[int, str]:
    """Return the lines that break into sentences, numbers in them not counted."""
    keys = {
        place: _DIGITS.sub("#", look.key)
        for place, look in enumerate(looks)
        if look.open and look.key and not look.prose and FEWEST_IN_HEAD <= look.words <= MOST_WORDS
    }
    counts = Counter(keys.values())
    titles = {place for half in looks.halves for place in edges(half, looks, found).head}
    heads: dict[int, str] = {}
    often = sorted((place for place in keys if counts[keys[place]] >= FEWEST), key=keys.__getitem__)
    for _, group in groupby(often, key=keys.__getitem__):
        places = [place for place in group if place not in found]
        amid = [place for place in places if _interrupts(place, looks, found)]
        if len(places) >= FEWEST and len(amid) >= INTERRUPTS * len(places):
            heads |= {place: LABEL for place in places if place not in titles}
    return heads


def _interrupts(place: int, looks: Sequence[Look], found: Mapping[int, str]) -> bool:
    """Return whether the text before a line goes on after it, or a page number is beside it."""
    if any(found.get(side) == "page number" for side in (place - 1, place + 1)):
        return True
    before = next(
        (looks[i] for i in range(place - 1, max(-1, place - LOOKED_BACK), -1) if i not in found),
        None,
    )
    return before is not None and before.prose and not before.ended and before.text[-1] != ":"
