"""Memories in, whoever made them: units of two languages from any format that holds units."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from align import naming, registry
from align.errors import MalformedError, UnknownNameError
from align.formats.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.config import Settings
    from align.formats.writing import UnitWriter
    from align.model import Flag, TranslationUnit

__all__ = [
    "check_memory",
    "memory_format",
    "memory_writer",
    "places_of",
    "read_memory",
    "turned",
    "units_of",
    "with_props",
]


def memory_format(path: Path, name: str | None = None) -> str:
    """Return the format by which ``path`` is read: the given one, else what its name says.

    Raises `UnknownNameError` when there is no reader for it.
    """
    if name is not None:
        registry.check("memories", name)
        return name
    found = naming.format_of(path, reading=True)
    if found is None:
        suffix = path.suffix.lower()
        fact = f"{suffix!r} is not the suffix of a memory" if suffix else "its name has no suffix"
        if suffix in naming.PACKED:
            fact = f"its name does not say what is packed, as {path.stem}.tmx{suffix} would"
        known = ", ".join(naming.suffixes(reading=True))
        raise UnknownNameError(str(path), fact, f"known are {known}")
    return found.format


def check_memory(path: Path) -> None:
    """Raise `UnknownNameError` unless ``path`` has the name of a memory."""
    memory_format(path)


def read_memory(
    path: Path, langs: tuple[str, str], *, exact: bool = False
) -> Iterator[TranslationUnit]:
    """Return the units of a memory in two languages, read one at a time, in their order.

    The source is what the file says it is, else the first of ``langs``; see `Reading` for
    ``exact``. Raises `MalformedError`, with the line, for a unit or a file that is broken.
    """
    return units_of(path, Reading(langs=langs, exact=exact))


def units_of(path: Path, reading: Reading, name: str | None = None) -> Iterator[TranslationUnit]:
    """Return the units of a memory of the format ``name``, by default the one its name says."""
    read = registry.resolve("memories", memory_format(path, name))
    units: Iterator[TranslationUnit] = read(path, reading)
    return units if reading.strict else _whole_units(units, reading)


def _whole_units(units: Iterator[TranslationUnit], reading: Reading) -> Iterator[TranslationUnit]:
    """Yield units as far as they go: a packed file may break off anywhere."""
    some = False
    try:
        for unit in units:
            some = True
            yield unit
    except MalformedError as error:
        if not some:
            raise
        reading.losses.add("tail", reason=error.what)


def memory_writer(path: Path, settings: Settings, name: str | None = None) -> UnitWriter:
    """Return a writer of ``path`` in the format ``name``, by default the one its name says.

    A format of several files takes ``path`` as one of them, or as what their names begin with.
    Raises `UnknownNameError` when there is no writer for it.
    """
    output = naming.output_of(path, name, settings.langs)
    writer: UnitWriter = registry.resolve("formats", output.format)(output.place, settings)
    return writer


def places_of(path: Path, settings: Settings, name: str | None = None) -> tuple[Path, ...]:
    """Return the files that `memory_writer` may write, known before anything is."""
    return memory_writer(path, settings, name).places


def with_props(unit: TranslationUnit, props: tuple[tuple[str, str], ...]) -> TranslationUnit:
    """Return a unit with those of ``props`` added that it has not got."""
    added = tuple(prop for prop in props if prop not in unit.props)
    return replace(unit, props=(*unit.props, *added)) if added else unit


def turned(unit: TranslationUnit) -> TranslationUnit:
    """Return a unit with source and target exchanged, and all that is said of them."""
    origin = unit.origin
    if origin is not None:
        origin = replace(origin, source=origin.target, target=origin.source)
    return replace(
        unit,
        source=unit.target,
        target=unit.source,
        source_lang=unit.target_lang,
        target_lang=unit.source_lang,
        kind="-".join(reversed(unit.kind.split("-"))),
        flags=tuple(map(_turned_flag, unit.flags)),
        origin=origin,
    )


def _turned_flag(flag: Flag) -> Flag:
    if flag.side is None:
        return flag
    return replace(flag, side="target" if flag.side == "source" else "source")
