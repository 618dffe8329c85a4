"""Furniture of pages in any text: menus, share lines, repeated lines, doubled paragraphs.

What a text copied from a web site brings along is told by the text alone: by what its lines say
(`lines`, in the words of `phrases`), by what they stand under (`links`) and among (`menus`), by
being said again (`repeats`, `doubles`), by counting on (`numbers`). `looks` says what a block
looks like, `edges` where an article begins and ends. Lists, poems, tables, phrase books are no
articles: without running text nothing is cleared. Bylines and dates stay: they are translated.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from align.model import Passage
from align.readers.furniture.doubles import doubled_titles, doubles
from align.readers.furniture.edges import Looks
from align.readers.furniture.lines import likely_lines, sure_lines
from align.readers.furniture.links import linked, stranded, swept
from align.readers.furniture.looks import look_at
from align.readers.furniture.mastheads import mastheads
from align.readers.furniture.menus import menus
from align.readers.furniture.numbers import page_numbers
from align.readers.furniture.repeats import repeats

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from align.model import Block, Document, Reason
    from align.readers.furniture.looks import Look

__all__ = ["cleared"]

MOST_AT_ONCE = 4_000  # blocks that are looked at together: a page has some hundreds
WORDS_OF_TEXT = 8  # of a sentence as articles have them, and phrase books hardly
FEWEST_CHARACTERS = 300  # of such sentences in an article
SHARE_OF_TEXT = 0.35  # of its characters that are theirs, however long its menus
Found = tuple[str, "Reason"]  # the label of what is furniture, and why it is removed
DOUBLE: Reason = "duplicate"
STEPS = (
    *(page_numbers, likely_lines, linked, repeats, menus, mastheads, stranded),
    *(likely_lines, linked, swept),  # again, with what the steps between found
)


def cleared(document: Document) -> Document:
    """Return the document without its furniture, which is listed in `Document.removed`.

    A very long one, such as the articles of a year, is looked at part by part.
    """
    found: dict[int, Found] = {}
    for start in range(0, len(document.blocks), MOST_AT_ONCE):
        part = document.blocks[start : start + MOST_AT_ONCE]
        found |= {start + place: what for place, what in _found(part).items()}
    if not found:
        return document
    removed = tuple(_passage(document.blocks[place], *found[place]) for place in sorted(found))
    kept = tuple(block for place, block in enumerate(document.blocks) if place not in found)
    return dataclasses.replace(document, blocks=kept, removed=(*document.removed, *removed))


def _found(blocks: Sequence[Block]) -> dict[int, Found]:
    """Return the furniture among blocks by its place, with its label and reason."""
    looks = Looks(look_at(block) for block in blocks)
    sure = sure_lines(looks)
    if not _is_article(looks, sure):
        return {}
    doubled = doubles(looks, sure)
    places = _furniture(looks, sure | doubled)
    beside = doubled_titles(looks, places)  # now that nothing stands between them
    places, doubled = places | beside, doubled | beside
    return {
        place: (label, DOUBLE if place in doubled else "furniture")
        for place, label in places.items()
    }


def _is_article(looks: Sequence[Look], sure: Container[int]) -> bool:
    """Return whether enough of a document, without its certain furniture, is running text."""
    rest = [look for place, look in enumerate(looks) if place not in sure]
    text = sum(len(look.text) for look in rest if look.prose and look.words >= WORDS_OF_TEXT)
    return text >= max(FEWEST_CHARACTERS, SHARE_OF_TEXT * sum(len(look.text) for look in rest))


def _furniture(looks: Looks, sure: dict[int, str]) -> dict[int, str]:
    """Return the furniture by its place, each step helped by what the steps before found."""
    found = dict(sure)
    for step in STEPS:
        found = step(looks, found) | found
    return found


def _passage(block: Block, label: str, reason: Reason) -> Passage:
    return Passage(
        lang="und",
        block="",
        start=block.place.start,
        end=block.place.end,
        text=block.text,
        reason=reason,
        label=label,
    )
