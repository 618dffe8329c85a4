"""Tables of RTF, which have no beginning and no end: a paragraph says how many it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.readers.word.flow import Flow, Role

__all__ = ["end_cell", "end_row", "enter"]

MOST_TABLES = 20  # inside one another; a number is cheaply written
INNER: dict[str, Role] = {"table": "row", "row": "cell"}
ROW = {"row", "cell"}


def enter(flow: Flow, tables: int) -> None:
    """Open or close tables until so many are open here, and a cell of the last one."""
    while flow.tables > tables:
        flow.close()
    while flow.tables < min(tables, MOST_TABLES) or flow.role in INNER:
        flow.open(INNER.get(flow.role, "table"))


def end_cell(flow: Flow, tables: int) -> None:
    """End a cell of the last of so many tables, an empty one if none is open."""
    flow.end()
    enter(flow, tables)
    flow.close()


def end_row(flow: Flow, tables: int) -> None:
    """End a row of the last of so many tables, with a cell in it that has no end of its own."""
    flow.end()
    while flow.tables > tables or (flow.tables == tables and flow.role in ROW):
        flow.close()
