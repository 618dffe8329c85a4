"""How fast: against the time of encoding each sentence once, and on very long texts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.candidates import OURS, EncodingOnce, Factory
from tests.bench.measuring import Row, Task, measured

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["against_encoding", "long_texts", "ratio"]

ROOT = Path(__file__).parents[2]
REPETITIONS = 3
TARGET = 2.0  # times the time of encoding each sentence once
ENCODING = "encoding once"
LENGTHS = (5_000, 50_000)
EVIDENCE = {"gale-church": "length", "hybrid": "meaning"}  # as tests.aligners.scale calls it
LONGEST_WAIT = 600  # seconds


def against_encoding(gold: Path, sets: Sequence[str], aligner: str = "hybrid") -> Iterator[str]:
    """Yield an aligner's time over that of encoding, medians of runs in fresh processes."""
    yield f"{'set':<14} {ENCODING:>14} {aligner:>12}  ratio (target <= {TARGET:.0f})"
    makers: dict[str, Factory] = {ENCODING: EncodingOnce, aligner: OURS[aligner]}
    sums = dict.fromkeys(makers, 0.0)
    for name in sets:
        runs = {label: _runs(label, name, gold, make) for label, make in makers.items()}
        notes = [note for rows in runs.values() for row in rows for note in row.notes]
        if notes:
            yield f"{name:<14} not measured: {notes[0]}"
            continue
        seconds = {label: median(row.seconds for row in rows) for label, rows in runs.items()}
        sums = {label: sums[label] + seconds[label] for label in makers}
        yield ratio(name, *seconds.values())
    yield ratio("all", *sums.values())


def _runs(label: str, name: str, gold: Path, make: Factory) -> list[Row]:
    """Return several runs of a whole set; no process has seen it before."""
    task = Task(aligner=label, name=name, gold=gold, make=make)
    return list(measured([task] * REPETITIONS, 1))


def ratio(name: str, encoding: float, aligning: float) -> str:
    """Return how many times longer aligning takes than encoding, as printed."""
    times = aligning / encoding if encoding else 0.0
    mark = "" if times <= TARGET else "  over the target"
    return f"{name:<14} {encoding:12.2f} s {aligning:10.2f} s  {times:.2f}{mark}"


def long_texts(lengths: Sequence[int] = LENGTHS) -> Iterator[str]:
    """Yield what very long made-up texts take, vectors given."""
    for aligner, evidence in EVIDENCE.items():
        for segments in lengths:
            yield f"{aligner:<12} {segments:>6} segments: {_scaled(segments, evidence)}"


def _scaled(segments: int, evidence: str) -> str:
    command = [sys.executable, "-m", "tests.aligners.scale", str(segments), evidence]
    try:
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST_WAIT, check=True
        )
        figures = json.loads(done.stdout)
        return "  ".join(f"{name} {figure}" for name, figure in figures.items())
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        return f"not measured: {error}"
