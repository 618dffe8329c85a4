"""Jobs over several processes of this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from align.errors import WorkerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["imap", "imap_over"]

Item = TypeVar("Item")
Result = TypeVar("Result")
AHEAD = 2  # jobs handed out for each worker: enough to keep it busy, few enough to hold in memory


def imap(
    function: Callable[[Item], Result], items: Iterable[Item], *, workers: int
) -> Iterator[Result]:
    """Yield ``function(item)`` for each item, in order, worked out by ``workers`` processes.

    Raises `WorkerError` when a process dies; on Ctrl-C the processes are ended at once.
    """
    context = multiprocessing.get_context("spawn")  # the same on every system
    executor = ProcessPoolExecutor(workers, mp_context=context, initializer=_serve_parent)
    try:
        yield from imap_over(executor, function, items, ahead=AHEAD * workers)
        executor.shutdown()
    except BrokenProcessPool as error:
        raise WorkerError(
            "worker", "a process died, most likely for want of memory", "try fewer --jobs"
        ) from error
    finally:
        _end(executor)


def imap_over(
    executor: Executor, function: Callable[[Item], Result], items: Iterable[Item], *, ahead: int
) -> Iterator[Result]:
    """Yield results in order with at most ``ahead`` items in the hands of the executor."""
    remaining = iter(items)
    pending: deque[Future[Result]] = deque(
        executor.submit(function, item) for item in islice(remaining, ahead)
    )
    while pending:
        result = pending.popleft().result()
        pending.extend(executor.submit(function, item) for item in islice(remaining, 1))
        yield result


def _serve_parent() -> None:
    """Leave Ctrl-C to the parent, and end with it even if it is killed outright."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _end(executor: ProcessPoolExecutor) -> None:
    """Stop the processes without waiting for the jobs they are at."""
    processes = list((executor._processes or {}).values())  # no public way before 3.14
    executor.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        if process.is_alive():
            process.terminate()
        process.join()
