"""Reads tab-separated memories: ours, two plain columns, or columns named by a heading.

A heading names the columns source (or src) and target (tgt, trg), or their languages (``ar en``,
``Arabic English``); of ours also score, kind, id and document. Other columns become props. There
is no quoting. Without languages in a heading the scripts of the first units tell them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from align.formats.fields import DEFAULT_KIND, score_of, texts_of
from align.formats.line_reader import numbered_lines
from align.model import Origin, TranslationUnit
from align.text.names import language_name
from align.text.scripts import letters_of, script_of
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from align.formats.reading import Reading

__all__ = ["read_tsv"]

SIDES = ("source", "target")
COLUMNS = (*SIDES, "score", "kind", "id", "document")
OTHER_NAMES = {"src": "source", "tgt": "target", "trg": "target"}
# By how much the scripts of the sides are told.
SAMPLE_UNITS = 100
SAMPLE_CHARACTERS = 100_000
Row = tuple[int, list[str]]  # line number and cells
Heading = tuple[tuple[str, ...], tuple[str, str] | None]  # columns, and languages if it names them


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What the columns of a file hold, and the languages of its sides."""

    columns: tuple[str, ...]
    langs: tuple[str, str]
    exact: bool


def read_tsv(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield the units of a tab-separated file, the first text of each as its source."""
    langs = reading.langs
    rows = ((number, line.split("\t")) for number, line in numbered_lines(path, reading.limits))
    first = list(islice(rows, 1))
    heading = _heading(first[0][1], langs) if first else None
    sample = _sample(rows if heading else chain(first, rows))
    columns, named = heading or (COLUMNS, None)
    table = Table(
        columns=columns, langs=named or _told(sample, columns, langs), exact=reading.exact
    )
    for place, (number, cells) in enumerate(chain(sample, rows), start=1):
        try:
            unit = _unit(table, cells, f"tu{place}")
        except ValueError as error:
            reading.unfit(path, number, error)
            continue
        yield unit


def _heading(cells: list[str], langs: tuple[str, str]) -> Heading | None:
    """Return what a first row says if it is a heading, None for a unit."""
    names = [_column(cell, langs) for cell in cells]
    spoken = [name for name in names if name in langs]
    if len(spoken) == len(SIDES) and spoken[0] != spoken[1]:
        sides = dict(zip(spoken, SIDES, strict=True))
        return tuple(sides.get(name, name) for name in names), (spoken[0], spoken[1])
    if all(names.count(side) == 1 for side in SIDES):
        return tuple(names), None
    return None


def _column(cell: str, langs: tuple[str, str]) -> str:
    """Return the name of a column as we have it, a language code for a language."""
    name = tidy(cell)
    for lang in langs:
        family = lang.partition("-")[0]
        if name.lower() in {lang.lower(), family.lower(), language_name(lang).lower()}:
            return lang
    known = OTHER_NAMES.get(name.lower(), name.lower())
    return known if known in COLUMNS else name


def _sample(rows: Iterable[Row]) -> list[Row]:
    """Take the first rows, few if they are long."""
    taken: list[Row] = []
    characters = 0
    for row in rows:
        taken.append(row)
        characters += sum(map(len, row[1]))
        if len(taken) == SAMPLE_UNITS or characters > SAMPLE_CHARACTERS:
            break
    return taken


def _told(rows: Iterable[Row], columns: tuple[str, ...], langs: tuple[str, str]) -> tuple[str, str]:
    """Return the languages of source and target, told by their scripts; as given if one is both."""
    straight = crossed = 0
    first, second = map(script_of, langs)
    for _, cells in rows:
        fields = dict(zip(columns, cells, strict=False))
        source, target = (fields.get(side, "") for side in SIDES)
        straight += letters_of(source, first) + letters_of(target, second)
        crossed += letters_of(source, second) + letters_of(target, first)
    return (langs[1], langs[0]) if crossed > straight else langs


def _unit(table: Table, cells: list[str], default_id: str) -> TranslationUnit:
    """Return the unit of a row; raises `ValueError` with what is wrong."""
    if len(cells) < len(SIDES):
        raise ValueError("no tab between two texts")
    if any(cells[len(table.columns) :]):
        raise ValueError(f"{len(cells)} columns where {len(table.columns)} are known")
    fields = dict(zip(table.columns, cells, strict=False))
    source, target = texts_of(fields.get("source", ""), fields.get("target", ""), exact=table.exact)
    document = tidy(fields.get("document", ""))
    others = ((name, tidy(text)) for name, text in fields.items() if name not in COLUMNS)
    return TranslationUnit(
        id=tidy(fields.get("id", "")) or default_id,
        source=source,
        target=target,
        source_lang=table.langs[0],
        target_lang=table.langs[1],
        kind=tidy(fields.get("kind", "")) or DEFAULT_KIND,
        score=score_of(tidy(fields.get("score", ""))),
        origin=Origin(document=document, source=(), target=()) if document else None,
        props=tuple((name, text) for name, text in others if name and text),
    )
