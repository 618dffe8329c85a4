"""The habits of a pair of subtitle files: how sentences end in it, learned where text is sure.

Silences, short cues and cues that change on both sides at once tell more in one file than in
another, and so does a missing full stop; how much is counted, as log odds of a sentence's end.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from statistics import quantiles
from typing import TYPE_CHECKING, NamedTuple

from align.layouts.cues.endings import SURE, has_stop

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from align.layouts.cues.changes import Change
    from align.layouts.cues.endings import Shown

__all__ = ["Habits", "Scale", "habits_of", "unstopped"]

FEWEST = 8  # of either kind, from which anything is learned
CLASSES = 6  # into which silences are sorted
TENTH = 10  # one in so many cues inside sentences is shorter than `Habits.filled`
SHORT = 1.5  # log odds after a shorter one
SMOOTHED = 2.0  # counted beside what was seen
RAREST = -1.0  # log odds of an end, at least: where full stops lack, few ends are sure
MOST = 4.0  # log odds that any one habit tells
PUNCTUATED = 0.3  # share of cues that end with a full stop where sentences do
LEAST = 0.1  # share of sentences without one, at least


class Scale(NamedTuple):
    """What a measure tells: log odds for each of the classes between ``edges``."""

    edges: tuple[float, ...]
    odds: tuple[float, ...]

    def __call__(self, value: float) -> float:
        """Return what a value tells."""
        return self.odds[bisect_right(self.edges, value)]


class Habits(NamedTuple):
    """What a silence, a change on both sides and a short cue tell, and how many sentences end."""

    silence: Scale
    met: Scale
    filled: float  # characters of a cue from which on it has no room for more
    usual: float  # log odds of an end at any change

    def told(self, change: Change) -> float:
        """Return what a change tells beside its text."""
        met = 0.0 if change.met is None else self.met(change.met)
        short = SHORT * (change.length < self.filled)
        return self.usual + self.silence(change.silence) + short + met


NOTHING = Scale((), (0.0,))


def habits_of(changes: Iterable[Change]) -> Habits:
    """Return the habits that changes show whose text is sure."""
    sure = [change for change in changes if abs(change.told) >= SURE]
    ends = [change for change in sure if change.told > 0]
    inside = [change for change in sure if change.told < 0]
    usual = max(RAREST, math.log((len(ends) + SMOOTHED) / (len(inside) + SMOOTHED)))
    if min(len(ends), len(inside)) < FEWEST:
        return Habits(Scale((0.4, 1.0), (0.0, 1.0, MOST)), NOTHING, 0.0, usual)
    return Habits(
        _scale([one.silence for one in ends], [one.silence for one in inside]),
        _scale([float(bool(one.met)) for one in ends], [float(bool(one.met)) for one in inside]),
        quantiles([one.length for one in inside], n=TENTH)[0],
        usual,
    )


def _scale(ends: Sequence[float], inside: Sequence[float]) -> Scale:
    """Return what a measure tells that has these values where sentences end, and inside them."""
    cuts = quantiles((*ends, *inside), n=CLASSES)
    edges = tuple(sorted({round(cut, 2) for cut in cuts}))
    counts = [Counter(bisect_right(edges, value) for value in values) for values in (ends, inside)]
    odds = [
        math.log((counts[0][at] + SMOOTHED) / (len(ends) + SMOOTHED))
        - math.log((counts[1][at] + SMOOTHED) / (len(inside) + SMOOTHED))
        for at in range(len(edges) + 1)
    ]
    return Scale(edges, tuple(max(-MOST, min(MOST, one)) for one in odds))


def unstopped(cues: Sequence[Shown]) -> float:
    """Return what a missing full stop tells: much where cues have them, in other files nothing.

    Many Arabic subtitles have hardly any.
    """
    share = sum(has_stop(cue.text) for cue in cues) / max(1, len(cues))
    return math.log(max(LEAST, min(1.0, 1 - share / PUNCTUATED)))
