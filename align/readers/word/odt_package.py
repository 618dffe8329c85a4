"""The packages that OpenDocument files are: archives of XML files, read as streams within limits.

See OASIS, Open Document Format for Office Applications 1.3, part 2. Of a part only what its
target keeps is ever in memory; entities, and whatever else needs a DOCTYPE, are refused.
"""

from __future__ import annotations

import zipfile
from typing import IO, TYPE_CHECKING, Any, NoReturn, Protocol

from lxml import etree

from align.errors import LimitError, MalformedError
from align.safety import ARCHIVE_ERRORS, SAFELY, check_archive

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from align.config import ReadSettings

__all__ = ["Handler", "OdfPackage"]

CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"
PASSWORD_MARKS = (b"encryption-data", b"encrypted-key")
CHUNK = 1 << 16  # bytes
MOST_ELEMENTS = 1_000_000  # in a part; a book of 1,000 pages has 100,000


class Handler(Protocol):
    """Takes the elements of a part as they come; names are ``{namespace}name``."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Some characters of an element."""


class OdfPackage:
    """An OpenDocument file, opened."""

    def __init__(self, file: IO[bytes], limits: ReadSettings, name: str) -> None:
        """Read the list of parts; raises `MalformedError` for another file, or `LimitError`."""
        self.name = name
        self._limits = limits
        try:
            self._archive = zipfile.ZipFile(file)
        except ARCHIVE_ERRORS as error:
            raise MalformedError(name, f"is no ODT file ({error})", "save it anew") from error
        check_archive(self._archive, file.seek(0, 2), limits, name)
        self._sizes = {part.filename: part.file_size for part in self._archive.infolist()}
        manifest = b"".join(self._chunks(MANIFEST))
        if any(mark in manifest for mark in PASSWORD_MARKS):
            raise MalformedError(name, "has a password", "save it without one")
        if CONTENT not in self._sizes:
            raise MalformedError(name, "is an archive, but no ODT file")

    def tell(self, path: str, handler: Handler) -> None:
        """Tell a handler what is in a part, if there is such a part.

        Raises `MalformedError` when it is no plain XML, `LimitError` when it is too large or deep.
        """
        # The stubs of lxml know targets of bytes only.
        target: Any = _Target(handler, self.name, path, self._limits.max_nesting)
        parser = etree.XMLParser(target=target, **SAFELY)
        try:
            for chunk in self._chunks(path):
                parser.feed(chunk)
            if path in self._sizes:
                parser.close()
        except etree.XMLSyntaxError as error:
            raise _broken(self.name, path, error.msg) from error

    def _chunks(self, path: str) -> Iterator[bytes]:
        if path not in self._sizes:
            return
        if self._sizes[path] > self._limits.max_whole:
            fact = f"its part {path} is larger than {self._limits.max_whole:,} bytes"
            raise LimitError(self.name, fact, "raise it with --set read.max_whole=N")
        try:
            with self._archive.open(path) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk
        except ARCHIVE_ERRORS as error:
            raise _broken(self.name, path, str(error)) from error


class _Target:
    """What the parser calls: counts, refuses, and passes on."""

    def __init__(self, handler: Handler, name: str, path: str, max_nesting: int) -> None:
        self._handler = handler
        self.data = handler.data
        self._name, self._path = name, path
        self._max_nesting = max_nesting
        self._depth = self._elements = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            fact = f"its part {self._path} holds more than {MOST_ELEMENTS:,} elements"
            raise LimitError(self._name, fact, "save it as several files")
        self._depth += 1
        if self._depth > self._max_nesting:
            fact = f"its part {self._path} has more than {self._max_nesting} elements in each other"
            raise LimitError(self._name, fact, "raise it with --set read.max_nesting=N")
        self._handler.start(tag, attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._handler.end(tag)

    def doctype(self, *_: object) -> NoReturn:
        raise MalformedError(self._name, f"its part {self._path} has a DOCTYPE", "save it anew")

    def close(self) -> None:
        """Nothing is left to be done at the end."""


def _broken(name: str, path: str, reason: str | None) -> MalformedError:
    return MalformedError(name, f"its part {path} is broken ({reason or 'no XML'})", "save it anew")
