"""A page into a draft: the one function for readers that meet HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.readers.web.flow import Flow, Surroundings
from align.readers.web.footnotes import Notes
from align.readers.web.judging import furniture, unseen
from align.readers.web.pieces import letters_of, without_bare_headings

if TYPE_CHECKING:
    from align.readers.drafting import Draft
    from align.readers.web.footnotes import BookNotes
    from align.readers.web.nodes import Node
    from align.readers.web.pieces import Piece

__all__ = ["add_page", "add_text"]

LEAST_KEPT = 0.3  # share of the letters below which a page without any prose left is kept whole
PROSE = 60  # letters of a paragraph that is certainly text


def add_page(draft: Draft, root: Node) -> None:
    """Add the text of a web page to a draft, and list its furniture."""
    labels = furniture(root)
    pieces = without_bare_headings(Flow(labels, Notes(root, labels)).pieces(root))
    if _almost_nothing(pieces):
        draft.note("the page is nearly all menus and links: everything in it is kept")
        add_text(draft, root)
    else:
        _write(draft, pieces)


def add_text(draft: Draft, root: Node, book: BookNotes | None = None, *, label: str = "") -> None:
    """Add everything that a page shows, menus and all: for books, and on demand.

    With a ``label`` all of it is left out under that name.
    """
    labels = unseen(root)
    flow = Flow(labels, Notes(root, labels, book))
    _write(draft, flow.pieces(root, Surroundings(label=label)))


def _almost_nothing(pieces: list[Piece]) -> bool:
    everything = sum(len("".join(piece.text.split())) for piece in pieces)
    if any(len(piece.text) >= PROSE for piece in pieces if not piece.label):
        return False
    return letters_of(pieces) < LEAST_KEPT * everything


def _write(draft: Draft, pieces: list[Piece]) -> None:
    for piece in pieces:
        if piece.label:
            draft.leave_out(piece.text, piece.label)
        elif piece.table:
            draft.row(piece.text.split("\t"), piece.table, lang=piece.lang)
        else:
            draft.add(piece.kind, piece.text, lang=piece.lang)
