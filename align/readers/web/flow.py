"""A page walked from its beginning to its end: the paragraphs, rows and notes it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from align.readers.web.breaks import collapsed, paragraphs
from align.readers.web.footnotes import Notes, is_mark, is_note
from align.readers.web.nodes import HEADINGS
from align.readers.web.pieces import Piece
from align.readers.web.tables import is_data, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from align.model import BlockKind
    from align.readers.web.nodes import Node

__all__ = ["Flow", "Surroundings"]

MARK = "footnote mark"
RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "azb", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(HEADINGS, "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("figcaption", "caption", "legend"), "caption"),
    "blockquote": "quote",
}


# Words of a menu that no space keeps apart but the way it is shown.
_APART = frozenset({"a", "button", "input", "label", "option", "select", "span"})


class Surroundings(NamedTuple):
    """What the elements around a text make of it."""

    kind: BlockKind = "paragraph"
    lang: str | None = None
    label: str = ""
    level: int = 0
    verbatim: bool = False


class Flow:
    """Walks a tree, without recursion however deep it is, and gathers pieces."""

    def __init__(self, labels: Mapping[Node, str], notes: Notes) -> None:
        """Make a flow that leaves out the elements with labels."""
        self._labels = labels
        self._notes = notes
        self._tables = 0
        self._pieces: list[Piece] = []
        self._run: list[str] = []
        self._after: list[Piece] = []

    def pieces(self, root: Node, around: Surroundings = Surroundings()) -> list[Piece]:  # noqa: B008 - immutable
        """Return what an element shows, in order; what is left out with its label."""
        kept, self._pieces = self._pieces, []
        waiting: list[tuple[Node | str | None, Surroundings]] = [(root, around)]
        while waiting:
            item, around = waiting.pop()
            if item is None:
                self._end(around)
            elif isinstance(item, str):
                self._run.append(item if around.verbatim else collapsed(item))
            elif item is root or item not in self._notes.placed:
                waiting.extend(reversed(list(self._entered(item, around))))
        found, self._pieces = self._pieces, kept
        return found

    def _entered(
        self, node: Node, around: Surroundings
    ) -> Iterator[tuple[Node | str | None, Surroundings]]:
        """Yield what is to be walked for an element, None where a paragraph ends."""
        inner = self._surroundings(node, around)
        if node.tag == "br":
            self._run.append("\n")
        elif not inner.label and is_mark(node):
            self._mark(node, inner)
        elif inner.label and not around.label and _is_inline(node):
            self._after.append(_piece(collapsed(" ".join(node.texts())), inner))
        elif node.tag == "table" and not inner.label and is_data(node):
            self._end(around)
            self._table(node, inner)
        elif node.is_block or node.tag == "hr":
            self._end(around)
            yield from ((child, inner) for child in node.children)
            yield None, inner
        else:
            apart = " " if inner.label and node.tag in _APART else ""
            self._run.append(apart)
            yield from ((child, inner) for child in node.children)
            yield apart, inner

    def _surroundings(self, node: Node, around: Surroundings) -> Surroundings:
        kind = "footnote" if is_note(node) else _KINDS.get(node.tag, around.kind)
        kind = "heading" if node.get("role") == "heading" else kind
        return Surroundings(
            kind="footnote" if around.kind == "footnote" else kind,
            lang=_lang(node, around.lang),
            label=around.label or self._own_label(node),
            level=HEADINGS.index(node.tag) + 1 if node.tag in HEADINGS else around.level,
            verbatim=around.verbatim or node.tag in {"pre", "textarea"},
        )

    def _own_label(self, node: Node) -> str:
        placed = node in self._notes.placed  # wherever it stands, by its mark it is text
        return "" if placed else self._labels.get(node, "") or _code(node)

    def _end(self, around: Surroundings) -> None:
        """End the paragraph; what its marks lead to comes after it."""
        text, self._run = "".join(self._run), []
        shown = paragraphs(text, verbatim=around.verbatim)
        self._pieces += (_piece(paragraph, around) for paragraph in shown)
        self._pieces += self._after
        self._after = []

    def _mark(self, node: Node, around: Surroundings) -> None:
        """Leave a mark of a note out, and set the note after the paragraph."""
        self._after.append(_piece(collapsed(node.text()), around._replace(label=MARK)))
        note = self._notes.of(node)
        if note is not None:
            run, after, self._run, self._after = self._run, self._after, [], []
            found = self.pieces(note, Surroundings(kind="footnote", lang=around.lang))
            self._run, self._after = run, [*after, *found]

    def _table(self, table: Node, around: Surroundings) -> None:
        self._tables += 1
        number = self._tables
        for caption in table.nodes:
            if caption.tag == "caption":
                self._pieces += self.pieces(caption, around)
        for row in rows(table):
            cells = [self.pieces(cell, around) if cell else [] for cell in row]
            kept = ["\n".join(piece.text for piece in cell if not piece.label) for cell in cells]
            langs = {piece.lang for cell in cells for piece in cell if not piece.label}
            self._pieces.append(
                Piece(
                    kind="cell",
                    text="\t".join(text.replace("\t", " ") for text in kept),
                    lang=langs.pop() if len(langs) == 1 else None,
                    table=number,
                )
            )
            self._pieces += (piece for cell in cells for piece in cell if piece.label)


def _piece(text: str, around: Surroundings) -> Piece:
    level = around.level if around.kind == "heading" else 0
    return Piece(kind=around.kind, text=text, lang=around.lang, label=around.label, level=level)


def _is_inline(node: Node) -> bool:
    return not any(each.is_block for each in node.walk())


def _lang(node: Node, around: str | None) -> str | None:
    """Return the language of an element; one that its direction contradicts is none."""
    lang = node.get("lang").strip() or around
    main = (lang or "").partition("-")[0].lower()
    ways = {"rtl": main in RIGHT_TO_LEFT, "ltr": main not in RIGHT_TO_LEFT}
    return lang if ways.get(node.get("dir").lower(), True) else None


def _code(node: Node) -> str:
    """Label blocks of program code; what else is set off as it was typed is text."""
    if node.tag != "pre":
        return ""
    return "code" if [child.tag for child in node.nodes] == ["code"] else ""
