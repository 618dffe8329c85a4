"""Paragraphs of the lines of a text, over columns and pages: by spacing, indents and short ends."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeAlias

from align.readers.lines import ends_sentence
from align.readers.pdf.composition.contents import entry
from align.readers.pdf.composition.footnotes import footnotes
from align.readers.pdf.composition.places import Column, Grid, mostly_rtl
from align.readers.pdf.composition.seams import (
    LEVEL,
    LOOSE,
    Measure,
    is_item,
    is_ragged,
    measure,
    same_look,
    same_size,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.readers.pdf.composition.flows import Flow
    from align.readers.pdf.records import Line

__all__ = ["Paragraph", "in_paragraphs", "paragraphs"]

INDENTED = 0.7  # font sizes by which a line is farther from its edge than the one above

Group: TypeAlias = "list[Line]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Lines that are read on; ``note`` says that they are a footnote."""

    lines: tuple[Line, ...]
    note: bool = False


def in_paragraphs(flow: Flow) -> Iterator[Paragraph | Grid]:
    """Yield the paragraphs and tables of a text; footnotes come after what goes over their page."""
    last: Group = []
    above = Measure(0, 0, LOOSE)
    notes: list[Paragraph] = []
    ragged = is_ragged(element for element in flow if isinstance(element, Column))
    for element in flow:
        if isinstance(element, Grid):
            yield from _closed(last, notes)
            last = []
            yield element
            continue
        column = measure([element.lines], element.left, element.right, ragged=ragged)
        groups = list(paragraphs(element.lines, column))
        if groups and last and _carries_on(last, above, groups[0], column):
            groups[0] = [*last, *groups[0]]
        elif groups:
            yield from _closed(last, notes)
        for group in groups[:-1]:
            yield from _closed(group, notes)
        if groups:
            last, above = groups[-1], column
        notes += (Paragraph(lines=lines, note=True) for lines in footnotes(element.notes))
    yield from _closed(last, notes)


def paragraphs(lines: Sequence[Line], column: Measure) -> Iterator[Group]:
    """Yield the lines of each paragraph of a column, or a part of it."""
    group: Group = []
    for line, below in zip_longest(lines, lines[1:]):
        if group and _breaks(group, line, below, column):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _closed(group: Group, notes: list[Paragraph]) -> Iterator[Paragraph]:
    """Yield a paragraph and the footnotes that have waited for its end."""
    if group:
        yield Paragraph(lines=tuple(group))
    yield from notes
    notes.clear()


def _breaks(group: Group, line: Line, below: Line | None, column: Measure) -> bool:
    """Say whether ``line`` begins a paragraph; ``below`` is the one after it."""
    last = group[-1]
    if not same_look(last, line) or entry(last.text) or column.spaced(last, line):
        return True
    if column.centred(last, line) and last.bold == line.bold:
        return not last.bold
    short = column.short(last, line, rtl=mostly_rtl(group))
    if is_item(line) and (short or is_item(group[0]) or ends_sentence(last.text)):
        return True
    return short or _indented(group, line, below, column)


def _indented(group: Group, line: Line, below: Line | None, column: Measure) -> bool:
    """Say whether a line begins a paragraph by where it begins: farther in, or farther out again.

    All lines but the first of a hanging paragraph begin farther in.
    """
    last, rtl = group[-1], mostly_rtl(group)
    start = column.indent(line, rtl=rtl)
    step = start - column.indent(last, rtl=rtl)
    if step < -INDENTED:
        return len(group) > 1
    if step <= INDENTED:
        return False
    if abs(start - column.start) <= LEVEL:  # where lines hang, only those of a paragraph do
        return len(group) > 1
    level = below is not None and abs(column.indent(below, rtl=rtl) - start) <= LEVEL
    hanging = is_item(last) or (level and not ends_sentence(last.text))
    return len(group) > 1 or not hanging


def _carries_on(group: Group, over: Measure, following: Group, under: Measure) -> bool:
    """Say whether a paragraph goes on in the next column or on the next page."""
    last, line, rtl = group[-1], following[0], mostly_rtl(group)
    if line.text.startswith("(") and not is_item(line):
        return same_size(last, line)  # mostly a gloss in the other language
    if not same_look(last, line) or last.bold != line.bold or is_item(line):
        return False
    if line.text[:1].islower():
        return True
    if entry(last.text) or over.short(last, line, rtl=rtl):
        return False
    if ends_sentence(last.text) and not (over.justified and over.is_flush(last)):
        return False
    after = under.indent(following[1], rtl=rtl) if len(following) > 1 else float("inf")
    return after >= under.indent(line, rtl=rtl) - INDENTED
