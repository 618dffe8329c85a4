"""Every glyph of a page: what PDFium takes it for and where it stands, but nothing of its order."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["UNMAPPED", "Glyph", "glyphs"]

SMALLEST, LARGEST = 0.1, 1_000.0  # points: sizes of type
FURTHEST = 20_000.0  # points from the corner: no sheet is larger (ISO 32000-1, annex C)
UNMAPPED = "\N{REPLACEMENT CHARACTER}"
# The text of a place where PDFium would put a space that the file does not have.
_HINT = "\N{ZERO WIDTH SPACE}"
_BROKEN_HYPHENS = {0x02, 0xAD, 0xFFFE}  # what PDFium writes for a hyphen at the end of a line
_BOLD = ("bold", "black", "heavy", "demi")
_GLYPHLESS = "glyphless"  # the font of Tesseract, which numbers characters as Unicode does
_NAME_BYTES = 256
_NO_UNICODE = {0, 0xFFFD, 0xFFFE, 0xFFFF}


class Glyph(NamedTuple):
    """A character and its ink, in a frame whose ``v`` grows upwards from the baseline's side.

    ``u`` is where the pen stood, ``[u0, u1)`` from there or the ink's left to the right end of ink
    and advance; ``v`` is the baseline, ``low`` and ``high`` bound the ink. ``place`` counts in the
    order of PDFium; the hints say where in it PDFium would put a space that the file lacks. Of a
    ligature, ``given`` is the text in that order; one that is ``floating`` stands where its marks
    do, not on the baseline. ``unseen`` numbers, from 1, the text objects that are drawn without
    ink, as by text recognition; ``mirrored`` says that such is drawn from right to left.
    """

    text: str
    u: float
    u0: float
    u1: float
    v: float
    low: float
    high: float
    size: float
    bold: bool
    angle: int
    place: int
    hint_before: bool = False
    hint_after: bool = False
    given: str = ""
    floating: bool = False
    unseen: int = 0
    mirrored: bool = False


class _Style(NamedTuple):
    size: float
    bold: bool
    angle: int
    unseen: int = 0
    mirrored: bool = False
    glyphless: bool = False


class _Pen:
    """The registers that PDFium writes the measures of a character into."""

    def __init__(self, textpage: Any) -> None:
        self.textpage = textpage
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.box = tuple(ctypes.c_double() for _ in range(4))
        self.loose = pdfium.FS_RECTF()
        self.matrix = pdfium.FS_MATRIX()
        self.styles: dict[int | None, _Style] = {}

    def style(self, index: int) -> _Style:
        """Return size, weight and angle of a character: those of the text object it is in."""
        shown = pdfium.FPDFText_GetTextObject(self.textpage, index)
        key = ctypes.cast(shown, ctypes.c_void_p).value
        if key not in self.styles:
            self.styles[key] = self._new_style(index, shown)
        return self.styles[key]

    def _new_style(self, index: int, shown: Any) -> _Style:
        matrix = self.matrix
        if not pdfium.FPDFText_GetMatrix(self.textpage, index, matrix):
            return _Style(1.0, False, 0)
        size = pdfium.FPDFText_GetFontSize(self.textpage, index)
        size = min(max(size * math.hypot(matrix.c, matrix.d), SMALLEST), LARGEST)
        unseen = _is_unseen(shown)
        mirrored = unseen and matrix.a * matrix.d < matrix.b * matrix.c
        # Only where its letters stand up tells how far a mirrored text is turned.
        along = (matrix.d, -matrix.c) if mirrored else (matrix.a, matrix.b)
        angle = round(math.degrees(math.atan2(along[1], along[0]))) % 360
        number = len(self.styles) + 1 if unseen else 0
        font = self._font(index)
        bold = any(word in font for word in _BOLD)
        return _Style(size, bold, angle, number, mirrored, _GLYPHLESS in font)

    def _font(self, index: int) -> str:
        """Return the name of the font, which says what is bold: PDFium guesses at stems."""
        name, flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self.textpage, index, name, _NAME_BYTES, flags)
        return name.value.decode("utf-8", "replace").lower()


def _is_unseen(shown: Any) -> bool:
    mode = pdfium.FPDFTextObj_GetTextRenderMode(shown) if shown else None
    return bool(mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def glyphs(textpage: Any) -> Iterator[Glyph]:
    """Yield the glyphs of a page as PDFium orders them."""
    pen = _Pen(textpage)
    last: Glyph | None = None
    hinted = False
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        text = _text_of(pen, index)
        glyph = _glyph(pen, text, index) if text else None
        if glyph and not _is_on_sheet(glyph):
            continue
        if glyph is None or glyph.text == _HINT:
            hinted = hinted or text is not None
            continue
        if last:
            yield last._replace(hint_after=hinted)
        last = glyph._replace(hint_before=hinted)
        hinted = False
    if last:
        yield last


def _is_on_sheet(glyph: Glyph) -> bool:
    """Say whether a glyph is where paper may be: broken files have them at infinity."""
    return all(
        -FURTHEST < edge < FURTHEST for edge in (glyph.u0, glyph.u1, glyph.v, glyph.low, glyph.high)
    )


def _text_of(pen: _Pen, index: int) -> str | None:
    """Return a character, None for what only PDFium made up, such as line ends."""
    textpage = pen.textpage
    code = pdfium.FPDFText_GetUnicode(textpage, index)
    if pdfium.FPDFText_IsGenerated(textpage, index):
        return _HINT if code == ord(" ") else None
    if code in _BROKEN_HYPHENS and pdfium.FPDFText_IsHyphen(textpage, index) == 1:
        return "\N{SOFT HYPHEN}" if code == ord("\N{SOFT HYPHEN}") else "-"
    unmapped = pdfium.FPDFText_HasUnicodeMapError(textpage, index) == 1
    if code in _NO_UNICODE or (unmapped and not pen.style(index).glyphless):
        return UNMAPPED
    char = chr(code)
    kind = unicodedata.category(char)
    if kind == "Cc":
        return None if char in "\r\n" else " " if char == "\t" else UNMAPPED
    return UNMAPPED if kind == "Cs" else " " if kind == "Zs" else char


def _glyph(pen: _Pen, text: str, index: int) -> Glyph:
    pdfium.FPDFText_GetCharOrigin(pen.textpage, index, pen.x, pen.y)
    pdfium.FPDFText_GetCharBox(pen.textpage, index, *pen.box)
    pdfium.FPDFText_GetLooseCharBox(pen.textpage, index, pen.loose)
    left, right, bottom, top = (side.value for side in pen.box)
    style = pen.style(index)
    x, loose = pen.x.value, pen.loose
    if text == " " and right <= left and loose.right <= loose.left:
        text = _HINT  # drawn by nothing but a gap
    ink = left, right
    if not unicodedata.combining(text):  # a mark has a pen, but takes no room
        ink = min(x, left, loose.left), max(x, right, loose.right)
    return Glyph(
        text,
        x,
        *ink,
        pen.y.value,
        bottom,
        top,
        style.size,
        style.bold,
        style.angle,
        index,
        unseen=style.unseen,
        mirrored=style.mirrored,
    )
