"""What the tests of the formats that are only read share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from align.formats.memories import units_of
from align.formats.reading import Reading

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit

__all__ = ["Read", "read"]


class Read(NamedTuple):
    """The units of a file, and what was lost: how often, by kind."""

    units: list[TranslationUnit]
    losses: dict[str, int]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        return [(unit.source, unit.target) for unit in self.units]


def read(path: Path, reading: Reading | None = None) -> Read:
    """Read a memory, leniently unless told otherwise."""
    reading = reading or Reading(strict=False)
    units = list(units_of(path, reading))
    return Read(units, {loss.kind: loss.times for loss in reading.losses})
