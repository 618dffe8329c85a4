"""Which of two texts is in which language, regions of a language counting as that language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.errors import OutputError
from align.formats.markup import check_code
from align.text.codes import OTHER, distance

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["order_of"]


def order_of(langs: tuple[str, str], wanted: tuple[str, str], path: Path) -> tuple[int, int]:
    """Return which of the two texts of a file, 0 and 1, are the source and the target.

    Raises `OutputError` when they are in other languages.
    """
    straight, turned = _farther(langs, wanted), _farther(langs, (wanted[1], wanted[0]))
    if min(straight, turned) == OTHER:
        fact = f"{'-'.join(langs)} does not go with {'-'.join(wanted)}"
        raise OutputError(str(path), fact, "write it to a file of its own")
    for lang in langs:
        check_code(lang, str(path), "XML")
    return (0, 1) if straight <= turned else (1, 0)


def _farther(langs: tuple[str, str], wanted: tuple[str, str]) -> int:
    return max(map(distance, langs, wanted))
