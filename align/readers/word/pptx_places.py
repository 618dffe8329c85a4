"""Where shapes stand on a slide, and in what order they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from align.text.scripts import direction, language_of, main_script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml import etree

__all__ = ["TITLES", "Placed", "Places", "in_reading_order", "placeholder", "shapes_in", "text_of"]

NAMESPACE = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TEXT = f"{NAMESPACE}t"
SHAPES = {"sp", "grpSp", "graphicFrame", "pic", "cxnSp", "contentPart"}
FRAMES = ("{*}spPr/{*}xfrm", "{*}grpSpPr/{*}xfrm", "{*}xfrm")
LONGEST = 20  # digits of a length
TITLES = {"title", "ctrTitle"}
# Placeholders of a slide that a master knows by another name; whatever else holds text is a body.
_ON_MASTER = {"ctrTitle": "title", "title": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}


class Placed(NamedTuple):
    """A shape, how far from the left and the top of the slide it stands, and how high it is."""

    shape: etree._Element
    left: int
    top: int
    height: int


class Places:
    """The places of shapes: their own, or those of the placeholders that they fill."""

    def __init__(self, below: Sequence[etree._Element]) -> None:
        """Take the layout of a slide and its master, in this order."""
        self._frames: dict[tuple[int, str], tuple[int, int, int]] = {}
        for level, root in enumerate(below):
            for shape in shapes_in(root):
                frame, filled = _frame(shape), placeholder(shape)
                if frame is not None and filled is not None:
                    for key in _keys(filled):
                        self._frames.setdefault((level, key), _measured(frame))

    def placed(self, shape: etree._Element) -> Placed:
        """Return a shape with its place; one that tells none stands in the upper left corner."""
        frame, filled = _frame(shape), placeholder(shape)
        if frame is not None:
            return Placed(shape, *_measured(frame))
        keys = [] if filled is None else _keys(filled)
        wanted = ((level, key) for level in (0, 1) for key in keys)
        known = (self._frames[key] for key in wanted if key in self._frames)
        return Placed(shape, *next(known, (0, 0, 0)))


def in_reading_order(placed: Iterable[Placed]) -> Iterator[etree._Element]:
    """Yield shapes from top to bottom, the title first, and what stands side by side as it reads.

    That is from the right where most of them is written from right to left.
    """
    shapes = sorted(placed, key=lambda each: (not _is_title(each.shape), each.top, each.left))
    script = main_script("".join(text_of(each.shape) for each in shapes))
    backwards = direction(language_of(script or "") or "en") == "rtl"
    for band in _bands(shapes):
        yield from (each.shape for each in sorted(band, key=_left, reverse=backwards))


def shapes_in(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the shapes of a slide or of a group; of alternatives the first."""
    tree = root.find("{*}cSld/{*}spTree")
    for child in root if tree is None else tree:
        name = _local(child)
        if name in SHAPES:
            yield child
        elif name == "AlternateContent" and len(child):
            yield from shapes_in(child[0])


def placeholder(shape: etree._Element) -> etree._Element | None:
    """Return what a shape says of the placeholder that it fills, if it fills one."""
    return shape.find("*/{*}nvPr/{*}ph")


def text_of(shape: etree._Element) -> str:
    """Return all that is written in a shape."""
    return "\n".join(text.text or "" for text in shape.iter(TEXT))


def _bands(shapes: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Yield the shapes that stand side by side: those that begin in the upper half of the first."""
    band: list[Placed] = []
    for each in shapes:
        if band and (2 * (each.top - band[0].top) >= band[0].height or _is_title(band[0].shape)):
            yield band
            band = []
        band.append(each)
    if band:
        yield band


def _left(placed: Placed) -> int:
    return placed.left


def _is_title(shape: etree._Element) -> bool:
    filled = placeholder(shape)
    return filled is not None and filled.get("type") in TITLES


def _frame(shape: etree._Element) -> etree._Element | None:
    frames = (shape.find(path) for path in FRAMES)
    return next((frame for frame in frames if frame is not None), None)


def _measured(frame: etree._Element) -> tuple[int, int, int]:
    offset, size = frame.find("{*}off"), frame.find("{*}ext")
    return _number(offset, "x"), _number(offset, "y"), _number(size, "cy")


def _keys(filled: etree._Element) -> list[str]:
    """Return by what a placeholder is known, on a layout and on a master."""
    kind = filled.get("type", "")
    index = filled.get("idx")
    return [*([f"#{index}"] if index else []), _ON_MASTER.get(kind, "body")]


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _number(element: etree._Element | None, name: str) -> int:
    text = "" if element is None else element.get(name, "")
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < LONGEST else 0
