"""What the formats of rows have in common, beside what every format has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.formats.memories import units_of
from align.formats.reading import Reading

from . import samples
from .keeps import KEEPS, LANGS, written

if TYPE_CHECKING:
    from pathlib import Path

TABLES = ["jsonl", "tsv", "csv", "xlsx", "parquet", "wordfast"]


@pytest.mark.parametrize("name", TABLES)
def test_our_own_files_are_read_without_a_loss(name: str, tmp_path: Path) -> None:
    units = [unit for unit in samples.bitext().units if unit is not None]
    told = Reading(langs=LANGS)
    read = list(units_of(written(tmp_path, name, units), told))
    assert list(map(KEEPS[name], read)) == list(map(KEEPS[name], units))
    assert list(told.losses) == []


@pytest.mark.parametrize("name", TABLES)
def test_the_source_may_be_the_second_language_wanted(name: str, tmp_path: Path) -> None:
    units = [unit for unit in samples.swapped(samples.bitext()).units if unit is not None]
    read = list(units_of(written(tmp_path, name, units), Reading(langs=LANGS)))
    assert [(unit.source_lang, unit.source) for unit in read] == [
        ("en", unit.source) for unit in units
    ]
