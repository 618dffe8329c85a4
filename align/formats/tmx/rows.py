"""Units on their way into a TMX file, with the texts that stand beside them in their document."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from align.model import TranslationUnit

__all__ = ["Neighbours", "Row", "Sources"]

DIGEST = 16  # bytes: two sources of one digest are not to be met


class Row(NamedTuple):
    """A unit, its tidied texts, and the source texts before and after it, where they are known."""

    unit: TranslationUnit
    source: str
    target: str
    before: str = ""
    after: str = ""


class Neighbours:
    """Gives rows the source texts beside them; each is held back until the next has come."""

    def __init__(self) -> None:
        """Start without a row."""
        self._held: Row | None = None

    def next(self, row: Row | None) -> Row | None:
        """Hold a row, or at the end none, and return the one that was held."""
        held, self._held = self._held, row
        if held is None or row is None or not _is_one_text(held.unit, row.unit):
            return held
        self._held = row._replace(before=held.source)
        return held._replace(after=row.source)


def _is_one_text(unit: TranslationUnit, other: TranslationUnit) -> bool:
    if unit.origin is None or other.origin is None:
        return False
    same_document = unit.origin.document == other.origin.document
    return same_document and unit.source_lang == other.source_lang


class Sources:
    """The sources that were met, as digests, so that a million of them fit into memory."""

    def __init__(self) -> None:
        """Start without any."""
        self._met: set[bytes] = set()

    def are_new(self, row: Row) -> bool:
        """Say whether this is the first row of its source, and remember it."""
        text = f"{row.unit.source_lang}\n{row.source}"
        digest = blake2b(text.encode(), digest_size=DIGEST).digest()
        if digest in self._met:
            return False
        self._met.add(digest)
        return True
