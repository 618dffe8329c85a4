"""The encodings that foreign files name themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.errors import EncodingError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["codec_of"]

# Those of texts: Python knows others, which only look like encodings or run code of their own.
_KNOWN = re.compile(
    r"utf[-_]?8|(us-)?ascii|(iso[-_]?8859[-_]|latin-?|koi8-)\w{1,2}|(cp[-_]?|windows-)\d{3,4}"
    r"|gb2312|gbk|gb18030|big5(-hkscs)?|euc-(jp|kr)|shift[-_]jis|johab|tis-620|mac-?arabic",
    re.IGNORECASE,
)
_ASCII = re.compile(r"utf[-_]?8|(us-)?ascii", re.IGNORECASE)


def codec_of(name: str, path: Path) -> str:
    """Return the codec for what a file calls its encoding; ASCII is read as UTF-8.

    Raises `EncodingError` for a name that is not known.
    """
    if _ASCII.fullmatch(name):
        return "utf-8-sig"
    if _KNOWN.fullmatch(name) and _has_codec(name):
        return name
    raise EncodingError(str(path), f"names an unknown encoding, {name!r}", "save it as UTF-8")


def _has_codec(name: str) -> bool:
    try:
        b"a".decode(name)
    except LookupError:
        return False
    return True
