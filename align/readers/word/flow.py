"""What a word processor's file tells, one thing after the other, put into reading order.

Such files hold paragraphs inside paragraphs: a footnote, a text box or a comment stands where its
anchor is. Here they wait until the paragraph around them ends. Tables become rows.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from align.text.scripts import letters_of, script_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from align.model import BlockKind

__all__ = ["Flow", "Role", "Taker"]

# What is inside one another: a note, a text box, something left out; tables, rows and cells.
Role = Literal["body", "note", "box", "aside", "table", "row", "cell"]
TABLES = ("table", "row", "cell")
LINE = "\n"


class Taker(Protocol):
    """Takes what a flow gives: a draft, or what keeps a note until it is referred to."""

    def add(self, kind: BlockKind, text: str, *, lang: str | None = None) -> None:
        """Take a block."""

    def row(self, cells: Iterable[str], table: int) -> None:
        """Take a row of a table."""

    def leave_out(self, text: str, label: str) -> None:
        """Take what is no writing of the document."""


@dataclass(slots=True, kw_only=True)
class _Entry:
    """A block to be, a row if it has cells, or something left out if it has a label."""

    text: str = ""
    kind: BlockKind = "paragraph"
    lang: str | None = None
    label: str = ""
    cells: tuple[str, ...] = ()
    table: int = 0

    def __str__(self) -> str:
        return LINE.join(filter(None, self.cells)) if self.cells else self.text


@dataclass(slots=True)
class _Paragraph:
    kind: BlockKind
    pieces: list[str] = field(default_factory=list)
    langs: Counter[str] = field(default_factory=Counter)  # characters said to be in a language
    waiting: list[_Entry] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)  # what is being left out, piece by piece

    def leave_out(self, text: str, label: str) -> None:
        """Add to what is left out here: one word is often told in several pieces."""
        last = self.waiting[-1] if self.hidden else None
        if last is None or last.label != label:
            self.settle()
            self.waiting.append(_Entry(label=label))
        self.hidden.append(text)

    def settle(self) -> None:
        """End what was left out."""
        if self.hidden:
            self.waiting[-1].text = "".join(self.hidden)
            self.hidden.clear()


@dataclass(slots=True)
class _Level:
    """What is open, from the body inwards, and what it holds already."""

    role: Role
    label: str = ""
    table: int = 0  # the number of the table
    tables: int = 0  # that are open up to here, from the note or text box they are in
    entries: list[_Entry] = field(default_factory=list)
    cells: list[Sequence[_Entry]] = field(default_factory=list)
    paragraph: _Paragraph | None = None


class Flow:
    """Takes paragraphs, tables and notes as they come, and gives them to a draft in order."""

    def __init__(self, draft: Taker) -> None:
        """Begin with the body of the document open."""
        self._draft = draft
        self._levels = [_Level("body")]
        self._tables = 0

    @property
    def role(self) -> Role:
        """What is open innermost."""
        return self._levels[-1].role

    @property
    def in_paragraph(self) -> bool:
        """Whether a paragraph is open there."""
        return self._levels[-1].paragraph is not None

    @property
    def depth(self) -> int:
        """How many levels are open around the body."""
        return len(self._levels) - 1

    @property
    def tables(self) -> int:
        """How many tables are open there, not counting those around a note or text box."""
        return self._levels[-1].tables

    def begin(self, kind: BlockKind = "paragraph") -> None:
        """Begin a paragraph, after the end of one that is still open here."""
        self.end()
        self._levels[-1].paragraph = _Paragraph(kind)

    def write(self, text: str, langs: Iterable[str | None] = ()) -> None:
        """Add text to the open paragraph; ``langs`` are those the file says it may be in."""
        paragraph = self._levels[-1].paragraph
        if paragraph is not None:
            paragraph.settle()
            paragraph.pieces.append(text)
            paragraph.langs.update({lang: len(text) for lang in langs if lang})

    def leave_out(self, text: str, label: str) -> None:
        """List text of the open paragraph that is no writing of the document."""
        paragraph = self._levels[-1].paragraph
        if paragraph is not None:
            paragraph.leave_out(text, label)

    def end(self, label: str = "") -> None:
        """End the open paragraph, if there is one; with a label, it is left out."""
        level = self._levels[-1]
        paragraph, level.paragraph = level.paragraph, None
        if paragraph is None:
            return
        paragraph.settle()
        text = "".join(paragraph.pieces).strip()
        if text:
            lang = _lang(text, paragraph.langs)
            self._put([_Entry(text=text, kind=paragraph.kind, lang=lang, label=label)])
        self._put(paragraph.waiting)

    def open(self, role: Role, label: str = "") -> None:
        """Open what can hold paragraphs of its own; ``label`` says what is left out as a whole."""
        around = self._levels[-1]
        self._tables += role == "table"
        number = self._tables if role == "table" else around.table
        tables = around.tables + (role == "table") if role in TABLES else 0
        self._levels.append(_Level(role, label, number, tables))

    def close(self) -> None:
        """Close what was opened last, with the paragraph in it."""
        self.end()
        level = self._levels.pop()
        closing: dict[Role, Callable[[_Level], None]] = {
            "note": self._close_note,
            "aside": self._close_aside,
            "row": self._close_row,
            "cell": self._close_cell,
        }
        if level.role in closing:
            closing[level.role](level)
        else:
            self._put(level.entries)

    def finish(self) -> None:
        """Close everything that is open still."""
        while self.depth:
            self.close()
        self.end()

    def _put(self, entries: Iterable[_Entry]) -> None:
        level = self._levels[-1]
        if level.paragraph is not None:
            level.paragraph.settle()
            level.paragraph.waiting.extend(entries)
        elif self.depth:
            level.entries.extend(entries)
        else:
            for entry in entries:
                self._give(entry)

    def _give(self, entry: _Entry) -> None:
        if entry.label:
            self._draft.leave_out(entry.text, entry.label)
        elif entry.cells:
            self._draft.row(entry.cells, entry.table)
        else:
            self._draft.add(entry.kind, entry.text, lang=entry.lang)

    def _close_note(self, note: _Level) -> None:
        for entry in note.entries:
            entry.kind = "footnote"
        self._put(note.entries)

    def _close_aside(self, aside: _Level) -> None:
        text = LINE.join(map(str, aside.entries))
        if text:
            self._put([_Entry(text=text, label=aside.label)])

    def _close_cell(self, cell: _Level) -> None:
        if self.role == "row":
            self._levels[-1].cells.append(cell.entries or ())
        else:
            self._put(cell.entries)

    def _close_row(self, row: _Level) -> None:
        """Make one entry of the cells; but a table that fills its row alone keeps its own rows."""
        left_out = [entry for cell in row.cells for entry in cell if entry.label] + row.entries
        cells = [tuple(entry for entry in cell if not entry.label) for cell in row.cells]
        filled = [cell for cell in cells if cell]
        if len(filled) == 1 and any(entry.cells for entry in filled[0]):
            self._put([*(entry for cell in row.cells for entry in cell), *row.entries])
        elif filled:
            texts = tuple(LINE.join(map(str, cell)) for cell in cells)
            self._put([_Entry(kind="cell", cells=texts, table=row.table), *left_out])
        else:
            self._put(left_out)


def _lang(text: str, langs: Counter[str]) -> str | None:
    """Return the language most of a paragraph is said to be in, of those in its script."""
    most = sum(map(str.isalpha, text)) / 2 if langs else 0
    said = (lang for lang, _ in langs.most_common())
    return next((lang for lang in said if letters_of(text, script_of(lang)) > most), None)
