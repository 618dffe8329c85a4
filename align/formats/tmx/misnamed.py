"""Files that are given the name of a memory, but are of another kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.errors import BinaryError, EmptyError, MalformedError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["refuse_others"]

# How they begin.
OTHERS = {
    b"PK\x03\x04": "is an archive, not TMX; name it .tmx.zip",
    b"\x1f\x8b": "is packed with gzip; name it .tmx.gz",
    b"%PDF": "is a PDF, not TMX",
    b"\xd0\xcf\x11\xe0": "is an old Word or Excel file, not TMX",
    b"SQLite format 3": "is a database, not TMX",
}


def refuse_others(first: bytes, path: Path) -> None:
    """Raise a `ReadError` for the first bytes of a file that can be no XML of one-byte letters."""
    if not first.strip():
        raise EmptyError(str(path), "holds nothing but white space")
    for beginning, fact in OTHERS.items():
        if first.startswith(beginning):
            raise BinaryError(str(path), fact)
    if first.lstrip().startswith(b"<"):
        return
    if b"\0" in first:
        raise BinaryError(str(path), "is not text, so it is not TMX")
    raise MalformedError(str(path), "is not TMX", "XML begins with <")
