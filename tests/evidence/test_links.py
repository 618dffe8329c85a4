"""Links between segments."""

from __future__ import annotations

import numpy as np

from align.evidence.links import gathered


def test_weights_of_one_pair_are_added_up() -> None:
    links = gathered(np.array([2, 0, 2]), np.array([1, 3, 1]), np.array([0.5, 1.0, 0.25]))
    assert links.source.tolist() == [0, 2]
    assert links.target.tolist() == [3, 1]
    assert links.weight.tolist() == [1.0, 0.75]


def test_no_links_are_no_error() -> None:
    nothing = np.zeros(0, dtype=int)
    assert len(gathered(nothing, nothing, np.zeros(0))) == 0
