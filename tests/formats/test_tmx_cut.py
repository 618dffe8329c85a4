"""TMX cut off or garbled anywhere: what is whole is read, and nothing ends in a traceback."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.errors import AlignError, ReadError
from align.formats.reading import Reading
from align.formats.tmx.reader import read_pairs, read_tmx
from align.formats.tmx.writer import write_tmx

from .units import UNITS
from .wild import WILD, Wild, tmx, tu

if TYPE_CHECKING:
    from align.model import TranslationUnit

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("EVALUATION_DATA") or ROOT.parent / "shared" / "data")
TICO = DATA / "tmx" / "tico19.en-ar.tmx"
UNITS_OF_TICO = 3_071


@settings(deadline=None)
@given(units=st.lists(UNITS, min_size=1, max_size=4), data=st.data())
def test_of_a_file_cut_off_anywhere_the_whole_units_are_read(
    units: list[TranslationUnit], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("tmx") / "cut.tmx"
    write_tmx(units, path)
    whole = path.read_bytes()
    left = whole[: data.draw(st.integers(0, len(whole)))]
    path.write_bytes(left)
    reading = Reading(strict=False, exact=True)
    try:
        read = list(read_pairs(path, reading))
    except ReadError:
        assert b"<tmx" not in left
        return
    assert read == units[: left.count(b"</tu>")]
    assert reading.losses.count("tail") == (not left.rstrip().endswith(b"</tmx>"))
    assert {loss.kind for loss in reading.losses} <= {"tail", "property"}


@pytest.mark.parametrize("size", [50, 70_000])
def test_a_damaged_unit_costs_no_other_wherever_it_stands(tmp_path: Path, size: int) -> None:
    """Units of ``size`` characters, so that several or none are parsed at once."""
    units = [tu(f"نعم {number}", f"Yes {number} " + "x" * size) for number in range(20)]
    for broken in range(20):
        left = [*units[:broken], tu("لا", "No<"), *units[broken + 1 :]]
        (tmp_path / "in.tmx").write_bytes(tmx(*left))
        reading = Reading(strict=False)
        read = [unit.source for unit in read_pairs(tmp_path / "in.tmx", reading)]
        assert read == [f"نعم {number}" for number in range(20) if number != broken]
        assert [(loss.kind, loss.line) for loss in reading.losses] == [("unit", 3 + broken)]


@settings(deadline=None, max_examples=200)
@given(
    wild=st.sampled_from(WILD),
    place=st.integers(0, 300),
    gone=st.integers(0, 40),
    instead=st.one_of(
        st.binary(max_size=8),
        st.sampled_from([b"<tu>", b"</tu>", b"<!--", b"<![CDATA[", b"]]>", b"<tu/>", b"&#", b"<?"]),
    ),
)
def test_a_garbled_file_is_read_or_refused(
    wild: Wild, place: int, gone: int, instead: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("tmx") / "in.tmx"
    path.write_bytes(wild.content[:place] + instead + wild.content[place + gone :])
    for strict in (True, False):
        with suppress(AlignError):
            list(read_pairs(path, Reading(strict=strict)))


@pytest.mark.skipif(not TICO.is_file(), reason="evaluation data not found: set EVALUATION_DATA")
def test_the_memory_of_tico_19_is_read_to_its_last_unit() -> None:
    reading = Reading()
    units = list(read_pairs(TICO, reading))
    assert len(units) == len(list(read_tmx(TICO))) == UNITS_OF_TICO
    assert {(unit.source_lang, unit.target_lang) for unit in units} == {("en", "ar")}
    assert not [loss.kind for loss in reading.losses]
