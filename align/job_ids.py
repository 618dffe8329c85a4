"""Ids of jobs: file names that every system takes, no two alike."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["legal_id", "unique_id"]

RESERVED_IDS = frozenset(
    {"memory", "doubtful", "report", "segmentation", "unaligned", "removed", "failed", "run"}
)
DEVICE_NAMES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # reserved by Windows
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]')
LONGEST_ID = 120  # bytes in UTF-8, room for a suffix within the 255 of every file system


def legal_id(name: str) -> str:
    r"""Return ``name`` as a file name that every system takes, folders joined by two underscores.

    >>> legal_id("-a/b\nc")
    '_a__b_c'
    """
    flat = FORBIDDEN.sub("_", name.replace("/", "__")).strip(" ").rstrip(".")
    if not flat or flat[0] in ".-~":
        flat = "_" + flat[1:]
    if DEVICE_NAMES.fullmatch(flat):  # whatever follows a dot is no part of a device's name
        flat = "_" + flat
    if flat.lower() in RESERVED_IDS:
        flat += "_"
    return _shortened(flat, LONGEST_ID)


def unique_id(name: str, taken: set[str]) -> str:
    """Return ``name``, with ``~2``, ``~3`` … if it is in ``taken``, and add it there.

    Names that differ only in case, or in how an accent is written, are one on some systems.
    """
    candidate, number = name, 1
    while _folded(candidate) in taken:
        number += 1
        candidate = f"{_shortened(name, LONGEST_ID - len(str(number)) - 1)}~{number}"
    taken.add(_folded(candidate))
    return candidate


def _shortened(name: str, size: int) -> str:
    return name.encode()[:size].decode(errors="ignore").rstrip(" .")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
