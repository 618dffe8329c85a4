"""The model of alignment by length, and how it is learned from the text that is to be aligned.

A match of a and b segments has a kind (1-1, 1-b, a-1, a-b) and, within its kind, a geometric
number of further segments: eight numbers in place of Gale & Church's table of beads, few enough
to be learned from a page. Against a match stands the chance that b target segments are as long as
they are on their own, after Moore 2002, section 2: a gamma distribution, whose sums are gamma too.
What is left out is not learned: where lengths tell little, omissions explain whatever is odd.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from align.aligners.length_loops import Lengths, Weights

if TYPE_CHECKING:
    from align.aligners.length_loops import Expected

__all__ = ["LONGEST", "SHAPES", "lengths_of", "relearned", "starts"]

Array = np.ndarray[Any, np.dtype[Any]]
LONGEST = 9  # segments on one side of a bead: an Arabic sentence answers up to nine English ones
SHAPES = np.array(
    [(1, 1)]
    + [(1, b) for b in range(2, LONGEST + 1)]
    + [(a, 1) for a in range(2, LONGEST + 1)]
    + [(2, b) for b in range(2, LONGEST)]
    + [(a, 2) for a in range(3, LONGEST)]
    + [(3, 3), (3, 4), (4, 3), (4, 4)]
)
KINDS = np.minimum(SHAPES[:, 1] - 1, 1) + 2 * np.minimum(SHAPES[:, 0] - 1, 1)  # 1-1 1-b a-1 a-b
FURTHER = SHAPES.sum(axis=1) - np.array([2, 3, 3, 4])[KINDS]  # beyond the smallest of the kind

# What is expected of any text, and counts as so many matches when the text has been seen. None of
# these figures is critical: 30 % more or less changes F1 of law and guides by less than .01.
USUAL_KINDS = np.array([0.70, 0.13, 0.12, 0.05])
USUAL_FURTHER = np.array([0.5, 0.5, 0.5, 0.4])  # chance of one more segment
WEIGHT_OF_USUAL = 4.0
OMISSION = 0.005  # chance that something is left out behind a match, on either side
FURTHER_OMISSION = 0.5  # chance that one more segment is left out behind the last
# s² of free, common and close translation: learning finds the next optimum, not the best one.
VARIANCES = (16.0, 6.0, 2.0)
# Of lengths: log of their mean less the mean of their logs. Where all are nearly the same, that
# they agree speaks neither for nor against a match.
LEAST_SKEW = 0.1
USUAL_VARIANCE = 4.0  # weighs as one match
LEAST_VARIANCE = 1.0


def lengths_of(source: Array, target: Array) -> Lengths:
    """Return the lengths of a text from those of its segments, in characters; a blank has one."""
    source, target = np.maximum(source, 1.0), np.maximum(target, 1.0)
    sums = [np.concatenate([[0.0], np.cumsum(side)]) for side in (source, target)]
    return Lengths(sums[0], sums[1], _alone(target, sums[1]))


def _alone(target: Array, sums: Array) -> Array:
    """Return the log density of each run of target segments; see `Lengths`."""
    alone = np.zeros((LONGEST + 1, len(sums)))
    if not len(target):
        return alone
    shape, scale = _gamma(target)
    for b in range(1, min(LONGEST, len(target)) + 1):
        run, many = sums[b:] - sums[:-b], shape * b
        norm = math.lgamma(many) + many * math.log(scale)
        alone[b, b:] = (many - 1) * np.log(run) - run / scale - norm
    return alone


def _gamma(values: Array) -> tuple[float, float]:
    """Return shape and scale of the gamma distribution of ``values`` (Minka 2002, eq. 8)."""
    mean = float(values.mean())
    skew = max(math.log(mean) - float(np.log(values).mean()), LEAST_SKEW)
    shape = (3 - skew + math.sqrt((skew - 3) ** 2 + 24 * skew)) / (12 * skew)
    return shape, mean / shape


def starts(text: Lengths) -> list[Weights]:
    """Return the models to start from, that of the freest translation first."""
    ratio = text.target[-1] / text.source[-1] if text.source[-1] and text.target[-1] else 1.0
    prior, step = _prior(USUAL_KINDS, USUAL_FURTHER), np.log(_steps())
    return [Weights(SHAPES, prior, step, float(ratio), variance) for variance in VARIANCES]


def _prior(kinds: Array, further: Array) -> Array:
    """Return the log weight of each shape: that of its kind times a geometric distribution."""
    geometric = further[KINDS] ** FURTHER
    within = np.bincount(KINDS, geometric)
    weights: Array = np.log(kinds[KINDS] * geometric / within[KINDS])
    return weights


def _steps() -> Array:
    """Return the chances of steps from state to state."""
    on, end = FURTHER_OMISSION, 1 - FURTHER_OMISSION - OMISSION
    return np.array(
        [[1 - 2 * OMISSION, OMISSION, OMISSION], [end, on, OMISSION], [end, OMISSION, on]]
    )


def relearned(model: Weights, found: Expected) -> Weights:
    """Return the model made likeliest by the expected counts and what is usual (the M step)."""
    source, target, squares = found.sums.tolist()
    variance = (squares + USUAL_VARIANCE) / (float(found.shapes.sum()) + 1)
    return Weights(
        model.shapes,
        _relearned_prior(found.shapes),
        model.step,
        target / source if source > 0 and target > 0 else model.ratio,
        max(LEAST_VARIANCE, variance),
    )


def _relearned_prior(found: Array) -> Array:
    kinds = np.bincount(KINDS, found)
    further = np.bincount(KINDS, found * FURTHER)
    usual = WEIGHT_OF_USUAL * USUAL_FURTHER / (1 - USUAL_FURTHER)
    odds = (further + usual) / (kinds + WEIGHT_OF_USUAL)
    kinds = (kinds + WEIGHT_OF_USUAL * USUAL_KINDS) / (kinds.sum() + WEIGHT_OF_USUAL)
    return _prior(kinds, odds / (1 + odds))
