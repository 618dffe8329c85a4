"""The elements of a part of a Word document as the parser comes to them: text, or properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.readers.word.docx_names import name_of
from align.readers.word.docx_styles import Given, take_property

if TYPE_CHECKING:
    from collections.abc import Mapping

    from align.readers.word.docx_content import Content

__all__ = ["DocxText"]

PROPERTIES = {"pPr", "rPr", "sdtPr", "trPr", "tcPr"}
SKIPPED = {"sectPr", "ffData", "tblPr", "tblPrEx", "sdtEndPr"}
CHARACTERS = {"t", "delText", "instrText", "delInstrText", "m:t"}
ALTERNATIVES = {"Choice", "Fallback"}


def _is_skipped(name: str) -> bool:
    """Return whether an element is passed over: settings, or what was there before a change."""
    return name in SKIPPED or name.endswith("Change")


class DocxText:
    """Gathers properties and characters, and passes over what is neither."""

    def __init__(self, content: Content) -> None:
        """Begin a part, whose content is to be told to ``content``."""
        self._content = content
        self._skipped = 0  # elements open in what is passed over
        self._given: Given | None = None  # by the properties that are open
        self._inside = 0  # elements open in these properties
        self._characters: list[str] | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take in the beginning of an element."""
        name = name_of(tag)
        if self._skipped or _is_skipped(name) or self._is_told(name):
            self._skipped += 1
        elif self._given is not None:
            self._inside += 1
            take_property(self._given, name, attributes)
        elif name in PROPERTIES:
            self._given, self._inside = {}, 0
        elif name in CHARACTERS:
            self._characters = []
        else:
            self._content.begin(name, attributes)

    def end(self, tag: str) -> None:
        """Take in the end of an element."""
        name = name_of(tag)
        if self._skipped:
            self._skipped -= 1
        elif self._given is not None:
            self._end_property(name, self._given)
        elif name in CHARACTERS:
            characters, self._characters = self._characters or [], None
            self._content.write(name, "".join(characters))
        else:
            self._content.end(name)

    def data(self, text: str) -> None:
        """Take in characters."""
        if self._characters is not None and not self._skipped:
            self._characters.append(text)

    def _is_told(self, name: str) -> bool:
        """Return whether an element says again what an alternative to it said."""
        return name in ALTERNATIVES and self._content.is_told()

    def _end_property(self, name: str, given: Given) -> None:
        if self._inside:
            self._inside -= 1
        else:
            self._given = None
            self._content.settle(name, given)
