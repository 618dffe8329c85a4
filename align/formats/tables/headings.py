"""Which columns of a table hold the texts: told by a heading, else by the first rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from align.formats.fields import score_of
from align.formats.tables.columns import COLUMNS, PLAIN, SIDES
from align.text.column_names import ARABIC_NAMES, SIDE_NAMES, plain_name
from align.text.names import language_name
from align.text.scripts import letters_of, script_of
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Langs = tuple[str, str]
    Cells = list[str]

__all__ = ["Heading", "guessed", "heading_below", "heading_of", "told"]

OTHER_NAMES = {
    **SIDE_NAMES,
    "type": "kind",
    "doc": "document",
    "src lang": "source_lang",
    "tgt lang": "target_lang",
    "source lang": "source_lang",
    "target lang": "target_lang",
}
_URL = re.compile(r"[a-z][a-z0-9+.-]*://\S+")
# The columns of Bitextor, after its documentation; its score is on no scale of ours.
BITEXTOR = ("src_url", "trg_url", *SIDES, "aligner_score")
MOST_COLUMNS = 100  # that are looked at


class Heading(NamedTuple):
    """The names of the columns, and the languages of source and target if it names them."""

    columns: tuple[str, ...]
    langs: Langs | None


def heading_of(cells: Sequence[str], langs: Langs) -> Heading | None:
    """Return what a first row says if it is a heading, None for a unit.

    >>> heading_of(["No", "English", "Arabic"], ("ar", "en"))
    Heading(columns=('No', 'source', 'target'), langs=('en', 'ar'))
    """
    names = [_name(cell, langs) for cell in cells]
    spoken = [name for name in names if name in langs]
    if len(spoken) == len(SIDES) and spoken[0] != spoken[1]:
        sides = dict(zip(spoken, SIDES, strict=True))
        taken = {name: f"{name}-column" for name in SIDES}  # of where a text is from, then
        columns = (sides.get(name, taken.get(name, name)) for name in names)
        return Heading(_distinct(columns), (spoken[0], spoken[1]))
    if all(names.count(side) == 1 for side in SIDES):
        return Heading(_distinct(names), None)
    return None


def heading_below(rows: Sequence[Cells], langs: Langs) -> tuple[int, Heading] | None:
    """Return the heading of a table and its place; above may be titles, rows of a single text."""
    place = next((place for place, row in enumerate(rows) if sum(map(bool, row)) > 1), 0)
    heading = heading_of(rows[place], langs) if rows else None
    return (place, heading) if heading else None


def guessed(rows: Sequence[Cells], langs: Langs) -> tuple[str, ...]:
    """Return the names of the columns of a table without a heading, by its first rows.

    The texts stand first and `PLAIN` follows, unless Bitextor's addresses do, or a third column
    that holds no score: then the texts are the columns with most letters of the two scripts.
    """
    first = next(iter(rows), [])
    if len(first) >= len(SIDES) + 2 and all(_URL.fullmatch(tidy(cell)) for cell in first[:2]):
        return _extended(BITEXTOR, first)
    scripts = tuple(map(script_of, langs))
    if len(first) == len(SIDES) or scripts[0] == scripts[1] or _is_score(first[2:3]):
        return PLAIN
    counts = [_letters(rows, place, scripts) for place in range(min(len(first), MOST_COLUMNS))]
    best = {max(range(len(counts)), key=lambda place: counts[place][n]) for n in (0, 1)}
    if len(best) < len(SIDES) or not all(any(counts[place]) for place in best):
        return PLAIN
    sides = dict(zip(sorted(best), SIDES, strict=True))
    return tuple(sides.get(place, _nameless(place)) for place in range(len(first)))


def told(rows: Sequence[Cells], columns: tuple[str, ...], langs: Langs) -> Langs:
    """Return the languages of source and target by their scripts; as given if one is both."""
    scripts = tuple(map(script_of, langs))
    source, target = (_letters(rows, columns.index(side), scripts) for side in SIDES)
    straight, crossed = source[0] + target[1], source[1] + target[0]
    return (langs[1], langs[0]) if crossed > straight else langs


def _name(cell: str, langs: Langs) -> str:
    """Return the name of a column as we have it, a language code for a language."""
    name = tidy(cell)
    plain = plain_name(cell)
    for lang in langs:
        family = lang.partition("-")[0]
        spoken = {lang.lower(), family.lower(), language_name(lang).lower()}
        if plain in spoken or ARABIC_NAMES.get(plain) == family:
            return lang
    known = OTHER_NAMES.get(plain, plain.replace(" ", "_"))
    return known if known in COLUMNS else name


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Return a name for each column, so that no two cells of a row have the same."""
    made: dict[str, None] = {}
    for place, name in enumerate(names):
        is_free = name and name not in made
        made[name if is_free else "-".join(filter(None, (name, _nameless(place))))] = None
    return tuple(made)


def _letters(rows: Sequence[Cells], place: int, scripts: Sequence[str]) -> tuple[int, int]:
    """Count the letters of each script in a column."""
    texts = [row[place] for row in rows if place < len(row)]
    first, second = (sum(letters_of(text, script) for text in texts) for script in scripts)
    return first, second


def _is_score(cells: Cells) -> bool:
    try:
        for cell in cells:
            score_of(tidy(cell).replace(",", "."))
    except ValueError:
        return False
    return True


def _extended(names: tuple[str, ...], row: Cells) -> tuple[str, ...]:
    return names[: len(row)] + tuple(map(_nameless, range(len(names), len(row))))


def _nameless(place: int) -> str:
    return f"column-{place + 1}"
