"""Memories in, by any of the readers of the registry."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align import registry
from align.config import Settings
from align.errors import MalformedError, ReadError, UnknownNameError
from align.formats.memories import check_memory, read_memory
from align.model import Origin, TranslationUnit

from . import samples
from .units import UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

LANGS = ("ar", "en")
SUFFIXES = registry.names("memories")


def written(path: Path, units: Sequence[TranslationUnit]) -> Path:
    """Write units in the format that the suffix of the path names."""
    with registry.resolve("formats", path.suffix.removeprefix("."))(path, Settings()) as writer:
        for unit in units:
            writer.write(unit)
    return path


def kept(unit: TranslationUnit, suffix: str) -> TranslationUnit:
    """Return what is left of a unit in a format; the languages of TSV are told by the texts."""
    if suffix != ".tsv":
        return unit
    return replace(unit, flags=(), props=(), source_lang="", target_lang="")


@pytest.fixture(params=SUFFIXES)
def suffix(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@settings(deadline=None, max_examples=40)
@given(units=st.lists(UNITS, max_size=4))
@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize("name", SUFFIXES)
def test_reading_gives_back_what_was_written(
    name: str, exact: bool, units: list[TranslationUnit], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = written(tmp_path_factory.mktemp("memory") / f"m{name}", units)
    read = [kept(unit, name) for unit in read_memory(path, LANGS, exact=exact)]
    assert read == [kept(unit, name) for unit in units]


def test_units_come_one_at_a_time(suffix: str, tmp_path: Path) -> None:
    units = [samples.unit(f"نعم {n}", f"Yes {n}", n) for n in range(300)]
    path = written(tmp_path / f"m{suffix}", units)
    with path.open("ab") as file:
        file.write(b"broken\n")
    stream = read_memory(path, LANGS)
    assert next(stream) == units[0]
    with pytest.raises(MalformedError):
        list(stream)


def test_of_a_bitext_the_units_come_back_and_no_unaligned_sentence(
    suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"m{suffix}"
    with registry.resolve("formats", suffix.removeprefix("."))(path, Settings()) as writer:
        writer.write_bitext(samples.bitext())
    read = [(unit.id, unit.source, unit.target) for unit in read_memory(path, LANGS, exact=True)]
    units = filter(None, samples.bitext().units)
    assert read == [(unit.id, unit.source, unit.target) for unit in units]


def test_of_the_origin_the_document_comes_back(suffix: str, tmp_path: Path) -> None:
    unit = next(filter(None, samples.bitext().units))
    (read,) = read_memory(written(tmp_path / f"m{suffix}", [unit]), LANGS)
    assert read.origin == Origin(document="bridge", source=(), target=())


def test_a_suffix_may_be_in_capitals(suffix: str, tmp_path: Path) -> None:
    path = written(tmp_path / f"m{suffix}", [samples.unit("نعم", "Yes")])
    (read,) = read_memory(path.rename(path.with_suffix(suffix.upper())), LANGS)
    assert read.target == "Yes"


def test_a_memory_without_units_is_empty(suffix: str, tmp_path: Path) -> None:
    assert list(read_memory(written(tmp_path / f"m{suffix}", []), LANGS)) == []


def test_a_file_that_is_not_there_is_a_read_error(suffix: str, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read"):
        list(read_memory(tmp_path / f"nowhere{suffix}", LANGS))


@pytest.mark.parametrize("name", ["memory.docx", "memory", "memory.tmx.gz"])
def test_what_is_no_memory_is_refused_at_once_with_those_that_are(name: str) -> None:
    for refuse in (check_memory, lambda path: read_memory(path, LANGS)):
        with pytest.raises(UnknownNameError, match=r"known are \.jsonl, \.tmx, \.tsv"):
            refuse(Path(name))


def test_a_memory_is_known_by_its_suffix_alone(suffix: str) -> None:
    check_memory(Path(f"nowhere{suffix}"))
