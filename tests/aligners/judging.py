"""What every alignment must be, and how right it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.evaluate import compare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.evaluate import Indexes
    from align.model import Alignment

__all__ = ["assert_covers", "found", "strict"]


def found(alignment: Alignment) -> list[Indexes]:
    """Return the beads of an alignment by the numbers of their segments."""
    return [(tuple(bead.source), tuple(bead.target)) for bead in alignment.beads]


def assert_covers(alignment: Alignment) -> None:
    """Assert that each segment is in one bead, and stretches are in order on both sides."""
    beads = alignment.beads
    assert [i for bead in beads for i in bead.source] == list(range(len(alignment.source)))
    covered = sorted(j for bead in beads for j in bead.target)
    assert covered == list(range(len(alignment.target)))
    assert [k for stretch in alignment.stretches for k in stretch] == list(range(len(beads)))
    for stretch in alignment.stretches:
        inside = [j for k in stretch for j in beads[k].target]
        assert inside == sorted(inside)
    assert all(0 <= bead.posterior <= 1 for bead in beads)


def strict(gold: Iterable[Indexes], alignment: Alignment) -> float:
    return compare(gold, found(alignment), 0).measures["strict"].figures()["f1"]
