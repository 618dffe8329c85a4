"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import codecs
import re
import zipfile
from typing import IO, TYPE_CHECKING

from align.errors import BinaryError, MalformedError
from align.safety import ARCHIVE_ERRORS

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["known_content", "refuse_foreign", "refuse_plain"]

HEAD = 4096  # bytes looked at
MOST_ENTRIES = 10_000  # of an archive that are looked at
# The part that only this kind of Office file has.
_PARTS = {"word/": ".docx", "xl/": ".xlsx", "ppt/": ".pptx"}
_MIMETYPES = {
    b"application/vnd.oasis.opendocument.text": ".odt",
    b"application/epub+zip": ".epub",
}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html[\s>])", re.I | re.S
)
# Files of these names begin with bytes of their own, so what is plain text is none of them.
_NEVER_PLAIN = frozenset({".docx", ".odt", ".pptx", ".xlsx", ".epub", ".zip", ".pdf", ".rtf"})
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
# What is often named wrongly, or comes from a program that is asked for another format.
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "is a file of Office 97, or has a password", "save it as .docx or .xlsx"),
    (b"\x89PNG", "is a picture", "have its text recognised first, for example by tesseract"),
    (b"\xff\xd8\xff", "is a picture", "have its text recognised first, for example by tesseract"),
    (b"GIF8", "is a picture", "have its text recognised first, for example by tesseract"),
    (b"II*\0", "is a picture", "have its text recognised first, for example by tesseract"),
    (b"MM\0*", "is a picture", "have its text recognised first, for example by tesseract"),
    (b"7z\xbc\xaf\x27\x1c", "is a 7z archive", "unpack it first"),
    (b"Rar!", "is a RAR archive", "unpack it first"),
    (b"\x1f\x8b", "is packed with gzip", "unpack it first"),
    (b"wOFF", "is a font", ""),
    (b"\x7fELF", "is a program", ""),
    (b"MZ", "is a program", ""),
)


def known_content(file: IO[bytes]) -> str | None:
    """Return the suffix of what a file is, if its bytes tell; it is at its beginning afterwards.

    Plain texts, tables and subtitles tell nothing: any text may look like them.
    """
    head = file.read(HEAD)
    file.seek(0)
    found = next((suffix for test, suffix in _TESTS if test(head)), None)
    if found is None and head.startswith(b"PK\x03\x04"):
        found = _in_archive(file)
    file.seek(0)
    return found


def refuse_foreign(file: IO[bytes], name: str) -> None:
    """Raise `MalformedError` or `BinaryError` for a file of a known kind that no reader reads."""
    head = file.read(HEAD)
    file.seek(0)
    for start, fact, hint in _FOREIGN:
        if head.startswith(start) and b"\0" in head:
            kind = MalformedError if "save" in hint or "unpack" in hint else BinaryError
            raise kind(name, fact, hint)


def refuse_plain(file: IO[bytes], name: str, suffix: str) -> None:
    """Raise `MalformedError` for a plain text in UTF-8 that is named as a file of a program."""
    head = file.read(HEAD)
    file.seek(0)
    if suffix in _NEVER_PLAIN and _is_plain(head):
        hint = "name it .txt, or .csv or .srt if it is such a text"
        raise MalformedError(name, f"is plain text, and no {suffix[1:].upper()}", hint)


def _is_plain(head: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()  # the last letter may be cut off
    try:
        text = decoder.decode(head)
    except UnicodeDecodeError:
        return False
    return any(map(str.isalpha, text)) and not _CONTROL.search(text)


def _in_archive(file: IO[bytes]) -> str | None:
    try:
        archive = zipfile.ZipFile(file)
        names = archive.namelist()[:MOST_ENTRIES]
        for part, suffix in _PARTS.items():
            if any(name.startswith(part) for name in names) and "[Content_Types].xml" in names:
                return suffix
        return _MIMETYPES.get(_mimetype(archive, names), ".zip")
    except (*ARCHIVE_ERRORS, OSError):
        return None  # the reader of its name will say what is wrong with it


def _mimetype(archive: zipfile.ZipFile, names: list[str]) -> bytes:
    if "mimetype" not in names:
        return b""
    with archive.open("mimetype") as part:
        return part.read(HEAD).strip()


def _is_pdf(head: bytes) -> bool:
    return head.lstrip().startswith(b"%PDF-")


def _is_rtf(head: bytes) -> bool:
    return head.lstrip().startswith(b"{\\rtf")


def _is_html(head: bytes) -> bool:
    return bool(_HTML.match(head.removeprefix(b"\xef\xbb\xbf")))


_TESTS: tuple[tuple[Callable[[bytes], bool], str], ...] = (
    (_is_pdf, ".pdf"),
    (_is_rtf, ".rtf"),
    (_is_html, ".html"),
)
