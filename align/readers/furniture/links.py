"""What stands under a line that opens a list, or among the furniture after a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.readers.furniture.edges import edges

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from align.readers.furniture.edges import Looks
    from align.readers.furniture.looks import Look

__all__ = ["linked", "stranded", "swept"]

MOST_INSIDE = 8  # headlines of a list in the middle of an article
FEWEST_WORDS = 4  # of a headline; what is shorter and stands over text is the heading of it
FEWEST_KNOWN = 3  # lines of furniture after a text, where nothing else is text
AMONG = "among furniture"
# The entries of these are words, not headlines; of the first two any words.
WORD_LISTS = {"tags", "feedback"}
SHORT_LISTS = {*WORD_LISTS, "share line", "follow line"}
ENDS = {"comments", "copyright", "most read"}  # what stands under the text, never amid it
ASKING = "subscription line"
FEWEST_BEFORE = 4  # lines of furniture, one of them such an end, before a sentence of theirs
LONGEST_STRANDED = 40  # words
FEWEST_TAGS = 3  # in a row; fewer may tell who wrote the text and where
WORDS_OF_TAG = 3
WORDS_OF_HEADING = 8  # most of a heading in the text; a longer line may be a caption


def linked(looks: Looks, found: Mapping[int, str]) -> dict[int, str]:
    """Return the entries of lists of links, by the label of the line that opens them."""
    more: dict[int, str] = {}
    for half in looks.halves:
        head = edges(half, looks, found).head
        shortest = _longest_heading(half, looks) + 2
        for place in half:
            short = found.get(place) in SHORT_LISTS
            if place in found and _opens(looks[place]) and (short or place not in head):
                entries = _entries(range(place + 1, half.stop), found[place], looks, found)
                if entries and looks[entries[-1]].words < shortest:
                    entries = entries[: -1 if _is_over_text(entries[-1], half, looks) else None]
                more.update((entry, found[place]) for entry in entries)
    return {place: label for place, label in more.items() if place not in found}


def swept(looks: Looks, found: Mapping[int, str]) -> dict[int, str]:
    """Return every headline and short line after a text, if furniture is among them."""
    more: dict[int, str] = {}
    for half in looks.halves:
        tail = edges(half, looks, found).tail
        known = [place for place in tail if place in found]
        if len(known) >= FEWEST_KNOWN:
            rest = range(known[0], tail.stop)
            more |= {place: AMONG for place in rest if looks[place].headline}
            dates = range(known[FEWEST_KNOWN - 1], tail.stop)
            more |= {place: AMONG for place in dates if _is_date(looks[place])}
            more |= dict.fromkeys(_bare_tags(range(tail.start, known[0]), looks), "tags")
    return {place: label for place, label in more.items() if place not in found}


def _bare_tags(places: range, looks: Sequence[Look]) -> range:
    """Return all lines between a text and its furniture if they are tags that nothing opens."""
    tags = all(
        look.link and look.words <= WORDS_OF_TAG and not (look.signed or look.item)
        for look in looks[places.start : places.stop]
    )
    return places if tags and len(places) >= FEWEST_TAGS else places[:0]


def stranded(looks: Looks, found: Mapping[int, str]) -> dict[int, str]:
    """Return the sentences that stand alone among the furniture under a text."""
    known = dict(found)
    for place in range(FEWEST_BEFORE, len(looks) - 1):
        before = {known.get(each, "") for each in range(place - FEWEST_BEFORE, place)}
        under = "" not in before and ENDS & before and place + 1 in known
        alone = under or _is_in_box(place, looks, known)
        if alone and place not in known and looks[place].words <= LONGEST_STRANDED:
            known[place] = AMONG
    return {place: label for place, label in known.items() if place not in found}


def _is_in_box(place: int, looks: Sequence[Look], found: Mapping[int, str]) -> bool:
    """Return whether a line stands between two that ask to subscribe."""
    sides = (place - 1, place + 1)
    asking = [
        look.said is not None and look.said.label == ASKING
        for look in map(looks.__getitem__, sides)
    ]
    return all(asking) and any(side in found for side in sides)


def _is_date(look: Look) -> bool:
    """Return whether a line is no more than the date of what stands above or below it."""
    return look.open and look.signed and not look.credited and not look.prose


def _longest_heading(half: range, looks: Sequence[Look]) -> int:
    """Return the words of the longest heading between two sentences of the text."""
    between = (place for place in half[1:-1] if looks[place - 1].prose and looks[place + 1].prose)
    words = (looks[place].words for place in between if looks[place].headline)
    return max((count for count in words if count <= WORDS_OF_HEADING), default=0)


def _is_over_text(place: int, half: range, looks: Sequence[Look]) -> bool:
    return place + 1 < half.stop and looks[place + 1].prose


def _opens(look: Look) -> bool:
    """Return whether a list may follow; not if the line itself says what it leads to."""
    return bool(look.said and look.said.opens and ":" not in look.key)


def _entries(
    following: range, label: str, looks: Sequence[Look], found: Mapping[int, str]
) -> list[int]:
    entries: list[int] = []
    for place in following:
        if place in found and _opens(looks[place]):  # the next list
            return entries
        if place not in found and not _is_entry(looks[place], label):
            return _inside(entries, looks, found)
        entries.append(place)
    return entries


def _is_entry(look: Look, label: str) -> bool:
    if label in SHORT_LISTS:
        return look.link and (label in WORD_LISTS or look.said is not None) and not look.signed
    return look.headline


def _inside(entries: list[int], looks: Sequence[Look], found: Mapping[int, str]) -> list[int]:
    """Return the entries of a list that text follows, without the heading of that text."""
    new = [place for place in entries if place not in found]
    if len(new) > MOST_INSIDE:
        return []
    if new and new[-1] == entries[-1] and looks[new[-1]].words < FEWEST_WORDS:
        new.pop()
    return new
