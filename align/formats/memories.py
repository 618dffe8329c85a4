"""Memories in, whoever made them: units of two languages from any format that holds units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align import registry
from align.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.model import TranslationUnit

__all__ = ["check_memory", "read_memory"]


def check_memory(path: Path) -> None:
    """Raise `UnknownNameError` unless the suffix of ``path`` is that of a memory."""
    suffix, known = path.suffix.lower(), registry.names("memories")
    if suffix not in known:
        fact = f"{suffix!r} is not the suffix of a memory" if suffix else "its name has no suffix"
        raise UnknownNameError(str(path), fact, f"known are {', '.join(known)}")


def read_memory(
    path: Path, langs: tuple[str, str], *, exact: bool = False
) -> Iterator[TranslationUnit]:
    """Return the units of a memory in two languages, read one at a time, in their order.

    The source is what the file says it is, else the first of ``langs``. With ``exact`` every text
    is as it stands in the file, white space included, and may be empty; otherwise texts are
    tidied, and a unit with an empty one raises `MalformedError`, with its line, as broken ones do.
    """
    check_memory(path)
    read = registry.resolve("memories", path.suffix.lower())
    units: Iterator[TranslationUnit] = read(path, langs, exact=exact)
    return units
