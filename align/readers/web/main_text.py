"""Where on a page its text is: what the page marks as such, or else where the prose stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from align.readers.web.nodes import HEADINGS
from align.readers.web.tables import is_data
from align.readers.web.wording import called, is_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.readers.web.nodes import Node
    from align.readers.web.shapes import Shapes

__all__ = ["Landmarks", "landmarks", "outside"]

SHARE_OF_LARGEST = 0.25  # of the prose of the largest article, which others have at least
SHARE_MARKED = 0.6  # of all prose that is in what is marked as the text, to be believed
SHARE_OF_PROSE = 0.95  # that is in the element taken for the text where none is marked
SHARE_OF_LETTERS = 0.5  # of all letters that are in it, or nothing is taken for it
LABEL = "outside the main text"


class Landmarks(NamedTuple):
    """The elements marked as the text of a page, its titles, and all that hold one of these."""

    marked: list[Node]
    titles: list[Node]
    holders: set[Node]


def landmarks(root: Node, shapes: Shapes) -> Landmarks:
    """Find what the page marks as its text and its title; a title that is a link is the site's."""
    nodes = list(root.walk())
    articles = [node for node in nodes if node.tag == "article" and not called(node)]
    most = max((shapes[node].prose for node in articles), default=0)
    large = [node for node in articles if most and shapes[node].prose >= SHARE_OF_LARGEST * most]
    mains = [node for node in nodes if _is_main(node) and shapes[node].letters]
    titles = [node for node in nodes if _is_title(node, shapes)]
    marked = _believed(large, mains, root, shapes)
    holders = {each for node in (*large, *mains, *titles) for each in (node, *node.ancestors())}
    return Landmarks(marked, titles, holders)


def outside(
    root: Node, labels: dict[Node, str], found: Landmarks, shapes: Shapes
) -> dict[Node, str]:
    """Return labels for what stands neither in the text of the page nor between title and text.

    ``labels`` are those given before. Where the page does not mark its text, prose and tables are
    never outside.
    """
    region = _common(found.marked) if found.marked else _region(root, labels, shapes)
    if region is None or region is root:
        return {}
    order = {node: at for at, node in enumerate(root.walk())}
    titles = found.titles or _headings(labels, order, region)
    before = [order[node] for node in titles if order[node] < order[region]]
    first = max(before, default=order[region])
    kept = {region, *region.ancestors(), *(each for node in titles for each in _line(node))}
    strangers = (
        node
        for holder in kept - {region}
        if holder not in labels and not _within(holder, region)
        for node in holder.nodes
        if not (node in kept or node in labels or node.tag == "head")
        if not first <= order[node] < order[region]
    )
    if not found.marked:
        strangers = (each for node in strangers for each in _without_text(node, labels, shapes))
    return dict.fromkeys(strangers, LABEL)


def _headings(labels: dict[Node, str], order: dict[Node, int], region: Node) -> list[Node]:
    """Return the last heading of the second rank before the text, which may serve as its title."""
    fitting = [
        node
        for node in order
        if node.tag == "h2"
        and order[node] < order[region]
        and labels.keys().isdisjoint(_line(node))
    ]
    return fitting[-1:]


def _without_text(node: Node, labels: dict[Node, str], shapes: Shapes) -> Iterator[Node]:
    """Yield what in an element may be left out on no other ground than its place.

    Headings stay: if nothing under them does, they go with what was under them.
    """
    inside = list(_open(node, labels))
    known = (child for each in inside for child in each.nodes if child in labels)
    prose = shapes[node].prose - sum(shapes[each].prose for each in known)
    if prose or any(each.tag == "table" and is_data(each) for each in inside):
        return
    if not any(each.tag in HEADINGS for each in inside):
        yield node
        return
    for child in node.nodes:
        if child not in labels:
            yield from _without_text(child, labels, shapes)


def _is_main(node: Node) -> bool:
    return node.tag == "main" or node.get("role") == "main" or node.get("itemprop") == "articleBody"


def _is_title(node: Node, shapes: Shapes) -> bool:
    if not shapes[node].letters or shapes[node].link_density > 1 / 2:
        return False
    return node.tag == "h1" or (node.tag in {"h2", "h3"} and is_title(node))


def _believed(articles: list[Node], mains: list[Node], root: Node, shapes: Shapes) -> list[Node]:
    """Return the elements marked as the text that do hold most of the prose."""
    for nodes in (articles, mains):
        outer = [node for node in nodes if not any(each in nodes for each in node.ancestors())]
        if sum(shapes[node].prose for node in outer) > SHARE_MARKED * shapes[root].prose:
            return outer
    return []


def _common(nodes: list[Node]) -> Node | None:
    """Return the smallest element that all these are in."""
    lines = [list(_line(node))[::-1] for node in nodes]
    shared = None
    for level in zip(*lines, strict=False):
        if len(set(level)) > 1:
            break
        shared = level[0]
    return shared


def _region(root: Node, labels: dict[Node, str], shapes: Shapes) -> Node | None:
    """Return the smallest element that holds almost all prose that is no furniture."""
    taken = _taken(labels, shapes, "prose"), _taken(labels, shapes, "letters")
    prose = {node: shapes[node].prose - taken[0].get(node, 0) for node in _open(root, labels)}
    if prose.get(root, 0) <= 0:
        return None
    region = root
    while inner := _next(region, prose, SHARE_OF_PROSE * prose[root]):
        region = inner
    letters = [shapes[node].letters - taken[1].get(node, 0) for node in (region, root)]
    return region if letters[0] >= SHARE_OF_LETTERS * letters[1] else None


def _next(node: Node, prose: dict[Node, int], least: float) -> Node | None:
    """Return the element in this one that holds so much prose, if it holds paragraphs."""
    found = next((child for child in node.nodes if prose.get(child, 0) >= least), None)
    blocks = any(child.is_block for child in found.nodes) if found else False
    return found if blocks or (found and found.nodes and _next(found, prose, least)) else None


def _open(root: Node, labels: dict[Node, str]) -> Iterator[Node]:
    """Yield the elements that are neither labelled nor in one that is."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node not in labels:
            yield node
            waiting.extend(node.nodes)


def _taken(labels: Iterable[Node], shapes: Shapes, what: str) -> dict[Node, int]:
    """Return how much of each element is in labelled ones."""
    taken: dict[Node, int] = {}
    for labelled in labels:
        for node in labelled.ancestors():
            taken[node] = taken.get(node, 0) + getattr(shapes[labelled], what)
    return taken


def _line(node: Node) -> Iterator[Node]:
    yield node
    yield from node.ancestors()


def _within(node: Node, region: Node) -> bool:
    return any(each is region for each in node.ancestors())
