"""PDFs written byte by byte: lines where they are wanted, with no font and no program needed.

Every character is a box half as wide as its size, and has its name in a table of the font (Type 3,
whose letters are drawings: PDF 32000-1, 9.6.5). A line is drawn as it is seen, from left to right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bidi.algorithm import get_display

from tests.readers.typesetting import HEIGHT, LETTER, WIDTH, Frame, set_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from align.readers.pdf.records import Line

__all__ = ["pdf_of_lines", "portable"]

FIXED = 5  # objects before the pages: catalogue, pages, font, its only drawing, its names
_CMAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def\n"
    "1 begincodespacerange <00> <FF> endcodespacerange\n{names}endcmap end end"
)
_FONT = (
    "<</Type/Font/Subtype/Type3/FontBBox[0 -200 500 800]/FontMatrix[.001 0 0 .001 0 0]"
    "/FirstChar 1/LastChar {last}/Widths[{widths}]/Encoding<</Differences[1{names}]>>"
    "/CharProcs<<{drawings}>>/Resources<<>>/ToUnicode 5 0 R>>"
)
_LETTER = "500 0 50 -100 450 700 d1 50 0 400 600 re f"  # a black box, for all of them


def portable(paragraphs: Sequence[str]) -> bytes:
    """Return a PDF of one page with paragraphs that have white between them."""
    frame = Frame(left=20, right=WIDTH - 20, size=8, gap=8)
    return pdf_of_lines([set_text(paragraphs, frame)])


def pdf_of_lines(pages: Sequence[Sequence[Line]]) -> bytes:
    """Return a PDF of pages that hold these lines, in up to 255 different characters."""
    chars = "".join(sorted({char for page in pages for line in page for char in line.text}))
    kids = " ".join(f"{FIXED + 1 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]/Resources<</Font<</T 3 0 R>>>>>>",
        _font(len(chars)),
        _stream(_LETTER),
        _stream(_CMAP.format(names="".join(map(_named, range(1, 256), chars)))),
    ]
    for at, page in enumerate(pages):
        box = f"/MediaBox[0 0 {WIDTH} {HEIGHT}]"
        objects += [
            f"<</Type/Page/Parent 2 0 R{box}/Contents {FIXED + 2 + 2 * at} 0 R>>",
            _stream("".join(_drawn(line, chars) for line in page)),
        ]
    return _file(objects)


def _font(size: int) -> str:
    codes = range(1, size + 1)
    return _FONT.format(
        last=size,
        widths=" ".join("500" for _ in codes),
        names="".join(f"/c{code}" for code in codes),
        drawings="".join(f"/c{code} 4 0 R" for code in codes),
    )


def _named(code: int, char: str) -> str:
    return f"1 beginbfchar <{code:02X}> <{char.encode('utf-16-be').hex()}> endbfchar\n"


def _drawn(line: Line, chars: str) -> str:
    """Return the drawing of a line, its spaces as wide as its length asks."""
    seen = str(get_display(line.text, base_dir="R" if line.rtl else "L"))
    letter = LETTER * line.size
    spare = line.x1 - line.x0 - letter * len(seen)
    widened = spare / max(1, seen.count(" "))
    x, drawn = line.x0, []
    for char in seen:
        place = f"1 0 0 1 {x:.2f} {HEIGHT - line.baseline:.2f} Tm"
        code = chars.index(char) + 1
        drawn.append(f"BT /T {line.size:g} Tf {place} <{code:02X}> Tj ET\n")
        x += letter + widened * (char == " ")
    return "".join(drawn)


def _stream(content: str) -> str:
    return f"<</Length {len(content)}>>\nstream\n{content}\nendstream"


def _file(objects: Iterable[str]) -> bytes:
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(places) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<</Size {count}/Root 1 0 R>>\n"
    return bytes(made) + f"{end}startxref\n{len(made)}\n%%EOF\n".encode("ascii")
