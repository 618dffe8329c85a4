"""HTML: the text of a web page, as blocks."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from align.errors import LimitError
from align.readers import plain
from align.readers.drafting import Draft
from align.readers.opening import opened
from align.readers.web.charset import page_text
from align.readers.web.page import add_page, add_text
from align.readers.web.parsing import has_tags, parse

if TYPE_CHECKING:
    from pathlib import Path

    from align.config import ReadSettings
    from align.model import Document
    from align.readers.web.charset import PageText

__all__ = ["document_of", "read", "whole"]


def read(path: Path, name: str, settings: ReadSettings) -> Document:
    """Read a web page; one without any tag is read as the plain text it is."""
    data = whole(path, name, settings)
    page = page_text(data, name, settings)
    if not has_tags(page.text):
        return plain.read(path, name, settings)
    return document_of(page, name, settings, ("html", hashlib.sha256(data).hexdigest()))


def document_of(
    page: PageText, name: str, settings: ReadSettings, source: tuple[str, str]
) -> Document:
    """Return the document of a page; ``source`` is the format and the digest of its file."""
    draft = Draft(name, settings)
    for note in page.notes:
        draft.note(note)
    add = add_page if settings.furniture else add_text
    add(draft, parse(page.text, name, settings))
    return draft.document(*source, page.encoding)


def whole(path: Path, name: str, settings: ReadSettings) -> bytes:
    """Return the bytes of a file that is held in memory; raises `LimitError` if it is too large."""
    with opened(path, name, settings.max_bytes) as file:
        data = file.read(settings.max_whole + 1)
    if len(data) > settings.max_whole:
        fact = f"is larger than {settings.max_whole:,} bytes"
        raise LimitError(name, fact, "raise it with --set read.max_whole=N")
    return data
