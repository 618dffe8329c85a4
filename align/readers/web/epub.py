"""EPUB: the pages of a book in reading order, each note after the text that refers to it."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from align.errors import LimitError
from align.readers.drafting import Draft
from align.readers.opening import opened, sha256_of
from align.readers.web.book import Book, Page
from align.readers.web.charset import page_text
from align.readers.web.footnotes import BookNotes, home, is_mark, leads_away
from align.readers.web.page import add_text
from align.readers.web.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from align.config import ReadSettings
    from align.model import Document
    from align.readers.web.nodes import Node

__all__ = ["read"]

LARGEST_NOTES = 20_000_000  # bytes of pages of notes that are held in memory while others are read
MOST_ELEMENTS = 400_000  # a long novel has 20,000
CONTENTS = "table of contents"

Link = tuple[str, str]  # a page and a name in it


def read(path: Path, name: str, settings: ReadSettings) -> Document:
    """Read a book; its table of contents is left out, and listed."""
    draft = Draft(name, settings)
    with opened(path, name, settings.max_bytes) as file:
        sha256 = sha256_of(file)
        book = Book(file, name, settings)
        for absent in book.absent:
            draft.note(f"the page {absent} is listed but not in the file")
        _add_pages(draft, book, settings)
    return draft.document("epub", sha256)


def _add_pages(draft: Draft, book: Book, settings: ReadSettings) -> None:
    links, wanted = _links(book, settings)
    held = _held(book, wanted, settings)
    places = {path: _places(root) for path, root in held.items()}
    placed: set[Node] = set()
    for page in book.pages:
        root = held.get(page.path) or _tree(book, page.path, settings)
        targets = {
            href: places.get(path, {}).get(name)
            for href, (path, name) in links.get(page.path, {}).items()
        }
        notes = {href: note for href, to in targets.items() if to and (note := home(to))}
        label = CONTENTS if page.contents else ""
        add_text(draft, root, BookNotes(notes, placed), label=label)


def _links(book: Book, settings: ReadSettings) -> tuple[Mapping[str, dict[str, Link]], set[str]]:
    """Return where the marks of each page lead on later pages, and what those pages are."""
    order = {page.path: at for at, page in enumerate(book.pages)}
    links: dict[str, dict[str, Link]] = defaultdict(dict)
    count = 0
    for page in book.pages:
        nodes = list(_tree(book, page.path, settings).walk())
        count += len(nodes)
        if count > MOST_ELEMENTS:
            fact = f"has more than {MOST_ELEMENTS:,} elements in all its pages"
            raise LimitError(book.name, fact, "cut the book into parts")
        marks = (node.get("href") for node in nodes if is_mark(node) and leads_away(node))
        for href in marks:
            target, name = _target(page, href)
            if name and order.get(target, 0) > order[page.path]:
                links[page.path][href] = target, name
    return links, {path for found in links.values() for path, _ in found.values()}


def _held(book: Book, paths: set[str], settings: ReadSettings) -> dict[str, Node]:
    """Return the trees of pages with notes, as many as there is room for."""
    held, room = {}, LARGEST_NOTES
    for path in sorted(paths):
        room -= book.size(path)
        if room > 0:
            held[path] = _tree(book, path, settings)
    return held


def _tree(book: Book, path: str, settings: ReadSettings) -> Node:
    text = page_text(book.read(path), book.name, settings).text
    root = parse(text, book.name, settings)
    root.attributes.setdefault("lang", book.language)
    return root


def _target(page: Page, href: str) -> Link:
    path, name = urldefrag(href)
    joined = posixpath.join(posixpath.dirname(page.path), unquote(path))
    return posixpath.normpath(joined), name


def _places(root: Node) -> dict[str, Node]:
    return {node.get("id"): node for node in root.walk() if node.get("id")}
