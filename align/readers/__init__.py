"""Files in: every reader turns one file into a `Document`; the name is the file's suffix.

`plain` and `markdown` are the readers. They share `decoding` (bytes to text, over `opening`,
`encodings` and `single_byte`), `lines` and `wrapping` (what lines look like), `documents` (the last
step). A reader added to the registry, or by a package under ``align.readers``, is found by suffix.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align import registry
from align.errors import UnknownNameError

if TYPE_CHECKING:
    from pathlib import Path

    from align.config import ReadSettings
    from align.model import Document
    from align.stages import Reader

__all__ = ["read"]


def read(path: Path, name: str, settings: ReadSettings) -> Document:
    """Read ``path`` with the reader of its suffix; ``name`` is what the document is called.

    Raises `UnknownNameError` for a suffix no reader has, and `ReadError` when reading fails.
    """
    suffix = path.suffix.lower()
    known = registry.names("readers")
    if suffix not in known:
        what = f"no reader knows {suffix} files" if suffix else "has no suffix to tell its format"
        raise UnknownNameError(name, what, f"known are {' '.join(known)}")
    reader: Reader = registry.resolve("readers", suffix)
    return reader(path, name, settings)
