"""What the runs of a Word document say: writing of the document, or something left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.errors import LimitError
from align.readers.word.docx_covers import HIDDEN
from align.readers.word.docx_fields import Fields

if TYPE_CHECKING:
    from align.readers.word.docx_styles import Look
    from align.readers.word.flow import Flow

__all__ = ["Runs"]


class Runs:
    """Writes text to a flow, or leaves it out if something around it says so."""

    def __init__(self, flow: Flow, name: str, max_block: int) -> None:
        """Begin where nothing is around the text; ``name`` is what messages call the document."""
        self.fields = Fields()
        self._flow = flow
        self._name = name
        self._max_block = max_block
        self._size = 0
        self._covers: list[str] = []
        self._alternatives: list[bool] = []  # whether one of them was read
        self._last = ""

    @property
    def label(self) -> str:
        """What text is here, if it is no writing of the document."""
        return next(filter(None, self._covers), "") or self.fields.label

    def write(self, text: str, look: Look, label: str = "") -> None:
        """Write some text of a run; with a label it is left out."""
        self.grow(len(text))
        if self._alternatives and text.strip():
            self._alternatives = [True] * len(self._alternatives)
        label = self.label or label or (HIDDEN if look.hidden else "")
        if label:
            self._flow.leave_out(text, label)
            return
        self._flow.write(text, look.langs)
        self._last = text or self._last

    def is_second_break(self) -> bool:
        """Return whether a line break was the last that was written here."""
        return self._last == "\n"

    def cover(self, label: str = "") -> None:
        """Enter an element; with a label, what is in it is left out."""
        self._covers.append(label)

    def say_cover(self, label: str) -> None:
        """Say of the innermost element entered that what is in it is left out."""
        if self._covers and label:
            self._covers[-1] = label

    def uncover(self) -> None:
        """Leave the innermost element entered."""
        self._covers.pop()

    def open_alternatives(self) -> None:
        """Enter an element whose children say the same for different programs."""
        self._alternatives.append(False)

    def close_alternatives(self) -> None:
        """Leave that element."""
        self._alternatives.pop()

    def is_told(self) -> bool:
        """Return whether an alternative before this one had text."""
        return bool(self._alternatives) and self._alternatives[-1]

    def grow(self, size: int) -> None:
        """Count what is held until its paragraph or row ends; raises `LimitError`."""
        self._size += size
        if self._size > self._max_block:
            fact = f"has a paragraph or row of more than {self._max_block:,} characters"
            raise LimitError(self._name, fact, "raise it with --set read.max_block=N")

    def release(self) -> None:
        """Begin to count anew: nothing is held any more."""
        self._size = 0
        self._last = ""
