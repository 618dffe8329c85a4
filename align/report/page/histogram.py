"""The distribution of scores, drawn as one inline SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.report.page.markup import Element, element, number, plural

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["histogram"]

WIDTH, HEIGHT = 720, 236
SIDE, TOP, BOTTOM = 16, 34, 30  # room for the first label, the counts and the scale
GAP = 4
ABOVE_BAR, ABOVE_EDGE = 5, 10  # where the foot of a count and of a mark on the scale stands
LEAST_BAR = 2  # a bin that is not empty can be seen
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
EARLY, LATE = 0.25, 0.75  # where a centred label would leave the drawing
THOUSAND = 1_000
SHORTEN_FROM = 100_000  # six digits no longer fit above a bar


def histogram(bins: Sequence[int], min_score: float) -> Element:
    """Return the drawing of equal bins from 0 to 1; doubtful bars have a colour of their own."""
    return element(
        "svg",
        element("title", "Score histogram", id="histogram-title"),
        element("desc", _description(bins, min_score), id="histogram-desc"),
        *(_bar(bins, place, min_score) for place in range(len(bins)) if bins[place]),
        *_scale(),
        *_threshold(min_score),
        class_="histogram",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_labelledby="histogram-title histogram-desc",
    )


def _description(bins: Sequence[int], min_score: float) -> str:
    fullest = max(range(len(bins)), key=lambda place: bins[place])
    return (
        f"{plural(sum(bins), 'unit')} by score, in {len(bins)} bars from 0 to 1. The highest bar, "
        f"{plural(bins[fullest], 'unit')}, stands at {_span(bins, fullest)}. "
        f"Units below {min_score:g} are doubtful."
    )


def _span(bins: Sequence[int], place: int) -> str:
    return f"{place / len(bins):.2f} to {(place + 1) / len(bins):.2f}"


def _bar(bins: Sequence[int], place: int, min_score: float) -> Element:
    slot = (WIDTH - 2 * SIDE) / len(bins)
    height = max(LEAST_BAR, (HEIGHT - TOP - BOTTOM) * bins[place] / max(bins))
    left, top = SIDE + place * slot, HEIGHT - BOTTOM - height
    shape = element(
        "rect",
        x=f"{left + GAP / 2:.1f}",
        y=f"{top:.1f}",
        width=f"{slot - GAP:.1f}",
        height=f"{height:.1f}",
        rx="2",
    )
    label = element(
        "text",
        _short(bins[place]),
        x=f"{left + slot / 2:.1f}",
        y=f"{top - ABOVE_BAR:.1f}",
        class_="count",
    )
    hint = element("title", f"{_span(bins, place)}: {plural(bins[place], 'unit')}")
    doubtful = (place + 1) / len(bins) <= min_score
    return element("g", hint, shape, label, class_="bar doubtful" if doubtful else "bar")


def _short(count: int) -> str:
    return number(count) if count < SHORTEN_FROM else f"{number(count // THOUSAND)}k"


def _across(score: float) -> str:
    return f"{SIDE + score * (WIDTH - 2 * SIDE):.1f}"


def _scale() -> list[Element]:
    base = f"{HEIGHT - BOTTOM:.1f}"
    axis = element("line", x1=_across(0), x2=_across(1), y1=base, y2=base, class_="axis")
    labels = [
        element("text", f"{tick:g}", x=_across(tick), y=f"{HEIGHT - ABOVE_EDGE}", class_="tick")
        for tick in TICKS
    ]
    return [axis, *labels]


def _threshold(min_score: float) -> list[Element]:
    if not 0 < min_score < 1:
        return []
    x = _across(min_score)
    line = element("line", x1=x, x2=x, y1="14", y2=f"{HEIGHT - BOTTOM}", class_="threshold")
    side = "limit early" if min_score < EARLY else "limit late" if min_score > LATE else "limit"
    label = element("text", f"doubtful below {min_score:g}", x=x, y="10", class_=side)
    return [line, label]
