"""The columns of tables: how many there are, and which hold the two languages."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from align.layouts.cells import TAB, cells_of, paragraphs_of, texts_of_row, width_of
from align.layouts.strangeness import agreement, by_side
from align.text.languages import foreign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from align.layouts.parts import Part, Tongues

__all__ = ["Table", "in_flow", "side_of", "table_of", "tables_of"]

FEW_ROWS = 50  # rows whose language tells that of a column
JUDGED_ROWS = 500  # rows whose lengths tell which two columns match
MOST_JUDGED = 24  # columns a side whose language is looked at
MOST_COLUMNS = 8  # columns a side that are tried as its column
STRAY_ROWS = 0.1  # share of rows, like that of headings, up to which a column has no letters
SURE = 5.0  # nats by which the language of a column must be likelier to tell tables apart
NEAR_FAMILIES = 8  # kinds of tables that a table is compared with, the last ones


class Table(NamedTuple):
    """The columns of a region: how many, which are the sides, which hold hardly any letters.

    The two sides are one column where its cells hold both languages. A title over the columns,
    the only text of its row, is no text of the column that it begins in.
    """

    delimiter: str
    width: int
    sides: tuple[int, int]
    blank: frozenset[int]


class _Family(NamedTuple):
    """Tables alike: the language of every column as far as it is sure, their numbers and rows."""

    labels: list[int | None]
    numbers: list[int]
    rows: list[Part]


def side_of(part: Part, tongues: Tongues) -> int:
    """Return the side that a text is likelier on."""
    source, target = by_side(part, tongues)
    return int(target < source)


def tables_of(parts: Iterable[Part], tongues: Tongues) -> dict[int | None, Table]:
    """Return the columns of every table of a document that holds both languages, by its number.

    Tables alike are judged together: one may be too small to tell.
    """
    rows: defaultdict[int, list[Part]] = defaultdict(list)
    for part in parts:
        if part.block.table is not None:
            rows[part.block.table].append(part)
    families: list[_Family] = []
    for number, own in rows.items():
        _join(families, number, own, tongues)
    found: dict[int | None, Table] = {}
    for family in families:
        table = table_of(family.rows, TAB, tongues)
        if table is not None:
            found.update(dict.fromkeys(family.numbers, table))
    return found


def in_flow(
    parts: Iterable[Part], tables: Mapping[int | None, Table], tongues: Tongues
) -> Iterator[Part]:
    """Yield the parts, those of a table in one language cut into the paragraphs of its cells."""
    for part in parts:
        if part.block.table is None or part.block.table in tables:
            yield part
        else:
            yield from texts_of_row(part.block, tongues.scripts)


def table_of(parts: Sequence[Part], delimiter: str, tongues: Tongues) -> Table | None:
    """Find the usual width and the two columns that best match, row by row."""
    width = _usual_width(parts, delimiter)
    columns = _columns(parts, delimiter, width, tongues)
    mainly = [
        [at for at, cells in enumerate(columns) if _mainly(cells, side, tongues)] for side in (0, 1)
    ]
    sides = [_ours(candidates[:MOST_JUDGED], columns, tongues) for candidates in mainly]
    blank = _blank(columns)
    if sides[0] and sides[1]:
        pairs = product(*(ours[:MOST_COLUMNS] for ours in sides))
        best = max(pairs, key=lambda pair: _agreement(columns[pair[0]], columns[pair[1]], tongues))
        return Table(delimiter, width, (best[0], best[1]), blank)
    both = next((at for at, cells in enumerate(columns) if _holds_both(cells, tongues)), None)
    return None if both is None else Table(delimiter, width, (both, both), blank)


def _blank(columns: Sequence[Sequence[Part]]) -> frozenset[int]:
    """Return the columns with hardly any letters in rows that have more than one text."""
    full = [row for row in zip(*columns, strict=True) if sum(cell.total > 0 for cell in row) > 1]
    lettered = [sum(row[at].total > 0 for row in full) for at in range(len(columns))]
    return frozenset(at for at, rows in enumerate(lettered) if rows <= STRAY_ROWS * len(full))


def _join(families: list[_Family], number: int, rows: list[Part], tongues: Tongues) -> None:
    """Add a table to the last kind of tables that it may be of, or to a new one."""
    width = _usual_width(rows, TAB)
    columns = _columns(rows, TAB, width, tongues)
    labels = [_label(cells, tongues) for cells in columns]
    for family in islice(reversed(families), NEAR_FAMILIES):
        if _alike(family.labels, labels):
            known = zip(family.labels, labels, strict=True)
            family.labels[:] = [new if old is None else old for old, new in known]
            family.numbers.append(number)
            family.rows.extend(rows)
            return
    families.append(_Family(labels, [number], rows))


def _alike(known: Sequence[int | None], labels: Sequence[int | None]) -> bool:
    return len(known) == len(labels) and all(
        old is None or new is None or old == new for old, new in zip(known, labels, strict=True)
    )


def _label(cells: Iterable[Part], tongues: Tongues) -> int | None:
    """Return the side that a column surely is in the language of."""
    costs = [by_side(cell, tongues) for cell in cells if cell.total]
    lean = sum(source - target for source, target in costs)
    return int(lean > 0) if abs(lean) > SURE else None


def _usual_width(parts: Iterable[Part], delimiter: str) -> int:
    widths = Counter(width_of(part, delimiter) for part in parts)
    wide = {width: times for width, times in widths.items() if width > 1} or widths
    return max(wide, key=lambda size: (wide[size], size), default=0)


def _columns(
    parts: Iterable[Part], delimiter: str, width: int, tongues: Tongues
) -> list[tuple[Part, ...]]:
    """Return the cells of the rows of a width, column by column."""
    ruled = (part for part in parts if width_of(part, delimiter) == width)
    rows = (cells_of(part, tongues.scripts, delimiter) for part in ruled)
    return list(zip(*rows, strict=True))


def _ours(candidates: list[int], columns: Sequence[Sequence[Part]], tongues: Tongues) -> list[int]:
    """Leave out columns in a third language, if there is a choice."""
    if len(candidates) <= 1:
        return candidates
    heads = {at: [cell.text for cell in columns[at][:FEW_ROWS]] for at in candidates}
    strange = {at: sum(map(bool, foreign(texts, tongues.langs))) for at, texts in heads.items()}
    return [at for at in candidates if 2 * strange[at] < len(heads[at])] or candidates


def _mainly(cells: Iterable[Part], side: int, tongues: Tongues) -> bool:
    """Say whether a column has letters and is less strange as ``side``."""
    costs = [by_side(cell, tongues) for cell in cells if cell.total]
    return sum(cost[side] - cost[1 - side] for cost in costs) < 0


def _holds_both(cells: Iterable[Part], tongues: Tongues) -> bool:
    """Say whether most cells of a column have paragraphs in both languages."""
    filled = [cell for cell in cells if cell.total]
    mixed = sum(
        len({side_of(text, tongues) for text in paragraphs_of(cell, tongues.scripts)}) > 1
        for cell in filled
    )
    return bool(filled) and 2 * mixed > len(filled)


def _agreement(sources: Sequence[Part], targets: Sequence[Part], tongues: Tongues) -> float:
    """Return how many rows of two columns look like translations, a good fit counting full."""
    return sum(
        agreement(source.total, target.total, tongues)
        for source, target in zip(sources[:JUDGED_ROWS], targets[:JUDGED_ROWS], strict=True)
        if source.total and target.total
    )
