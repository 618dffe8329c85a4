"""Running heads and feet, page numbers, watermarks and turned text: left out of a page's text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from align.readers.pdf.composition.places import above
from align.readers.pdf.composition.repeats import Repeats, Spot, is_page_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.readers.pdf.records import Line, Page

__all__ = ["Aside", "without_heads"]

MOST_ROWS = 4  # at the top and the bottom of a page, that may be furniture
ONE_ROW = 0.4  # font sizes between baselines of one row
APART = 1.7  # font sizes from a running head to the text
LARGER = 1.1  # times the size of the text, of letters that are those of a heading
WATERMARK = 1.5  # times the size of the text
FEWEST_WATERMARKED = 3  # pages
PLACE = 4.0  # points; a watermark stands at the same ones

Row = list["Line"]


class Aside(NamedTuple):
    """What is left out of a page, and what it is."""

    page: int
    text: str
    label: str


def without_heads(pages: Sequence[Page], size: float) -> tuple[list[list[Line]], list[Aside]]:
    """Return the lines of each page that are its text, and what was left out.

    ``size`` is the font size of most of the text.
    """
    asides = dict(_marks(pages, size))
    edges = [list(_edges(page, [*_rest(page, asides)], size)) for page in pages]
    repeats = Repeats(spot for rows in edges for row in rows for spot in row)
    for rows in edges:
        asides.update(_heads(rows, repeats))
    texts = [[*_rest(page, asides)] for page in pages]
    left_out = [
        Aside(page.number, line.text, asides[id(line)])
        for page in pages
        for line in page.lines
        if id(line) in asides
    ]
    return texts, left_out


def _rest(page: Page, asides: dict[int, str]) -> Iterator[Line]:
    return (line for line in page.lines if id(line) not in asides)


def _marks(pages: Sequence[Page], size: float) -> Iterator[tuple[int, str]]:
    """Yield the lines that are turned, or large and the same on many pages, and their label."""
    large = [
        line for page in pages for line in page.lines if line.angle or line.size > WATERMARK * size
    ]
    often = Counter(map(_place, large))
    for line in large:
        if often[_place(line)] >= FEWEST_WATERMARKED:
            yield id(line), "watermark"
        elif line.angle:
            yield id(line), "turned text"


def _place(line: Line) -> tuple[str, int, int]:
    return line.text, round(line.x0 / PLACE), round(line.baseline / PLACE)


def _edges(page: Page, lines: Sequence[Line], size: float) -> Iterator[list[Spot]]:
    """Yield the rows at the top of a page from outside inwards, then those at its bottom."""
    rows = _rows(lines)
    for edge, outer in (("top", rows), ("bottom", rows[::-1])):
        for at, row in enumerate(outer[:MOST_ROWS]):
            inner = outer[at + 1][0].baseline if at + 1 < len(outer) else None
            yield [_spot(page, line, edge, inner, size) for line in row]


def _spot(page: Page, line: Line, edge: str, inner: float | None, size: float) -> Spot:
    """Return a line at an edge; ``inner`` is the baseline of the next row of the page."""
    depth = line.baseline if edge == "top" else page.height - line.baseline
    return Spot(
        line=line,
        edge=edge,
        depth=depth,
        part=depth / max(1.0, page.height),
        apart=inner is None or abs(line.baseline - inner) > APART * size,
        large=line.size > LARGER * size,
    )


def _rows(lines: Sequence[Line]) -> list[Row]:
    rows: list[Row] = []
    for line in sorted(lines, key=above):
        if rows and line.baseline - rows[-1][0].baseline <= ONE_ROW * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _heads(rows: Sequence[Sequence[Spot]], repeats: Repeats) -> Iterator[tuple[int, str]]:
    """Yield the furniture at the edges of a page; inside of a row of text there is none."""
    done: set[str] = set()
    for row in rows:
        edge = row[0].edge
        heads = [] if edge in done else _furniture(row, repeats)
        if not heads:
            done.add(edge)
        for spot in heads:
            yield id(spot.line), _label(spot)


def _furniture(row: Sequence[Spot], repeats: Repeats) -> list[Spot]:
    """Return what of a row is furniture; beside the number of a page, a title may change."""
    heads = [spot for spot in row if spot in repeats]
    numbered = any(is_page_number(spot.line.text) for spot in heads)
    if numbered and all(spot.apart and not spot.large for spot in row):
        return list(row)
    return heads


def _label(spot: Spot) -> str:
    if is_page_number(spot.line.text):
        return "page number"
    return "page header" if spot.edge == "top" else "page footer"
