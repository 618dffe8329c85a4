"""Files in: every reader turns one file into a `Document`; the name is the file's suffix.

Texts: `plain` and `markdown` share `decoding` (bytes to text, over `opening`, `encodings` and
`single_byte`), `lines` and `wrapping` (what lines look like), `documents` (the last step). Files
that are no plain text make a `Draft` (`drafting`): `word` (DOCX, ODT, RTF, PPTX), `web` (HTML,
EPUB), `pdf`, `sheets` (XLSX, CSV, TSV), `subtitles`; `archive` is asked about ZIPs that cannot be
opened. `sniffing` tells what a file is whatever its name says, `furniture` clears what any reader
gave of menus and repetitions. A reader added to the registry, or by a package under
``align.readers``, is found by suffix.
"""

from __future__ import annotations

import dataclasses
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

    A file that is plainly something else, a PDF called .txt, is read as what it is. Raises
    `UnknownNameError` for a suffix no reader has, and `ReadError` when reading fails.
    """
    from align.readers.furniture import cleared  # noqa: PLC0415 - importing this package is light

    suffix = path.suffix.lower()
    known = registry.names("readers")
    if suffix not in known:
        what = f"no reader knows {suffix} files" if suffix else "has no suffix to tell its format"
        raise UnknownNameError(name, what, f"known are {' '.join(known)}")
    actual = _actual(path, name, suffix, settings)
    reader: Reader = registry.resolve("readers", actual)
    document = reader(path, name, settings)
    if actual != suffix:
        note = f"named {suffix}, but it is {actual[1:].upper()}: read as that"
        document = dataclasses.replace(document, notes=(note, *document.notes))
    return cleared(document) if settings.furniture else document


def _actual(path: Path, name: str, suffix: str, settings: ReadSettings) -> str:
    """Return the suffix that the content of a file should have: its own unless bytes tell more."""
    from align.readers import sniffing  # noqa: PLC0415
    from align.readers.opening import opened  # noqa: PLC0415

    with opened(path, name, settings.max_bytes) as file:
        sniffing.refuse_foreign(file, name)
        content = sniffing.known_content(file)
        if content is None:
            sniffing.refuse_plain(file, name, suffix)
    if content is None or registry.TABLES["readers"][content] == registry.TABLES["readers"].get(
        suffix
    ):
        return suffix
    return content if content in registry.names("readers") else suffix
