"""Where things stand on the page as it is shown, and along a baseline that is turned."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.readers.pdf.glyphs import Glyph

__all__ = ["Frame", "Sheet"]

ASKEW = 3  # degrees: by how much scanned pages lie askew; nobody turns text so little

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The visible part of a page, in the file's coordinates, and how far it is turned to be read.

    ``turn`` is clockwise, a multiple of 90.
    """

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @property
    def width(self) -> float:
        """The width as shown."""
        return self.right - self.left if self.turn % 180 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        """The height as shown."""
        return self.top - self.bottom if self.turn % 180 == 0 else self.right - self.left

    def shown(self, x: float, y: float) -> Point:
        """Return where a point of the file is shown, from the left and from the top."""
        from_left, from_top = x - self.left, self.top - y
        from_right, from_bottom = self.right - x, y - self.bottom
        return {
            0: (from_left, from_top),
            90: (from_bottom, from_left),
            180: (from_right, from_bottom),
            270: (from_top, from_right),
        }[self.turn]


@dataclass(frozen=True, slots=True)
class Frame:
    """A page turned so that text drawn at ``angle`` degrees stands upright."""

    page: int
    sheet: Sheet
    angle: int

    @property
    def shown_angle(self) -> int:
        """The angle of the text on the page as it is shown, counterclockwise.

        Of a page that lay askew in the scanner, it is that of the page had it lain straight.
        """
        angle = (self.angle - self.sheet.turn) % 360
        straight = round(angle / 90) * 90
        return (straight if abs(angle - straight) <= ASKEW else angle) % 360

    def upright(self, glyph: Glyph) -> Glyph:
        """Return the glyph as it stands in this frame."""
        if not self.angle:
            return glyph
        u, v = _turned(glyph.u, glyph.v, -self.angle)
        corners = [
            _turned(x, y, -self.angle)
            for x in (glyph.u0, glyph.u1)
            for y in (glyph.low, glyph.high)
        ]
        across, up = zip(*corners, strict=True)
        return glyph._replace(u=u, v=v, u0=min(across), u1=max(across), low=min(up), high=max(up))

    def shown(self, u: float, v: float) -> Point:
        """Return where a point of this frame is shown on the page."""
        return self.sheet.shown(*_turned(u, v, self.angle))

    def box(self, left: float, low: float, right: float, high: float) -> Box:
        """Return the left, upper, right and lower edge that a box of this frame is shown in."""
        across, down = zip(
            *(self.shown(u, v) for u in (left, right) for v in (low, high)), strict=True
        )
        return min(across), min(down), max(across), max(down)


def _turned(x: float, y: float, angle: int) -> Point:
    if not angle:
        return x, y
    turn = math.radians(angle)
    return x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn)
