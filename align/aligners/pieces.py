"""Pieces: where blocks of a text have moved, the parts that each run on in order on both sides."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from align.aligners.anchors import Anchors, chain
from align.aligners.field import Area

__all__ = ["pieces"]

Array = np.ndarray[Any, np.dtype[Any]]
# A block has moved when so many anchors say so, so close together, and hardly any contradict.
LEAST_ANCHORS = 8
LEAST_DENSITY = 0.3  # anchors for each segment of the block's shorter side
MOST_AGAINST = 0.1  # anchors of the main chain among its rows or columns, for each of its own
MOST_BLOCKS = 16
NEXT = 3  # segments beside a piece that those between two pieces are compared with


def pieces(anchors: Anchors, source: Array, target: Array) -> list[Area]:
    """Return areas in source order that together cover each side once; mostly it is one.

    ``source`` and ``target`` are the unit vectors of the segments. Inside an area nothing has
    moved; where there are several, they stand in another order on the target side.
    """
    runs = _runs(anchors)
    if len(runs) == 1:
        return [Area(0, len(source), 0, len(target))]
    spans = np.array(
        [(run.rows[0], run.rows[-1], run.columns.min(), run.columns.max()) for run in runs]
    )
    rows = _cuts(spans, source, target)
    order = np.argsort(spans[:, 2])
    turned = spans[order][:, [2, 3, 0, 1]]
    columns = np.empty((len(runs), 2), np.int64)
    columns[order] = _cuts(turned, target, source)
    return [Area(*sides) for sides in np.concatenate([rows, columns], axis=1).tolist()]


def _runs(anchors: Anchors) -> list[Anchors]:
    """Return the anchors by piece: neighbours among the rows and among the columns."""
    kept = _believed(anchors)
    while True:
        found = anchors.of(kept)
        ranks = np.argsort(np.argsort(found.columns))
        breaks = np.flatnonzero(np.diff(ranks) != 1) + 1
        runs = np.split(kept, breaks)
        short = [run for run in runs if len(run) < LEAST_ANCHORS]
        if len(runs) == 1 or not short:
            return [anchors.of(run) for run in runs]
        kept = np.setdiff1d(kept, min(short, key=len))


def _believed(anchors: Anchors) -> Array:
    """Return the anchors of the main chain and of blocks that have moved, by rows."""
    kept = chain(anchors)
    rest = np.setdiff1d(np.arange(len(anchors.rows)), kept)
    for _ in range(MOST_BLOCKS):
        moved = rest[chain(anchors.of(rest))]
        block = _densest(anchors, moved)
        if len(block) < LEAST_ANCHORS:
            break
        against = _inside(anchors.of(kept), anchors.of(block))
        if against.sum() <= MOST_AGAINST * len(block):
            kept = np.sort(np.concatenate([kept[~against], block]))
        rest = np.setdiff1d(rest, block)
    return kept


def _densest(anchors: Anchors, moved: Array) -> Array:
    """Return the longest run of a chain whose anchors follow one another closely."""
    gap = 1 / LEAST_DENSITY
    found = anchors.of(moved)
    far = np.minimum(np.diff(found.rows), np.diff(found.columns)) > gap
    far |= np.maximum(np.diff(found.rows), np.diff(found.columns)) > LEAST_ANCHORS * gap
    runs = np.split(moved, np.flatnonzero(far) + 1)
    return max(runs, key=len)


def _inside(anchors: Anchors, block: Anchors) -> Array:
    """Return which anchors stand among the rows or the columns of a block."""
    within = [
        (side >= own.min()) & (side <= own.max())
        for side, own in ((anchors.rows, block.rows), (anchors.columns, block.columns))
    ]
    either: Array = within[0] | within[1]
    return either


def _cuts(spans: Array, own: Array, other: Array) -> Array:
    """Return the first segment of each piece and the one behind its last, (pieces, 2).

    ``spans`` hold the first and last anchored segment of each piece, in the order of ``own``, and
    those of ``other``. Segments between two pieces go to the one whose neighbourhood they are like.
    """
    cuts = [0]
    for (_, last, _, behind), (first, _, before, _) in pairwise(spans.tolist()):
        between = own[last + 1 : first]
        count = len(between) + NEXT
        near = other[behind + 1 : behind + 1 + count], other[max(0, before - count) : before]
        gains = [(between @ side.T).max(axis=1, initial=-1.0) for side in near]
        totals = [gains[0][:cut].sum() + gains[1][cut:].sum() for cut in range(len(between) + 1)]
        cuts.append(last + 1 + int(np.argmax(totals)))
    cuts.append(len(own))
    return np.stack([cuts[:-1], cuts[1:]], axis=1)
