"""Pages read in a process of their own: what a hostile file does to PDFium, it does to that alone.

PDFium ends its process when memory runs out, and cannot be interrupted on a page that never ends.
So it runs in a child that may use so much memory and so long for a page, and that is started anew
when it was lost. The child goes on to the next file, since starting it takes a while.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from queue import Empty, Queue
from typing import IO, TYPE_CHECKING, Any

from align.errors import AlignError, LimitError, MalformedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.config import ReadSettings
    from align.readers.pdf.records import Page

__all__ = ["pages_apart"]

SECONDS = 10.0  # for a page
MEMORY = 400_000_000  # bytes that the child may take for itself
WAITING = 4  # pages that are read ahead
AGAIN = 0.5  # seconds, after which the child looks again for its parent
END, LOST = "end", "lost"
LENGTH = 8  # bytes that tell how long an answer is


def pages_apart(path: Path, name: str, settings: ReadSettings) -> Iterator[Page]:
    """Yield what `align.readers.pdf.pages.pages` does, which runs in another process.

    Raises what it raises, `LimitError` for a page that takes too long, and `MalformedError` where
    PDFium gives up.
    """
    with _LOCK:
        child = _child()
        finished = False
        try:
            yield from child.ask((path, name, settings))
            finished = True
        except AlignError as error:
            finished = error.where == name and not child.lost
            raise
        finally:
            if not finished:  # whatever it is still at, nobody wants it
                child.end()


class _Child:
    """The process, and a thread that takes its answers in."""

    def __init__(self) -> None:
        self.lost = False
        # It looks for modules where this process does, never in the folder that is being read.
        where = f"import sys; sys.path[:] = {sys.path!r}"
        code = f"{where}; from {__name__} import serve; serve({os.getpid()})"
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what PDFium says when it gives up is for its authors
        )
        self._owner = os.getpid()
        self._answers: Queue[Any] = Queue(WAITING)
        threading.Thread(target=self._listen, daemon=True).start()

    def is_alive(self) -> bool:
        """Say whether it can be asked."""
        mine = self._owner == os.getpid()  # not that of a process this one was forked from
        return mine and not self.lost and self._process.poll() is None

    def ask(self, question: tuple[Path, str, ReadSettings]) -> Iterator[Page]:
        """Yield the pages of a file; raises what went wrong."""
        name = question[1]
        with contextlib.suppress(OSError):  # it is lost then, as the missing answer tells
            assert self._process.stdin is not None
            pickle.dump(question, self._process.stdin)
            self._process.stdin.flush()
        number = 0
        while (answer := self._answer(name, number + 1)) != END:
            if isinstance(answer, Exception):
                raise answer
            number += 1
            yield answer

    def end(self) -> None:
        """End the process, in the middle of whatever it does."""
        self.lost = True
        self._process.kill()
        self._process.wait()
        with contextlib.suppress(OSError):
            assert self._process.stdin is not None
            self._process.stdin.close()

    def _answer(self, name: str, number: int) -> Any:
        try:
            answer = self._answers.get(timeout=SECONDS)
        except Empty:
            self.lost = True
            fact = f"page {number} takes more than {SECONDS:.0f} seconds to read"
            raise LimitError(name, fact, "leave that page out") from None
        if answer == LOST or isinstance(answer, MemoryError):
            self.lost = True
            fact = f"page {number} cannot be read within {MEMORY // 1_000_000} MB"
            raise MalformedError(name, fact, "print it to a new PDF from a viewer, and try that")
        return answer

    def _listen(self) -> None:
        """Take in answers until the process ends."""
        assert self._process.stdout is not None
        with self._process.stdout as stream:
            while (content := _received(stream)) is not None:
                self._answers.put(pickle.loads(content))
        self._answers.put(LOST)


_LOCK = threading.Lock()
_CHILDREN: list[_Child] = []


def _child() -> _Child:
    """Return the process of this one, started if there is none."""
    while _CHILDREN and not _CHILDREN[-1].is_alive():
        _CHILDREN.pop().end()
    if not _CHILDREN:
        _CHILDREN.append(_Child())
        atexit.register(_CHILDREN[-1].end)
    return _CHILDREN[-1]


def serve(parent: int) -> None:
    """Answer questions from standard input on standard output until it is closed.

    The process also ends with the one whose number is ``parent``, whatever it is at.
    """
    from align.readers.pdf.pages import pages  # noqa: PLC0415 - PDFium is the child's alone

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who asks
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    _limit_memory()
    while True:
        try:
            question = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        try:
            for page in pages(*question):
                _send(page)
            _send(END)
        except Exception as error:  # noqa: BLE001 - it is raised in the process that asked
            _send(error)


def _end_with(parent: int) -> None:
    """End when another process has taken over from the parent; Windows tells nothing of it."""
    while os.getppid() == parent:
        time.sleep(AGAIN)
    os._exit(1)


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    with contextlib.suppress(OSError, ValueError):  # where the system does not have it
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, most))


def _send(answer: Any) -> None:
    content = pickle.dumps(answer)
    sys.stdout.buffer.write(len(content).to_bytes(LENGTH, "big") + content)
    sys.stdout.buffer.flush()


def _received(stream: IO[bytes]) -> bytes | None:
    """Return the next answer, None when there will be none."""
    length = stream.read(LENGTH)
    if len(length) < LENGTH:
        return None
    content = stream.read(int.from_bytes(length, "big"))
    return content if len(content) == int.from_bytes(length, "big") else None
