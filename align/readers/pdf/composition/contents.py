"""Entries of a table of contents: a title, dots, and the page it leads to."""

from __future__ import annotations

from typing import NamedTuple

import regex

__all__ = ["Entry", "entry"]

_ENTRY = regex.compile(
    r"(.*?[^\s.·…_])\s*((?:[.·…_]\s?){4,}\s*(\d{1,5}|[ivxlc]{1,6})?)$", regex.DOTALL
)


class Entry(NamedTuple):
    """The title, and the page, which may be on another line."""

    title: str
    page: str


def entry(text: str) -> Entry | None:
    """Return the two parts of an entry, None for other text.

    >>> entry("The old dam ........ 12")
    Entry(title='The old dam', page='12')
    """
    match = _ENTRY.fullmatch(text)
    return Entry(match[1], match[3] or "") if match else None
