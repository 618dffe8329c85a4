"""The changes from one cue to the next, and which of them both sides make at the same time."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from align.layouts.cues.clock import Times, same_times
from align.layouts.cues.endings import INSIDE, Shown, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Change", "changes_of", "changes_of_both"]

NEAR = 0.7  # seconds within which two cues begin at the same time
MOST_SILENCE, SILENT = 6.0, 9.0  # seconds that no sentence lasts out, and what they tell
NEAR_INSIDE = 0.8  # seconds by which it is only guessed when a sentence ends inside a cue
HOLE = 1.5  # seconds without a cue while the other side has one: here one is missing
BEFORE_HOLE = 0.5  # share of what the end of a cue tells, if the next one is missing


class Change(NamedTuple):
    """Where one cue gives way to the next: when, after what silence, what the texts tell.

    ``told`` is in log odds of a sentence's end. ``partner`` is the place of the other side's
    change at that time, ``inside`` whether a sentence of it ends inside a cue then; ``met`` says
    whether there is either, and is None without another side.
    """

    time: float
    silence: float
    length: int  # characters of the cue before
    told: float
    met: bool | None = None
    partner: int | None = None
    inside: bool = False


def changes_of(cues: Sequence[Shown], others: Sequence[Shown] = ()) -> list[Change]:
    """Return the changes of a side; ``others`` are the cues of the other side by the same clock."""
    words = words_of(cues)
    found = []
    for (one, other), shown in zip(pairwise(cues), _shown_between(cues, others), strict=True):
        silence = other.start - one.end - shown
        if silence > MOST_SILENCE:
            told = SILENT
        elif shown > HOLE:
            told = words.told_apart(one, other, BEFORE_HOLE)
        else:
            told = words.told(one, other)
        found.append(Change(other.start, silence, len(one.text), told))
    return found


def changes_of_both(
    source: Sequence[Shown], target: Sequence[Shown]
) -> tuple[list[Change], list[Change]]:
    """Return the changes of two sides; those at the same time know of each other.

    Their silences are averaged, since cues do not begin and end exactly when somebody speaks.
    """
    found = changes_of(source, target), changes_of(target, source)
    for side in found:
        side[:] = [change._replace(met=False) for change in side]
    if not (found[0] and found[1]):
        return found
    times = [np.array([change.time for change in side]) for side in found]
    for i, j in same_times(times[0], times[1], NEAR):
        silence = (found[0][i].silence + found[1][j].silence) / 2
        found[0][i] = found[0][i]._replace(met=True, partner=j, silence=silence)
        found[1][j] = found[1][j]._replace(met=True, partner=i, silence=silence)
    _meet_inside(found[0], target)
    _meet_inside(found[1], source)
    return found


def _meet_inside(changes: list[Change], others: Sequence[Shown]) -> None:
    """Mark the changes at a time when a sentence ends inside a cue of the other side."""
    stops = sorted(time for cue in others for time in _stops_inside(cue))
    for at, change in enumerate(changes):
        if change.partner is None and _is_near(change.time, stops):
            changes[at] = change._replace(met=True, inside=True)


def _is_near(time: float, stops: Sequence[float]) -> bool:
    after = bisect_left(stops, time)
    return any(abs(stop - time) <= NEAR_INSIDE for stop in stops[max(0, after - 1) : after + 1])


def _stops_inside(cue: Shown) -> Iterator[float]:
    """Yield about when sentences end inside a cue, by how much of its text is before."""
    for match in INSIDE.finditer(cue.text):
        yield cue.start + (cue.end - cue.start) * match.end() / len(cue.text)


def _shown_between(cues: Sequence[Shown], others: Sequence[Shown]) -> Iterator[float]:
    """Yield for how long the other side shows something between two cues."""
    ends = np.array([cue.end for cue in cues[:-1]])
    starts = np.array([cue.start for cue in cues[1:]])
    yield from np.maximum(0.0, _shown_until(starts, others) - _shown_until(ends, others)).tolist()


def _shown_until(times: Times, cues: Sequence[Shown]) -> Times:
    """Return for how long something was shown until each of the times."""
    if not cues:
        return np.zeros_like(times)
    starts = np.array([cue.start for cue in cues])
    ends = np.maximum.accumulate(np.array([cue.end for cue in cues]))
    begun = np.maximum(starts, np.append(starts[0], ends[:-1]))  # what overlaps counts once
    edges = np.column_stack((begun, np.maximum(begun, ends))).ravel()
    shown = np.column_stack((np.zeros(len(cues)), np.maximum(0.0, ends - begun))).ravel()
    return np.asarray(np.interp(times, edges, np.cumsum(shown)), dtype=np.float64)
