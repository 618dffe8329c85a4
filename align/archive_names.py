"""What the files in a ZIP archive are called, whatever program and country it comes from."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import zipfile

__all__ = ["is_safe", "member_name"]

IN_UTF8 = 0x800  # a bit of the flags of a file in an archive
OEM = "cp437"  # what the standard says of other names
# What programs write all the same: the Arabic code pages of DOS, and of Windows.
ARABIC_PAGES = ("cp720", "cp1256")
ENOUGH = 0.5  # share of the letters beyond ASCII that are Arabic in a name of such a page
_DRIVE = re.compile(r"[A-Za-z]:")


def member_name(member: zipfile.ZipInfo) -> str:
    """Return the name of a file in an archive, its folders separated by ``/``."""
    name = member.filename
    if not member.flag_bits & IN_UTF8 and not name.isascii():
        name = _decoded(name)
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def is_safe(name: str) -> bool:
    """Say whether a name stays inside the folder that an archive would be unpacked to."""
    parts = name.split("/")
    return bool(parts[0]) and ".." not in parts and not _DRIVE.match(name) and name.isprintable()


def _decoded(name: str) -> str:
    """Return a name that was decoded as the standard says, as its program meant it."""
    try:
        written = name.encode(OEM)
    except UnicodeEncodeError:
        return name
    try:
        return written.decode()  # as macOS writes it, without saying so
    except UnicodeDecodeError:
        pages = (written.decode(page, "replace") for page in ARABIC_PAGES)
        best = max(pages, key=_arabic_share)
        return best if _arabic_share(best) >= ENOUGH else name


def _arabic_share(name: str) -> float:
    beyond = [char for char in name if not char.isascii()]
    return sum(map(_is_arabic, beyond)) / max(1, len(beyond))


def _is_arabic(char: str) -> bool:
    return char.isalpha() and unicodedata.bidirectional(char) == "AL"
