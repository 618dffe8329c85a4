"""Footnotes, endnotes and comments of a Word document, kept until something refers to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from align.readers.word.docx_content import Content
from align.readers.word.docx_names import name_of, value_of
from align.readers.word.docx_text import DocxText
from align.readers.word.flow import Flow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from align.model import BlockKind
    from align.readers.drafting import Draft
    from align.readers.word.docx_content import Context

__all__ = ["Gathered", "NoteReader", "Notes"]

NOTES = {"footnote", "endnote", "comment"}
SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}
LINE = "\n"


class _Text(NamedTuple):
    """A paragraph of a note; with a label, it is left out."""

    text: str
    lang: str | None = None
    label: str = ""


class Gathered:
    """Takes what a flow gives, to be told elsewhere."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.texts: list[_Text] = []

    def add(
        self,
        kind: BlockKind,  # noqa: ARG002 - in a note all are the same
        text: str,
        *,
        lang: str | None = None,
    ) -> None:
        """Take a paragraph."""
        self.texts.append(_Text(text, lang))

    def row(self, cells: Iterable[str], table: int) -> None:  # noqa: ARG002
        """Take the cells of a row as paragraphs."""
        self.texts.extend(_Text(cell) for cell in cells if cell)

    def leave_out(self, text: str, label: str) -> None:
        """Take what is left out."""
        self.texts.append(_Text(text, None, label))

    def __str__(self) -> str:
        return LINE.join(text.text for text in self.texts)


class Notes:
    """Notes by their kind and identifier."""

    def __init__(self) -> None:
        """Begin without any."""
        self._notes: dict[tuple[str, str], Gathered] = {}

    def begin(self, kind: str, key: str) -> Gathered:
        """Return a new note, to be filled."""
        return self._notes.setdefault((kind, key), Gathered())

    def tell(self, kind: str, key: str, flow: Flow, label: str) -> None:
        """Tell a flow the note that is referred to here, once; with a label, it is left out."""
        note = self._notes.pop((kind, key), None)
        if note is None:
            return
        label = label or (kind if kind == "comment" else "")
        if label:
            _leave_out(str(note), label, flow)
            return
        flow.open("note")
        for text, lang, own_label in note.texts:
            if own_label:
                _leave_out(text, own_label, flow)
            else:
                flow.begin()
                flow.write(text, [lang])
                flow.end()
        flow.close()

    def leave_rest(self, draft: Draft) -> None:
        """List the notes that nothing refers to."""
        for (kind, _), note in self._notes.items():
            label = kind if kind == "comment" else f"{kind} that nothing refers to"
            draft.leave_out(str(note), label)
        self._notes.clear()


class NoteReader:
    """Takes the elements of a part that holds notes."""

    def __init__(self, notes: Notes, context: Context) -> None:
        """Begin such a part; the notes found go to ``notes``."""
        self._notes = notes
        self._context = context
        self._flow: Flow | None = None
        self._text: DocxText | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take in the beginning of an element."""
        name = name_of(tag)
        if self._text is not None:
            self._text.start(tag, attributes)
        elif name in NOTES and value_of(attributes, "type") not in SEPARATORS:
            self._flow = Flow(self._notes.begin(name, value_of(attributes, "id")))
            self._text = DocxText(Content(self._flow, self._context))

    def end(self, tag: str) -> None:
        """Take in the end of an element."""
        if self._text is None or self._flow is None:
            return
        if name_of(tag) in NOTES:
            self._flow.finish()
            self._text = self._flow = None
        else:
            self._text.end(tag)

    def data(self, text: str) -> None:
        """Take in characters."""
        if self._text is not None:
            self._text.data(text)


def _leave_out(text: str, label: str, flow: Flow) -> None:
    flow.open("aside", label)
    flow.begin()
    flow.write(text)
    flow.close()
