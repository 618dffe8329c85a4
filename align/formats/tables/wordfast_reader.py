"""Reads the memories of Wordfast Classic: ours, and those of others in any encoding they come in.

See `align.formats.tables.wordfast` for the fields. Who made a unit, when, and its attributes become
props; tags are left out and counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.errors import MalformedError
from align.formats.fields import DEFAULT_KIND, DEFAULT_SCORE
from align.formats.tables.decoding import decoded_lines
from align.formats.tables.wordfast import BREAKS, FIELDS, TAGS, USER, unescaped
from align.model import TranslationUnit
from align.text.codes import OTHER, distance
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Reading

__all__ = ["read_wordfast"]


def read_wordfast(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield the units of a Wordfast memory; those in other languages are left out and counted."""
    lines = decoded_lines(path, reading)
    _check_heading(next(lines, ""), path)
    for number, line in enumerate(lines, start=2):
        text = line.rstrip("\r\n")
        if not text:
            continue
        try:
            unit = _unit(text.split("\t"), number, reading)
        except ValueError as error:
            reading.unfit(path, number, error)
            continue
        if unit is not None:
            yield unit


def _check_heading(line: str, path: Path) -> None:
    fields = line.rstrip("\r\n\t").split("\t")
    if len(fields) < FIELDS - 1 or not all(field.startswith("%") for field in fields if field):
        fact = "is no Wordfast memory: its first line is not one of fields that begin with %"
        raise MalformedError(str(path), fact, "texts are aligned by align run")


def _unit(fields: list[str], line: int, reading: Reading) -> TranslationUnit | None:
    """Return the unit of a line, None for other languages; `ValueError` with what is wrong."""
    if len(fields) < FIELDS:
        raise ValueError(f"{len(fields)} fields where a unit has {FIELDS}")
    date, user, count, first, source, second, target, *attributes = fields
    langs = _langs((first, second), reading.langs)
    if langs is None:
        reading.losses.add("language", line, f"{first} to {second}")
        return None
    tags = [tag for text in (source, target) for tag in TAGS.findall(text) if tag not in BREAKS]
    if tags:
        reading.losses.add("code", line, tags[0], times=len(tags))
    source, target = reading.texts(unescaped(source), unescaped(target), line)
    made = () if user == USER else (("date", date), ("user", user), ("count", count))
    others = ((f"attribute-{place}", text) for place, text in enumerate(attributes, start=2))
    return TranslationUnit(
        id=f"tu{line - 1}",
        source=source,
        target=target,
        source_lang=langs[0],
        target_lang=langs[1],
        kind=DEFAULT_KIND,
        score=DEFAULT_SCORE,
        props=tuple((name, tidy(text)) for name, text in (*made, *others) if tidy(text)),
    )


def _langs(codes: tuple[str, str], wanted: tuple[str, str]) -> tuple[str, str] | None:
    """Return source and target in the order of a unit, None for another pair of languages.

    A wanted language without a region stands for all of its regions: Wordfast makes one up.
    """
    if not any(codes):
        return wanted
    for langs in (wanted, (wanted[1], wanted[0])):
        if all(distance(*both) < OTHER for both in zip(codes, langs, strict=True)):
            source, target = map(_named, codes, langs)
            return source, target
    return None


def _named(code: str, lang: str) -> str:
    """Return the wanted language, or its other region that a unit is in."""
    return code if "-" in lang and code.lower() != lang.lower() else lang
