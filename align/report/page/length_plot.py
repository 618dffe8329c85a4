"""The lengths of the pairs: translations keep to a ratio, and what strays is easily seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.report.dots import GRID, LEVELS
from align.report.page.dot_plot import CROSS, VIEW, frame, layer
from align.report.page.markup import Element, element, plural
from align.text.names import language_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.report.dots import Lengths, Spot
    from align.report.pictures import BitextPicture

__all__ = ["length_plot"]

ROUND = (1, 2, 5)
MOST_TICKS = 8  # beyond which only powers of ten have room
AXIS, LABELS = 38, 72  # below the frame
RING = "m-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0"
FACTOR = 2  # off the usual ratio, which the dashed lines show


def length_plot(picture: BitextPicture, lengths: Lengths) -> Element:
    """Return the drawing: source length across, target length up, both on a log scale."""
    return element(
        "svg",
        frame(),
        layer("guide dashed", _line(lengths, FACTOR) + _line(lengths, 1 / FACTOR)),
        layer("guide", _line(lengths, 1)),
        *(layer(level, _path(lengths, level)) for level in LEVELS),
        *_outliers(lengths),
        *_words(picture, lengths),
        class_="plot lengths",
        viewBox=VIEW,
        role="img",
        aria_label=_description(picture, lengths),
    )


def _line(lengths: Lengths, factor: float) -> str:
    """Return the line on which targets are ``factor`` times as long as usual, inside the frame."""
    slope = lengths.ratio * factor
    first, last = max(lengths.low, lengths.low / slope), min(lengths.high, lengths.high / slope)
    if first >= last:
        return ""
    ends = [(lengths.place(x), GRID - lengths.place(x * slope)) for x in (first, last)]
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ends)


def _path(lengths: Lengths, level: str) -> str:
    return "".join(_dot(spot) for spot in lengths.spots if spot.level == level)


def _dot(spot: Spot) -> str:
    dot = f"M{spot.x} {GRID - spot.y}"
    return dot + (CROSS if spot.level == "doubtful" else "h0")


def _outliers(lengths: Lengths) -> list[Element]:
    rings = "".join(f"M{spot.x} {GRID - spot.y}{RING}" for spot in lengths.spots if spot.outlier)
    return [layer("outlier", rings)] if rings else []


def _ticks(lengths: Lengths) -> list[int]:
    every = [tick for tick in _round_numbers() if lengths.low <= tick <= lengths.high]
    if len(every) <= MOST_TICKS:
        return every
    return [tick for tick in every if str(tick)[0] == "1"]


def _round_numbers() -> Iterator[int]:
    for power in range(9):
        yield from (first * 10**power for first in ROUND)


def _words(picture: BitextPicture, lengths: Lengths) -> list[Element]:
    source, target = map(language_name, picture.langs)
    labels = [
        element("text", f"{source} characters", x=str(GRID // 2), y=str(GRID + LABELS)),
        element(
            "text",
            f"{target} characters",
            transform=f"translate(-88 {GRID // 2}) rotate(-90)",
        ),
    ]
    for tick in _ticks(lengths):
        place = lengths.place(tick)
        labels += [
            element("text", f"{tick}", x=f"{place:.0f}", y=str(GRID + AXIS)),
            element("text", f"{tick}", x="-12", y=f"{GRID - place + 8:.0f}", class_="to"),
        ]
    return labels


def _description(picture: BitextPicture, lengths: Lengths) -> str:
    source, target = picture.langs
    strays = sum(spot.outlier for spot in lengths.spots)
    return (
        f"Lengths of the pairs in characters, {source} against {target}. Usual are "
        f"{lengths.ratio:.2f} {target} characters for each {source} character; "
        f"{plural(strays, 'pair strays', 'pairs stray')} far from it."
    )
