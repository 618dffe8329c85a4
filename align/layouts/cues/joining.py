"""Cues joined to sentences: no segment is cut by the clock.

Every change from a cue to the next is judged by its text, by what the other side has at the same
time, and by the habits of both files; where the texts of both are unsure, both end or neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from align.layouts.cues.changes import Change, changes_of, changes_of_both
from align.layouts.cues.endings import INSIDE, SURE, Shown, has_half_stop, unclosed
from align.layouts.cues.habits import Habits, habits_of, unstopped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["beginnings", "joined", "joined_alone"]

MOST_CUES = 24  # of one sentence
LONG = 8  # cues, beyond which a sentence is unlikely to go on
TOO_LONG = 0.7  # log odds of an end for every further one
HEADING = 80  # characters, beyond which what has no full stop is hardly a heading
NO_HEADING = -0.7  # log odds
BRACKETED = -4.0  # log odds while a bracket is open
OTHER_TOLD = 3.0  # log odds, at least and at most, that the sure text of the other side tells
# How much more a full stop tells that is missing on one side alone: a heading has none on either.
ALONE_UNSTOPPED = 1.5


class _Side(NamedTuple):
    """The cues of a side, their changes, and what a missing full stop tells in it."""

    cues: Sequence[Shown]
    changes: list[Change]
    unstopped: float


class _Sentence(NamedTuple):
    """The sentence that a side is in: its cues so far, and their text."""

    cues: int = 0
    text: str = ""

    def and_then(self, text: str) -> _Sentence:
        """Return the sentence with a further cue, or the last one that begins in this cue."""
        *before, last = INSIDE.split(text)
        return _Sentence(1, last) if before else _Sentence(self.cues + 1, f"{self.text} {text}")


class _Verdict(NamedTuple):
    """What tells of a change: its text, that it has no full stop, and all else."""

    told: float
    unstopped: float
    beside: float
    inside: bool  # a sentence of the other side ends inside a cue


def joined(source: Sequence[Shown], target: Sequence[Shown]) -> tuple[list[range], list[range]]:
    """Return the runs of cues that make sentences, of two sides by one clock."""
    changes = changes_of_both(source, target)
    sides = [
        _Side(cues, own, unstopped(cues))
        for cues, own in zip((source, target), changes, strict=True)
    ]
    ends = _judged(sides, habits_of([*changes[0], *changes[1]]))
    return list(_runs(ends[0])), list(_runs(ends[1]))


def joined_alone(cues: Sequence[Shown]) -> list[range]:
    """Return the runs of cues that make sentences, of one side by itself."""
    changes = changes_of(cues)
    ends = _judged([_Side(cues, changes, unstopped(cues))], habits_of(changes))
    return list(_runs(ends[0]))


def beginnings(cues: Sequence[Shown]) -> list[Shown]:
    """Return the cues before which a sentence surely ends: the others are cut at will."""
    later = zip(cues[1:], changes_of(cues), strict=True)
    return [*cues[:1], *(cue for cue, change in later if change.told >= SURE)]


def _judged(sides: Sequence[_Side], habits: Habits) -> list[list[bool]]:
    """Return for every change of every side whether a sentence ends, judged in order of time."""
    ends = [[False] * len(side.changes) for side in sides]
    sentences = [_Sentence() for _ in sides]
    for places in _in_time(sides):
        for side, at in places:
            sentences[side] = sentences[side].and_then(sides[side].cues[at].text)
        verdicts = [_verdict(sides[side], at, sentences[side], habits) for side, at in places]
        for (side, at), own in zip(places, verdicts, strict=True):
            ends[side][at] = _ends(own, verdicts) or sentences[side].cues >= MOST_CUES
            if ends[side][at]:
                sentences[side] = _Sentence()
    return ends


def _in_time(sides: Sequence[_Side]) -> Iterator[list[tuple[int, int]]]:
    """Yield the changes as (side, place): two that are at one time together, others alone."""
    places = sorted(
        (change.time, number, at)
        for number, side in enumerate(sides)
        for at, change in enumerate(side.changes)
    )
    for _, number, at in places:
        partner = sides[number].changes[at].partner
        if partner is None:
            yield [(number, at)]
        elif number == 0:
            yield [(0, at), (1, partner)]


def _verdict(side: _Side, at: int, sentence: _Sentence, habits: Habits) -> _Verdict:
    """Return what tells of a change on its own side, with the sentence before it."""
    change = side.changes[at]
    beside = habits.told(change) + TOO_LONG * max(0, sentence.cues - LONG)
    told = change.told
    if told < SURE and unclosed(sentence.text):
        told += BRACKETED
    if len(sentence.text) > HEADING:
        beside += NO_HEADING
    unstopped = 0.0 if has_half_stop(sentence.text) else side.unstopped
    return _Verdict(told, unstopped, beside, change.inside)


def _ends(own: _Verdict, verdicts: Sequence[_Verdict]) -> bool:
    """Say whether a sentence ends, by its own text if that is sure, else by everything."""
    if abs(own.told) >= SURE:
        return own.told > 0
    unsure = [one for one in verdicts if abs(one.told) < SURE]
    told = sum(one.told for one in unsure)
    told += sum(one.beside + one.unstopped for one in unsure) / len(unsure)
    other = OTHER_TOLD + ALONE_UNSTOPPED * own.unstopped
    told += other * own.inside
    for one in verdicts:
        if one.told <= -SURE:
            told -= OTHER_TOLD
        elif one.told >= SURE:
            told += other
    return told > 0


def _runs(ends: Sequence[bool]) -> Iterator[range]:
    """Yield the runs of cues between the ends, which are one fewer than the cues."""
    start = 0
    for place, one in enumerate([*ends, True], 1):
        if one:
            yield range(start, place)
            start = place
