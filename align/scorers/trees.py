"""Boosted trees: each adds a little to the log odds (Friedman 2001), and all of them say them.

Only asking them is here; they are grown where the gold is, by ``tests/bench``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from align.compiled import compiled

__all__ = ["Trees"]

Array = np.ndarray[Any, np.dtype[Any]]
COLUMN, LIMIT, BELOW, ABOVE = range(4)  # of a node; of a leaf, the limit is what it adds
LEAF = -1


@compiled
def _log_odds(table: Array, roots: Array, nodes: Array) -> Array:
    """Return the sum of the leaves that each row falls into."""
    total = np.zeros(len(table))
    for row in range(len(table)):
        for root in roots:
            node = root
            while nodes[node, COLUMN] >= 0:
                low = table[row, int(nodes[node, COLUMN])] <= nodes[node, LIMIT]
                node = int(nodes[node, BELOW if low else ABOVE])
            total[row] += nodes[node, LIMIT]
    return total


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """A model of log odds over named columns."""

    names: tuple[str, ...]
    start: float
    roots: Array  # the first node of each tree
    nodes: Array  # (k, 4): column, limit, the node below it, the node above it

    def log_odds(self, names: tuple[str, ...], table: Array) -> Array:
        """Return the log odds (n,) of the rows of ``table``, whose columns are ``names``."""
        chosen = table[:, [names.index(name) for name in self.names]].astype(np.float64)
        odds: Array = self.start + _log_odds(chosen, self.roots, self.nodes)
        return odds

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Trees:
        """Return the trees of a model's file.

        A tree is a list of nodes, the root first: ``[what it adds]`` is a leaf, ``[column, limit,
        below, above]`` leads on to another node of the tree, below for values up to the limit.
        """
        nodes: list[tuple[float, float, float, float]] = []
        roots = []
        for tree in data["trees"]:
            first = len(nodes)
            roots.append(first)
            for node in tree:
                if len(node) == 1:
                    nodes.append((LEAF, node[0], 0, 0))
                else:
                    column, limit, below, above = node
                    nodes.append((column, limit, first + below, first + above))
        return cls(
            names=tuple(data["columns"]),
            start=data["start"],
            roots=np.array(roots, np.int64),
            nodes=np.array(nodes, np.float64),
        )
