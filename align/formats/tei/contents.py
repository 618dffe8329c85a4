"""What the header of a TEI file tells of its contents."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from align.text.tidy import tidy

if TYPE_CHECKING:
    from align.formats.tei.text import Text

__all__ = ["Contents"]

MOST_NAMED = 10  # documents that a title can bear


@dataclass(slots=True)
class Contents:
    """Both texts, which count their segments and files, and the links and documents so far."""

    texts: tuple[Text, Text]
    links: int = 0
    _documents: dict[str, None] = field(default_factory=dict)  # a set that keeps its order

    def add_document(self, name: str) -> None:
        """Remember the name of a document, if a title has room for it."""
        if len(self._documents) <= MOST_NAMED:
            self._documents[tidy(name)] = None

    @property
    def title(self) -> str:
        """The documents' names, as far as they fit in a line."""
        named = list(filter(None, self._documents))
        more = " and others" if len(named) > MOST_NAMED else ""
        return (", ".join(named[:MOST_NAMED]) or "Translation memory") + more
