"""Pages of lines as a program that lays out text would set them, for the tests of PDF layout.

Letters are half as wide as they are high; so it is known which words a line has room for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from align.config import ReadSettings
from align.readers.drafting import Draft
from align.readers.pdf.reader import write
from align.readers.pdf.records import Line, Page
from tests.readers.rendering import blocks_of, is_arabic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from align.model import Block, Document

__all__ = [
    "ARABIC",
    "ENGLISH",
    "HEIGHT",
    "LETTER",
    "WIDE",
    "WIDTH",
    "Frame",
    "blocks_of_pages",
    "cut_in_pages",
    "document_of_pages",
    "moved",
    "paged",
    "placed",
    "set_text",
    "texts_on",
]

WIDTH, HEIGHT = 400.0, 600.0  # of a page
LETTER = 0.5  # font sizes; of every letter
ENGLISH, ARABIC = (
    [
        " ".join(block.text.split())
        for name in ("essay-water.en", "essay-water.ar", "story-well", "news-dam")
        for block in blocks_of(name)
        if block.kind != "heading" and is_arabic(block.text) is arabic
    ]
    for arabic in (False, True)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How a text is set: its edges, its font, the white around lines, between and before them."""

    left: float = 50.0
    right: float = 350.0
    size: float = 10.0
    leading: float = 1.3
    gap: float = 0.0  # points between paragraphs
    indent: float = 0.0  # points of the first line
    hanging: float = 0.0  # points of the others
    justified: bool = False
    bold: bool = False


WIDE = Frame(gap=6)


def set_text(texts: Iterable[str], frame: Frame, y: float = 60.0) -> list[Line]:
    """Return the lines of paragraphs one under the other, the first on the baseline ``y``."""
    lines: list[Line] = []
    for text in texts:
        for number, words in enumerate(_wrapped(text, frame)):
            last = " ".join(words).endswith(text.split()[-1]) and _is_end(text, words)
            inset = frame.hanging if number else frame.indent
            lines.append(_line(" ".join(words), frame, y, inset, full=not last))
            y += frame.leading * frame.size
        y += frame.gap
    return lines


def _is_end(text: str, words: Sequence[str]) -> bool:
    return text.split()[-len(words) :] == list(words)


def _wrapped(text: str, frame: Frame) -> Iterable[list[str]]:
    words: list[str] = []
    first = True
    for word in text.split():
        inset = frame.indent if first else frame.hanging
        room = (frame.right - frame.left - inset) / (LETTER * frame.size)
        if words and len(" ".join([*words, word])) > room:
            yield words
            words, first = [], False
        words.append(word)
    yield words


def _line(text: str, frame: Frame, y: float, inset: float, *, full: bool) -> Line:
    rtl = is_arabic(text)
    space = frame.right - frame.left - inset
    width = space if full and frame.justified else min(space, LETTER * frame.size * len(text))
    x0 = frame.right - inset - width if rtl else frame.left + inset
    return placed(text, x0, y, size=frame.size, width=width, bold=frame.bold)


def placed(  # noqa: PLR0913
    text: str,
    x: float,
    y: float,
    *,
    size: float = 10.0,
    width: float | None = None,
    bold: bool = False,
    angle: int = 0,
) -> Line:
    """Return a line that begins at ``x`` from the left, on the baseline ``y``."""
    width = LETTER * size * len(text) if width is None else width
    return Line(
        text=text,
        page=1,
        x0=x,
        y0=y - size,
        x1=x + width,
        y1=y + 0.3 * size,
        baseline=y,
        size=size,
        bold=bold,
        rtl=any(map(str.isalpha, text)) and is_arabic(text),
        angle=angle,
    )


def moved(lines: Iterable[Line], right: float, down: float = 0.0) -> list[Line]:
    """Return lines elsewhere on their page."""
    return [
        replace(
            line,
            x0=line.x0 + right,
            x1=line.x1 + right,
            y0=line.y0 + down,
            y1=line.y1 + down,
            baseline=line.baseline + down,
        )
        for line in lines
    ]


def cut_in_pages(lines: Sequence[Line], top: float = 60.0, end: float = 540.0) -> list[list[Line]]:
    """Return a column that is too long for a page as columns of many pages."""
    pages: list[list[Line]] = [[]]
    up = 0.0
    for line in lines:
        if line.baseline - up > end:
            up = line.baseline - top
            pages.append([])
        pages[-1] += moved([line], 0, -up)
    return pages


def paged(*pages: Iterable[Line]) -> list[Page]:
    """Return pages that hold these lines."""
    return [
        Page(
            number=number,
            width=WIDTH,
            height=HEIGHT,
            lines=tuple(
                sorted((replace(line, page=number) for line in lines), key=lambda line: line.y0)
            ),
        )
        for number, lines in enumerate(pages, start=1)
    ]


def document_of_pages(pages: Sequence[Page]) -> Document:
    """Return the document that is made of pages."""
    draft = Draft("a.pdf", ReadSettings())
    write(pages, draft)
    return draft.document("pdf", "")


def blocks_of_pages(*pages: Iterable[Line]) -> tuple[Block, ...]:
    """Return the blocks that are made of the lines of pages."""
    return document_of_pages(paged(*pages)).blocks


def texts_on(*pages: Iterable[Line]) -> list[str]:
    """Return the texts of the blocks that are made of pages."""
    return [block.text for block in blocks_of_pages(*pages)]
