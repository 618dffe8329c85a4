"""DOCX: the text of Word documents with all changes accepted; see ECMA-376, Office Open XML.

The main part is told element by element: nothing but the text is ever in memory, so that a large
document needs no more than a large text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.office.packages import Package
from align.readers.drafting import Draft
from align.readers.opening import opened, sha256_of
from align.readers.word.docx_content import Content, Context
from align.readers.word.docx_notes import Gathered, NoteReader, Notes
from align.readers.word.docx_styles import Styles
from align.readers.word.docx_text import DocxText
from align.readers.word.flow import Flow
from align.readers.word.telling import tell

if TYPE_CHECKING:
    from pathlib import Path

    from align.config import ReadSettings
    from align.model import Document
    from align.readers.word.telling import Handler

__all__ = ["read"]

NOTES = ("footnotes", "endnotes", "comments")
MARGINS = {"header": "page header", "footer": "page footer"}


def read(path: Path, name: str, settings: ReadSettings) -> Document:
    """Read a Word document; headers, footers, comments and deleted text are listed, not read."""
    with opened(path, name, settings.max_bytes) as file:
        digest = sha256_of(file)
        draft = Draft(name, settings)
        _Word(Package(file, settings, name, "DOCX"), draft, settings).write()
        return draft.document("docx", digest)


class _Word:
    """The parts of one document, told in their order to a draft."""

    def __init__(self, package: Package, draft: Draft, settings: ReadSettings) -> None:
        self._package = package
        self._draft = draft
        self._settings = settings
        styles = package.beside("styles")
        self._context = Context(
            name=draft.name,
            settings=settings,
            styles=Styles(package.tree(styles) if styles else None),
            note=draft.note,
        )

    def write(self) -> None:
        """Write the text with its notes, then what stands on every page."""
        notes = Notes()
        for kind in NOTES:
            for part in self._beside(kind):
                self._tell(part, NoteReader(notes, self._context))
        flow = Flow(self._draft)
        self._tell(self._package.main, DocxText(Content(flow, self._context, notes)))
        flow.finish()
        notes.leave_rest(self._draft)
        for kind, label in MARGINS.items():
            for text in dict.fromkeys(map(self._margin, self._beside(kind))):
                self._draft.leave_out(text, label)

    def _beside(self, kind: str) -> list[str]:
        """Return the parts of a kind, each once."""
        return list(dict.fromkeys(self._package.related(self._package.main, kind)))

    def _margin(self, part: str) -> str:
        gathered = Gathered()
        flow = Flow(gathered)
        self._tell(part, DocxText(Content(flow, self._context)))
        flow.finish()
        return str(gathered)

    def _tell(self, part: str, handler: Handler) -> None:
        chunks = self._package.chunks(part, whole=True)
        tell(chunks, f"{self._draft.name}, part {part}", handler, self._settings)
