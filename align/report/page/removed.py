"""Some of what was left out of every unit on purpose: why, what it was, what stands there now."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from align.report.page.markup import Element, cell, element, paths, row_heading, table, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from align.model import Reason
    from align.report.leftovers import LeftOver

__all__ = ["examples"]

CAPTIONS: dict[Reason, str] = {
    "furniture": "Furniture of pages and marks of the format",
    "duplicate": "Paragraphs that stand twice",
    "repair": "Repairs, before and after",
    "illegal-character": "Characters that XML forbids",
}


def examples(passages: Sequence[LeftOver]) -> list[Element]:
    """Return a few removed passages of each kind, in a table for each reason, or nothing."""
    if not passages:
        return []
    ordered = sorted(passages, key=lambda passage: passage.reason)
    tables = [
        _table(reason, group) for reason, group in groupby(ordered, key=lambda one: one.reason)
    ]
    return [element("details", element("summary", "Some of what was removed"), *tables)]


def _table(reason: Reason, passages: Iterable[LeftOver]) -> Element:
    caption = CAPTIONS.get(reason, reason)
    if reason == "repair":
        headings = ["What", "Before", "After", "Where"]
        return table(caption, headings, [_row(one, one.text, one.instead) for one in passages])
    return table(caption, ["What", "Text", "Where"], [_row(one, one.text) for one in passages])


def _row(passage: LeftOver, *texts: str) -> list[Element]:
    return [
        row_heading(passage.label or passage.reason.replace("-", " ")),
        *(cell(words("p", passage.lang, text, class_="words")) for text in texts),
        cell(paths(passage.document), f", {passage.place}"),
    ]
