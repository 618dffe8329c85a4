"""Numbers of pages that stand alone between the lines of a text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from align.readers.furniture.looks import Look

__all__ = ["page_numbers"]

FEWEST = 3  # numbers that rise by one are a count of something
AMID = 0.34  # share of them that stand amid a sentence, as those of chapters never do
LABEL = "page number"
_OF = re.compile(
    r"(?:page|p\.?|صفحة|الصفحة|ص)\s*\d+\s*(?:of|/|من(?: أصل)?)\s*\d+|\d+\s*(?:of|/|من)\s*\d+", re.I
)
_MARKED = re.compile(
    r"[-\u2013\u2014|\[]?\s*\d+\s*[-\u2013\u2014|\]]|(?:page|صفحة|الصفحة)\s*:?\s*\d+", re.I
)
_BARE = re.compile(r"\d{1,4}")


def page_numbers(looks: Sequence[Look], found: Mapping[int, str]) -> dict[int, str]:
    """Return the lines that are page numbers: marked as such, or counting on amid sentences."""
    more = {place: LABEL for place, look in enumerate(looks) if _OF.fullmatch(look.text)}
    for form in (_MARKED, _BARE):
        rising = _rising(
            [place for place, look in enumerate(looks) if form.fullmatch(look.text)], looks
        )
        amid = sum(_is_amid(place, looks) for place in rising)
        if len(rising) >= FEWEST and (form is _MARKED or amid >= AMID * len(rising)):
            more |= dict.fromkeys(rising, LABEL)
    return {place: label for place, label in more.items() if place not in found}


def _rising(places: Sequence[int], looks: Sequence[Look]) -> list[int]:
    """Return the places whose number is one more than that of the place before, or one less."""
    rising: set[int] = set()
    for one, other in pairwise(places):
        if _number(looks[other]) == _number(looks[one]) + 1 and other > one + 1:
            rising |= {one, other}
    return sorted(rising)


def _number(look: Look) -> int:
    digits = re.search(r"\d+", look.text)
    return int(digits.group()) if digits else 0


def _is_amid(place: int, looks: Sequence[Look]) -> bool:
    """Return whether the line before is text that has not ended."""
    before = looks[place - 1] if place else None
    return before is not None and before.prose and not before.ended and before.text[-1] != ":"
