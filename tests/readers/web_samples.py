"""Pages, saved pages and books made of paragraphs, as bytes."""

from __future__ import annotations

import html
import quopri
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["book", "epub", "page", "saved_page", "xhtml"]

_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
_PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>ar</dc:language></metadata>'
    "<manifest>{items}</manifest><spine>{spine}</spine></package>"
)
_XHTML = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
    "<head><title/></head><body>{}</body></html>"
)


def _paragraphs(texts: Sequence[str]) -> str:
    return "\n".join(f"<p>{html.escape(text)}</p>" for text in texts)


def page(texts: Sequence[str]) -> bytes:
    """Return a web page with these paragraphs."""
    head = '<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head>'
    return f"{head}<body>\n{_paragraphs(texts)}\n</body></html>\n".encode()


def xhtml(body: str) -> str:
    """Return a page of a book."""
    return _XHTML.format(body)


def saved_page(texts: Sequence[str]) -> bytes:
    """Return a page as a browser saves it in one file."""
    edge = b"----MultipartBoundary--x----"
    top = b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    part = b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    content = quopri.encodestring(page(texts))
    opening = top + b'\tboundary="' + edge + b'"\r\n\r\n\r\n--' + edge + b"\r\n"
    return opening + part + content + b"\r\n--" + edge + b"--\r\n"


def epub(parts: Mapping[str, str], *, contents: str = "", more: Mapping[str, str] = {}) -> bytes:
    """Return a book of pages by name, in their order; ``contents`` names its table of contents.

    ``more`` are further files of the archive.
    """
    from tests.readers.samples import packed

    item = '<item id="i{}" href="{}" media-type="application/xhtml+xml"{}/>'
    items = [
        item.format(at, name, ' properties="nav"' if name == contents else "")
        for at, name in enumerate(parts)
    ]
    spine = "".join(f'<itemref idref="i{at}"/>' for at in range(len(parts)))
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "OEBPS/book.opf": _PACKAGE.format(items="".join(items), spine=spine),
        **{f"OEBPS/{name}": text for name, text in parts.items()},
        **more,
    }
    return packed(files, first="mimetype")


def book(texts: Sequence[str]) -> bytes:
    """Return a book with one page for each paragraph."""
    return epub({f"page{at}.xhtml": xhtml(_paragraphs([text])) for at, text in enumerate(texts)})
