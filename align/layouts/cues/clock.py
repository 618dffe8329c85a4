"""The clocks of two subtitle files of one film: how one goes over into the other.

They may differ by a shift and by a drift (another frame rate); both are found from when the cues
are shown, whatever is said in them, and are believed only if by far more cues agree than chance
would have it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

__all__ = ["FEWEST", "SAME", "Clock", "Times", "clock_of", "same_times", "spread_of"]

Times = np.ndarray[Any, np.dtype[np.float64]]  # seconds, rising

FEWEST = 8  # cues of a side from which its clock can be told
MOST = 10_000  # cues up to which it is tried to
LONGEST = 43_200.0  # seconds, of the same
FRAME_RATES = (23.976, 24.0, 25.0, 29.97)
NEAR = 0.015  # share by which two clocks of the same frame rate may drift
NEAR_OTHER = 0.002  # the same beside the ratio of two frame rates
SMEARED = 1.0  # seconds that a drift may be off over the whole film while it is looked for
BIN = 1.0  # seconds, of the histogram of shifts
SAMPLE = 150  # cues of the source that are compared with all of the target
LEAST_SAMPLE = 40
MOST_COMPARED = 50_000_000  # pairs of cues: of a longer film the sample is smaller
CLOSE = (1.5, 1.0, 0.9, 0.9)  # seconds within which two beginnings are one, while it is fitted
SAME = 0.7  # seconds within which they are one by the clock that was found
AGREEING = 0.4  # seconds, of the same, while it is tested
MOST_CHANCE = 0.9
MEDIAN_TO_DEVIATION = 1.48  # of what is spread normally
TRIED = 24  # likely clocks that are fitted
# Standard deviations above chance. A hundred thousand clocks are tried: chance alone gives 4.5.
AGREED = 5.0


class Clock(NamedTuple):
    """How the source's time goes over into the target's: ``rate`` · t + ``shift``."""

    rate: float
    shift: float

    def __call__(self, times: Times) -> Times:
        """Return times of the source as times of the target."""
        return self.rate * times + self.shift


def clock_of(source: Times, target: Times) -> Clock | None:
    """Return how two lists of beginnings, both rising, go together, None if they do not."""
    spans = [float(times[-1] - times[0]) for times in (source, target) if len(times)]
    counts = len(source), len(target)
    if min(counts) < FEWEST or max(counts) > MOST or max(spans) > LONGEST:
        return None
    rates = _rates(spans[0])
    votes = [(*_shift(_sample(source, target, len(rates)) * rate, target), rate) for rate in rates]
    likely = sorted(votes, key=lambda one: -one[0])[:TRIED]  # of equals those of least drift
    clocks = [_fitted(Clock(rate, shift), source, target) for _, shift, rate in likely]
    agreed = [_agreement(clock(source), target) for clock in clocks]
    best = int(np.argmax(agreed))
    return clocks[best] if agreed[best] >= AGREED else None


def _sample(source: Times, target: Times, rates: int) -> Times:
    """Return some of the source's beginnings, from its first to its last."""
    wanted = max(LEAST_SAMPLE, min(SAMPLE, MOST_COMPARED // (rates * len(target))))
    places = np.linspace(0, len(source) - 1, min(wanted, len(source))).astype(int)
    return np.asarray(source[places], dtype=np.float64)


def _rates(span: float) -> list[float]:
    """Return the drifts to try, those nearest to none first; ``span`` is the film's length."""
    step = SMEARED / max(span, 1.0)
    ratios = {one / other for one in FRAME_RATES for other in FRAME_RATES}
    found = {1.0}
    for ratio in ratios:
        near = NEAR if ratio == 1.0 else NEAR_OTHER
        steps = int(near / step)
        found |= {ratio * (1 + step * k) for k in range(-steps, steps + 1)}
    return sorted(found, key=lambda rate: (abs(rate - 1.0), rate))


def _shift(source: Times, target: Times) -> tuple[int, float]:
    """Return how many pairs have the commonest shift, and the shift."""
    shifts = (target[None, :] - source[:, None]).ravel()
    least = float(shifts.min())
    counts = np.bincount(((shifts - least) / BIN).astype(np.int64))
    both = counts + np.append(counts[1:], 0)  # a shift near the edge of a bin is in two
    place = int(both.argmax())
    return int(both[place]), least + (place + 1) * BIN


def _fitted(clock: Clock, source: Times, target: Times) -> Clock:
    """Return the clock that fits the beginnings that are the same by the one given."""
    for close in CLOSE:
        one, other = _matched(clock(source), target, close)
        if len(one) < FEWEST:
            return clock
        rate, shift = np.polyfit(source[one], target[other], 1)
        clock = clock._replace(rate=float(rate), shift=float(shift))
    return clock


def _matched(source: Times, target: Times, close: float) -> tuple[Any, Any]:
    """Return the places of beginnings that are each other's nearest, no further than ``close``."""
    there, back = _nearest(source, target), _nearest(target, source)
    places = np.arange(len(source))
    kept = (back[there] == places) & (np.abs(target[there] - source) <= close)
    return places[kept], there[kept]


def _nearest(source: Times, target: Times) -> Any:
    """Return for each time of ``source`` the place of the nearest of ``target``."""
    after = np.minimum(np.searchsorted(target, source), len(target) - 1)
    before = np.maximum(after - 1, 0)
    return np.where(source - target[before] <= target[after] - source, before, after)


def _agreement(source: Times, target: Times) -> float:
    """Return how many more beginnings agree than by chance, in standard deviations.

    Cues follow one another more evenly than chance events do, so that all of the time near one
    counts.
    """
    one, _ = _matched(source, target, AGREEING)
    count = min(len(source), len(target))
    span = max(float(target[-1] - target[0]), 1.0)
    chance = min(MOST_CHANCE, 2 * AGREEING * len(target) / span)
    return float((len(one) - chance * count) / np.sqrt(chance * (1 - chance) * count))


def same_times(source: Times, target: Times, close: float = SAME) -> list[tuple[int, int]]:
    """Return the places (i, j) of times that are one, rising in both; both by one clock."""
    one, other = _matched(source, target, close)
    return [(int(i), int(j)) for i, j in zip(one, other, strict=True)]


def spread_of(source: Times, target: Times) -> float:
    """Return how far times that are one lie apart as a rule, in seconds; both by one clock."""
    one, other = _matched(source, target, SAME)
    apart = np.abs(source[one] - target[other])
    return float(MEDIAN_TO_DEVIATION * np.median(apart)) if len(apart) else SAME
