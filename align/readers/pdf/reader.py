"""PDF with a text layer: lines put in reading order, told apart, and joined to blocks."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from align.errors import LimitError, ReadError
from align.readers.drafting import Draft
from align.readers.opening import opened, sha256_of
from align.readers.pdf.apart import pages_apart
from align.readers.pdf.composition.blocks import Blocks
from align.readers.pdf.composition.flows import flows
from align.readers.pdf.composition.fragments import with_marks
from align.readers.pdf.composition.gutters import arranged
from align.readers.pdf.composition.heads import without_heads
from align.readers.pdf.composition.paragraphs import Paragraph, in_paragraphs
from align.readers.pdf.composition.places import body_size
from align.readers.pdf.composition.sides import settled
from align.readers.pdf.composition.turns import in_turn
from align.readers.pdf.composition.words import Vocabulary
from align.readers.pdf.ocr import ASK, recognised

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from align.config import ReadSettings
    from align.model import Document
    from align.readers.pdf.composition.places import Element
    from align.readers.pdf.records import Line, Page, Rule

__all__ = ["read", "write"]

MOST_PER_BYTE = 10  # characters; packed text of books has three, fonts apart
FREE = 100_000  # characters that may be on the pages of any file
MOST_NAMED = 10  # pages that a note names; it counts the others


def read(path: Path, name: str, settings: ReadSettings) -> Document:
    """Read a PDF; running heads, page numbers and watermarks are left out and listed.

    Raises `ReadError` for one that is pictures only, and `MissingExtraError` if OCR is asked for
    but not installed.
    """
    with opened(path, name, settings.max_bytes) as file:
        sha256 = sha256_of(file)
    found = list(_bounded(path, name, settings))
    if settings.ocr and any(page.scanned for page in found):
        with recognised(path, name) as copy:
            found = list(_bounded(copy, name, settings))
    if any(page.scanned for page in found) and not any(page.lines for page in found):
        hint = "nothing was recognised on it" if settings.ocr else ASK
        raise ReadError(name, "is a PDF of scanned pages, which have no text", hint)
    draft = Draft(name, settings)
    write(found, draft)
    return draft.document("pdf", sha256)


def _bounded(path: Path, name: str, settings: ReadSettings) -> Iterator[Page]:
    """Yield the pages; raises `LimitError` if there is more on them than such a file can hold."""
    written, most = 0, max(FREE, MOST_PER_BYTE * path.stat().st_size)
    for page in pages_apart(path, name, settings):
        written += sum(len(line.text) for line in page.lines)
        if written > most:
            fact = f"draws more than {most:,} characters, up to page {page.number}"
            raise LimitError(name, fact, "so small a file only repeats itself; leave it out")
        yield page


def write(found: Sequence[Page], draft: Draft) -> None:
    """Add what is on pages to a draft, in reading order."""
    lines = [line for page in found for line in page.lines]
    size = body_size(lines)
    texts, asides = without_heads(found, size)
    blocks = Blocks(draft, size, Vocabulary(lines), asides)
    placed = [_arranged(text, page.rules) for text, page in zip(texts, found, strict=True)]
    for flow in flows(settled(in_turn(placed)), size):
        for part in in_paragraphs(flow):
            if isinstance(part, Paragraph):
                blocks.paragraph(part)
            else:
                blocks.grid(part)
    blocks.close()
    for note in _notes(found):
        draft.note(note)


def _arranged(lines: Sequence[Line], rules: Sequence[Rule]) -> list[Element]:
    whole = with_marks(lines)
    left = min((line.x0 for line in whole), default=0.0)
    return arranged(whole, (left, max((line.x1 for line in whole), default=0.0)), rules)


def _notes(found: Sequence[Page]) -> Iterator[str]:
    """Yield which pages are pictures and which cannot be trusted."""
    pictures = [page for page in found if page.scanned]
    if pictures:
        verb = "is a picture" if len(pictures) == 1 else "are pictures"
        yield f"{_named(pictures)} {verb} without text: {ASK}"
    reasons = dict.fromkeys(page.why for page in found if not (page.trusted or page.scanned))
    for why in reasons:
        doubtful = [page for page in found if page.why == why and not page.trusted]
        yield f"{_named(doubtful)} cannot be trusted: {why}"


def _named(some: Sequence[Page]) -> str:
    """Return which pages are meant.

    A dozen pages would be named so: pages 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more.
    """
    numbers = ", ".join(str(page.number) for page in islice(some, MOST_NAMED))
    more = f" and {len(some) - MOST_NAMED} more" if len(some) > MOST_NAMED else ""
    return f"page{'s' if len(some) > 1 else ''} {numbers}{more}"
