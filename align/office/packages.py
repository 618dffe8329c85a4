"""The packages that XLSX and DOCX files are: archives of XML files, within limits.

See ECMA-376, Office Open XML. No part is read by a library that expands entities or follows links.
"""

from __future__ import annotations

import posixpath
import zipfile
from typing import IO, TYPE_CHECKING, NamedTuple

from lxml import etree

from align.errors import LimitError, MalformedError
from align.safety import ARCHIVE_ERRORS, SAFELY, check_archive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.config import ReadSettings

__all__ = ["Package", "SheetPart"]

OLD_FILE = b"\xd0\xcf\x11\xe0"  # how Office before 2007 begins a file, and today one with password
OLD_PROGRAMS = {"XLSX": "Excel 97", "DOCX": "Word 97", "PPTX": "PowerPoint 97"}
LARGEST_TREE = 5_000_000  # bytes of a part that is held in memory as a tree
CHUNK = 1 << 16  # bytes


class SheetPart(NamedTuple):
    """A sheet: its name, the part that holds its cells, and whether it is hidden."""

    name: str
    path: str
    hidden: bool = False


class Package:
    """An XLSX or DOCX file, opened: what its parts are, and how large they may be.

    ``main`` is the part that says what else there is: the workbook, or the text.
    """

    def __init__(
        self, file: IO[bytes], limits: ReadSettings, name: str, kind: str = "XLSX"
    ) -> None:
        """Read the list of parts; raises `MalformedError` for another file, or `LimitError`.

        ``kind`` is what files of this kind are called in messages.
        """
        self.name = name
        self._limits = limits
        self._archive = _archive(file, name, kind)
        self._parts = {part.filename: part.file_size for part in self._archive.infolist()}
        check_archive(self._archive, file.seek(0, 2), limits, name)
        self.main = next(self.related("", "officeDocument"), "")
        if not self.main:
            raise MalformedError(name, f"is an archive, but no {kind} file")

    def sheets(self) -> list[SheetPart]:
        """Return the sheets that hold cells, in their order."""
        paths = {key: path for key, kind, path in self._relations(self.main)}
        found = []
        for sheet in self.tree(self.main).iterfind("{*}sheets/{*}sheet"):
            keys = (str(text) for name, text in sheet.items() if str(name).endswith("}id"))
            path = paths.get(next(keys, ""), "")
            if path:
                hidden = sheet.get("state", "visible") != "visible"
                found.append(SheetPart(sheet.get("name", ""), path, hidden))
        return found

    def beside(self, kind: str) -> str:
        """Return the part of a kind that goes with the main part, or nothing."""
        return next(self.related(self.main, kind), "")

    def related(self, part: str, kind: str) -> Iterator[str]:
        """Yield the parts of a kind that go with a part."""
        return (path for _, found, path in self._relations(part) if found == kind)

    def by_id(self, part: str) -> dict[str, str]:
        """Return the parts that go with a part, by the id it calls them."""
        return {key: path for key, _, path in self._relations(part)}

    def chunks(self, path: str, *, whole: bool = False) -> Iterator[bytes]:
        """Yield the bytes of a part; ``whole`` if all that is in it is kept in memory."""
        if whole:
            self._check(path, self._limits.max_whole, "raise it with --set read.max_whole=N")
        try:
            with self._archive.open(path) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk
        except ARCHIVE_ERRORS as error:
            raise MalformedError(self.name, f"its part {path} is broken ({error})") from error

    def tree(self, path: str) -> etree._Element:
        """Return a small part as a tree; raises `MalformedError` when it is no plain XML."""
        self._check(path, LARGEST_TREE, "save it anew in Excel or LibreOffice")
        try:
            root = etree.fromstring(b"".join(self.chunks(path)), etree.XMLParser(**SAFELY))
        except etree.XMLSyntaxError as error:
            raise MalformedError(self.name, f"its part {path} is broken ({error.msg})") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise MalformedError(self.name, f"its part {path} has a DOCTYPE")
        return root

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Yield id, kind and path of the parts that one is related to, of those that are there."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        for each in self.tree(relations) if relations in self._parts else ():
            target = posixpath.join("/", folder, each.get("Target", ""))
            path = posixpath.normpath(target).lstrip("/")
            if path in self._parts and each.get("TargetMode") != "External":
                yield each.get("Id", ""), posixpath.basename(each.get("Type", "")), path

    def _check(self, path: str, most: int, hint: str) -> None:
        if self._parts[path] > most:
            raise LimitError(self.name, f"its part {path} is larger than {most:,} bytes", hint)


def _archive(file: IO[bytes], name: str, kind: str) -> zipfile.ZipFile:
    if file.read(len(OLD_FILE)) == OLD_FILE:
        fact = f"is a file of {OLD_PROGRAMS[kind]}, or has a password"
        raise MalformedError(name, fact, f"save it as .{kind.lower()}, without a password")
    try:
        archive = zipfile.ZipFile(file)
    except ARCHIVE_ERRORS as error:
        raise MalformedError(name, f"is no {kind} file ({error})") from error
    return archive
