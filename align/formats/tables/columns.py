"""What a unit is as a row of texts: our columns, written by CSV and XLSX, read in any order.

``flags`` and ``places`` are lines as TMX has them in its ``x-flag`` and ``x-place``, one each (see
`align.formats.props`); ``props`` are lines ``NAME=VALUE``, with ``%`` and ``=`` in a name written
as in URLs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from align.formats.fields import DEFAULT_KIND
from align.formats.props import props_of, unit_of
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from align.formats.props import Prop, Side
    from align.formats.reading import Losses
    from align.model import TranslationUnit

__all__ = ["COLUMNS", "PLAIN", "SIDES", "cells_of", "unit_of_cells"]

SIDES = ("source", "target")
PLAIN = (*SIDES, "score", "kind", "id", "document")  # of a TSV, which has no heading
COLUMNS = (
    *("source", "target", "score", "kind", "flags", "id", "document"),
    *("source_lang", "target_lang", "props", "places"),
)
LISTS = {"flags": "x-flag", "places": "x-place"}
KIND = re.compile("[0-9]+-[0-9]+")
_QUOTED = re.compile("[%=]")


def cells_of(unit: TranslationUnit, source: str, target: str) -> tuple[str, ...]:
    """Return a cell for each of `COLUMNS`; ``source`` and ``target`` are the tidied texts."""
    props = list(props_of(unit))
    own = (f"{_QUOTED.sub(_quoted, tidy(name))}={tidy(text)}" for name, text in unit.props)
    return (
        source,
        target,
        f"{unit.score:.4f}",
        tidy(unit.kind),
        _lines(props, "flags"),
        tidy(unit.id),
        tidy(unit.origin.document) if unit.origin else "",
        tidy(unit.source_lang),
        tidy(unit.target_lang),
        "\n".join(own),
        _lines(props, "places"),
    )


def unit_of_cells(
    cells: Mapping[str, str], name: str, sides: tuple[Side, Side], line: int, losses: Losses
) -> TranslationUnit:
    """Return the unit of the cells of a row by column, called ``name`` unless it has an id.

    Columns that are not ours become props. Raises `ValueError` for a score that is none.
    """
    kind = tidy(cells.get("kind", ""))
    if kind and not KIND.fullmatch(kind):
        # Where nobody tells Excel that a column is text, it makes a day in January of 2-1.
        losses.add("property", line, f"{kind!r} is no kind of a bead, such as 2-1")
        kind = ""
    score = tidy(cells.get("score", "")).replace(",", ".")  # as Excel writes it in half of Europe
    props = [("x-alignment-type", kind or DEFAULT_KIND), ("x-score", score)]
    document = tidy(cells.get("document", ""))
    if document:
        props.append(("x-document", document))
    for column, prop in LISTS.items():
        props += ((prop, text) for text in _split(cells.get(column, "")))
    unit = unit_of(tidy(cells.get("id", "")) or name, *sides, props)
    return replace(unit, props=unit.props + tuple(_own(cells)))


def _lines(props: Sequence[Prop], column: str) -> str:
    return "\n".join(text for name, text in props if name == LISTS[column])


def _split(cell: str) -> Iterator[str]:
    return filter(None, map(tidy, cell.split("\n")))


def _own(cells: Mapping[str, str]) -> Iterator[Prop]:
    """Yield the user's own props of a row: of the column ``props``, then the other columns."""
    for line in _split(cells.get("props", "")):
        name, equals, text = line.partition("=")
        yield (unquote(name), text) if equals and name else ("props", line)
    for column, cell in cells.items():
        text = tidy(cell) if column and column not in COLUMNS else ""
        if text:
            yield column, text


def _quoted(match: re.Match[str]) -> str:
    return quote(match.group(), safe="")
