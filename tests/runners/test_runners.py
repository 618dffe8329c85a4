"""Runners: order, bounds, errors and no process left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from align import errors
from align.errors import AlignError, MalformedError, ReadError, WorkerError
from align.runners import pool, serial

Imap = Callable[[Callable[[int], object], Iterable[int]], Iterator[object]]
RUNNERS: dict[str, Imap] = {"serial": serial.imap, "pool": partial(pool.imap, workers=2)}


@pytest.fixture(params=list(RUNNERS))
def imap(request: pytest.FixtureRequest) -> Imap:
    return RUNNERS[request.param]


def squared(number: int) -> int:
    return number * number


def slower_when_early(number: int) -> int:
    time.sleep(0.02 if number % 3 == 0 else 0)
    return number


def failing_at_three(number: int) -> int:
    if number == 3:
        raise MalformedError("page.txt", "line 3 is odd", "mend it")
    return number


def with_a_bug(number: int) -> int:
    squares: dict[int, int] = {}
    return squares[number]


def dying_at_two(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def raising(name: str) -> None:
    raise getattr(errors, name)("here", "that", "so")


def children() -> list[object]:
    """Return the processes of ours that go on; one just ended is given time to be noticed."""
    patience = time.monotonic() + 5
    while multiprocessing.active_children() and time.monotonic() < patience:
        time.sleep(0.01)
    return list(multiprocessing.active_children())


def test_results_come_in_the_order_of_the_jobs(imap: Imap) -> None:
    assert list(imap(slower_when_early, range(12))) == list(range(12))


def test_every_job_is_done_once(imap: Imap) -> None:
    assert list(imap(squared, [3, 1, 2, 3])) == [9, 1, 4, 9]


def test_no_jobs_give_no_results(imap: Imap) -> None:
    assert list(imap(squared, [])) == []


def test_an_error_comes_through_with_type_and_text(imap: Imap) -> None:
    results = imap(failing_at_three, range(9))
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(MalformedError) as caught:
        next(results)
    assert str(caught.value) == "page.txt: line 3 is odd; mend it"
    assert caught.value.exit_code == ReadError.exit_code


def test_a_bug_comes_through_as_it_is(imap: Imap) -> None:
    with pytest.raises(KeyError, match="7"):
        list(imap(with_a_bug, [7]))


def test_jobs_are_taken_as_they_are_needed(imap: Imap) -> None:
    taken: list[int] = []

    def jobs() -> Iterator[int]:
        for number in range(50):
            taken.append(number)
            yield number

    results = imap(squared, jobs())
    next(results)
    assert len(taken) <= 2 * pool.AHEAD + 1
    assert list(results) == [number * number for number in range(1, 50)]


def test_never_more_jobs_in_flight_than_allowed() -> None:
    lock, flying, most = threading.Lock(), 0, 0

    def job(number: int) -> int:
        nonlocal flying, most
        with lock:
            flying += 1
            most = max(most, flying)
        time.sleep(0.002)
        with lock:
            flying -= 1
        return number

    with ThreadPoolExecutor(8) as executor:
        assert list(pool.imap_over(executor, job, range(40), ahead=3)) == list(range(40))
    assert 1 <= most <= 3


def test_a_worker_that_dies_is_a_worker_error_that_says_what_to_do() -> None:
    with pytest.raises(WorkerError, match=r"a process died.*fewer --jobs") as caught:
        list(pool.imap(dying_at_two, range(9), workers=2))
    assert caught.value.exit_code == 8
    assert children() == []


@pytest.mark.parametrize("name", [name for name in errors.__all__ if name != "AlignError"])
def test_every_error_of_ours_survives_the_way_back(name: str) -> None:
    with ThreadPoolExecutor(1) as executor, pytest.raises(AlignError) as caught:
        list(pool.imap_over(executor, raising, [name], ahead=1))
    assert (type(caught.value).__name__, str(caught.value)) == (name, "here: that; so")


def test_no_process_is_left_after_the_last_result() -> None:
    list(pool.imap(squared, range(4), workers=2))
    assert children() == []


def test_no_process_is_left_after_an_error() -> None:
    with pytest.raises(MalformedError):
        list(pool.imap(failing_at_three, range(9), workers=2))
    assert children() == []


def test_no_process_is_left_when_nobody_wants_more_results() -> None:
    results = pool.imap(time.sleep, [0.01, 60, 60, 60], workers=2)
    next(results)
    started = time.monotonic()
    assert isinstance(results, Iterator)
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 20
    assert children() == []
