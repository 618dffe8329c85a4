"""The packages that XLSX and DOCX files are: archives of XML files, within limits.

See ECMA-376, Office Open XML. No part is read by a library that expands entities or follows links.
"""

from __future__ import annotations

import posixpath
from typing import IO, TYPE_CHECKING, NamedTuple

from align.errors import MalformedError
from align.office.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from align.config import ReadSettings

__all__ = ["Package", "SheetPart"]

OLD_FILE = b"\xd0\xcf\x11\xe0"  # how Office before 2007 begins a file, and today one with password
OLD_PROGRAMS = {"XLSX": "Excel 97", "DOCX": "Word 97", "PPTX": "PowerPoint 97"}


class SheetPart(NamedTuple):
    """A sheet: its name, the part that holds its cells, and whether it is hidden."""

    name: str
    path: str
    hidden: bool = False


class Package(Parts):
    """An XLSX or DOCX file, opened: what its parts are, and how large they may be.

    ``main`` is the part that says what else there is: the workbook, or the text.
    """

    def __init__(
        self, file: IO[bytes], limits: ReadSettings, name: str, kind: str = "XLSX"
    ) -> None:
        """Read the list of parts; raises `MalformedError` for another file, or `LimitError`.

        ``kind`` is what files of this kind are called in messages.
        """
        _refuse_old(file, name, kind)
        super().__init__(file, limits, name, kind)
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

    def tree(self, path: str) -> etree._Element:
        """Return a small part as a tree; raises `MalformedError` when it is no plain XML."""
        root = self._parsed(path)
        if root.getroottree().docinfo.internalDTD is not None:
            raise MalformedError(self.name, f"its part {path} has a DOCTYPE", "save it anew")
        return root

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Yield id, kind and path of the parts that one is related to, of those that are there."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        for each in self.tree(relations) if relations in self else ():
            target = posixpath.join("/", folder, each.get("Target", ""))
            path = posixpath.normpath(target).lstrip("/")
            if path in self and each.get("TargetMode") != "External":
                yield each.get("Id", ""), posixpath.basename(each.get("Type", "")), path


def _refuse_old(file: IO[bytes], name: str, kind: str) -> None:
    if file.read(len(OLD_FILE)) == OLD_FILE:
        fact = f"is a file of {OLD_PROGRAMS[kind]}, or has a password"
        raise MalformedError(name, fact, f"save it as .{kind.lower()}, without a password")
