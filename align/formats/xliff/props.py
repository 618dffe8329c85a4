"""What a unit of XLIFF says beside its texts: attributes, contexts, notes and metadata as props."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.formats.markup import TOOL
from align.formats.xliff.names import CATEGORY, OURS, STATES, name_of
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from align.formats.props import Prop
    from align.formats.reading import Losses

__all__ = ["NAMES", "about_pair", "about_unit", "is_ours"]

# Attributes about the file, not about the translation; of these xml:space and xml:lang too.
OF_THE_FILE = frozenset({"id", "mid", "order", "translate", "canResegment", "srcDir", "trgDir"})
NAMES = ("resname", "name")  # under which our writers put the id of a unit
XML = "http://www.w3.org/XML/1998/namespace"
NAMED = {  # elements that hold props: those they hold, and the attribute with their name
    "context-group": ("context", "context-type"),
    "prop-group": ("prop", "prop-type"),
    "metadata": ("meta", "type"),
}
# Other children that are read, or of no use without the codes in the texts.
READ = frozenset({"source", "seg-source", "target", "segment", "ignorable", "seg-defs"}) | {
    *("note", "notes", "originalData", "tunit-metadata", "tunit-target-metadata")
}


def is_ours(props: Iterable[Prop]) -> bool:
    """Say whether the props of a unit are those of one we wrote."""
    return any(name == OURS for name, _ in props)


def about_unit(unit: Element, losses: Losses, line: int) -> list[Prop]:
    """Return what is said of all of a unit; what has no place among props is counted."""
    props: list[Prop] = []
    notes: list[Element] = []
    for child in unit:
        if child.tag in NAMED:
            props += _named(child)
        elif child.tag not in READ:
            losses.add("property", line, f"<{child.tag}>")
        elif child.tag in {"note", "notes"}:
            notes += child.iter("note")
    for child in unit.iterfind("seg-defs/seg/*"):
        losses.add("property", line, f"<{child.tag}>")
    ours = is_ours(props)
    props += _attributes(unit, ours=ours)
    texts = (note.text or "" for note in notes if not (ours and _is_of_a_flag(note)))
    return [*props, *(("note", tidy(text)) for text in texts)]


def about_pair(elements: Iterable[Element], *, ours: bool) -> list[Prop]:
    """Return what is said of one pair of a unit, by the attributes of elements."""
    return [prop for element in elements for prop in _attributes(element, ours=ours)]


def _named(group: Element) -> Iterator[Prop]:
    tag, attribute = NAMED[group.tag]
    for element in group.iter(tag):
        name = element.get(attribute, "")
        yield name_of(name) if tag == "context" else name, tidy(element.text or "")


def _attributes(element: Element, *, ours: bool) -> Iterator[Prop]:
    for key, value in element.items():
        namespace, _, name = key.rpartition("}")
        if namespace == XML or name in OF_THE_FILE or not value:
            continue
        if ours and (name in NAMES or value in STATES):
            continue
        yield name, tidy(value)


def _is_of_a_flag(note: Element) -> bool:
    return note.get("from") == TOOL or note.get("category", "").startswith(CATEGORY)
