"""Reads XLIFF 1.2 and 2.x, and what Trados, memoQ, Phrase and Wordfast make of it.

Segments of a unit become units of their own. Inline codes, proposals of other translations and what
is said of a whole file are left out, and counted, as are units that are not translated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.errors import UsageError
from align.formats.opening import opened
from align.formats.props import unit_of
from align.formats.xliff.languages import Wanted
from align.formats.xliff.pairs import pairs_of
from align.formats.xliff.phrase import codes_dropped, is_of_phrase
from align.formats.xliff.props import NAMES, about_pair, about_unit, is_ours
from align.formats.xliff.stream import found_units
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Losses, Reading
    from align.formats.xliff.pairs import Pair
    from align.formats.xliff.stream import Found
    from align.model import TranslationUnit

__all__ = ["read_xliff"]


def read_xliff(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield the units of an XLIFF file, one in memory at a time, in their order.

    The source is what the file says it is. Raises `UsageError` at the end of a file that has other
    languages only.
    """
    wanted = Wanted(reading.langs)
    with opened(path, reading.limits) as file:
        for found in found_units(file, path, reading):
            langs = wanted.langs_of(found)
            reason = _unwanted(found)
            if reason:
                reading.losses.add("unit", found.line, reason)
            elif not wanted.fit(langs):
                reading.losses.add("language", found.line, "-".join(langs))
            else:
                yield from _units(found, langs, path, reading)
    if wanted.missing():
        raise UsageError(str(path), wanted.missing(), "choose two of them with --langs")


def _unwanted(found: Found) -> str:
    """Return why a unit is no pair of texts, or nothing."""
    if found.element.tag == "bin-unit":
        return "it is no text"
    translate = found.element.get("translate")
    if translate == "no" or not (translate or found.scope.translate):
        return "it is not to be translated"
    return ""


def _units(
    found: Found, langs: tuple[str, str], path: Path, reading: Reading
) -> Iterator[TranslationUnit]:
    props = about_unit(found.element, reading.losses, found.line)
    ours = is_ours(props)
    for pair in _pairs(found, reading.losses):
        try:
            texts = reading.texts(pair.source, pair.target, found.line)
        except ValueError as error:  # nothing is wrong with the file: it is not finished
            reading.losses.add("unit", found.line, str(error))
            continue
        name = _name(found, pair, ours=ours)
        source, target = zip(langs, texts, strict=True)
        try:
            unit = unit_of(name, source, target, [*props, *about_pair(pair.about, ours=ours)])
        except ValueError as error:
            reading.unfit(path, found.line, error)
            continue
        yield unit


def _pairs(found: Found, losses: Losses) -> list[Pair]:
    pairs = pairs_of(found, losses)
    if not is_of_phrase(found.element):
        return pairs
    plain = codes_dropped(found.element, losses, found.line)
    return [pair._replace(source=plain(pair.source), target=plain(pair.target)) for pair in pairs]


def _name(found: Found, pair: Pair, *, ours: bool) -> str:
    """Return the id of a pair: our own id of the unit, else the one it has in the file."""
    attributes = NAMES if ours else ("id",)
    names = (tidy(found.element.get(attribute, "")) for attribute in attributes)
    name = next(filter(None, names), f"tu{found.number}")
    return f"{name}.{pair.name}" if pair.name else name
