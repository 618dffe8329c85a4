"""OpenDocument texts (.odt), as LibreOffice and Google Docs write them, read as a stream."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.readers.drafting import Draft
from align.readers.opening import opened, sha256_of
from align.readers.word.flow import Flow
from align.readers.word.odt_package import CONTENT, OdfPackage
from align.readers.word.odt_text import OdtText
from align.readers.word.telling import tell

if TYPE_CHECKING:
    from pathlib import Path

    from align.config import ReadSettings
    from align.model import Document

__all__ = ["read"]

# A paragraph is one element, and Word's are five: as many paragraphs take as long.
MOST_ELEMENTS = 400_000
STYLES = "styles.xml"  # holds the headers and footers of pages too


def read(path: Path, name: str, settings: ReadSettings) -> Document:
    """Read an ODT: headers, footers, comments and deleted text are left out and listed."""
    draft = Draft(name, settings)
    with opened(path, name, settings.max_bytes) as file:
        sha256 = sha256_of(file)
        package = OdfPackage(file, settings, name)
        flow = Flow(draft)
        text = OdtText(flow)
        for part in filter(package.__contains__, (STYLES, CONTENT)):
            chunks = package.chunks(part, whole=True)
            tell(chunks, f"{name}, part {part}", text, settings, MOST_ELEMENTS)
        flow.finish()
    if text.changes:
        draft.note("has tracked changes: read as if all were accepted")
    return draft.document("odt", sha256)
