"""Archives unpacked into a temporary folder, so that what is in them is read like any file.

Nothing is written under a name that an archive tells, and nothing outside that folder.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import zipfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple, Self

from align.archive_names import is_safe, member_name
from align.errors import LimitError, MalformedError, OutputError, ReadError
from align.safety import ARCHIVE_ERRORS, check_archive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType
    from typing import IO

    from align.config import ReadSettings

__all__ = ["Archives", "Member", "is_whole", "members", "opened", "unpack"]

PORTION = 1 << 20  # bytes
UNIX_MODE = 16  # bits to the right of a file's attributes, where its kind is told
# What only files that are no archives of files hold: Office documents, OpenDocument, EPUB.
OF_DOCUMENTS = {"[Content_Types].xml", "mimetype"}
MAC_FOLDER = "__MACOSX"  # holds what macOS knows of the files beside it


class Member(NamedTuple):
    """A file in an archive, and what it is called there."""

    info: zipfile.ZipInfo
    name: str

    @property
    def suffix(self) -> str:
        """The suffix that tells its reader."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def is_hidden(self) -> bool:
        """Whether it is none that a user sees."""
        parts = self.name.split("/")
        hidden = (part.startswith(".") and part != ".." for part in parts)
        return parts[0] == MAC_FOLDER or any(hidden)

    @property
    def fault(self) -> str | None:
        """Why it is not unpacked, None if it may be."""
        if stat.S_ISLNK(self.info.external_attr >> UNIX_MODE):
            return "link in an archive"
        return None if is_safe(self.name) else "name that leads out of the archive"

    def place(self) -> list[tuple[bool, str]]:
        """Return by what the files of an archive are put in order."""
        *folders, name = self.name.split("/")
        return [*((True, folder) for folder in folders), (False, name)]


class Archives:
    """A context manager; what it unpacked is gone afterwards."""

    def __init__(self, limits: ReadSettings) -> None:
        """Unpack nothing beyond the limits."""
        self._limits = limits
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._unpacked = 0

    def __enter__(self) -> Self:
        """Return the object itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Remove the temporary folder, if there is one."""
        if self._folder is not None:
            self._folder.cleanup()

    def members(self, path: Path) -> list[Member] | None:
        """Return the files in an archive; None if it cannot be opened, or is itself a document."""
        try:
            with path.open("rb") as file:
                found = members(opened(file, path.name, self._limits))
        except (ReadError, OSError):
            return None
        return None if any(member.name in OF_DOCUMENTS for member in found) else found

    def unpack(self, path: Path, wanted: Iterable[Member]) -> Iterator[tuple[Member, Path | None]]:
        """Yield where some files of an archive are now, None for those that are damaged.

        Raises `OutputError` when there is no room for them.
        """
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            for member in wanted:
                place = self._new_file(member.suffix)
                yield member, place if unpack(archive, member, place) else None

    def _new_file(self, suffix: str) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="align-")
        self._unpacked += 1
        return Path(self._folder.name) / f"{self._unpacked}{suffix}"


def opened(file: IO[bytes], name: str, limits: ReadSettings) -> zipfile.ZipFile:
    """Return an archive whose files may be unpacked; raises `MalformedError` or `LimitError`."""
    size = file.seek(0, os.SEEK_END)
    if size > limits.max_bytes:
        fact = f"is larger than {limits.max_bytes} bytes"
        raise LimitError(name, fact, "raise it with --set read.max_bytes=N")
    try:
        archive = zipfile.ZipFile(file)
    except ARCHIVE_ERRORS as error:
        raise MalformedError(name, f"is a damaged archive ({error})", "pack it anew") from error
    check_archive(archive, size, limits, name)
    return archive


def members(archive: zipfile.ZipFile) -> list[Member]:
    """Return the files in an archive, by name, those of a folder before its folders."""
    files = (info for info in archive.infolist() if not info.is_dir())
    return sorted((Member(info, member_name(info)) for info in files), key=Member.place)


def is_whole(archive: zipfile.ZipFile, member: Member) -> bool:
    """Say whether a file of an archive can be read to its end."""
    try:
        with archive.open(member.info) as packed:
            while packed.read(PORTION):
                pass
    except (*ARCHIVE_ERRORS, OSError):
        return False
    return True


def unpack(archive: zipfile.ZipFile, member: Member, place: Path) -> bool:
    """Write a file of an archive to ``place``; say whether it is whole.

    Raises `OutputError` when it cannot be written.
    """
    try:
        with archive.open(member.info) as packed, place.open("wb") as file:
            shutil.copyfileobj(packed, file, PORTION)
    except ARCHIVE_ERRORS:
        return False
    except OSError as error:
        if error.errno is None:  # of a compression that the standard library leaves to others
            return False
        fact = f"cannot be unpacked to ({error.strerror})"
        raise OutputError(str(place.parent), fact, "make room in the temporary folder") from error
    return True
