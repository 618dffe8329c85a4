"""What stands at one place of many pages: the same text, or one whose number counts the pages."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.readers.pdf.records import Line

__all__ = ["Repeats", "Spot", "is_page_number"]

SAME_HEIGHT = 4.0  # points within which it stands at the same place
LARGER = 1.1  # times the size of the text, from which a line with a number is a heading
FEWEST, FEWEST_APART = 3, 2  # pages that have the same; where white divides it from the text
MOST_NUMBERS = 4  # of a line that are looked at
MARGIN = 0.1  # share of the height of a page where a lone number is that of the page
_NUMBER = regex.compile(r"\d{1,6}")
_LONE_NUMBER = regex.compile(
    r"(?:page|p\.|صفحة|الصفحة|ص\.?)?\s*[-–—\[(|]*\s*(?:\d{1,5}|[ivxl]{1,6})\s*[-–—\])|]*"
    r"(?:\s*(?:of|/|من)\s*\d{1,5})?",
    regex.IGNORECASE,
)

Key = tuple[str, str, int]


class Spot(NamedTuple):
    """A line near the top or bottom of a page.

    ``depth`` is how far from that edge it is, as a share of the page ``part``; it is ``apart`` if
    white divides it from the text, ``large`` if its letters are larger than those.
    """

    line: Line
    edge: str
    depth: float
    part: float
    apart: bool
    large: bool


class Repeats:
    """Which lines at the edges of pages come again, at the same height."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        """Look at all such lines of a document."""
        self._pages: dict[tuple[Key, int], set[int]] = defaultdict(set)
        for spot in spots:
            for key in _keys(spot):
                self._pages[key, _step(spot)].add(spot.line.page)

    def __contains__(self, spot: Spot) -> bool:
        """Say whether a line is furniture of the page."""
        lone = is_page_number(spot.line.text)
        if lone and spot.apart and spot.part <= MARGIN:
            return True
        return any(self._often(spot, key, lone=lone) for key in _keys(spot))

    def _often(self, spot: Spot, key: Key, *, lone: bool) -> bool:
        counting = key[1] != spot.line.text
        if counting and not lone and spot.large:
            return False
        fewest = FEWEST_APART if spot.apart and (lone or not counting) else FEWEST
        pages: set[int] = set()
        for step in (-1, 0, 1):
            pages |= self._pages.get((key, _step(spot) + step), set())
        return len(pages) >= fewest


def is_page_number(text: str) -> bool:
    """Say whether a line is nothing but the number of a page.

    >>> [is_page_number(text) for text in ("- 12 -", "صفحة ٣ من ١٠", "Page 2", "2 dams")]
    [True, True, True, False]
    """
    return bool(_LONE_NUMBER.fullmatch(text.strip()))


def _step(spot: Spot) -> int:
    return round(spot.depth / SAME_HEIGHT)


def _keys(spot: Spot) -> Iterator[Key]:
    """Yield what is the same on other pages: the text, or the text but for a number that counts.

    On facing pages, two bear one number: there it grows by one in two pages.
    """
    text, page = spot.line.text, spot.line.page
    yield spot.edge, text, 0
    for match in list(_NUMBER.finditer(text))[:MOST_NUMBERS]:
        number = int(match.group())
        rest = f"{text[: match.start()]}\0{text[match.end() :]}"
        yield f"{spot.edge} by pages", rest, number - page
        yield f"{spot.edge} by sheets", rest, 2 * number - page
