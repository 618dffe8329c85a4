"""The fields of a Word document: codes that nobody sees, and the results that stand for them."""

from __future__ import annotations

from dataclasses import dataclass

from align.readers.word.docx_styles import CONTENTS

__all__ = ["Fields"]

LONGEST = 100  # characters of a code that are looked at; its name comes first
MOST = 1000  # fields inside one another that are remembered
CODE = "field code"
# Fields whose results repeat what stands elsewhere.
_LISTS = {"TOC": CONTENTS, "INDEX": "index", "TOA": "table of authorities"}


@dataclass(slots=True)
class _Field:
    code: str = ""
    has_result: bool = False


class Fields:
    """Those that are open, around one another; a result may go on over many paragraphs."""

    def __init__(self) -> None:
        """Begin outside of any field."""
        self._open: list[_Field] = []

    @property
    def label(self) -> str:
        """What text is here if it is no writing of the document."""
        if any(not field.has_result for field in self._open):
            return CODE
        names = (field.code.split(maxsplit=1)[0].upper() for field in self._open if field.code)
        return next((_LISTS[name] for name in names if name in _LISTS), "")

    def mark(self, kind: str) -> None:
        """Take in a mark: ``begin``, ``separate`` between code and result, or ``end``."""
        if kind == "begin" and len(self._open) < MOST:
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].has_result = True
        elif kind == "end" and self._open:
            self._open.pop()

    def code(self, text: str) -> None:
        """Take in a piece of the code of the innermost field."""
        if self._open:
            field = self._open[-1]
            field.code = (field.code + text).lstrip()[:LONGEST]

    def end_paragraph(self) -> None:
        """Close fields without a result: codes end in their paragraph, or are damaged."""
        self._open = [field for field in self._open if field.has_result]
