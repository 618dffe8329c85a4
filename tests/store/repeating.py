"""Pairs that repeat one another, as units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.model import TranslationUnit

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["BRIDGE", "CROSSED", "RIVALS", "Pair", "unit", "units"]

BRIDGE = "عبر الرجل الجسر القديم مساء"
CROSSED = "The man crossed the old bridge in the evening"
Pair = tuple[str, str]
RIVALS = [
    (BRIDGE, "He went home late"),
    ("ذهب الولد إلى المدرسة", "The boy went to school"),
    ("مضى الطفل إلى مدرسته", "The boy went to school"),
]


def unit(source: str, target: str, name: str = "u") -> TranslationUnit:
    """Return a unit of two texts."""
    return TranslationUnit(
        id=name,
        source=source,
        target=target,
        source_lang="ar",
        target_lang="en",
        kind="1-1",
        score=0.9,
    )


def units(pairs: Iterable[Pair]) -> list[TranslationUnit]:
    """Return units called u1, u2 …."""
    return [unit(*pair, f"u{number}") for number, pair in enumerate(pairs, start=1)]
