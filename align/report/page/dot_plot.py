"""The alignment of a bitext as a map: source segments across, target segments down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.report.dots import GRID, LEVELS
from align.report.page.markup import Element, element, number, plural
from align.text.names import language_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.report.dots import Dot
    from align.report.pictures import BitextPicture

__all__ = ["CROSS", "VIEW", "dot_plot", "frame", "layer"]

VIEW = "-108 -16 764 752"  # of the grid, with room for the words at the left and at the foot
CROSS = "m-8-8l16 16m0-16l-16 16"  # around a doubtful dot
TICK = 14  # length of the mark of a segment that stands alone, outside the frame
FEW, SOME = 60, 300  # segments, up to which dots are large, and middling
AXIS = 44  # below the frame


def dot_plot(picture: BitextPicture) -> Element:
    """Return the map: a dot for each unit, a tick on the edge for each segment in no unit."""
    return element(
        "svg",
        frame(),
        *_boxes(picture),
        *(layer(level, _path(picture.dots, level)) for level in LEVELS),
        *_alone(picture),
        *_words(picture),
        class_=f"plot map {_density(picture)}",
        viewBox=VIEW,
        role="img",
        aria_label=_description(picture),
    )


def frame() -> Element:
    """Return the edge of a drawing."""
    return element("path", d=f"M0 0H{GRID}V{GRID}H0z", class_="frame")


def layer(class_: str, path: str) -> Element:
    """Return one path for all that is drawn alike."""
    return element("path", d=path or "M0 0", class_=class_)


def _density(picture: BitextPicture) -> str:
    most = max(picture.segments)
    if most <= FEW:
        return "few"
    return "some" if most <= SOME else "many"


def _path(dots: Iterable[Dot], level: str) -> str:
    return "".join(_stroke(dot) for dot in dots if dot.level == level)


def _stroke(dot: Dot) -> str:
    """Return a dot, or a stroke from the first segments of a bead to its last."""
    stroke = f"M{dot.x} {dot.y}"
    if (dot.to_x, dot.to_y) == (dot.x, dot.y):
        stroke += "h0"
    else:
        stroke += f"L{dot.to_x} {dot.to_y}"
    if dot.level == "doubtful":
        stroke += f"M{(dot.x + dot.to_x) // 2} {(dot.y + dot.to_y) // 2}{CROSS}"
    return stroke


def _alone(picture: BitextPicture) -> list[Element]:
    source, target = picture.alone
    ticks = "".join(f"M{x} {GRID + 2}v{TICK}" for x in source)
    ticks += "".join(f"M-2 {y}h-{TICK}" for y in target)
    return [layer("alone", ticks)] if ticks else []


def _boxes(picture: BitextPicture) -> list[Element]:
    boxes = "".join(
        f"M{x} {y}H{to_x}V{to_y}H{x}z"
        for x, y, to_x, to_y in picture.stretches
        if (x, y) != (to_x, to_y)
    )
    return [layer("moved", boxes)] if boxes else []


def _words(picture: BitextPicture) -> list[Element]:
    source, target = picture.langs
    across, down = map(number, picture.segments)
    foot, middle = str(GRID + AXIS), str(GRID // 2)
    return [
        element("text", "1", x="0", y=foot, class_="from"),
        element("text", f"{language_name(source)} segments", x=middle, y=foot),
        element("text", across, x=str(GRID), y=foot, class_="to"),
        element("text", "1", x="-24", y="16", class_="to"),
        element(
            "text",
            f"{language_name(target)} segments",
            transform=f"translate(-34 {middle}) rotate(-90)",
        ),
        element("text", down, x="-24", y=str(GRID), class_="to"),
    ]


def _description(picture: BitextPicture) -> str:
    source, target = picture.langs
    left = len(picture.alone[0]) + len(picture.alone[1])
    moved = f", in {len(picture.stretches)} blocks that have moved" if picture.stretches else ""
    units = sum(count for _, count in picture.levels)
    return (
        f"Map of {plural(units, 'unit')} between {number(picture.segments[0])} {source} and "
        f"{number(picture.segments[1])} {target} segments{moved}; "
        f"{'marks' if left else 'no marks'} on the edges for segments in no unit."
    )
