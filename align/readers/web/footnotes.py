"""Footnotes of a page: the marks in the text, and the notes they lead to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from align.readers.web.nodes import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from align.readers.web.nodes import Node

__all__ = ["BookNotes", "Notes", "home", "is_mark", "is_note", "leads_away"]

LONGEST_NOTE = 5_000  # letters; what a mark leads to beyond that is a part of the text
_NOTES = frozenset({"footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"})
_REFERENCES = frozenset({"noteref", "doc-noteref"})
_BACK = frozenset({"backlink", "doc-backlink"})
_MARK = re.compile(r"[\[(]?\s*(?:[0-9\u0660-\u0669\u06f0-\u06f9]{1,3}|[a-z]|[*†‡§^↑↩]+)\s*[\])]?")


def is_note(node: Node) -> bool:
    """Say whether an element is marked as a footnote."""
    return not _NOTES.isdisjoint(_kinds(node))


def is_mark(node: Node) -> bool:
    """Say whether an element is a mark that leads to a note, or from a note back to the text."""
    if node.tag != "a" or not node.get("href"):
        return False
    kinds = _kinds(node)
    if not _REFERENCES.isdisjoint(kinds) or not _BACK.isdisjoint(kinds):
        return True
    return "#" in node.get("href") and bool(_MARK.fullmatch(node.text().strip()))


class BookNotes(NamedTuple):
    """Notes on other pages of a book, by the ``href`` that leads there, and those placed so far."""

    by_href: Mapping[str, Node]
    placed: set[Node]


class Notes:
    """The notes of a page, each by the mark that leads to it first.

    ``placed`` are those that come after the text that refers to them, not where they stand.
    """

    def __init__(
        self, root: Node, labels: Mapping[Node, str], book: BookNotes | None = None
    ) -> None:
        """Find the marks of a page, and what they lead to; lists of references are left alone."""
        order = {node: at for at, node in enumerate(root.walk())}
        self._notes: dict[Node, Node] = {}
        self.placed: set[Node] = set() if book is None else book.placed
        targets = _targets(order)
        for mark in filter(is_mark, order):
            href = mark.get("href")
            target = targets.get(href[1:]) if href.startswith("#") else None
            note = home(target) if target is not None else None
            if note is not None and (order.get(note, 0) < order[mark] or _listed(note, labels)):
                continue
            if note is None and book is not None:
                note = book.by_href.get(href)
            if note is not None and note not in self.placed:
                self._notes[mark] = note
                self.placed.add(note)

    def of(self, mark: Node) -> Node | None:
        """Return the note that comes after the block with this mark."""
        return self._notes.get(mark)


def leads_away(mark: Node) -> bool:
    """Say whether a mark certainly leads to a note, wherever that is: it says so, or is raised."""
    raised = any(each.tag == "sup" for each in (*mark.ancestors(), *mark.walk()))
    return raised or not _REFERENCES.isdisjoint(_kinds(mark))


def _targets(nodes: Iterable[Node]) -> dict[str, Node]:
    """Return what links can lead to, by name."""
    names = ((node.get("id") or node.get("name") * (node.tag == "a"), node) for node in nodes)
    return {name: node for name, node in names if name}


def _listed(note: Node, labels: Mapping[Node, str]) -> bool:
    return any(labels.get(node) == "references" for node in (note, *note.ancestors()))


def home(target: Node) -> Node | None:
    """Return the note that a mark's target begins or is; None if that is no short text."""
    line = (target, *target.ancestors())
    note = next((node for node in line if node.is_block), target)
    if note.tag in {"body", "html", "td", "main", "section"} and not is_note(note):
        return None
    if any(node.tag in HEADINGS for node in note.walk()) or len(note.text()) > LONGEST_NOTE:
        return None
    return note


def _kinds(node: Node) -> set[str]:
    return {*node.get("epub:type").split(), *node.get("role").split()}
