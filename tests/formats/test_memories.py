"""Memories in and out, by every format of the registry that goes both ways."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align import naming, registry
from align.config import Settings
from align.errors import MalformedError, OutputError, ReadError, UnknownNameError
from align.formats.memories import check_memory, memory_writer, read_memory, turned

from . import samples
from .keeps import KEEPS, LANGS, TWO_WAY, written
from .units import UNITS

if TYPE_CHECKING:
    from align.model import TranslationUnit


@pytest.fixture(params=TWO_WAY)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@settings(deadline=None, max_examples=40)
@given(units=st.lists(UNITS, max_size=4))
@pytest.mark.parametrize("name", TWO_WAY)
def test_reading_gives_back_what_was_written_and_writing_it_again_the_same_bytes(
    name: str, units: list[TranslationUnit], tmp_path_factory: pytest.TempPathFactory
) -> None:
    first, second = (tmp_path_factory.mktemp("memory") for _ in range(2))
    path = written(first, name, units)
    read, tidied = (list(read_memory(path, LANGS, exact=exact)) for exact in (True, False))
    assert list(map(KEEPS[name], read)) == list(map(KEEPS[name], units))
    assert tidied == read
    written(second, name, read)
    assert {path.name: path.read_bytes() for path in first.iterdir()} == {
        path.name: path.read_bytes() for path in second.iterdir()
    }


def test_units_come_one_at_a_time_and_a_broken_end_is_an_error(name: str, tmp_path: Path) -> None:
    if name in {"xlsx", "parquet"}:
        pytest.skip("an archive with its list of contents at the end is broken as a whole")
    units = [samples.unit(f"نعم {n}", f"Yes {n}", n) for n in range(300)]
    path = written(tmp_path, name, units)
    with path.open("ab") as file:
        file.write(b"broken\n")
    stream = read_memory(path, LANGS)
    assert KEEPS[name](next(stream)) == KEEPS[name](units[0])
    with pytest.raises(MalformedError):
        list(stream)


def test_a_memory_of_a_bitext_holds_its_units(name: str, tmp_path: Path) -> None:
    (path, *_) = naming.files_of(name, tmp_path / "memory", LANGS)
    with memory_writer(path, Settings(), name) as writer:
        writer.write_bitext(samples.bitext())
    read = [KEEPS[name](unit) for unit in read_memory(path, LANGS, exact=True)]
    assert read == [KEEPS[name](unit) for unit in samples.bitext().units if unit is not None]


def test_a_suffix_may_be_in_capitals_and_the_file_packed(name: str, tmp_path: Path) -> None:
    if len(naming.FILES[name]) > 1:
        pytest.skip("the files of a format of several are found by their exact names")
    path = tmp_path / f"M{naming.FILES[name][0].upper()}.gz"
    with memory_writer(path, Settings()) as writer:
        writer.write(samples.unit("نعم", "Yes"))
    assert path.read_bytes().startswith(b"\x1f\x8b")
    (read,) = read_memory(path, LANGS)
    assert read.target == "Yes"


def test_a_memory_without_units_is_empty(name: str, tmp_path: Path) -> None:
    assert list(read_memory(written(tmp_path, name, []), LANGS)) == []


def test_a_file_that_is_not_there_is_a_read_error(name: str, tmp_path: Path) -> None:
    (path, *_) = naming.files_of(name, tmp_path / "nowhere", LANGS)
    with pytest.raises(ReadError, match="cannot be read"):
        list(read_memory(path, LANGS))


def test_an_empty_side_is_refused_or_kept_as_the_writer_says(name: str, tmp_path: Path) -> None:
    writer = registry.resolve("formats", name)
    unit = samples.unit("نعم", "")
    if writer.holds_empty:
        written(tmp_path, name, [unit])
        return
    with pytest.raises(OutputError, match="has an empty target"):
        written(tmp_path, name, [unit])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["memory.odt", "memory", "memory.gz"])
def test_what_is_no_memory_is_refused_at_once_with_those_that_are(name: str) -> None:
    for refuse in (check_memory, lambda path: read_memory(path, LANGS)):
        with pytest.raises(UnknownNameError, match=r"known are .*\.jsonl, .*\.tmx, \.tsv"):
            refuse(Path(name))


def test_every_format_has_names_and_a_promise() -> None:
    assert set(naming.FILES) == set(registry.names("formats"))
    assert set(KEEPS) == set(TWO_WAY)
    read = {*naming.FILES, *naming.READ_AS.values()}
    assert set(registry.names("memories")) == read


@pytest.mark.parametrize("name", sorted(naming.FILES))
def test_a_name_leads_back_to_its_format_and_stem(name: str) -> None:
    for langs in (LANGS, ("en-GB", "ar-Arab-SA")):
        for path in naming.files_of(name, Path("a.b/law.1"), langs):
            assert naming.format_of(path) == (name, Path("a.b/law.1"))


def test_turning_a_unit_twice_gives_it_back() -> None:
    for unit in filter(None, samples.bitext().units):
        assert turned(unit) != unit
        assert turned(turned(unit)) == unit


@pytest.mark.parametrize("langs", [LANGS, ("ar-SA", "en-GB"), ("fr", "ar-Arab-EG")])
@pytest.mark.parametrize("name", ["moses", "vertical", "ladder", "vecalign"])
def test_the_languages_in_a_name_are_told_apart_from_their_regions(
    name: str, langs: tuple[str, str]
) -> None:
    assert naming.langs_of(naming.files_of(name, Path("law.1"), langs)[0]) == langs
