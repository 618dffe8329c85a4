"""What is measured of each bead in itself, before it is compared with the rest of the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from align.aligners.inventory import INVENTORY, LONGEST, ONE_TO_ONE, SHAPES
from align.evidence.coverage import Found, nearby, weighed
from align.evidence.punctuation import COLUMNS

if TYPE_CHECKING:
    from align.aligners.field import Field
    from align.aligners.pruning import Candidates

__all__ = ["MEASURES", "measures"]

Array = np.ndarray[Any, np.dtype[Any]]
BESIDE = 3  # segments on either side of a span in which its items may be said better
NEARBY = 5  # segments before and behind an omission in which its counterpart might be
MARKS = ("question", "exclamation", "quote", "bracket", "colon")
STRONG = [COLUMNS.index(f"end_{mark}") for mark in ("stop", "question", "exclamation", "ellipsis")]
ENDS = [at for at, name in enumerate(COLUMNS) if name.startswith("end_")]

# Of a span: the changes of its first segment and of its size.
CHANGES = {
    "with_{}_before": (-1, 1),
    "with_{}_behind": (0, 1),
    "without_first_{}": (1, -1),
    "without_last_{}": (0, -1),
}

Named = Iterator[tuple[str, Array]]
# What is measured: sizes; cosines of the spans, and what they would gain by one more or one fewer
# segment; clauses and words found in the other side, beside it, better beside it, in the segment
# found worst; punctuation. For omissions: the best counterpart near their place.
MEASURES = (
    "source_length", "target_length", "source_tokens", "target_tokens", "cosine",
    "with_source_before", "with_source_behind", "with_target_before", "with_target_behind",
    "without_first_source", "without_last_source", "without_first_target", "without_last_target",
    "clauses", "clauses_inside", "clauses_beside", "clauses_lost", "clauses_worst", "clauses_edges",
    "words", "words_inside", "words_beside", "words_lost", "words_worst", "words_edges",
    "same_end", "uneven_end", "uneven_question", "weak_source", "weak_target", "small_inside",
    "small_begin", *(f"uneven_{mark}s" for mark in MARKS),
    "near_cosine", "near_clauses", "near_words",
)  # fmt: skip


class Beads:
    """The candidates of a field as spans: first segments, sizes, and what both sides hold."""

    def __init__(self, field: Field, found: Candidates) -> None:
        """Take the spans of ``found`` in the numbers of ``field``."""
        self.field = field
        self.rows, self.columns = found.rows, found.columns
        self.sizes = SHAPES[found.kinds]
        self.matches = found.kinds >= ONE_TO_ONE
        self.spans = (
            np.stack([self.rows, self.sizes[:, 0]], axis=1),
            np.stack([self.columns, self.sizes[:, 1]], axis=1),
        )

    def sums(self, side: int, values: Array) -> Array:
        """Return the sums of values by segment, (n,) or (n, k), over the spans of a side."""
        totals = np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0)])
        first, size = self.spans[side].T
        summed: Array = totals[first + size] - totals[first]
        return summed


def measures(field: Field, found: Candidates) -> Array:
    """Return a row of `MEASURES` a candidate, float32, shape (beads, len(MEASURES))."""
    beads = Beads(field, found)
    table = np.zeros((len(found.rows), len(MEASURES)), np.float32)
    for name, values in _all(beads):
        table[:, MEASURES.index(name)] = values
    return table


def _all(beads: Beads) -> Named:
    for side, name in enumerate(("source", "target")):
        yield f"{name}_length", beads.sums(side, beads.field.lengths[side])
        yield f"{name}_tokens", beads.sums(side, beads.field.tokens[side])
    yield from _spans(beads)
    yield from _coverage("clauses", beads, beads.field.clauses)
    yield from _coverage("words", beads, beads.field.words)
    yield from _punctuation(beads)
    yield "near_cosine", _near_cosine(beads)


def _spans(beads: Beads) -> Named:
    own = _cosine(beads, (0, 0), (0, 0))
    yield "cosine", np.nan_to_num(own)
    for name, change in CHANGES.items():
        for side, what in enumerate(("source", "target")):
            changes = (change, (0, 0)) if side == 0 else ((0, 0), change)
            yield name.format(what), np.nan_to_num(_cosine(beads, *changes) - own)


def _cosine(beads: Beads, source: tuple[int, int], target: tuple[int, int]) -> Array:
    """Return the cosines of the spans, first segment and size changed; NaN where there is none.

    ``source`` and ``target`` are the changes of the first segment and of the number of segments.
    """
    (row, a), (column, b) = (
        (beads.spans[side] + change).T for side, change in enumerate((source, target))
    )
    n, m = (len(side) for side in beads.field.lengths)
    there = beads.matches & (np.minimum(a, b) > 0) & (np.maximum(a, b) <= LONGEST)
    there &= (row >= 0) & (column >= 0) & (row + a <= n) & (column + b <= m)
    kinds = np.where(there, INVENTORY[np.clip(a, 0, LONGEST), np.clip(b, 0, LONGEST)], -1)
    there = kinds >= ONE_TO_ONE
    cosines = np.full(len(row), np.nan, np.float32)
    cosines[there] = beads.field.cosines[kinds[there], row[there], column[there]]
    return cosines


def _coverage(name: str, beads: Beads, seen: tuple[Found, Found]) -> Named:
    matches = np.flatnonzero(beads.matches)
    tables = [
        weighed(seen[own], beads.spans[own][matches], beads.spans[1 - own][matches], BESIDE)
        for own in (0, 1)
    ]
    sums = np.zeros((len(beads.rows), 3), np.float32)
    sums[matches] = tables[0][:, :3] + tables[1][:, :3]
    for column, what in enumerate(("inside", "beside", "lost")):
        yield f"{name}_{what}", sums[:, column]
    worst, edges = np.zeros((2, len(beads.rows)), np.float32)
    worst[matches] = np.minimum(tables[0][:, 3], tables[1][:, 3])
    edges[matches] = tables[0][:, 4] + tables[1][:, 4]
    yield f"{name}_worst", worst
    yield f"{name}_edges", edges
    yield name, beads.sums(0, _weights(seen[0])) + beads.sums(1, _weights(seen[1]))
    near = np.zeros(len(beads.rows), np.float32)
    for own in (0, 1):
        left_out = np.flatnonzero(beads.sizes[:, 1 - own] == 0)
        places = beads.spans[own][left_out, 0], beads.spans[1 - own][left_out, 0]
        near[left_out] = nearby(seen[own], *places, NEARBY)
    yield f"near_{name}", near


def _weights(seen: Found) -> Array:
    """Return the weight of the items of each segment."""
    totals = np.concatenate([[0.0], np.cumsum(seen.weights, dtype=np.float64)])
    weights: Array = np.diff(totals[seen.starts])
    return weights


def _punctuation(beads: Beads) -> Named:
    match = beads.matches
    source, target = beads.field.marks
    last = [np.maximum(spans.sum(axis=1) - 1, 0) for spans in beads.spans]
    ends = source[last[0]], target[last[1]]
    yield "same_end", match * (ends[0][:, ENDS] * ends[1][:, ENDS]).sum(axis=1)
    strong = [side[:, STRONG].sum(axis=1) for side in beads.field.marks]
    yield "uneven_end", match * (strong[0][last[0]] != strong[1][last[1]])
    question = COLUMNS.index("end_question")
    yield "uneven_question", match * np.abs(ends[0][:, question] - ends[1][:, question])
    for name, side in (("weak_source", 0), ("weak_target", 1)):
        weak = 1 - strong[side]
        yield name, match * (beads.sums(side, weak) - weak[last[side]])
    small = [side[:, COLUMNS.index("begin_small")] for side in beads.field.marks]
    first = [
        side[np.minimum(spans[:, 0], len(side) - 1)]
        for side, spans in zip(small, beads.spans, strict=True)
    ]
    inside = beads.sums(0, small[0]) - first[0] + beads.sums(1, small[1]) - first[1]
    yield "small_inside", match * inside
    yield "small_begin", match * first[1]
    for mark in MARKS:
        column = COLUMNS.index(f"count_{mark}")
        held = [beads.sums(side, beads.field.marks[side][:, column]) for side in (0, 1)]
        yield f"uneven_{mark}s", match * np.abs(held[0] - held[1])


def _near_cosine(beads: Beads) -> Array:
    """Return for each omission the best cosine with a segment near its place."""
    near = np.zeros(len(beads.rows), np.float32)
    cosines = beads.field.cosines[ONE_TO_ONE]
    for own, table in enumerate((cosines, cosines.T)):
        left_out = np.flatnonzero(beads.sizes[:, 1 - own] == 0)
        places = beads.spans[1 - own][left_out, 0][:, None] + np.arange(-NEARBY, NEARBY)
        there = (places >= 0) & (places < table.shape[1])
        held = table[beads.spans[own][left_out, 0][:, None], np.clip(places, 0, table.shape[1] - 1)]
        if table.shape[1]:
            near[left_out] = np.where(there, held, 0).max(axis=1)
    return near
