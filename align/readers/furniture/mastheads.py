"""What stands over the title of a page: the name of the site, its menus, weather, prices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.readers.furniture.edges import edges
from align.readers.furniture.phrases import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from align.readers.furniture.edges import Looks
    from align.readers.furniture.looks import Look

__all__ = ["mastheads"]

FEWEST_IN_MENU = 2  # lines of menus that tell where a page begins,
FEWEST_SHORT = 5  # and of short lines with them; fewer may be of the text
MENUS = {"menu", "path"}
WORDS_OF_TITLE = 3  # fewest of a title that stays under the menus
LONGEST_PATH = 3  # lines of a path that say where the page is
WORDS_OF_NAME = 2  # fewest of the name of a site; one alone may be a subject
LABEL = "head of the site"


def mastheads(looks: Looks, found: Mapping[int, str]) -> dict[int, str]:
    """Return the short lines among and over the menus of a page, and the name of its site."""
    more: dict[int, str] = {}
    owners = [looks[place].key for place, label in found.items() if label == "copyright"]
    for half in looks.halves:
        head = _unsigned(edges(half, looks, found).head, looks)
        above = range(head.start, _end_of_menus(head, looks, found))
        short = [place for place in above if place in found or _is_short(looks[place])]
        if len(short) >= FEWEST_SHORT:
            more.update((place, LABEL) for place in short)
            more |= {place: LABEL for place in head if _is_name(looks[place], owners)}
    return {place: label for place, label in more.items() if place not in found}


def _unsigned(head: range, looks: Sequence[Look]) -> range:
    """Return the lines before the one that names the author, which stands under the title."""
    stop = next((place for place in head if looks[place].credited), head.stop)
    return range(head.start, stop)


def _end_of_menus(head: range, looks: Looks, found: Mapping[int, str]) -> int:
    """Return the place after the last line of menus under which a title is left."""
    menus = [place for place in head if found.get(place) in MENUS]
    for place in reversed(menus[FEWEST_IN_MENU - 1 :]):
        if _has_title(range(place + 1, head.stop), looks, found):
            return _end_of_path(place, head, looks, found)
    return head.start


def _end_of_path(last: int, head: range, looks: Looks, found: Mapping[int, str]) -> int:
    """Return the place after the path to a page: the subjects under the word for its home."""
    stop = last + 1
    above = looks[max(head.start, stop - LONGEST_PATH) : stop]
    if not any(look.key in words_of("home") for look in above):
        return stop
    while looks[stop].words < WORDS_OF_TITLE and _has_title(
        range(stop + 1, head.stop), looks, found
    ):
        stop += 1
    return stop


def _has_title(under: range, looks: Sequence[Look], found: Mapping[int, str]) -> bool:
    """Return whether a title is left; a long one counts as the beginning of the text."""
    after = looks[under.stop] if under.stop < len(looks) else None
    long = bool(after and after.prose and not after.ended)
    short = any(
        looks[place].headline and looks[place].words >= WORDS_OF_TITLE
        for place in under
        if place not in found
    )
    return short or long


def _is_short(look: Look) -> bool:
    return look.link and not look.signed


def _is_name(look: Look, owners: Sequence[str]) -> bool:
    """Return whether who holds the copyright is called like a line."""
    named = look.link and look.key and len(look.key.split()) >= WORDS_OF_NAME
    return bool(named and any(look.key in owner for owner in owners))
