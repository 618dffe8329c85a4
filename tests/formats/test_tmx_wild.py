"""Other people's TMX: read with exact counts, or refused with line and reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.errors import ReadError
from align.formats.reading import Reading
from align.formats.tmx.reader import read_pairs

from .wild import WILD, Wild

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path, wild: Wild) -> Path:
    path = tmp_path / f"{wild.name}.tmx"
    path.write_bytes(wild.content)
    return path


@pytest.mark.parametrize("wild", [wild for wild in WILD if not wild.refused], ids=lambda w: w.name)
def test_what_can_be_saved_is_read_and_the_rest_counted(wild: Wild, path: Path) -> None:
    reading = Reading(strict=False)
    units = tuple((unit.source, unit.target) for unit in read_pairs(path, reading))
    assert units == wild.units
    assert tuple((kind, times, line) for kind, times, line, _ in reading.losses) == wild.losses


@pytest.mark.parametrize("wild", WILD, ids=lambda wild: wild.name)
def test_read_strictly_it_is_whole_or_refused_with_its_line(wild: Wild, path: Path) -> None:
    if not (wild.strict or wild.refused):
        units = read_pairs(path, Reading())
        assert tuple((unit.source, unit.target) for unit in units) == wild.units
        return
    with pytest.raises(ReadError, match=rf"{wild.name}\.tmx: .*{wild.strict or wild.refused}"):
        list(read_pairs(path, Reading()))


@pytest.mark.parametrize("wild", [wild for wild in WILD if wild.refused], ids=lambda w: w.name)
def test_what_is_refused_is_refused_however_it_is_read(wild: Wild, path: Path) -> None:
    with pytest.raises(ReadError, match=wild.refused):
        list(read_pairs(path, Reading(strict=False)))
