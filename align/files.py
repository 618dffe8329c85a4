"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

from align.errors import OutputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["check_places", "replacing"]

PARTIAL_SUFFIX = ".partial"


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Yield a binary file that takes the place of ``path`` when the block ends without an error.

    The bytes are written beside ``path`` under a temporary name, flushed to the disk and renamed;
    after an error, or Ctrl-C, the temporary file is gone and ``path`` is as it was.
    Raises `OutputError` when the place cannot be written.
    """
    partial = path.with_name(path.name + PARTIAL_SUFFIX)
    try:
        with partial.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):  # where nothing can be written, nothing may be removable either
            partial.unlink()
        raise OutputError(str(path), f"cannot be written ({error.strerror or error})") from error
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def check_places(outputs: Sequence[Path], inputs: Sequence[Path]) -> None:
    """Refuse, before any work, files that cannot be written or that something is read from.

    Raises `UsageError` and `OutputError`.
    """
    for place, output in enumerate(outputs):
        if any(_same(output, other) for other in (*inputs, *outputs[:place])):
            fact = "would be read and written at once"
            raise UsageError(str(output), fact, "choose another name for the output")
        if output.is_dir():
            raise OutputError(str(output), "is a folder", "name a file in it")
        if not os.access(output.parent, os.W_OK):
            raise OutputError(str(output), "cannot be written", "choose a folder that is there")


def _same(one: Path, other: Path) -> bool:
    if one.exists() and other.exists():
        return one.samefile(other)
    return one.resolve() == other.resolve()
