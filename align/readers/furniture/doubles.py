"""Paragraphs that stand twice: a teaser before the text it is taken from, a doubled title."""

from __future__ import annotations

import re
from collections import Counter, deque
from itertools import pairwise
from typing import TYPE_CHECKING

from align.readers.furniture.phrases import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from align.readers.furniture.edges import Looks
    from align.readers.furniture.looks import Look

__all__ = ["doubled_titles", "doubles"]

FEWEST_CHARACTERS = 60  # of a paragraph that does not stand twice by intent
FEWEST_OF_TEASER = 40  # of one that breaks off, or is a whole sentence
BEGINNING = 20  # characters in which a text and its double never differ
TWICE = 2  # what stands oftener is a refrain, unless it stands there at once
NEAR = 2  # paragraphs of the same script up to the second
PARAGRAPH = "doubled paragraph"
TEASER = "teaser of the paragraph below"
TITLE = "doubled title"
FEWEST_IN_TITLE = 3  # words
FOLLOWING = 2  # blocks; in interleaved texts one of them is in the other script
TITLE_LINES = 6  # in which a title and its double stand, from the first line

_CUT_OFF = re.compile(r"[\[(]?(?:…|\.\.\.)[\])]?\s*$")


def doubles(looks: Looks, found: Mapping[int, str]) -> dict[int, str]:
    """Return paragraphs that stand near one that says the same, and titles that stand twice."""
    long = [
        place
        for place, look in enumerate(looks)
        if look.open and place not in found and len(look.text) >= FEWEST_OF_TEASER
    ]
    times = Counter(looks[place].text for place in long)
    more = doubled_titles(looks, found)
    for script in ("Arab", "Latn"):
        for one, other in _neighbours([p for p in long if looks[p].script == script]):
            if times[looks[other].text] > TWICE and other > one + 1:
                continue  # a refrain
            more |= _compared(one, other, looks)
    return more


def _neighbours(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    before: deque[int] = deque(maxlen=NEAR)
    for place in places:
        yield from ((other, place) for other in before)
        before.append(place)


def _compared(one: int, other: int, looks: Sequence[Look]) -> dict[int, str]:
    """Return which of two paragraphs is superfluous, and why: mostly neither."""
    first, second = looks[one], looks[other]
    if first.text[:BEGINNING] != second.text[:BEGINNING]:  # soon told, and true of nearly all
        return {}
    teaser = folded(_CUT_OFF.sub("", first.text))
    whole = folded(second.text)
    if teaser == whole:
        return {other: PARAGRAPH} if len(second.text) >= FEWEST_CHARACTERS else {}
    if not first.ended or not whole.startswith(teaser):
        return {}
    return {one: TEASER} if not whole[len(teaser)].isalnum() or _CUT_OFF.search(first.text) else {}


def doubled_titles(looks: Looks, found: Mapping[int, str]) -> dict[int, str]:
    """Return the second of two equal lines at the very beginning of a half of the text.

    A name may be its own translation: of two lines in Latin letters the text after them must be so.
    """
    more: dict[int, str] = {}
    for half in looks.halves:
        lines = [place for place in half[:TITLE_LINES] if place not in found and looks[place].open]
        for one, other in pairwise(lines):
            look = looks[other]
            if look.words >= FEWEST_IN_TITLE and look.key and look.key == looks[one].key:
                following = {below.script for below in looks[other + 1 : other + 1 + FOLLOWING]}
                more |= {other: TITLE} if following == {look.script} else {}
    return more
