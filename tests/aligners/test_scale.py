"""Long texts in reasonable time and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GIGABYTE_AND_A_HALF = 1500  # megabytes
SECONDS = 90.0  # several times what an idle core takes


def aligned(*arguments: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.aligners.scale", *arguments],
        cwd=ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        check=True,
    )
    print(done.stdout.decode())
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


@pytest.mark.slow
def test_fifty_thousand_segments_by_length() -> None:
    figures = aligned("50000", "length")
    assert min(figures["source"], figures["target"]) >= 49_500
    assert figures["seconds"] < SECONDS / 3
    assert figures["megabytes"] < 600
    assert figures["f1"] > 0.95


@pytest.mark.slow
def test_time_grows_no_faster_than_the_text() -> None:
    short, long = (aligned(segments, "length")["seconds"] for segments in ("5000", "50000"))
    assert long < 12 * short


def test_rows_of_a_long_table_cost_next_to_nothing() -> None:
    figures = aligned("4000", "length", "rows")
    assert figures["seconds"] < SECONDS / 10
    assert figures["megabytes"] < 400
    assert figures["f1"] > 0.998


def test_a_missing_chapter_spoils_nothing_around_it() -> None:
    whole, missing = (aligned("2000", "length", *more)["f1"] for more in ([], ["missing=300"]))
    assert missing > whole - 0.02


def test_three_thousand_segments_by_meaning() -> None:
    figures = aligned("3000", "meaning")
    assert figures["seconds"] < SECONDS / 3
    assert figures["megabytes"] < GIGABYTE_AND_A_HALF
    assert figures["f1"] > 0.99
