"""What each format keeps of a unit: the promise of its row in the README's table, as a function."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from align import naming, registry
from align.config import Settings
from align.formats.memories import memory_writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from align.model import TranslationUnit

__all__ = ["KEEPS", "LANGS", "TWO_WAY", "written"]

LANGS = ("ar", "en")
TWO_WAY = [name for name in registry.names("formats") if name in registry.names("memories")]


def everything(unit: TranslationUnit) -> TranslationUnit:
    return unit


def columns(unit: TranslationUnit) -> TranslationUnit:
    """Source, target, score, kind, id, document; the languages are told by the texts."""
    origin = unit.origin and replace(unit.origin, source=(), target=())
    return replace(unit, flags=(), props=(), source_lang="", target_lang="", origin=origin)


def texts(unit: TranslationUnit) -> TranslationUnit:
    """Source and target."""
    return replace(columns(unit), id="", kind="", score=0.0, origin=None)


def scored_texts(unit: TranslationUnit) -> TranslationUnit:
    """Source, target, score."""
    return replace(texts(unit), score=unit.score)


KEEPS: dict[str, Callable[[TranslationUnit], TranslationUnit]] = {
    "tmx": everything,
    "tei": everything,
    "tei-parts": everything,
    "xliff": everything,
    "xliff2": everything,
    "jsonl": everything,
    "tsv": columns,
    "moses": texts,
    "xces": columns,
    "intertext": texts,
    "vertical": columns,
    "ladder": scored_texts,
    "vecalign": texts,
    "csv": everything,
    "xlsx": everything,
    "parquet": everything,
    "wordfast": texts,
}


def written(
    folder: Path, name: str, units: Iterable[TranslationUnit], settings: Settings | None = None
) -> Path:
    """Write units in a format and return the file to read them by."""
    settings = settings or Settings()
    paths = naming.files_of(name, folder / "memory", settings.langs)
    with memory_writer(paths[0], settings, name) as writer:
        for unit in units:
            writer.write(unit)
    assert sorted(folder.iterdir()) == sorted(paths)
    return paths[0]
