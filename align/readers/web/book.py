"""The archive that an EPUB is: its pages in reading order, within limits.

See EPUB 3.3, sections 4 (container) and 5 (package document).
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from typing import IO, TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from lxml import etree

from align.errors import LimitError, MalformedError
from align.safety import SAFELY, check_archive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.config import ReadSettings

__all__ = ["Book", "Page"]

CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
# Fonts are mixed up by these so that nobody takes them out; their text is in the clear.
_OF_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class Page(NamedTuple):
    """A page of a book: the file in the archive, and whether it is its table of contents."""

    path: str
    contents: bool


class Book:
    """An EPUB file, opened: its language and its pages in reading order.

    ``absent`` are the files that its reading order names and that are not there.
    """

    def __init__(self, file: IO[bytes], name: str, settings: ReadSettings) -> None:
        """Read what the book says of itself; raises `MalformedError` and `LimitError`."""
        self.name = name
        self._settings = settings
        try:
            self._archive = zipfile.ZipFile(file)
        except _BROKEN as error:
            raise MalformedError(name, f"is no EPUB file ({error})") from error
        check_archive(self._archive, file.seek(0, 2), settings, name)
        self._names = set(self._archive.namelist())
        self._refuse_encrypted()
        path = self._package()
        package = self._tree(path)
        self.language = (package.findtext(".//{*}metadata/{*}language") or "").strip()
        self.absent: list[str] = []
        self.pages = list(self._pages(package, posixpath.dirname(path)))

    def read(self, path: str) -> bytes:
        """Return the bytes of a file of the book; raises `LimitError` or `MalformedError`."""
        try:
            part = self._archive.getinfo(path)
            if part.file_size > self._settings.max_whole:
                fact = f"its page {path} is larger than {self._settings.max_whole:,} bytes"
                raise LimitError(self.name, fact, "raise it with --set read.max_whole=N")
            return self._archive.read(part)
        except _BROKEN as error:
            fact = f"its part {path} cannot be read ({_line(error)})"
            raise MalformedError(self.name, fact, "the file is damaged: get it anew") from error

    def size(self, path: str) -> int:
        """Return how many bytes a file of the book has."""
        return self._archive.getinfo(path).file_size

    def _tree(self, path: str) -> etree._Element:
        try:
            root = etree.fromstring(self.read(path), etree.XMLParser(**SAFELY))
        except etree.XMLSyntaxError as error:
            fact = f"its part {path} is broken ({_line(error)})"
            raise MalformedError(self.name, fact) from error
        doctype = root.getroottree().docinfo.internalDTD
        if doctype is not None and any(True for _ in doctype.iterentities()):  # type: ignore[union-attr]
            raise MalformedError(self.name, f"its part {path} declares entities", "remove them")
        return root

    def _refuse_encrypted(self) -> None:
        if ENCRYPTION not in self._names:
            return
        for part in self._tree(ENCRYPTION).iterfind(".//{*}EncryptedData"):
            method = part.find("{*}EncryptionMethod")
            if method is None or method.get("Algorithm") not in _OF_FONTS:
                hint = "read it in the program it was bought for, or ask for a copy without"
                raise MalformedError(self.name, "is protected against copying (DRM)", hint)

    def _package(self) -> str:
        """Return the path of the file that lists what is in the book."""
        if CONTAINER not in self._names:
            raise MalformedError(self.name, f"is an archive, but no EPUB: it has no {CONTAINER}")
        for rootfile in self._tree(CONTAINER).iterfind(".//{*}rootfile"):
            path = posixpath.normpath(unquote(rootfile.get("full-path", "")))
            if path in self._names:
                return path
        raise MalformedError(self.name, f"its {CONTAINER} names no file that is there")

    def _pages(self, package: etree._Element, folder: str) -> Iterator[Page]:
        """Yield the pages in the order of the spine, and a table of contents outside it last."""
        listed = {item.get("id"): item for item in package.iterfind("{*}manifest/{*}item")}
        spine = [listed.get(item.get("idref")) for item in package.iterfind("{*}spine/{*}itemref")]
        items = [item for item in spine if item is not None]
        items += [item for item in listed.values() if _is_contents(item) and item not in items]
        seen: set[str] = set()
        for item in items:
            path = posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
            if item.get("media-type") not in PAGES or path in seen:
                continue
            seen.add(path)
            if path in self._names:
                yield Page(path, _is_contents(item))
            else:
                self.absent.append(path)


def _is_contents(item: etree._Element) -> bool:
    return "nav" in item.get("properties", "").split()


def _line(error: BaseException) -> str:
    """Return what an error says, on one line."""
    return " ".join(str(error).split())
