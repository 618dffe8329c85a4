"""The pairs of texts that a unit of XLIFF holds: one, or one for each of its segments."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from align.formats.reading import Losses
from align.formats.xliff.inline import is_segment, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from align.formats.xliff.stream import Found

__all__ = ["Pair", "pairs_of"]

BETWEEN = "between segments"


class Pair(NamedTuple):
    """Source and target, what the segment is called in its unit, and the elements that tell of it.

    A text that the file does not have is empty, and so is the name of the only segment of a unit.
    """

    source: str
    target: str
    name: str = ""
    about: tuple[Element, ...] = ()


def pairs_of(found: Found, losses: Losses) -> list[Pair]:
    """Return the pairs of a unit, in the order of the source."""
    for holder in (found.element, *found.element.iterfind("segment")):
        _count_doubles(holder, found.line, losses)
    if found.element.tag == "unit":
        return _pairs_of_segments(found, losses)
    source, target = found.element.find("source"), found.element.find("target")
    marked = found.element.find("seg-source")
    sources, targets = _marked(marked), _marked(target)
    first, second = text_of(source, losses, found.line), text_of(target, losses, found.line)
    if not sources or (second and not targets):
        return [Pair(first, second, about=() if target is None else (target,))]
    if any(_is_between(*side) for side in ((marked, sources), (target, targets))):
        losses.add("text", found.line, BETWEEN)
    for name in [name for name in targets if name not in sources]:
        losses.add("unaligned", found.line, f"segment {name} of a target has no source")
    return list(_pairs_of_marks(found, sources, targets))


def _pairs_of_marks(
    found: Found, sources: dict[str, Element], targets: dict[str, Element]
) -> Iterator[Pair]:
    """Yield the pairs of XLIFF 1.2, whose segments are marked in the texts of a unit."""
    told = {each.get("id"): each for each in found.element.iterfind("seg-defs/seg")}
    counted = Losses()  # with the texts of the unit
    for name, mark in sources.items():
        about = found.element.find("target"), told.get(name)
        yield Pair(
            text_of(mark, counted, found.line),
            text_of(targets.get(name), counted, found.line),
            name if len(sources) > 1 else "",
            tuple(each for each in about if each is not None),
        )


def _pairs_of_segments(found: Found, losses: Losses) -> list[Pair]:
    """Return the pairs of XLIFF 2, whose segments are elements."""
    segments = found.element.findall("segment")
    for part in found.element.iterfind("ignorable/*"):
        if text_of(part, losses, found.line).strip():
            losses.add("text", found.line, BETWEEN)
    return [
        Pair(
            text_of(segment.find("source"), losses, found.line),
            text_of(segment.find("target"), losses, found.line),
            segment.get("id", str(number)) if len(segments) > 1 else "",
            (segment,),
        )
        for number, segment in enumerate(segments, start=1)
    ]


def _count_doubles(holder: Element, line: int, losses: Losses) -> None:
    """Count the texts of a side beyond its first, which is the one that is read."""
    for tag in ("source", "target"):
        more = len(holder.findall(tag)) - 1
        if more > 0:
            losses.add("text", line, f"a second <{tag}> in one unit", more)


def _marked(side: Element | None) -> dict[str, Element]:
    """Return the segments marked in a text, by their names."""
    marks = () if side is None else side.iter("mrk")
    return {mark.get("mid", ""): mark for mark in marks if is_segment(mark)}


def _is_between(side: Element | None, segments: dict[str, Element]) -> bool:
    """Say whether there is text outside of the segments marked in a text."""
    counted = Losses()
    inside = "".join(text_of(segment, counted, 0) for segment in segments.values())
    return "".join(text_of(side, counted, 0).split()) != "".join(inside.split())
