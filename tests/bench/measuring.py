"""One aligner on one set, in a process of its own, so that time and memory are its own."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
import traceback
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from align.evaluate import Result, total
from tests.bench.memory import peak_megabytes
from tests.bench.sets import texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from align.evaluate import Indexes
    from tests.bench.candidates import Candidate, Factory

__all__ = ["Row", "Task", "measure", "measured"]

WARM_LINES = 40
SECONDS_A_DOCUMENT = 300.0  # then a candidate is stopped, and has found nothing
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What to measure: the documents of a set, and how to make the aligner."""

    aligner: str
    name: str
    gold: Path
    make: Factory


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The figures of one aligner on one set, a result a document; notes say what went wrong.

    ``alone`` is false where other processes ran beside it: its time then says nothing.
    """

    aligner: str
    name: str
    results: tuple[Result, ...]
    seconds: float
    megabytes: int
    version: str = ""
    alone: bool = True
    notes: tuple[str, ...] = ()

    @property
    def result(self) -> Result:
        """The results added up."""
        return total(self.results)

    @property
    def speed(self) -> float:
        """Sentences of both sides a second."""
        return self.result.sentences / self.seconds if self.seconds else 0.0

    def f1(self, measure: str = "strict") -> float:
        """F1 of ``strict``, ``lax`` or ``omissions``."""
        return self.result.measures[measure].figures()["f1"]


def measured(tasks: Sequence[Task], jobs: int) -> Iterator[Row]:
    """Yield the row of each task in order, ``jobs`` of them at a time."""
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))  # before any child loads numpy
    with ThreadPoolExecutor(jobs) as pool:
        for row in pool.map(_in_its_own_process, tasks):
            yield replace(row, alone=jobs == 1)


def _in_its_own_process(task: Task) -> Row:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            return pool.submit(measure, task).result()
        except BrokenProcessPool:  # killed, or crashed below Python
            results = tuple(text.compared([]) for text in texts(task.gold, task.name))
            return Row(
                aligner=task.aligner,
                name=task.name,
                results=results,
                seconds=0.0,
                megabytes=0,
                notes=("its process died",),
            )


def measure(task: Task) -> Row:
    """Align every document of a set; loading and compiling are not counted."""
    candidate = task.make()
    _warm(candidate)
    results, notes, seconds = [], [], 0.0
    for text in texts(task.gold, task.name):
        started = time.perf_counter()
        beads, note = _attempt(candidate, text.source, text.target)
        seconds += time.perf_counter() - started
        results.append(text.compared(beads))
        notes += [f"{text.name}: {note}"] if note else []
    return Row(
        aligner=task.aligner,
        name=task.name,
        results=tuple(results),
        seconds=seconds,
        megabytes=peak_megabytes(),
        version=candidate.version,
        notes=tuple(notes),
    )


def _warm(candidate: Candidate) -> None:
    """Let a candidate load and compile all it needs, on a text of no interest."""
    numbers = range(1, WARM_LINES + 1)
    source = [f"هذه هي الجملة رقم {number}." for number in numbers]
    _attempt(candidate, source, [f"This is sentence number {number}." for number in numbers])


def _attempt(
    candidate: Candidate, source: list[str], target: list[str]
) -> tuple[list[Indexes], str]:
    """Return the beads of a candidate, or none and what it died of."""
    try:
        with _stopped_after(SECONDS_A_DOCUMENT):
            return candidate.align(source, target), ""
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001  a panic of a library in Rust is no Exception
        *_, last = traceback.extract_tb(error.__traceback__)
        where = f"{last.filename}:{last.lineno}"
        return [], f"no beads: {type(error).__name__}: {error} ({where})"


@contextmanager
def _stopped_after(seconds: float) -> Iterator[None]:
    """Raise `TimeoutError` in the block after so long; only Python code can be stopped."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"stopped after {seconds:.0f} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
