"""Bilingual texts laid out in each of the six layouts, with seeded variation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.bench.bilingual import Pairs

__all__ = ["RENDERERS", "Line", "Piece", "rendered"]

FEWEST_PAIRS = 12  # of a text; fewer cannot show every layout
SEPARATORS = (" – ", " — ", " - ", " / ", " = ", ": ", " : ", "  ", " • ", " → ", "–")
BRACKETS = (("(", ")"), ("(", ")"), ("[", "]"))
DELIMITERS = ("\t", "\t", " | ", "|")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a rendered line: a segment of side 0 or 1, or markup (None)."""

    text: str
    side: int | None = None


Line = list[Piece]


def stacked(random: Random, pairs: Pairs) -> list[Line]:
    """One language after the other."""
    groups = _paragraphs(random, pairs)
    first = random.randrange(2)
    return [_paragraph(group, side) for side in (first, 1 - first) for group in groups]


def interleaved(random: Random, pairs: Pairs) -> list[Line]:
    """Paragraph by paragraph."""
    first = random.randrange(2)
    groups = _paragraphs(random, pairs)
    return [_paragraph(group, side) for group in groups for side in (first, 1 - first)]


def sections(random: Random, pairs: Pairs) -> list[Line]:
    """Several paragraphs, then their translation, and so on; perhaps with headings."""
    first, headings = random.randrange(2), random.random() < 0.4
    groups = _paragraphs(random, pairs)
    lines: list[Line] = []
    number = 0
    while groups:
        size = random.randint(2, max(2, min(6, len(groups) // 2)))
        number += 1
        run, groups = groups[:size], groups[size:]
        for side in (first, 1 - first):
            if headings:
                lines.append([Piece((f"القسم {number}", f"Section {number}")[side], side)])
            lines += [_paragraph(group, side) for group in run]
    return lines


def columns(random: Random, pairs: Pairs) -> list[Line]:
    """Rows of a table, perhaps with a number, an id or a note column, a header, outer pipes."""
    delimiter, first = random.choice(DELIMITERS), random.randrange(2)
    outer = delimiter != "\t" and random.random() < 0.5
    lead = random.choice((None, None, "number", "id"))
    note = random.random() < 0.25
    rows = [[Piece(text, side) for side, text in enumerate(pair)] for pair in pairs]
    if random.random() < 0.3:
        rows.insert(0, [Piece("العربية", 0), Piece("English", 1)])
    lines = []
    for number, row in enumerate(rows, 1):
        cells = [row[first], row[1 - first]]
        if lead:
            cells.insert(0, Piece(str(number) if lead == "number" else f"TXT-{number:03}"))
        if note:
            cells.append(Piece("checked" if number % 3 else "to do"))
        lines.append(_joined(cells, delimiter, outer=outer))
    return lines


def inline(random: Random, pairs: Pairs) -> list[Line]:
    """Both languages on one line."""
    separator, first = random.choice(SEPARATORS), random.randrange(2)
    groups = _paragraphs(random, pairs) if random.random() < 0.2 else [[pair] for pair in pairs]
    return [
        [*_paragraph(group, first), Piece(separator), *_paragraph(group, 1 - first)]
        for group in groups
    ]


def glossed(random: Random, pairs: Pairs) -> list[Line]:
    """Every sentence followed by its translation in brackets."""
    left, right = random.choice(BRACKETS)
    host = int(random.random() < 0.3)
    most = random.choice((1, 3, 5))
    lines: list[Line] = []
    while pairs:
        size = random.randint(1, most)
        now, pairs = pairs[:size], pairs[size:]
        line: Line = []
        for pair in now:
            line += [Piece(pair[host], host), Piece(f" {left}")]
            line += [Piece(pair[1 - host], 1 - host), Piece(f"{right} ")]
        lines.append([*line[:-1], Piece(right)])
    return lines


RENDERERS: dict[str, Callable[[Random, Pairs], list[Line]]] = {
    "stacked": stacked,
    "interleaved": interleaved,
    "sections": sections,
    "columns": columns,
    "inline": inline,
    "glossed": glossed,
}


def _paragraphs(random: Random, pairs: Pairs) -> list[Pairs]:
    most = random.choice((1, 1, 2, 4))
    groups: list[Pairs] = []
    while pairs:
        size = random.randint(1, most)
        groups.append(pairs[:size])
        pairs = pairs[size:]
    return groups


def _paragraph(group: Pairs, side: int) -> Line:
    pieces: Line = []
    for pair in group:
        pieces += [Piece(pair[side], side), Piece(" ")]
    return pieces[:-1]


def _joined(cells: Line, delimiter: str, *, outer: bool) -> Line:
    line: Line = [Piece(delimiter.lstrip())] if outer else []
    for cell in cells:
        line += [cell, Piece(delimiter)]
    return [*line[:-1], Piece(delimiter.rstrip())] if outer else line[:-1]


def rendered(layout: str, random: Random, texts: list[Pairs]) -> list[Line]:
    """Return a slice of one of ``texts``, laid out."""
    pairs = random.choice([text for text in texts if len(text) >= FEWEST_PAIRS])
    most = 80 if layout in ("stacked", "sections") else 40
    size = min(len(pairs), random.randint(16, most))
    start = random.randrange(len(pairs) - size + 1)
    return RENDERERS[layout](random, pairs[start : start + size])
