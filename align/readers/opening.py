"""The bytes of a regular file, or the reason why there are none."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from align.errors import EmptyError, LimitError, ReadError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_bytes"]


def read_bytes(path: Path, name: str, max_bytes: int) -> bytes:
    """Return the bytes of ``path``; ``name`` is what the error messages call it.

    Raises `ReadError` for what is no readable regular file (a pipe would wait for ever),
    `EmptyError` and, above ``max_bytes``, `LimitError`.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(name, f"is {_kind(status.st_mode)}", "give a regular file")
        if status.st_size > max_bytes:
            raise _too_large(name, max_bytes)
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise ReadError(name, f"cannot be read ({error.strerror or error})") from error
    if len(data) > max_bytes:  # it grew since, or its size was not told
        raise _too_large(name, max_bytes)
    if not data:
        raise EmptyError(name, "is empty")
    return data


def _too_large(name: str, max_bytes: int) -> LimitError:
    return LimitError(
        name, f"is larger than {max_bytes} bytes", "raise it with --set read.max_bytes=N"
    )


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"
