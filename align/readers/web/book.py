"""The archive that an EPUB is: its pages in reading order, within limits.

See EPUB 3.3, sections 4 (container) and 5 (package document).
"""

from __future__ import annotations

import posixpath
from typing import IO, TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from align.errors import MalformedError
from align.office.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from align.config import ReadSettings

__all__ = ["Book", "Page"]

CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
# Fonts are mixed up by these so that nobody takes them out; their text is in the clear.
_OF_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


class Page(NamedTuple):
    """A page of a book: the file in the archive, and whether it is its table of contents."""

    path: str
    contents: bool


class Book(Parts):
    """An EPUB file, opened: its language and its pages in reading order.

    ``absent`` are the files that its reading order names and that are not there.
    """

    def __init__(self, file: IO[bytes], name: str, settings: ReadSettings) -> None:
        """Read what the book says of itself; raises `MalformedError` and `LimitError`."""
        super().__init__(file, settings, name, "EPUB")
        self._refuse_encrypted()
        path = self._package()
        package = self._tree(path)
        self.language = (package.findtext(".//{*}metadata/{*}language") or "").strip()
        self.absent: list[str] = []
        self.pages = list(self._pages(package, posixpath.dirname(path)))

    def read(self, path: str) -> bytes:
        """Return the bytes of a file of the book; raises `LimitError` or `MalformedError`."""
        return b"".join(self.chunks(path, whole=True))

    def _tree(self, path: str) -> etree._Element:
        root = self._parsed(path)
        doctype = root.getroottree().docinfo.internalDTD
        if doctype is not None and any(True for _ in doctype.iterentities()):  # type: ignore[attr-defined]
            raise MalformedError(self.name, f"its part {path} declares entities", "remove them")
        return root

    def _refuse_encrypted(self) -> None:
        if ENCRYPTION not in self:
            return
        for part in self._tree(ENCRYPTION).iterfind(".//{*}EncryptedData"):
            method = part.find("{*}EncryptionMethod")
            if method is None or method.get("Algorithm") not in _OF_FONTS:
                hint = "read it in the program it was bought for, or ask for a copy without"
                raise MalformedError(self.name, "is protected against copying (DRM)", hint)

    def _package(self) -> str:
        """Return the path of the file that lists what is in the book."""
        if CONTAINER not in self:
            raise MalformedError(self.name, f"is an archive, but no EPUB: it has no {CONTAINER}")
        for rootfile in self._tree(CONTAINER).iterfind(".//{*}rootfile"):
            path = posixpath.normpath(unquote(rootfile.get("full-path", "")))
            if path in self:
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
            if path in self:
                yield Page(path, _is_contents(item))
            else:
                self.absent.append(path)


def _is_contents(item: etree._Element) -> bool:
    return "nav" in item.get("properties", "").split()
