"""How the text of each element is made up: letters, links, and prose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.readers.web.nodes import Node

__all__ = ["Shape", "Shapes", "measured"]

SHORTEST_PROSE = 60  # letters of a paragraph: about a dozen words
MOST_LINKED = 0.4  # share of them that may be in links


@dataclass(slots=True)
class Shape:
    """What is in an element: counts of letters, those in links, links, and letters of prose.

    ``run`` and ``run_linked`` are of the text that goes on in the paragraph around it.
    """

    letters: int = 0
    linked: int = 0
    links: int = 0
    prose: int = 0
    run: int = 0
    run_linked: int = 0

    @property
    def link_density(self) -> float:
        """The share of the letters that are in links."""
        return self.linked / max(1, self.letters)


Shapes = dict["Node", Shape]


def measured(root: Node) -> Shapes:
    """Return the shape of every element."""
    shapes: Shapes = {}
    for node in reversed(list(root.walk())):
        shapes[node] = _shape(node, shapes)
    return shapes


def _shape(node: Node, shapes: Shapes) -> Shape:
    shape = Shape()
    for child in node.children:
        if isinstance(child, str):
            count = len("".join(child.split()))
            shape.letters += count
            shape.run += count
            continue
        inner = shapes[child]
        if child.is_block:
            _end_run(shape)
        _add(shape, inner)
    if node.is_block:
        _end_run(shape)
    if node.tag == "a" and node.get("href"):
        shape.linked, shape.run_linked = shape.letters, shape.run
        shape.links = int(shape.letters > 0)
    return shape


def _add(shape: Shape, inner: Shape) -> None:
    shape.letters += inner.letters
    shape.linked += inner.linked
    shape.links += inner.links
    shape.prose += inner.prose
    shape.run += inner.run
    shape.run_linked += inner.run_linked


def _end_run(shape: Shape) -> None:
    if shape.run >= SHORTEST_PROSE and shape.run_linked < MOST_LINKED * shape.run:
        shape.prose += shape.run
    shape.run = shape.run_linked = 0
