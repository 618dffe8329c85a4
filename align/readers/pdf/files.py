"""A PDF opened, or the reason why it cannot be."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium

from align.errors import LimitError, MalformedError, ReadError
from align.readers.opening import opened
from align.readers.pdf.streams import check_streams

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.config import ReadSettings

__all__ = ["opened_pdf"]

MANY_PAGES = 1_000
LEAST_BYTES = 50  # of a page, its drawing and their places in the file; one named twice needs 6
_SAVE = "open it in a PDF viewer and print it to a new PDF"
_LOCKED = {
    pdfium.FPDF_ERR_PASSWORD: ("has a password", "save it without one, for example by qpdf"),
    pdfium.FPDF_ERR_SECURITY: ("is locked in a way that cannot be opened", _SAVE),
}


@contextmanager
def opened_pdf(path: Path, name: str, settings: ReadSettings) -> Iterator[Any]:
    """Yield the document, which `pypdfium2` has opened; ``name`` is what messages call it.

    Raises `ReadError` for a file that has a password or cannot be opened, and `LimitError` for
    one of too many bytes or pages.
    """
    with opened(path, name, settings.max_bytes) as file:
        check_streams(file, name)
        document = _document(path, name)
    try:
        _check_pages(len(document), path.stat().st_size, name, settings)
        yield document
    finally:
        document.close()


def _document(path: Path, name: str) -> Any:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        fact, hint = _LOCKED.get(error.err_code, ("is no PDF that can be opened", _SAVE))
        kind = ReadError if error.err_code in _LOCKED else MalformedError
        raise kind(name, fact, hint) from error


def _check_pages(count: int, size: int, name: str, settings: ReadSettings) -> None:
    if count > settings.max_pages:
        fact = f"is a PDF of {count:,} pages"
        raise LimitError(name, fact, "raise it with --set read.max_pages=N")
    if count > MANY_PAGES and size < count * LEAST_BYTES:
        fact = f"claims {count:,} pages, which do not fit into {size:,} bytes"
        raise LimitError(name, fact, _SAVE)
    if not count:
        raise MalformedError(name, "is a PDF without pages", _SAVE)
