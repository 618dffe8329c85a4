"""Sums and best paths over a lattice of beads: a semi-Markov conditional random field.

Sarawagi & Cohen 2004, "Semi-Markov Conditional Random Fields for Information Extraction". The
nodes are cells between segments, an edge is a bead, its score the log of its weight. The field
also remembers whether the bead before was a match, an omission of a source or of a target segment,
so that a second omission in a row may be likelier than a first.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np

from align.aligners.inventory import SHAPES
from align.compiled import compiled

__all__ = ["STATES", "Lattice", "Posteriors", "best_path", "lattice", "posteriors"]

Array = np.ndarray[Any, np.dtype[Any]]
STATES = 3  # the bead before was a match, an omission of source, an omission of target
NEVER = -1e30


class Lattice(NamedTuple):
    """Edges between nodes; nodes are numbered so that every edge leads to a higher number."""

    begin: Array  # node of each edge, (edges,)
    end: Array
    state: Array  # 0 match, 1 source omitted, 2 target omitted
    by_end: Array  # the edges in the order of their ends
    by_begin: Array
    nodes: int  # the first is 0, the last nodes - 1


class Posteriors(NamedTuple):
    """What all paths say together."""

    total: float  # log of the weight of all paths
    edges: Array  # probability of each edge
    steps: Array  # expected number of each transition between states, (STATES, STATES)


def lattice(
    rows: Array, columns: Array, kinds: Array, ends: tuple[tuple[int, int], tuple[int, int]]
) -> Lattice:
    """Return the lattice of beads that begin at (row, column) and are of a kind of `SHAPES`.

    ``ends`` are the cells every path begins and ends in.
    """
    shapes = SHAPES[kinds]
    first, last = ends
    width = last[1] + 1
    begin = rows * width + columns
    end = (rows + shapes[:, 0]) * width + columns + shapes[:, 1]
    cells, numbers = np.unique(
        np.concatenate([[row * width + column for row, column in (first, last)], begin, end]),
        return_inverse=True,
    )  # in the order of rows, then columns: every bead leads to a later cell
    begin, end = np.split(numbers[2:], 2)
    state = np.where(shapes.all(axis=1), 0, np.where(shapes[:, 0] > 0, 1, 2))
    return Lattice(
        begin, end, state, np.argsort(end, kind="stable"), np.argsort(begin, kind="stable"),
        len(cells),
    )  # fmt: skip


@compiled
def log_sum(one: float, other: float) -> float:
    """Return log(exp(one) + exp(other))."""
    if one < other:
        one, other = other, one
    return one + math.log1p(math.exp(other - one)) if other > NEVER else one


@compiled
def forward(graph: Lattice, scores: Array, steps: Array) -> Array:
    """Return the log weight of all paths to each node that end in each state."""
    weight = np.full((graph.nodes, STATES), NEVER)
    weight[0, 0] = 0.0
    for edge in graph.by_end:
        state, total = graph.state[edge], NEVER
        for before in range(STATES):
            if weight[graph.begin[edge], before] > NEVER:
                total = log_sum(total, weight[graph.begin[edge], before] + steps[before, state])
        if total > NEVER:
            node = graph.end[edge]
            weight[node, state] = log_sum(weight[node, state], total + scores[edge])
    return weight


@compiled
def backward(graph: Lattice, scores: Array, steps: Array) -> Array:
    """Return the log weight of all paths from each node, entered in each state, to the last."""
    weight = np.full((graph.nodes, STATES), NEVER)
    weight[graph.nodes - 1, :] = 0.0
    for edge in graph.by_begin[::-1]:
        state = graph.state[edge]
        after = weight[graph.end[edge], state]
        if after > NEVER:
            for before in range(STATES):
                node = graph.begin[edge]
                weight[node, before] = log_sum(
                    weight[node, before], after + scores[edge] + steps[before, state]
                )
    return weight


@compiled
def posteriors(graph: Lattice, scores: Array, steps: Array) -> Posteriors:
    """Return the sums over all paths; ``steps`` are the log weights of transitions."""
    before, after = forward(graph, scores, steps), backward(graph, scores, steps)
    total = after[0, 0]
    edges, counts = np.zeros(len(scores)), np.zeros((STATES, STATES))
    for edge in range(len(scores)):
        state = graph.state[edge]
        behind = after[graph.end[edge], state] + scores[edge] - total
        for came in range(STATES):
            weight = before[graph.begin[edge], came]
            if weight > NEVER and behind > NEVER:
                share = math.exp(min(0.0, weight + steps[came, state] + behind))
                edges[edge] += share
                counts[came, state] += share
    return Posteriors(total, edges, counts)


@compiled
def best_path(graph: Lattice, gains: Array) -> Array:
    """Return the edges of the path of the greatest sum of gains, in order."""
    best, came = np.full(graph.nodes, NEVER), np.full(graph.nodes, -1)
    best[0] = 0.0
    for edge in graph.by_end:
        gain = best[graph.begin[edge]] + gains[edge]
        if best[graph.begin[edge]] > NEVER and gain > best[graph.end[edge]]:
            best[graph.end[edge]], came[graph.end[edge]] = gain, edge
    path, node = [], graph.nodes - 1
    while node > 0:
        path.append(came[node])
        node = graph.begin[came[node]]
    return np.array(path[::-1])
