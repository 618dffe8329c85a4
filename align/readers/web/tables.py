"""Tables: those of rows that belong together, and those that only lay a page out."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.readers.web.nodes import Node

__all__ = ["is_data", "rows"]

MOST_PARAGRAPHS = 8  # in a cell of a table of rows
MOST_ALONE = 2  # rows of a table if only one of them has cells to set side by side
WIDEST_SPAN = 50  # columns or rows that a cell is believed to take
WIDEST_ROW = 100  # columns up to which one is; a page of a few cells could ask for billions
_PARTS = frozenset({"thead", "tbody", "tfoot", "table"})
_CELLS = frozenset({"td", "th"})
_LAYOUT = frozenset({"table", "form", "nav", "article", "h1", "h2"})
_PARAGRAPHS = frozenset({"p", "div", "li", "blockquote", "h3", "h4"})


def is_data(table: Node) -> bool:
    """Say whether a table has rows of cells that belong together."""
    if table.get("role") in {"presentation", "none"}:
        return False
    widths = [len(list(_cells(row))) for row in _rows(table)]
    several = sum(width > 1 for width in widths)
    if not several or (several == 1 and len(widths) > MOST_ALONE):
        return False
    return not any(_lays_out(cell) for row in _rows(table) for cell in _cells(row))


def rows(table: Node) -> Iterator[list[Node | None]]:
    """Yield the cells of each row, None where a cell of another column or row reaches in.

    A cell that takes a whole row is alone in it: it belongs to no column.
    """
    reaching: dict[int, int] = {}
    for row in _rows(table):
        places: list[Node | None] = []
        cells = list(_cells(row))
        for cell in cells:
            _fill(places, reaching)
            _place(cell, places, reaching)
        _fill(places, reaching)
        across = len(cells) == 1 and len(places) == _span(cells[0], "colspan")
        yield [cells[0]] if across else places


def _place(cell: Node, places: list[Node | None], reaching: dict[int, int]) -> None:
    """Add a cell, and the columns it takes beyond its own; note how far down it reaches."""
    first = len(places)
    if first >= WIDEST_ROW:
        places.append(cell)
        return
    for column in range(first, first + _span(cell, "colspan")):
        places.append(None)
        reaching[column] = _span(cell, "rowspan") - 1
    places[first] = cell


def _fill(places: list[Node | None], reaching: dict[int, int]) -> None:
    """Add empty places where cells of rows above reach in."""
    while reaching.get(len(places), 0) > 0:
        reaching[len(places)] -= 1
        places.append(None)


def _rows(table: Node) -> Iterator[Node]:
    for child in table.nodes:
        if child.tag == "tr":
            yield child
        elif child.tag in _PARTS:
            yield from (row for row in child.nodes if row.tag == "tr")


def _cells(row: Node) -> Iterator[Node]:
    return (cell for cell in row.nodes if cell.tag in _CELLS)


def _lays_out(cell: Node) -> bool:
    """Say whether a cell holds so much of its own that it is a part of the page."""
    paragraphs = breaks = 0
    for node in islice(cell.walk(), 1, None):
        paragraphs += node.tag in _PARAGRAPHS
        breaks += node.tag == "br"
        if node.tag in _LAYOUT or max(paragraphs, breaks) > MOST_PARAGRAPHS:
            return True
    return False


def _span(cell: Node, attribute: str) -> int:
    told = cell.get(attribute)
    count = int(told) if told.isascii() and told.isdigit() and len(told) < 5 else 1  # noqa: PLR2004
    return max(1, min(WIDEST_SPAN, count))
