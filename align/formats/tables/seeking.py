"""Opens files that are read from their end, as ZIP archives and Parquet are, packed ones too."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from align.formats.opening import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.config import ReadSettings

__all__ = ["seekable"]


@contextmanager
def seekable(path: Path, limits: ReadSettings) -> Iterator[IO[bytes]]:
    """Yield a file one can move about in; one that is packed is unpacked to the disk for it."""
    with opened(path, limits) as file:
        if file.seekable():
            yield file
            return
        with TemporaryFile() as copy:
            shutil.copyfileobj(file, copy)
            copy.seek(0)
            yield copy
