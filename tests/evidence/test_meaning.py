"""Meaning as evidence, with vectors known beforehand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from align.evidence.meaning import Meaning

Array = np.ndarray[Any, np.dtype[Any]]


class Known:
    """An encoder of texts that are written as angles in degrees."""

    signature = "known/1"

    def spans(self, texts: list[str], longest: int) -> list[Array]:
        angles = np.deg2rad([float(text) for text in texts])
        single = np.stack([np.cos(angles), np.sin(angles)], axis=1).reshape(-1, 2)
        spans = [single]
        for k in range(2, longest + 1):
            runs = max(0, len(texts) - k + 1)
            total = spans[-1][:runs] + single[k - 1 : k - 1 + runs]
            spans.append(total / np.linalg.norm(total, axis=1, keepdims=True))
        return [part.astype(np.float32) for part in spans]


def meaning(source: list[str], target: list[str]) -> Meaning:
    return Meaning(Known(), source, target, (3, 3))


def distances(
    found: Meaning, spans: tuple[int, int], source: list[int], target: list[int]
) -> Array:
    return found.distances(spans, np.array(source, dtype=int), np.array(target, dtype=int))


def test_the_same_meaning_is_no_distance() -> None:
    found = meaning(["0", "60", "120"], ["0", "60", "120"])
    assert np.diag(distances(found, (1, 1), [0, 1, 2], [0, 1, 2])) == pytest.approx(0, abs=1e-6)


def test_distance_is_cosine_distance_over_what_is_usual() -> None:
    found = meaning(["0", "90"], ["0", "90"])
    # cos 90° = 0, and each vector is on average at distance 1/2 from the other side's
    assert distances(found, (1, 1), [0], [1])[0, 0] == pytest.approx(2 * 1 / (0.5 + 0.5))


def test_spans_are_compared_as_wholes() -> None:
    found = meaning(["0", "40"], ["20", "200"])
    assert distances(found, (2, 1), [0], [0])[0, 0] == pytest.approx(0, abs=1e-5)
    assert distances(found, (1, 1), [0], [0])[0, 0] > 0.01


def test_shapes_are_spans_by_spans() -> None:
    found = meaning(["0", "40", "80"], ["20", "200"])
    assert distances(found, (2, 1), [0, 1], [0, 1]).shape == (2, 2)
    assert distances(found, (1, 1), [], [0]).shape == (0, 1)


@pytest.mark.parametrize(("source", "target"), [([], ["0"]), (["0"], []), ([], [])])
def test_an_empty_side_is_no_error(source: list[str], target: list[str]) -> None:
    found = meaning(source, target)
    assert distances(found, (1, 1), [], []).shape == (0, 0)


def test_a_text_all_of_one_meaning_has_finite_distances() -> None:
    found = meaning(["0"] * 4, ["0"] * 4)
    assert np.isfinite(distances(found, (1, 1), [0, 1], [2, 3])).all()
