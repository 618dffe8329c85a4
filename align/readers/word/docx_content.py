"""What a Word document says, and how it is structured, told to a `Flow`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from align.readers.word.docx_covers import COVERS, DELETED, said_by
from align.readers.word.docx_names import value_of
from align.readers.word.docx_runs import Runs
from align.readers.word.docx_signs import SIGNS, Formula, symbol
from align.readers.word.docx_styles import CONTENTS, Form, Given, Look, Styles
from align.readers.word.docx_tables import Tables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from align.config import ReadSettings
    from align.readers.word.docx_notes import Notes
    from align.readers.word.flow import Flow

    Attributes = Mapping[str, str]

__all__ = ["Content", "Context"]

NOTES = {
    "footnoteReference": "footnote",
    "endnoteReference": "endnote",
    "commentReference": "comment",
}
CHANGED = "has tracked changes: read as if all were accepted"
TOLD = {
    **dict.fromkeys(("ins", "del", "moveFrom", "moveTo"), CHANGED),
    "chart": "holds charts, whose text is not read",
    "relIds": "holds diagrams (SmartArt), whose text is not read",
    "OLEObject": "holds embedded objects, whose text is not read",
    "altChunk": "holds embedded documents, which are not read",
}
SYMBOLS = "holds signs of symbol fonts, which have no letter of their own: left out"
FORMULAS = "holds formulas: those that do not read in a row are left out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the parts of one document share; ``note`` takes a sentence for the report."""

    name: str
    settings: ReadSettings
    styles: Styles
    note: Callable[[str], None]


@dataclass(slots=True)
class _Paragraph:
    form: Form = field(default_factory=Form)
    given: Given = field(default_factory=dict)
    plain: Look = field(default_factory=Look)  # of a run without properties
    look: Look = field(default_factory=Look)  # of the run that is open
    continues: bool = False  # the mark of the paragraph before is deleted

    @property
    def style(self) -> str:
        return self.given.get("pStyle", "")


