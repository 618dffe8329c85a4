"""Alignment by length alone (Gale & Church 1993): find roughly where, learn the text's own model.

The estimates are those of expectation and maximisation over all ways (Dempster, Laird & Rubin
1977), from several starts, of which the one that makes the text likeliest is kept; the beads are
those of least risk.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from align.aligners.cells import Cells, Limits, around, diagonal, limits_of
from align.aligners.coarse import coarse_model, likeliest_way
from align.aligners.fences import fences
from align.aligners.length_loops import Lengths, Weights, backward, forward
from align.aligners.length_model import lengths_of, relearned, starts
from align.aligners.length_ways import least_risk, likely_columns, priced, trace
from align.evidence.length import lengths
from align.model import Alignment, Bead, Bitext, Segment

__all__ = ["align_by_length", "beads_by_length"]

Array = np.ndarray[Any, np.dtype[Any]]
ROUNDS = 5  # of learning; more change nothing on the gold sets
FEW_CELLS = 250_000  # a text of no more is looked at whole
# Columns on each side of the diagonal by length. Where more than about so many segments in a row
# are missing on one side, what stands around them goes astray.
COARSE_MARGIN = 600
FINE_MARGIN = 24  # columns on each side of the coarse way, which goes wrong by a few long beads
UNLIKELY = -12.0  # log posterior under the free start, below which a cell is not looked at again
PRUNED_MARGIN = 2
LEARNED_FROM = 2000  # source segments
# A chapter that is missing on one side makes the ratio of the whole text wrong. Where the matches
# have another, by so much of its logarithm, the text is looked at again.
SAME_RATIO = 0.05


def align_by_length(
    bitext: Bitext, source: tuple[Segment, ...], target: tuple[Segment, ...]
) -> Alignment:
    """Return the alignment of two sequences of segments by their lengths."""
    text = lengths_of(*(lengths([segment.text for segment in side]) for side in (source, target)))
    found = fences(bitext, source, target)
    ends = np.array([(0, 0), (len(source), len(target))])
    beads = tuple(beads_by_length(text, limits_of(ends if found is None else found.corners)))
    stretches = (range(len(beads)),) if beads else ()
    return Alignment(bitext=bitext, source=source, target=target, beads=beads, stretches=stretches)


def beads_by_length(text: Lengths, limits: Limits) -> list[Bead]:
    """Return the beads of least risk under the model that the text itself teaches."""
    models = starts(text)
    cells, model = _model(text, limits, models)
    if abs(math.log(model.ratio / models[0].ratio)) > SAME_RATIO:
        again = [start._replace(ratio=model.ratio) for start in models]
        cells, model = _model(text, limits, again)
    return _beads(text, cells, model, limits)


def _model(text: Lengths, limits: Limits, models: list[Weights]) -> tuple[Cells, Weights]:
    """Return the cells worth a closer look, and the model learned there from the best start."""
    cells = _near(text, limits, models[0])
    part, near, within = _middle(text, cells, limits)
    likely = _likely(part, near, models[0], within)
    learned = (_learned(part, likely, model) for model in models)
    return cells, max(learned, key=_total)[0]


def _near(text: Lengths, limits: Limits, start: Weights) -> Cells:
    """Return the cells near the coarse way, or all of a short text."""
    wide = diagonal(text.source, text.target, COARSE_MARGIN, limits)
    if wide.start[-1] <= FEW_CELLS:
        return wide
    way = likeliest_way(text, wide, coarse_model(start))
    low = np.full(len(wide.low), limits.reach[-1])
    high = np.zeros(len(wide.low), np.int64)
    np.minimum.at(low, way[:, 0], way[:, 1])
    np.maximum.at(high, way[:, 0], way[:, 1])
    return around(low, high, FINE_MARGIN, limits)


def _middle(text: Lengths, cells: Cells, limits: Limits) -> tuple[Lengths, Cells, Limits]:
    """Return the middle of a long text, which is enough to learn from."""
    rows = len(text.source) - 1
    if rows <= LEARNED_FROM:
        return text, cells, limits
    top = (rows - LEARNED_FROM) // 2
    ends = np.array([top, top + LEARNED_FROM])
    left, right = (cells.low[ends] + cells.high[ends]) // 2
    edges = np.clip(limits.corners, (ends[0], left), (ends[1], right)) - (ends[0], left)
    inner = np.unique(edges, axis=0)
    within = limits_of(inner)
    part = lengths_of(
        np.diff(text.source[top : ends[1] + 1]), np.diff(text.target[left : right + 1])
    )
    kept = slice(top, ends[1] + 1)
    return part, around(cells.low[kept] - left, cells.high[kept] - left, 0, within), within


def _likely(text: Lengths, cells: Cells, model: Weights, limits: Limits) -> Cells:
    """Return those of the cells that the model does not rule out."""
    alpha = forward(text, cells, model)
    beta, _ = backward(text, cells, model, alpha)
    low, high = likely_columns(cells, alpha, beta, UNLIKELY)
    return around(low, high, PRUNED_MARGIN, limits)


def _learned(text: Lengths, cells: Cells, model: Weights) -> tuple[Weights, float]:
    """Return the model learned from a start, and the log likelihood of the text under it."""
    for _ in range(ROUNDS):
        _, found = backward(text, cells, model, forward(text, cells, model))
        model = relearned(model, found)
    return model, forward(text, cells, model).total


def _total(learned: tuple[Weights, float]) -> float:
    return learned[1]


def _beads(text: Lengths, cells: Cells, model: Weights, limits: Limits) -> list[Bead]:
    """Return the beads of least risk with their costs and posteriors."""
    cells = _likely(text, cells, model, limits)
    alpha = forward(text, cells, model)
    sums = alpha, backward(text, cells, model, alpha)[0]
    way = trace(cells, model.shapes, least_risk(text, cells, model, sums))
    figures = priced(text, cells, model, sums, way).round(4).tolist()
    sizes = np.concatenate([model.shapes, [(1, 0), (0, 1)]])[way[:, 2]]
    return [
        Bead(
            source=range(row - a, row),
            target=range(column - b, column),
            cost=cost,
            posterior=posterior,
        )
        for (row, column, _), (a, b), (cost, posterior) in zip(
            way.tolist(), sizes.tolist(), figures, strict=True
        )
    ]
