"""The tree of a page: elements and the text between them, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["BLOCKS", "HEADINGS", "Node"]

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Elements that begin and end a paragraph; see "Rendering" in the HTML standard.
_BLOCKS = """
    address article aside blockquote body caption center col colgroup dd details dialog dir div
    dl dt fieldset figcaption figure footer form frameset head header hgroup hr html legend li main
    menu nav noframes noscript ol optgroup option p pre search section summary table tbody td tfoot
    th thead title tr ul
"""
BLOCKS = frozenset(_BLOCKS.split()).union(HEADINGS)


class Node:
    """An element: its local name, its attributes, its parent and what it holds, in order."""

    __slots__ = ("attributes", "children", "parent", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], parent: Node | None) -> None:
        """Make an element that holds nothing yet."""
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[Node | str] = []

    def get(self, name: str) -> str:
        """Return an attribute, or nothing."""
        return self.attributes.get(name, "")

    @property
    def is_block(self) -> bool:
        """Whether the element begins and ends a paragraph."""
        return self.tag in BLOCKS

    @property
    def nodes(self) -> list[Node]:
        """The elements directly in this one."""
        return [child for child in self.children if isinstance(child, Node)]

    def walk(self) -> Iterator[Node]:
        """Yield this element and all in it, in the order of the page."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.nodes))

    def ancestors(self) -> Iterator[Node]:
        """Yield the elements this one is in, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def text(self) -> str:
        """Return all text in the element as it stands in the page."""
        return "".join(self.texts())

    def texts(self) -> Iterator[str]:
        """Yield the pieces of text in the element, in order."""
        waiting: list[Node | str] = [self]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                yield item
            else:
                waiting.extend(reversed(item.children))
