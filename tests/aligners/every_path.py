"""Every path through a small lattice of beads, counted out one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from align.aligners.inventory import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Step", "paths", "steps_between"]

Cell = tuple[int, int]


class Step(NamedTuple):
    """A bead by its first segments and its number in `SHAPES`."""

    row: int
    column: int
    kind: int

    @property
    def start(self) -> Cell:
        return self.row, self.column

    @property
    def stop(self) -> Cell:
        a, b = SHAPES[self.kind].tolist()
        return self.row + a, self.column + b


def steps_between(first: Cell, last: Cell, kinds: Sequence[int]) -> list[Step]:
    """Return every bead of these kinds between two cells."""
    every = [
        Step(row, column, kind)
        for row in range(first[0], last[0] + 1)
        for column in range(first[1], last[1] + 1)
        for kind in kinds
    ]
    return [step for step in every if step.stop[0] <= last[0] and step.stop[1] <= last[1]]


def paths(steps: Sequence[Step], first: Cell, last: Cell) -> Iterator[tuple[int, ...]]:
    """Yield the numbers of the steps of every path from one cell to another."""
    if first == last:
        yield ()
    for number, step in enumerate(steps):
        if step.start == first:
            for rest in paths(steps, step.stop, last):
                yield (number, *rest)
