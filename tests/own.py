"""Our own bilingual texts and their gold beads, as the tests need them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from align.gold import SEGMENT_MARK

if TYPE_CHECKING:
    from align.evaluate import Indexes

__all__ = ["CORPORA", "Bead", "gold", "indexes", "sides"]

CORPORA = Path(__file__).parents[1] / "corpora"
Bead = tuple[tuple[str, ...], tuple[str, ...]]  # texts of the segments, source and target


@cache
def gold(name: str = "*") -> tuple[Bead, ...]:
    """Return the gold beads of the corpora whose names fit, one document after the other."""
    files = sorted(CORPORA.glob(f"{name}.gold.tsv"))
    rows = [line.split("\t") for path in files for line in path.read_text("utf-8").splitlines()]
    return tuple((_cut(source), _cut(target)) for _, source, target in rows)


def _cut(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(SEGMENT_MARK)) if cell else ()


def sides(beads: tuple[Bead, ...]) -> tuple[list[str], list[str]]:
    """Return the segments of both sides."""
    source = [text for bead in beads for text in bead[0]]
    return source, [text for bead in beads for text in bead[1]]


def indexes(beads: tuple[Bead, ...]) -> list[Indexes]:
    """Return the beads by the numbers of their segments."""
    found: list[Indexes] = []
    i = j = 0
    for source, target in beads:
        found.append(
            (tuple(range(i, i + len(source))), tuple(range(j, j + len(target)))),
        )
        i, j = i + len(source), j + len(target)
    return found
