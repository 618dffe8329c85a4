"""Units that a tool would not take in one file stand in several, and none is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from align.config import Settings
from align.errors import OutputError
from align.formats.tmx.reader import read_tmx
from align.formats.tmx.writer import TmxWriter
from align.presets import PRESETS

from . import samples

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from align.model import TranslationUnit

LARGEST = 3000  # bytes
LONGEST = 50  # characters
TARGETS = [f"No. {n}, {'very ' * (n % 4)}short <&> ١٢٣." for n in range(60)]
UNITS = [samples.unit(f"نص {n}", target, n) for n, target in enumerate(TARGETS)]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Return settings for a tool that takes small files of short units."""
    tool = replace(PRESETS["omegat"], name="small", largest=LARGEST, longest=LONGEST)
    monkeypatch.setitem(PRESETS, "small", tool)
    return Settings(cat="small")


def written(path: Path, settings: Settings, units: Iterable[TranslationUnit]) -> TmxWriter:
    with TmxWriter(path, settings) as writer:
        for unit in units:
            writer.write(unit)
    return writer


def ids(*paths: Path) -> list[str]:
    return [unit.id for path in paths for unit in read_tmx(path)]


def test_a_new_part_begins_before_a_file_is_too_large(tmp_path: Path, small: Settings) -> None:
    paths = written(tmp_path / "law.tmx", small, UNITS).paths
    assert [path.name for path in paths[:3]] == ["law.tmx", "law.2.tmx", "law.3.tmx"]
    assert sorted(paths) == sorted(tmp_path.iterdir())
    assert ids(*paths) == [unit.id for unit in UNITS]
    sizes = [path.stat().st_size for path in paths]
    assert max(sizes) <= LARGEST
    for path, size in zip(paths[1:], sizes, strict=False):
        first = etree.parse(str(path)).find("body/tu")
        assert first is not None
        # What begins a part had no room in the one before, to the byte: the four are the indent.
        line = etree.tostring(first, encoding="utf-8", with_tail=False)
        assert size + len(b"    ") + len(line) + len(b"\n") > LARGEST


def test_a_file_may_be_as_large_as_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = written(tmp_path / "a.tmx", Settings(cat="omegat"), UNITS).paths[0].stat().st_size
    for largest, parts in ((size, 1), (size - 1, 2)):
        monkeypatch.setitem(PRESETS, "omegat", replace(PRESETS["omegat"], largest=largest))
        assert len(written(tmp_path / "b.tmx", Settings(cat="omegat"), UNITS).paths) == parts


def test_a_unit_that_is_too_large_by_itself_stands_alone(tmp_path: Path, small: Settings) -> None:
    huge = replace(UNITS[0], id="huge", props=(("note", "long " * LARGEST),))
    paths = written(tmp_path / "law.tmx", small, [huge, UNITS[1], UNITS[2], huge, UNITS[3]]).paths
    assert [len(ids(path)) for path in paths] == [1, 2, 1, 1]


@pytest.mark.parametrize("name", ["law.tmx", "law.tmx.gz", "LAW.TMX", "law"])
def test_long_units_stand_apart_so_that_the_others_are_imported(
    tmp_path: Path, small: Settings, name: str
) -> None:
    long_source = samples.unit("ط" * (LONGEST + 1), "Long.", 101)
    long_target = samples.unit("طويل", "x" * (LONGEST + 1), 102)
    fitting = samples.unit("ط" * LONGEST, "x" * LONGEST, 103)
    writer = written(tmp_path / name, small, [long_source, fitting, long_target])
    stem, _, suffix = name.partition(".")
    suffix = f".{suffix}" if suffix else ""
    assert [path.name for path in writer.paths] == [name, f"{stem}.too-long{suffix}"]
    assert writer.apart == 2
    if not suffix.lower().endswith(".gz"):
        assert ids(writer.paths[0]) == [fitting.id]
        assert ids(writer.paths[1]) == [long_source.id, long_target.id]


def test_without_long_units_there_is_no_file_for_them(tmp_path: Path, small: Settings) -> None:
    assert written(tmp_path / "law.tmx", small, UNITS[:2]).paths == (tmp_path / "law.tmx",)
    assert [path.name for path in tmp_path.iterdir()] == ["law.tmx"]


def test_a_file_of_long_units_alone_leaves_the_other_empty_and_whole(
    tmp_path: Path, small: Settings
) -> None:
    unit = samples.unit("ط" * (LONGEST + 1), "Long.")
    main, apart = written(tmp_path / "law.tmx", small, [unit]).paths
    assert (ids(main), ids(apart)) == ([], [unit.id])


def test_an_error_leaves_none_of_the_parts(tmp_path: Path, small: Settings) -> None:
    long_unit = samples.unit("ط" * (LONGEST + 1), "Long.")
    with pytest.raises(OutputError, match="empty target"):
        written(tmp_path / "law.tmx", small, [*UNITS, long_unit, samples.unit("نعم", "")])
    assert list(tmp_path.iterdir()) == []


def test_the_texts_beside_a_long_unit_are_still_its_neighbours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PRESETS, "xtm", replace(PRESETS["xtm"], longest=30))
    with TmxWriter(tmp_path / "law.tmx", Settings(cat="xtm")) as writer:
        writer.write_bitext(samples.bitext())
    assert writer.apart > 0
    first = etree.parse(str(tmp_path / "law.tmx")).find("body/tu/tuv/prop")
    second = next(unit for unit in samples.bitext().units[1:] if unit)
    assert first is not None
    assert (first.get("type"), first.text) == ("x-context-post", second.source)