class Content:
    """Takes the elements of a part that are neither properties nor passed over."""

    def __init__(self, flow: Flow, context: Context, notes: Notes | None = None) -> None:
        """Begin a part; ``notes`` are what it may refer to."""
        self._flow = flow
        self._context = context
        self._notes = notes
        self._runs = Runs(flow, context.name, context.settings.max_block)
        self._tables = Tables(flow, self._runs)
        self._paragraphs: list[_Paragraph] = []
        self._goes_on = False  # whether the next paragraph continues the last one
        self._formula: Formula | None = None
        self._begins = self._beginnings()
        self._endings = self._ends()

    def _beginnings(self) -> dict[str, Callable[[Attributes], None]]:
        return {
            "p": self._begin_paragraph,
            "tbl": self._begin_table,
            "gridCol": lambda _: self._tables.add_column(),
            "tr": lambda _: self._tables.begin_row(),
            "tc": lambda _: self._tables.begin_cell(),
            "txbxContent": lambda _: self._flow.open("box"),
            "r": self._begin_run,
            "br": self._break,
            "sym": self._symbol,
            "fldChar": lambda given: self._runs.fields.mark(value_of(given, "fldCharType")),
            "fldSimple": self._begin_simple_field,
            "AlternateContent": lambda _: self._runs.open_alternatives(),
            "m:oMath": self._begin_formula,
        }

    def _ends(self) -> dict[str, Callable[[], None]]:
        return {
            "p": self._end_paragraph,
            "tbl": self._end_table,
            "tr": self._tables.end_row,
            "tc": self._end_cell,
            "txbxContent": self._end_box,
            "fldSimple": lambda: self._runs.fields.mark("end"),
            "AlternateContent": self._runs.close_alternatives,
            "m:oMath": self._end_formula,
        }

    def is_told(self) -> bool:
        """Return whether an alternative to the element that begins had text."""
        return self._runs.is_told()

    def begin(self, name: str, attributes: Attributes) -> None:
        """Take in the beginning of an element."""
        if name in COVERS:
            self._runs.cover(COVERS[name])
        if name in self._begins:
            self._begins[name](attributes)
        elif name in SIGNS:
            self._write(SIGNS[name])
        elif name in NOTES:
            self._refer(NOTES[name], value_of(attributes, "id"))
        elif name in TOLD:
            self._context.note(TOLD[name])
        elif self._formula is not None:
            self._formula.begin(name)

    def end(self, name: str) -> None:
        """Take in the end of an element."""
        if name in self._endings:
            self._endings[name]()
        if name in COVERS:
            self._runs.uncover()

    def settle(self, name: str, given: Given) -> None:
        """Take in the properties of the element that is open."""
        match name:
            case "pPr" if self._paragraphs:
                self._settle_paragraph(self._paragraphs[-1], given)
            case "rPr" if self._paragraphs:
                paragraph = self._paragraphs[-1]
                paragraph.look = self._context.styles.look(given, paragraph.style)
            case "trPr":
                self._tables.settle_row(given)
            case "tcPr":
                self._tables.settle_cell(given)
        self._runs.say_cover(said_by(name, given))

    def write(self, name: str, text: str) -> None:
        """Take in the characters of an element."""
        text = " ".join(text.splitlines()) if "\n" in text else text
        if name == "m:t" and self._formula is not None:
            self._formula.write(text)
        elif name == "t":
            self._write(text)
        elif name == "delText":
            self._write(text, DELETED)
        else:
            self._runs.fields.code(text)

    def _write(self, text: str, label: str = "") -> None:
        if self._paragraphs:
            self._runs.write(text, self._paragraphs[-1].look, label)

    def _begin_paragraph(self, _: Attributes) -> None:
        self._paragraphs.append(_Paragraph(continues=self._goes_on))
        self._runs.grow(1)
        if not self._goes_on:
            self._flow.begin()
        self._goes_on = False

    def _settle_paragraph(self, paragraph: _Paragraph, given: Given) -> None:
        paragraph.given = given
        paragraph.form = self._context.styles.form(given)
        paragraph.plain = paragraph.look = self._context.styles.look({}, paragraph.style)
        if not paragraph.continues:
            self._flow.begin(paragraph.form.kind)

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        self._runs.fields.end_paragraph()
        self._goes_on = not {"del", "moveFrom"}.isdisjoint(paragraph.given)
        if not self._goes_on:
            self._flow.end(CONTENTS if paragraph.form.in_contents else "")
        if not self._flow.depth:
            self._runs.release()

    def _begin_run(self, _: Attributes) -> None:
        if self._paragraphs:
            self._paragraphs[-1].look = self._paragraphs[-1].plain

    def _break(self, attributes: Attributes) -> None:
        """End the line; a page ends the block, and so does a second line end."""
        is_page = value_of(attributes, "type") in {"page", "column"}
        if self._paragraphs and not self._runs.label and (is_page or self._runs.is_second_break()):
            self._flow.begin(self._paragraphs[-1].form.kind)
        else:
            self._write("\n")

    def _symbol(self, attributes: Attributes) -> None:
        sign = symbol(attributes)
        if sign is None:
            self._context.note(SYMBOLS)
        else:
            self._write(sign)

    def _refer(self, kind: str, key: str) -> None:
        if self._notes is not None:
            self._notes.tell(kind, key, self._flow, self._runs.label)

    def _begin_simple_field(self, attributes: Attributes) -> None:
        self._runs.fields.mark("begin")
        self._runs.fields.code(value_of(attributes, "instr"))
        self._runs.fields.mark("separate")

    def _begin_formula(self, _: Attributes) -> None:
        self._formula = Formula()
        self._context.note(FORMULAS)

    def _end_formula(self) -> None:
        if self._formula is not None:
            self._write(self._formula.text, "formula" if self._formula.is_structured else "")
        self._formula = None

    def _begin_table(self, _: Attributes) -> None:
        self._close_deleted_end()
        self._tables.begin()

    def _end_table(self) -> None:
        self._close_deleted_end()
        self._tables.end()
        if not self._flow.depth:
            self._runs.release()

    def _end_cell(self) -> None:
        self._goes_on = False
        self._tables.end_cell()

    def _end_box(self) -> None:
        self._goes_on = False
        self._flow.close()

    def _close_deleted_end(self) -> None:
        """End a paragraph whose mark is deleted, but which no other follows."""
        if self._goes_on:
            self._flow.end()
        self._goes_on = False
