"""Two languages of one subtitle file, set side by side by what is said at the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from align.layouts.cues.endings import Shown
from align.layouts.cues.joining import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Row", "rows_of"]

OVERLAP = 0.4  # seconds that two sentences share at least, if they are in one row


class Row(NamedTuple):
    """The sentences that both languages say at a time; either may say nothing."""

    first: tuple[Shown, ...]
    second: tuple[Shown, ...]


def rows_of(first: Sequence[Shown], second: Sequence[Shown]) -> Iterator[Row]:
    """Yield the sentences of two languages by time: those that overlap are in one row."""
    runs = joined(first, second)
    tagged = [(_one(first[run.start : run.stop]), 0) for run in runs[0]]
    tagged += [(_one(second[run.start : run.stop]), 1) for run in runs[1]]
    sides: tuple[list[Shown], list[Shown]] = ([], [])
    until = -1.0
    for said, side in sorted(tagged, key=lambda one: (one[0].start, one[1])):
        if (sides[0] or sides[1]) and until - said.start < _least(said):
            yield Row(tuple(sides[0]), tuple(sides[1]))
            sides, until = ([], []), -1.0
        sides[side].append(said)
        until = max(until, said.end)
    if sides[0] or sides[1]:
        yield Row(tuple(sides[0]), tuple(sides[1]))


def _one(cues: Sequence[Shown]) -> Shown:
    return Shown(" ".join(cue.text for cue in cues), cues[0].start, cues[-1].end)


def _least(said: Shown) -> float:
    """Return how long a sentence must overlap: less than half of a very short one."""
    return min(OVERLAP, (said.end - said.start) / 2)
