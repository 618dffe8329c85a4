"""Reads the translations that programs keep in JSON: any shape that pairs two languages.

One file may hold both (see `align.formats.json.pairs`), or it is one of two that lie beside each
other and are named alike but for the language, ``ar.json`` and ``en.json`` or ``shop.ar.json`` and
``shop.en.json``. Where a text stands in its file is its prop ``key``.
"""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from align.errors import MalformedError
from align.formats.json.beside import twin_of
from align.formats.json.loading import loaded
from align.formats.json.pairs import Pairs, holds_both
from align.formats.json.streaming import is_list, items_of
from align.formats.tables.columns import SIDES, unit_of_cells
from align.formats.tables.headings import told
from align.text.codes import family
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.json.beside import Twin
    from align.formats.json.keys import Langs
    from align.formats.json.pairs import Found
    from align.formats.reading import Losses, Reading
    from align.model import TranslationUnit

__all__ = ["read_values"]

SAMPLE_UNITS = 100  # by which the languages are told where no key names them
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
LOST = "\N{REPLACEMENT CHARACTER}"


def read_values(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield the pairs of texts of a JSON file, or of two that are named alike, as units.

    Raises `MalformedError` for a file that is no JSON, or that pairs nothing.
    """
    before = _alone(reading.losses)
    pairs = _pairs(path, reading)
    first = next(pairs, None)
    if first is not None:
        yield from _units(chain([first], pairs), path, reading)
    elif _alone(reading.losses) > before:
        fact = "holds no texts in {} and {} that belong together".format(*reading.langs)
        hint = "name their languages by keys, or lay the file of the other language beside it"
        raise MalformedError(str(path), fact, hint)


def _alone(losses: Losses) -> int:
    """Return how many values were found that are in no pair."""
    return sum(loss.times for loss in losses if loss.kind != "tail")


def _pairs(path: Path, reading: Reading) -> Iterator[Found]:
    pairs = Pairs(reading.langs, reading.losses)
    twin = twin_of(path, reading.langs)
    if twin is None and is_list(path, reading):
        items = enumerate(items_of(path, reading))
        return chain.from_iterable(pairs.within(item, (str(place),)) for place, item in items)
    value = loaded(path, reading)
    if twin is None or holds_both(value, reading.langs):
        return pairs.within(value)
    return _across(value, twin, reading)


def _across(value: Any, twin: Twin, reading: Reading) -> Iterator[Found]:
    """Yield the pairs of two files, the text in the first language wanted as the source."""
    sides = [(twin.own, value), (twin.other, loaded(twin.path, reading))]
    if family(twin.own) != family(reading.langs[0]):
        sides.reverse()
    (first, ours), (second, theirs) = sides
    return Pairs(reading.langs, reading.losses).across(ours, theirs, (first, second))


def _units(pairs: Iterator[Found], path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    sample = list(islice(pairs, SAMPLE_UNITS))
    nameless = [[pair.first, pair.second] for pair in sample if pair.langs is None]
    langs = told(nameless, SIDES, reading.langs)
    for place, pair in enumerate(chain(sample, pairs), start=1):
        if not (reading.exact or (tidy(pair.first) and tidy(pair.second))):
            reading.losses.add("unaligned", 0, "text without a translation")
            continue
        try:
            unit = _unit(pair, f"tu{place}", pair.langs or langs, reading)
        except ValueError as error:
            where = pair.said.get("key") or pair.said.get("id") or f"pair {place}"
            reading.unfit(path, 0, f"{where}: {error}")
            continue
        yield unit


def _unit(pair: Found, name: str, langs: Langs, reading: Reading) -> TranslationUnit:
    """Return the unit of a pair; raises `ValueError` with what is wrong."""
    first, second = (_whole(text, reading.losses) for text in (pair.first, pair.second))
    source, target = reading.texts(first, second)
    said = {key: _whole(text, reading.losses) for key, text in pair.said.items()}
    return unit_of_cells(said, name, ((langs[0], source), (langs[1], target)), 0, reading.losses)


def _whole(text: str, losses: Losses) -> str:
    """Return a text in which half of a surrogate pair, no character, is one that says so."""
    whole, times = _LONE_SURROGATE.subn(LOST, text)
    if times:
        losses.add("bytes", 0, "half of a surrogate pair", times)
    return whole
