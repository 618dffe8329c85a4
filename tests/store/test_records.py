from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from align.store.records import packed, unpacked
from tests.formats import samples
from tests.formats.units import UNITS

if TYPE_CHECKING:
    from align.model import TranslationUnit


@given(UNITS)
def test_a_unit_comes_back_as_it_was(unit: TranslationUnit) -> None:
    assert unpacked(packed(unit)) == unit


def test_half_a_surrogate_pair_comes_back_too() -> None:
    unit = samples.unit("\ud83d", "a")
    assert unpacked(packed(unit)) == unit
