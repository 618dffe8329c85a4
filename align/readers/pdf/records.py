"""What a page of a PDF is read as: lines of text in logical order, and where they stand.

All measures are in points, from the left and from the top of the page as it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Line", "Page", "Repair", "Rule"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What the file gives (``before``), what stands in the line now, and what was wrong with it."""

    before: str
    instead: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Writing on one baseline, up to the next wide gap, in logical order.

    ``size`` is the font size of most of its letters; ``rtl`` says that it runs from right to left.
    ``angle`` is that of its baseline in degrees, counterclockwise: 0 but for text that is turned.
    """

    text: str
    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float
    bold: bool = False
    rtl: bool = False
    angle: int = 0
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A horizontal rule at the height ``y``, from ``left`` to ``right``."""

    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The lines of one page, from the top and, at equal height, from the left.

    ``number`` counts from 1. A page that is ``scanned`` is a picture with next to no text. Of a
    page that is not ``trusted``, ``why`` says in a few words what is wrong with its text; so it
    does of a page that is scanned.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...] = ()
    scanned: bool = False
    trusted: bool = True
    why: str = ""
