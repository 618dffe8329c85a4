"""A small file of every format that is read, made of paragraphs, for the tests of all readers.

``SAMPLES[suffix](paragraphs)`` returns the bytes of a file of that format with these paragraphs,
in this order. Each reader's own tests make what is particular to it.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from tests.readers.pdf_by_hand import portable
from tests.readers.subtitle_samples import advanced, srt, web_vtt
from tests.readers.web_samples import book, page, saved_page
from tests.readers.word_files import word
from tests.readers.word_samples import open_document, rich_text, slides
from tests.readers.workbooks import comma_separated, tab_separated, workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["SAMPLES", "packed"]


def packed(parts: dict[str, str | bytes], *, first: str | None = None) -> bytes:
    """Return a ZIP archive of files; ``first`` is stored uncompressed, as EPUB wants it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            how = zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return made.getvalue()


def plain(paragraphs: Sequence[str]) -> bytes:
    """Return plain text."""
    return "\n\n".join(paragraphs).encode()


SAMPLES: dict[str, Callable[[Sequence[str]], bytes]] = {
    ".txt": plain,
    ".text": plain,
    ".md": plain,
    ".markdown": plain,
    ".html": page,
    ".htm": page,
    ".xhtml": page,
    ".mhtml": saved_page,
    ".mht": saved_page,
    ".epub": book,
    ".docx": word,
    ".odt": open_document,
    ".rtf": rich_text,
    ".pptx": slides,
    ".pdf": portable,
    ".xlsx": workbook,
    ".csv": comma_separated,
    ".tsv": tab_separated,
    ".srt": srt,
    ".vtt": web_vtt,
    ".ass": advanced,
}
