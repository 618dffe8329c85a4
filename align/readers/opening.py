"""A regular file opened within its limit, or the reason why it cannot be."""

from __future__ import annotations

import hashlib
import stat
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from align.errors import EmptyError, LimitError, ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["opened", "read_bytes", "sha256_of"]


def read_bytes(path: Path, name: str, max_bytes: int) -> bytes:
    """Return the bytes of ``path``; ``name`` is what the error messages call it.

    Raises `ReadError` for what is no readable regular file (a pipe would wait for ever),
    `EmptyError` and, above ``max_bytes``, `LimitError`.
    """
    with opened(path, name, max_bytes) as file:
        data = file.read(max_bytes + 1)
    if len(data) > max_bytes:  # it grew since, or its size was not told
        raise _too_large(name, max_bytes)
    return data


@contextmanager
def opened(path: Path, name: str, max_bytes: int) -> Iterator[IO[bytes]]:
    """Yield a file to read from, for formats that are not read whole; raises as `read_bytes` does.

    What the system says while it is read is a `ReadError` too.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(name, f"is {_kind(status.st_mode)}", "give a regular file")
        if status.st_size > max_bytes:
            raise _too_large(name, max_bytes)
        with path.open("rb") as file:
            if not file.read(1):
                raise EmptyError(name, "is empty")
            file.seek(0)
            yield file
    except OSError as error:
        raise ReadError(name, f"cannot be read ({error.strerror or error})") from error


def sha256_of(file: IO[bytes]) -> str:
    """Return the hex digest of all bytes of a file, which is then at its beginning again."""
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
    file.seek(0)
    return digest


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
