"""The packages that OpenDocument files are, see OASIS, Open Document Format 1.3, part 2."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from align.errors import MalformedError
from align.office.parts import Parts

if TYPE_CHECKING:
    from align.config import ReadSettings

__all__ = ["OdfPackage"]

CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"
PASSWORD_MARKS = (b"encryption-data", b"encrypted-key")


class OdfPackage(Parts):
    """An OpenDocument file, opened."""

    def __init__(self, file: IO[bytes], limits: ReadSettings, name: str) -> None:
        """Read the list of parts; raises `MalformedError` for another file, or `LimitError`."""
        super().__init__(file, limits, name, "ODT")
        manifest = b"".join(self.chunks(MANIFEST, whole=True)) if MANIFEST in self else b""
        if any(mark in manifest for mark in PASSWORD_MARKS):
            raise MalformedError(name, "has a password", "save it without one")
        if CONTENT not in self:
            raise MalformedError(name, "is an archive, but no ODT file")
