"""Which elements of a page are furniture, by structure: tags, roles, classes, links, likeness."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from align.readers.furniture.phrases import folded, said
from align.readers.web.footnotes import is_note
from align.readers.web.main_text import Landmarks, landmarks, outside
from align.readers.web.nodes import HEADINGS
from align.readers.web.shapes import Shape, Shapes, measured
from align.readers.web.tables import is_data
from align.readers.web.wording import called, is_on_demand

if TYPE_CHECKING:
    from align.readers.web.nodes import Node

__all__ = ["HIDDEN", "furniture", "unseen"]

HIDDEN = "hidden"
MOST_OF_PAGE = 0.5  # share of the prose above which nothing is furniture by its name
HIDDEN_TEXT = 200  # letters of prose that a tab or "read more" keeps back: text all the same
FEWEST_LINKS = 3
LINKED = 0.7  # share of its letters that a list of links has in links
BARE = 0.9  # the same, of two links on a line
SHORT_LINK = 30  # letters
FEWEST_TEASERS = 3
LONGEST_TEASER = 400  # letters
TEASER_LINK = 15  # letters of the headline that links to the other page
LONGEST_NOTICE = 300  # letters
LONGEST_HEADING = 60  # letters
HALF_LINKED = 0.5  # share of its letters in links, of a line that leads to another page
BOX = 0.25  # share of the prose of a page that a box beside the text has at most
RELATED = "related articles"
BOXES = {RELATED, "most read"}  # what a heading opens, though it may stand elsewhere too
INVITATIONS = {"share line", "follow line"}  # to share or follow: sentences may begin like these
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_TAGS = {
    "title": "page title",
    "nav": "navigation",
    "dialog": "dialog",
    "button": "form",
    "select": "form",
    "textarea": "form",
    "datalist": "form",
    "noscript": HIDDEN,
    "svg": "picture",
    "math": "formula",
}
# What is furniture of the page, but not inside these.
_OF_WHAT = {
    "header": ("page header", frozenset({"main", "article", "section"})),
    "aside": ("sidebar", frozenset({"main", "article"})),
    "footer": ("page footer", frozenset({"blockquote", "figure"})),  # it says whose words they are
}


def unseen(root: Node) -> dict[Node, str]:
    """Return labels for what no page or book shows as text, and for the contents list of a book."""
    labels = {}
    for node in root.walk():
        if node.tag in {"title", "svg", "noscript", "math", "nav"}:
            labels[node] = _TAGS[node.tag]
        elif "pagebreak" in f"{node.get('epub:type')} {node.get('role')}":
            labels[node] = "page number"
        elif "hidden" in node.attributes and not is_note(node):  # a note shown in a window
            labels[node] = HIDDEN
    return labels


def furniture(root: Node) -> dict[Node, str]:
    """Return a label for each outermost element of a web page that is furniture."""
    shapes = measured(root)
    found = landmarks(root, shapes)
    labels: dict[Node, str] = {}
    waiting = [root]
    while waiting:
        node = waiting.pop()
        label = _label(node, shapes, found, shapes[root])
        if label:
            labels[node] = label
        else:
            waiting.extend(node.nodes)
    return labels | outside(root, labels, found, shapes)


def _label(node: Node, shapes: Shapes, found: Landmarks, page: Shape) -> str:
    shape = shapes[node]
    if not shape.letters:
        return ""
    if _is_hidden(node):
        return HIDDEN if shape.prose < HIDDEN_TEXT else ""
    if node.tag in {"title", "noscript", "svg", "math"}:
        return _TAGS[node.tag]
    if node in found.holders or 0 < MOST_OF_PAGE * page.prose < shape.prose:
        return ""
    return (
        _by_tag(node, shape)
        or called(node)
        or _links(node, shape)
        or _teasers(node, shapes, page)
        or _says(node, shape)
        or _headed(node, shapes, page)
    )


def _says(node: Node, shape: Shape) -> str:
    """Tell a paragraph by what it says, so that a notice at the end is no part of the text."""
    if not node.is_block or shape.letters > LONGEST_NOTICE or any(n.is_block for n in node.nodes):
        return ""
    meaning = said(folded(node.text()))
    if meaning is None or meaning.label in INVITATIONS:
        return ""
    linking = meaning.label == RELATED and shape.link_density >= HALF_LINKED
    alone = meaning.label == "advertisement" and node.tag not in HEADINGS
    return meaning.label if meaning.sure or linking or alone else ""


def _headed(node: Node, shapes: Shapes, page: Shape) -> str:
    """Tell a box by its heading, "Most read" or the like, if little of the page is in it."""
    first = _first(node, shapes)
    if first is node or shapes[node].prose > BOX * page.prose:
        return ""
    meaning = said(folded(first.text())) if shapes[first].letters <= LONGEST_HEADING else None
    if meaning is None or not meaning.opens or meaning.label in INVITATIONS:
        return ""
    heads = first.tag in HEADINGS and meaning.label in BOXES
    return meaning.label if meaning.sure or heads else ""


def _first(node: Node, shapes: Shapes) -> Node:
    """Return the innermost block that the text of an element begins with."""
    while True:
        shown = (child for child in node.nodes if child.is_block and shapes[child].letters)
        inner = next(shown, None)
        if inner is None or node.tag in HEADINGS:
            return node
        node = inner


def _is_hidden(node: Node) -> bool:
    if "hidden" in node.attributes or _NOT_SHOWN.search(node.get("style")):
        return not is_on_demand(node)
    return node.get("aria-hidden") == "true"


def _by_tag(node: Node, shape: Shape) -> str:
    if node.tag == "form":
        return "form" if not shape.prose else ""
    if node.tag not in _OF_WHAT:
        return _TAGS.get(node.tag, "")
    label, inner = _OF_WHAT[node.tag]
    return "" if any(each.tag in inner for each in node.ancestors()) else label


def _links(node: Node, shape: Shape) -> str:
    """Tell lists of links by their share of it; headings and tables of words are none."""
    if shape.prose or not node.is_block or (node.tag == "table" and is_data(node)):
        return ""
    many = shape.links >= FEWEST_LINKS and shape.link_density >= LINKED
    bare = shape.link_density >= BARE and shape.letters < SHORT_LINK * shape.links
    return "links" if many or (bare and shape.links > 1) else ""


def _teasers(node: Node, shapes: Shapes, page: Shape) -> str:
    """Tell rows of teasers: neighbours alike, each with a headline that leads elsewhere."""
    alike = Counter((child.tag, child.get("class")) for child in node.nodes if child.is_block)
    kind, count = max(alike.items(), key=lambda pair: pair[1], default=(("", ""), 0))
    if count < FEWEST_TEASERS or 2 * shapes[node].prose > page.prose:
        return ""
    teasers = [child for child in node.nodes if (child.tag, child.get("class")) == kind]
    fitting = sum(_is_teaser(child, shapes) for child in teasers)
    return RELATED if fitting == count else ""


def _is_teaser(node: Node, shapes: Shapes) -> bool:
    if not shapes[node].links or shapes[node].letters > LONGEST_TEASER:
        return False
    return any(
        each.tag == "a"
        and shapes[each].letters >= TEASER_LINK
        and not each.get("href").startswith("#")
        for each in node.walk()
    )
