"""Standard input as a file, for readers that want to know the end before the beginning."""

from __future__ import annotations

import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from align.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import IO

__all__ = ["standard_input"]

STDIN = "-"
PORTION = 1 << 20  # bytes


@contextmanager
def standard_input(paths: Sequence[str], max_bytes: int) -> Iterator[list[str]]:
    """Yield the paths with ``-`` replaced by a file that holds what came on stdin.

    One byte more than ``max_bytes`` is kept, so that the reader refuses what is too long.
    """
    if STDIN not in paths:
        yield list(paths)
        return
    if sys.stdin is None:
        raise UsageError(STDIN, "standard input is closed", "give a file")
    with tempfile.TemporaryDirectory(prefix="align-") as folder:
        spooled = Path(folder) / "stdin.txt"
        with spooled.open("wb") as file:
            _copy(sys.stdin.buffer, file, max_bytes + 1)
        yield [str(spooled) if path == STDIN else path for path in dict.fromkeys(paths)]


def _copy(source: IO[bytes], target: IO[bytes], size: int) -> None:
    while size > 0 and (portion := source.read(min(size, PORTION))):
        target.write(portion)
        size -= len(portion)
