"""Which columns of a table in a document hold the two texts, and which one numbers the rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.formats.tables.columns import SIDES
from align.formats.tables.headings import heading_of
from align.text.scripts import letters_of, script_of
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Langs = tuple[str, str]

__all__ = ["Shape", "shape_of"]

_NUMBER = re.compile(r"[(\[]?[0-9٠-٩۰-۹]{1,6}[.)\]-]*")  # of a row


@dataclass(frozen=True, slots=True)
class Shape:
    """How many columns a table has, which two hold texts and which one the numbers of rows.

    ``heading`` is what stands in for a heading where the table has none of its own.
    """

    width: int
    texts: tuple[int, int]
    number: int | None
    heading: tuple[str, ...] = ()

    def without_number(self, cells: Sequence[str]) -> Iterator[str]:
        """Yield the cells of a row without that of its number."""
        return (cell for place, cell in enumerate(cells) if place != self.number)


def shape_of(rows: Sequence[list[str]], langs: Langs) -> Shape | None:
    """Return the shape of a table by its first rows, None if it holds no pairs of texts.

    >>> shape_of([["1", "نعم", "Yes"], ["2", "لا", "No"]], ("ar", "en"))
    Shape(width=3, texts=(1, 2), number=0, heading=('column-1', 'source', 'target'))
    """
    width = max(map(len, rows), default=0)
    # Rows with a single text are titles, above the heading or between the pairs.
    rows = [row for row in rows if sum(map(bool, map(tidy, row))) > 1]
    columns = [[row[place] for row in rows if place < len(row)] for place in range(width)]
    own = heading_of(rows[0], langs) if rows else None
    texts = _named(own.columns) if own else _told(columns, langs)
    if texts is None:
        return None
    heading = () if own else tuple(_name(place, texts) for place in range(width))
    others = (place for place in range(width) if place not in texts)
    number = next((place for place in others if _numbers(columns[place])), None)
    return Shape(width, texts, number, heading)


def _named(columns: Sequence[str]) -> tuple[int, int]:
    first, second = (columns.index(side) for side in SIDES)
    return first, second


def _told(columns: Sequence[Sequence[str]], langs: Langs) -> tuple[int, int] | None:
    """Return the columns with most letters of either script, if each has more of its own."""
    scripts = [script_of(lang) for lang in langs]
    counts = [[letters_of(" ".join(cells), script) for script in scripts] for cells in columns]
    ranked = [
        max(range(len(counts)), key=lambda place: counts[place][n], default=0) for n in (0, 1)
    ]
    first, second = ranked
    if not counts or counts[first][0] <= counts[first][1] or counts[second][1] <= counts[second][0]:
        return None
    return min(ranked), max(ranked)


def _name(place: int, texts: tuple[int, int]) -> str:
    return SIDES[texts.index(place)] if place in texts else f"column-{place + 1}"


def _numbers(cells: Sequence[str]) -> bool:
    """Say whether a column only numbers the rows, below a heading of its own or none."""
    filled = list(filter(None, map(tidy, cells)))
    numbers = [cell for cell in filled if _NUMBER.fullmatch(cell)]
    return bool(numbers) and len(numbers) >= len(filled) - 1
