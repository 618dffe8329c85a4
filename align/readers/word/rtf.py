"""Rich text (.rtf), as Word, WordPad, LibreOffice and TextEdit write it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from align.errors import LimitError, MalformedError
from align.readers.drafting import Draft
from align.readers.opening import read_bytes
from align.readers.word.flow import Flow
from align.readers.word.rtf_text import RtfText
from align.readers.word.rtf_tokens import tokens

if TYPE_CHECKING:
    from pathlib import Path

    from align.config import ReadSettings
    from align.model import Document

__all__ = ["read"]

BEGINNING = b"{\\rtf"
MOST_TOKENS = 10_000_000  # LibreOffice writes two for an Arabic letter


def read(path: Path, name: str, settings: ReadSettings) -> Document:
    """Read an RTF: headers, footers, comments and deleted text are left out and listed."""
    data = read_bytes(path, name, min(settings.max_bytes, settings.max_whole))
    if not data.lstrip().startswith(BEGINNING):
        raise MalformedError(name, "is no RTF file", "save it anew, or name it as what it is")
    draft = Draft(name, settings)
    text = RtfText(Flow(draft), name, settings.max_nesting)
    for number, token in enumerate(tokens(data.decode("latin-1"))):
        if number >= MOST_TOKENS:
            fact = f"holds more than {MOST_TOKENS:,} control words"
            raise LimitError(name, fact, "save it as several files")
        text.take(token)
    if not text.is_whole:
        draft.note("breaks off before its end: what follows is missing")
    text.finish()
    if text.changes:
        draft.note("has tracked changes: read as if all were accepted")
    return draft.document("rtf", hashlib.sha256(data).hexdigest(), text.encoding)
