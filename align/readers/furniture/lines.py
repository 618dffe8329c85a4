"""Lines that are furniture for what they say: share lines, counters, copyrights, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.readers.furniture.edges import edges
from align.readers.furniture.phrases import folded, said, words_of
from align.text.scripts import main_script

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from align.readers.furniture.edges import Looks
    from align.readers.furniture.looks import Look

__all__ = ["likely_lines", "sure_lines"]

MOST_WORDS = 45  # of a line that is furniture for how it begins
INVITATIONS = {"share line", "follow line"}
MOST_INVITING = 10  # words of these, unless they stand at the edge of a text
MOST_PART = 5  # words of a part of a menu in one line
FEWEST_PARTS = 3  # of a menu in one line; the path to a page may have two
KNOWN_PARTS = 0.6  # share of its parts that are words of menus
FEWEST_AT_HEAD = 2  # one line of a kind before a text may be its heading
FEWEST_FOR_MARK = 3  # other lines of furniture in a text where such a word is no heading
FEWEST_WORDS = 4  # of a menu without separators

_ADDRESS = re.compile(r"(?:[^\s:]+(?:\s[^\s:]+)?\s*:\s*)?[(<\[]?(?:https?://|www\.)\S+", re.I)
# Nothing is tried twice: commas may be of a tag or after it, which doubles the ways with each.
_HASHTAGS = re.compile(r"(?:#[^\s#]++[\s,،]*+){2,}")
_SEPARATOR = re.compile(r"\s*[|>»›•·<«‹←→\t]\s*|\s+[-\u2013\u2014/\\]\s+")
_SEPARATED = re.compile(r"[|>»›•·<«‹←→\t]|\s[-\u2013\u2014/\\]\s")


def sure_lines(looks: Sequence[Look]) -> dict[int, str]:
    """Return the lines that are furniture wherever they stand, with what they are."""
    labels = ((place, _sure(look)) for place, look in enumerate(looks))
    return {place: label for place, label in labels if label}


def _sure(look: Look) -> str:
    if not look.key:
        return ""
    if look.said and look.said.sure and look.words <= MOST_WORDS and not _calls_out(look):
        return look.said.label
    if _ADDRESS.fullmatch(look.text):
        return "web address"
    if _HASHTAGS.fullmatch(look.text):
        return "tags"
    return _menu_in_a_line(look)


def _calls_out(look: Look) -> bool:
    """Return whether what looks like an invitation to share goes on as a sentence does."""
    inviting = look.said is not None and look.said.label in INVITATIONS
    return inviting and look.ended and look.words > MOST_INVITING


def _menu_in_a_line(look: Look) -> str:
    """Return ``path`` or ``menu`` if the parts of a line are words of menus, else nothing."""
    parts = _parts(look)
    if len(parts) > 1 and all(part in words_of("languages") for part in parts):
        return "menu"
    if len(parts) == 1 and not look.ended and look.words >= FEWEST_WORDS:
        words = look.key.split()
        return "menu" if all(map(_is_known, words)) else ""
    if any(len(part.split()) > MOST_PART for part in parts[:-1]) or look.ended:
        return ""
    if not look.open and len({main_script(part) for part in parts}) > 1:
        return ""  # a row of a glossary, not of a menu
    if len(parts) > 1 and parts[0] in words_of("home"):
        return "path"
    known = sum(map(_is_known, parts))
    return "menu" if len(parts) >= FEWEST_PARTS and known >= KNOWN_PARTS * len(parts) else ""


def _parts(look: Look) -> list[str]:
    """Return what stands between the separators of a line, folded; most lines have none."""
    if not _SEPARATED.search(look.text):
        return [look.key]
    return [key for part in _SEPARATOR.split(look.text) if (key := folded(part))]


def _is_known(key: str) -> bool:
    kinds = ("menu", "places", "home", "networks")
    return any(key in words_of(kind) for kind in kinds) or said(key) is not None


def likely_lines(looks: Looks, found: Mapping[int, str]) -> dict[int, str]:
    """Return lines that may be furniture and stand at the edge of a text or beside furniture."""
    more: dict[int, str] = {}
    for half in looks.halves:
        head, tail = edges(half, looks, found)
        more |= _labels(tail, looks, found)
        at_head = _labels(head, looks, found)
        if len(at_head) + sum(place in found for place in head) >= FEWEST_AT_HEAD:
            more |= at_head
    beside = {side for place in found for side in (place - 1, place + 1) if 0 <= side < len(looks)}
    if len(found) >= FEWEST_FOR_MARK:
        beside |= {place for place, look in enumerate(looks) if _is_mark(look)}
    more |= _labels(sorted(beside), looks, found)
    return more | _further(more, looks, found)


def _further(near: Iterable[int], looks: Looks, found: Mapping[int, str]) -> dict[int, str]:
    """Return what may be furniture beside what was just found, and beside that, and so on."""
    more: dict[int, str] = {}
    waiting = list(near)
    while waiting:
        place = waiting.pop()
        sides = [side for side in (place - 1, place + 1) if 0 <= side < len(looks)]
        new = _labels([side for side in sides if side not in more], looks, found)
        more |= new
        waiting += new
    return more


def _is_mark(look: Look) -> bool:
    """Return whether a line says no more than that there was an advertisement."""
    return bool(look.said and look.said.label == "advertisement" and look.words == 1)


def _labels(
    places: Sequence[int], looks: Sequence[Look], found: Mapping[int, str]
) -> dict[int, str]:
    return {
        place: meaning.label
        for place in places
        if place not in found
        and (meaning := looks[place].said)
        and looks[place].words <= MOST_WORDS
    }
