"""The parts of a package, an archive of XML files as all of these formats are, within limits."""

from __future__ import annotations

import zipfile
from typing import IO, TYPE_CHECKING

from lxml import etree

from align.errors import LimitError, MalformedError
from align.safety import ARCHIVE_ERRORS, SAFELY, check_archive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.config import ReadSettings

__all__ = ["Parts"]

CHUNK = 1 << 16  # bytes
LARGEST_TREE = 5_000_000  # bytes of a part that is held in memory as a tree
ANEW = "save it or get it anew"


class Parts:
    """A package, opened: what is in it by its path, and how large that may be."""

    def __init__(self, file: IO[bytes], limits: ReadSettings, name: str, kind: str) -> None:
        """Read the list of parts; raises `MalformedError` for another file, or `LimitError`.

        ``kind`` is what files of this kind are called in messages.
        """
        self.name = name
        self._limits = limits
        try:
            self._archive = zipfile.ZipFile(file)
        except ARCHIVE_ERRORS as error:
            fact = f"is no {kind} file, or was cut off ({_line(error)})"
            raise MalformedError(name, fact, ANEW) from error
        check_archive(self._archive, file.seek(0, 2), limits, name)
        self._sizes = {part.filename: part.file_size for part in self._archive.infolist()}

    def __contains__(self, path: str) -> bool:
        """Say whether there is such a part."""
        return path in self._sizes

    def size(self, path: str) -> int:
        """Return how many bytes a part has."""
        return self._sizes[path]

    def chunks(self, path: str, *, whole: bool = False) -> Iterator[bytes]:
        """Yield the bytes of a part; ``whole`` if all that is in it is kept in memory.

        Raises `MalformedError` when it is damaged, `LimitError` when it is too large to be kept.
        """
        if whole:
            self._check(path, self._limits.max_whole, "raise it with --set read.max_whole=N")
        try:
            with self._archive.open(path) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk
        except ARCHIVE_ERRORS as error:
            raise self._broken(path, error) from error

    def _parsed(self, path: str) -> etree._Element:
        """Return a small part as a tree; raises `MalformedError` when it is no XML."""
        self._check(path, LARGEST_TREE, "save it anew in another program")
        try:
            return etree.fromstring(b"".join(self.chunks(path)), etree.XMLParser(**SAFELY))
        except etree.XMLSyntaxError as error:
            raise self._broken(path, error) from error

    def _check(self, path: str, most: int, hint: str) -> None:
        if self._sizes[path] > most:
            raise LimitError(self.name, f"its part {path} is larger than {most:,} bytes", hint)

    def _broken(self, path: str, error: Exception) -> MalformedError:
        return MalformedError(self.name, f"its part {path} is broken ({_line(error)})", ANEW)


def _line(error: Exception) -> str:
    """Return what an error says, on one line."""
    return " ".join(str(getattr(error, "msg", None) or error).split()) or "no XML"
