"""The cues of two subtitle files of one film, as blocks side by side."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from align.layouts.cues.clock import SAME, Clock, Times, clock_of, same_times, spread_of
from align.layouts.cues.endings import Shown
from align.layouts.cues.joining import beginnings, joined, joined_alone
from align.model import Anchor, Block

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Cued", "cued"]

CLOSEST = 0.15  # seconds within which sentences begin at one time in any file
DEVIATIONS = 3.0  # usual distances, beyond which two beginnings are not one


class Cued(NamedTuple):
    """The blocks of both sides, cues joined to sentences, and the anchors that time sets."""

    source: tuple[Block, ...]
    target: tuple[Block, ...]
    anchors: tuple[Anchor, ...]


def cued(source: Sequence[Block], target: Sequence[Block]) -> Cued:
    """Return two sides with their cues joined, and anchors where their clocks agree.

    Blocks without times stay as they are, and there are no anchors then.
    """
    shown = _shown(source), _shown(target)
    clock = None
    if shown[0] and shown[1]:
        clock = _clock(*shown)
    if clock is None:
        return Cued(_alone(source, shown[0]), _alone(target, shown[1]), ())
    runs = joined(_by_clock(shown[0], clock), shown[1])
    blocks = _merged(source, runs[0]), _merged(target, runs[1])
    return Cued(*blocks, _anchors(*blocks, clock))


def _clock(source: Sequence[Shown], target: Sequence[Shown]) -> Clock | None:
    """Return how the clocks go together, by what begins sentences; if need be, by all cues."""
    return clock_of(_starts(beginnings(source)), _starts(beginnings(target))) or clock_of(
        _starts(source), _starts(target)
    )


def _shown(blocks: Sequence[Block]) -> list[Shown]:
    """Return when each block is shown; nothing if one does not tell, or they are out of order."""
    shown = [Shown(block.text, *block.time) for block in blocks if block.time is not None]
    in_order = all(one.start <= other.start for one, other in pairwise(shown))
    return shown if in_order and len(shown) == len(blocks) else []


def _starts(shown: Sequence[Shown]) -> Times:
    return np.array([cue.start for cue in shown], dtype=np.float64)


def _by_clock(shown: Sequence[Shown], clock: Clock) -> list[Shown]:
    return [
        Shown(cue.text, clock.rate * cue.start + clock.shift, clock.rate * cue.end + clock.shift)
        for cue in shown
    ]


def _alone(blocks: Sequence[Block], shown: Sequence[Shown]) -> tuple[Block, ...]:
    return _merged(blocks, joined_alone(shown)) if shown else tuple(blocks)


def _merged(blocks: Sequence[Block], runs: Sequence[range]) -> tuple[Block, ...]:
    return tuple(_one(blocks[run.start : run.stop]) for run in runs)


def _one(blocks: Sequence[Block]) -> Block:
    """Return blocks that follow one another as one, which begins where the first does."""
    if len(blocks) == 1:
        return blocks[0]
    first, last = blocks[0], blocks[-1]
    times = [time for block in blocks for time in block.time or ()]
    return dataclasses.replace(
        first,
        text="\n".join(block.text for block in blocks),
        place=dataclasses.replace(first.place, length=last.place.end - first.place.start),
        time=(min(times), max(times)),
    )


def _anchors(source: Sequence[Block], target: Sequence[Block], clock: Clock) -> tuple[Anchor, ...]:
    """Return the pairs of runs between sentences that begin at the same time on both sides.

    How far apart that may be is seen from the files: in a bead of two sentences on either side,
    the second ones begin at about the same time by chance.
    """
    starts = [_starts(_shown(blocks)) for blocks in (source, target)]
    starts[0] = clock(starts[0])
    close = min(SAME, max(CLOSEST, DEVIATIONS * spread_of(starts[0], starts[1])))
    cuts = [(i, j) for i, j in same_times(starts[0], starts[1], close) if i > 0 and j > 0]
    corners = [(0, 0), *cuts, (len(source), len(target))]
    return tuple(
        Anchor(source=range(one[0], other[0]), target=range(one[1], other[1]))
        for one, other in pairwise(corners)
    )
