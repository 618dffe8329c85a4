"""Alignment by length alone: what it holds out against."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from align.aligners.cells import limits_of
from align.aligners.length_model import lengths_of
from align.aligners.length_only import beads_by_length

if TYPE_CHECKING:
    from align.model import Bead

ROOT = Path(__file__).parents[2]
# Prints the kinds of the beads of a text of three sentences.
ALIGN = (
    "from align import align_sentences as a;"
    "print([b.kind for b in a(['ب' * 40, 'ب' * 90, 'ب' * 20], ['b' * 40, 'b' * 90, 'b' * 20],"
    " aligner='gale-church')])"
)


def beads(source: list[float], target: list[float]) -> list[Bead]:
    limits = limits_of(np.array([(0, 0), (len(source), len(target))]))
    return beads_by_length(lengths_of(np.array(source), np.array(target)), limits)


def covered(found: list[Bead], source: int, target: int) -> bool:
    return [i for bead in found for i in bead.source] == list(range(source)) and [
        j for bead in found for j in bead.target
    ] == list(range(target))


def drawn(segments: int, seed: int = 1) -> list[float]:
    random = np.random.default_rng(seed)
    return [float(length) for length in random.lognormal(4.4, 0.6, segments).round() + 5]


def test_nothing_against_nothing_has_no_bead() -> None:
    assert beads([], []) == []


@pytest.mark.parametrize(("source", "target"), [(0, 9), (9, 0), (1, 200), (200, 1), (1, 1)])
def test_sides_of_unequal_size_are_covered(source: int, target: int) -> None:
    assert covered(beads([40.0] * source, [50.0] * target), source, target)


@pytest.mark.parametrize("lengths", [[0.0] * 9, [1.0] * 9, [5000.0] * 9, [0.0, 5000.0, 1.0]])
def test_blank_tiny_and_huge_segments_are_aligned_one_to_one(lengths: list[float]) -> None:
    assert [bead.kind for bead in beads(lengths, lengths)] == ["1-1"] * len(lengths)


def test_a_huge_segment_against_many_small_ones_is_covered() -> None:
    assert covered(beads([5000.0], [25.0] * 200), 1, 200)
    assert covered(beads([30.0, 5000.0, 30.0], [30.0] * 60), 3, 60)


def test_a_refrain_of_fifty_equal_lines_is_aligned_one_to_one() -> None:
    assert [bead.kind for bead in beads([30.0] * 50, [36.0] * 50)] == ["1-1"] * 50


def test_the_same_lengths_give_the_same_beads() -> None:
    source, target = drawn(300), drawn(320, seed=2)
    assert beads(source, target) == beads(source, target)


def test_costs_are_finite_and_posteriors_are_probabilities() -> None:
    found = beads(drawn(80), drawn(90, seed=2))
    assert np.isfinite([bead.cost for bead in found]).all()
    assert all(0 <= bead.posterior <= 1 for bead in found)


@pytest.mark.parametrize("side", [0, 1], ids=["source", "target"])
@pytest.mark.parametrize("missing", [300, 500])
def test_around_a_missing_chapter_the_beads_are_right(side: int, missing: int) -> None:
    random, whole = np.random.default_rng(3), drawn(2000)
    sides = [whole, [round(1.1 * length * random.normal(1, 0.1)) + 0.0 for length in whole]]
    del sides[side][850 : 850 + missing]
    found = {(tuple(bead.source), tuple(bead.target)) for bead in beads(sides[0], sides[1])}
    shift = (missing, 0) if side else (0, missing)
    behind = [((i + shift[0],), (i + shift[1],)) for i in range(900, 2000 - missing)]
    before = [((i,), (i,)) for i in range(800)]
    for pairs in (before, behind):
        assert sum(pair in found for pair in pairs) > 0.95 * len(pairs)


def test_a_text_too_long_to_be_looked_at_whole_is_aligned_as_well() -> None:
    source = drawn(800)
    kept = [k for k in range(800) if k % 40]
    found = beads(source, [source[k] + 7 for k in kept])
    assert covered(found, 800, len(kept))
    right = {(k, j) for j, k in enumerate(kept)}
    pairs = {(b.source[0], b.target[0]) for b in found if b.kind == "1-1"}
    assert len(pairs & right) > 0.97 * len(right)


def test_where_no_folder_can_be_written_the_loops_are_compiled_anew(tmp_path: Path) -> None:
    package = tmp_path / "align"
    shutil.copytree(ROOT / "align", package, ignore=shutil.ignore_patterns("__pycache__", "*.nb?"))
    for folder in [package, *(path for path in package.rglob("*") if path.is_dir())]:
        # A file in place of the folder of the cache: it cannot be made, not even by root.
        (folder / "__pycache__").write_bytes(b"")
    nowhere = {"HOME": "/dev/null", "XDG_CACHE_HOME": "/dev/null", "LOCALAPPDATA": "/dev/null"}
    environment = {key: value for key, value in os.environ.items() if "NUMBA" not in key}
    done = subprocess.run(
        [sys.executable, "-c", ALIGN],
        cwd=tmp_path,
        env={**environment, **nowhere},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.stdout == "['1-1', '1-1', '1-1']\n", done.stderr
    assert not list(tmp_path.rglob("*.nb?"))
