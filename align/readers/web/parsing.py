"""The text of a page to a tree, within limits: no entity of its own, nothing fetched.

The parser hands over tags and text as it goes, and only what a reader needs is kept of them, so
a page cannot take more memory than its limits allow.
"""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING

from lxml import etree

from align.errors import LimitError, MalformedError
from align.readers.web.nodes import Node
from align.safety import SAFELY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from align.config import ReadSettings

__all__ = ["has_tags", "parse"]

MOST_ELEMENTS = 100_000  # a page of a thousand comments has 30,000
LONGEST_TAG = 200_000  # characters; attributes of a longer one are dropped, all but its name
HEAD = 1 << 16  # characters in which a DOCTYPE stands
KEPT = frozenset(
    {"aria-hidden", "class", "colspan", "dir", "hidden", "href", "id", "itemprop", "lang", "name"}
    | {"role", "rowspan", "style", "type"}
)
UNSEEN = frozenset({"script", "style", "template", "object", "iframe", "canvas", "audio", "video"})
_TAG = re.compile("<[A-Za-z!/?]")
_LONG_TAG = re.compile(rf"<([A-Za-z][\w:-]{{0,50}})[^<>]{{{LONGEST_TAG},}}")
# Taken out before: of comments without end, the parser would look at all that follows for each.
_UNSEEN = re.compile(
    r"<(script|style)\b[^<>]*(?<!/)>.*?(?:</\1\s*>|\Z)|<!--(?:-?>|.*?(?:--!?>|\Z))", re.I | re.S
)
_OWN_ENTITIES = re.compile(r"\s*(?:<\?[^>]*>\s*|<!--.*?-->\s*)*<!DOCTYPE[^>\[]*\[", re.I | re.S)
_XML = re.compile(r"\s*<\?xml\b|[^>]*?(?:<!DOCTYPE[^>]*>\s*)?<html\b[^>]*\sxmlns\s*=", re.I)
_NAMED = re.compile("&([A-Za-z][A-Za-z0-9]{0,40};)")
_XML_OWN = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})


def has_tags(text: str) -> bool:
    """Say whether a text has anything that looks like a tag."""
    return bool(_TAG.search(text))


def parse(text: str, name: str, settings: ReadSettings) -> Node:
    """Return the root of a page; XHTML by the rules of XML where it keeps them.

    Raises `LimitError` for elements nested too deep or too many, and `MalformedError` for a page
    that declares entities.
    """
    if _OWN_ENTITIES.match(text[:HEAD]):
        raise MalformedError(name, "has a DOCTYPE that declares entities", "remove it")
    text = _LONG_TAG.sub(r"<\1", _UNSEEN.sub("", text))
    if _XML.match(text[:HEAD]):
        try:
            return _fed(etree.XMLParser, _NAMED.sub(_character, text), _Builder(name, settings))
        except etree.XMLSyntaxError:
            pass  # like most pages that say they are XHTML: browsers read them as HTML
    return _fed(etree.HTMLParser, text, _Builder(name, settings))


class _Builder:
    """What the parser tells its finds to: builds the tree, and counts."""

    def __init__(self, name: str, settings: ReadSettings) -> None:
        self.root = Node("html", {}, None)
        self._name = name
        self._deepest, self._longest = settings.max_nesting, settings.max_block
        self._place = self.root
        self._depth = self._count = self._unseen = self._run = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        self._count += 1
        self._run = 0
        self._check()
        tag = _local(tag)
        if self._unseen or tag in UNSEEN:
            self._unseen += 1
            return
        node = Node(tag, dict(_kept(attributes)), self._place)
        self._place.children.append(node)
        self._place = node

    def end(self, _: str) -> None:
        self._depth -= 1
        self._run = 0
        if self._unseen:
            self._unseen -= 1
        else:
            self._place = self._place.parent or self.root

    def data(self, text: str) -> None:
        if self._unseen:
            return
        self._place.children.append(text)
        self._run += len(text)
        if self._run > self._longest:
            fact = f"has a paragraph longer than {self._longest} characters"
            raise LimitError(self._name, fact, "raise it with --set read.max_block=N")

    def close(self) -> Node:
        return self.root

    def _check(self) -> None:
        if self._depth > self._deepest:
            fact = f"has elements nested more than {self._deepest} deep"
            raise LimitError(self._name, fact, "raise it with --set read.max_nesting=N")
        if self._count > MOST_ELEMENTS:
            fact = f"has more than {MOST_ELEMENTS:,} elements"
            raise LimitError(self._name, fact, "cut the page into parts")


def _fed(kind: type, text: str, builder: _Builder) -> Node:
    """Return what a parser of a kind builds of a text."""
    options = SAFELY if kind is etree.XMLParser else {"no_network": True}
    parser = kind(target=builder, encoding="utf-8", **options)
    # In one piece: of what has no end, the parser would look at all pieces again for each.
    parser.feed(text.encode("utf-8", "replace"))
    try:
        root: Node = parser.close()
    except etree.XMLSyntaxError:
        if kind is etree.XMLParser:
            raise
        root = builder.root  # nothing at all in it
    return root


def _kept(attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in attributes.items():
        local = _local(name)
        if local in KEPT:
            yield f"epub:{local}" if "/ops}" in name or name == "epub:type" else local, value[:1000]


def _local(name: str) -> str:
    """Return a name without its namespace, or the prefix that an HTML parser leaves there."""
    return name.rpartition("}")[2].rpartition(":")[2].lower()


def _character(entity: re.Match[str]) -> str:
    return entity[0] if entity[1] in _XML_OWN else html5.get(entity[1], entity[0])
