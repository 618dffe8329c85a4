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
def test_twenty_thousand_segments_by_length() -> None:
    figures = aligned("20000", "length")
    assert min(figures["source"], figures["target"]) >= 19_500
    assert figures["seconds"] < SECONDS
    assert figures["megabytes"] < GIGABYTE_AND_A_HALF
    assert figures["f1"] > 0.94


def test_rows_of_a_long_table_cost_no_more_than_a_plain_text() -> None:
    figures = aligned("4000", "length", "rows")
    assert figures["seconds"] < SECONDS / 4
    assert figures["megabytes"] < 200
    assert figures["f1"] == 1.0


def test_three_thousand_segments_by_meaning() -> None:
    figures = aligned("3000", "meaning")
    assert figures["seconds"] < SECONDS / 3
    assert figures["megabytes"] < GIGABYTE_AND_A_HALF
    assert figures["f1"] > 0.99
