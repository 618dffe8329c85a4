"""What files of strangers may not do: expand entities, fetch anything, unpack without end."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from align.errors import LimitError, MalformedError

if TYPE_CHECKING:
    from align.config import ReadSettings

__all__ = ["ARCHIVE_ERRORS", "SAFELY", "check_archive", "most_unpacked"]

# How XML of others is parsed by lxml: no entity is expanded, no DTD loaded, nothing fetched.
SAFELY: dict[str, Any] = {"resolve_entities": False, "load_dtd": False, "no_network": True}
# What the standard library raises for a broken ZIP archive, beside what the system says.
ARCHIVE_ERRORS = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError),
    *(NotImplementedError, RuntimeError, ValueError),
)
FREE = 10_000_000  # bytes that may be unpacked from however few
ENCRYPTED = 1  # a bit of the flags of a file in a ZIP archive


def most_unpacked(size: int, limits: ReadSettings) -> int:
    """Return how many bytes a packed file of ``size`` bytes may unpack to."""
    return min(limits.max_unpacked, max(FREE, size * limits.max_ratio))


def check_archive(archive: zipfile.ZipFile, size: int, limits: ReadSettings, name: str) -> None:
    """Raise `LimitError` or `MalformedError` for an archive of ``size`` bytes not to be unpacked.

    The sizes are those that the archive tells of its files; the standard library reads no more.
    """
    files = archive.infolist()
    if len(files) > limits.max_entries:
        fact = f"is an archive of {len(files):,} files"
        raise LimitError(name, fact, "raise it with --set read.max_entries=N")
    if sum(file.file_size for file in files) > most_unpacked(size, limits):
        hint = "raise read.max_ratio or read.max_unpacked with --set if you trust it"
        raise LimitError(name, "unpacks to far more than its size", hint)
    if any(file.flag_bits & ENCRYPTED for file in files):
        raise MalformedError(name, "is an archive with a password", "save it without one")
