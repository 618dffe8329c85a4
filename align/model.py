"""Every record that passes between the rooms of the package; read this first.

path → `Document` → `Bitext` → `Segment`s → `Bead`s → `TranslationUnit`s → writers.
All records are frozen, slotted and keyword-only, use the standard library only, and pickle.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

__all__ = [
    "LAYOUTS",
    "Aligned",
    "AlignedBitext",
    "Alignment",
    "Anchor",
    "Bead",
    "Bitext",
    "Block",
    "Document",
    "Failed",
    "Flag",
    "Job",
    "Layout",
    "Location",
    "Monolingual",
    "Origin",
    "Outcome",
    "PairedBy",
    "Passage",
    "Place",
    "Reason",
    "Segment",
    "Severity",
    "Side",
    "SideName",
    "Source",
    "Split",
    "TranslationUnit",
]

Severity = Literal["error", "warning", "info"]
SideName = Literal["source", "target"]
BlockKind = Literal["paragraph", "heading", "item", "quote", "cell", "caption", "footnote", "cue"]
Layout = Literal["stacked", "interleaved", "sections", "columns", "inline", "glossed", "pair"]
PairedBy = Literal["name", "folder", "content", "user"]
LAYOUTS: tuple[Layout, ...] = get_args(Layout)
Reason = Literal[
    "omission",  # unaligned: a sentence with no counterpart
    "monolingual",  # unaligned: the document has no other side
    "other-language",  # unaligned: neither the source nor the target language
    "furniture",  # removed: markup, menus, repeated lines
    "illegal-character",  # removed: forbidden by XML 1.0
    "repair",  # removed: replaced by what a repair made of it
    "duplicate",  # removed: a paragraph that stands twice
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a document came from.

    ``path`` is relative to the PATH the user gave, with ``/`` on every system; ``encoding`` is
    the Python codec name that decoded it; ``sha256`` is the hex digest of the bytes.
    """

    path: str
    format: str
    encoding: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a block stands: its first line (from 1) and its span of characters in the document.

    The length is kept, not the end: of the numbers in a large document, small ones take no memory.
    """

    line: int
    start: int
    length: int

    @property
    def end(self) -> int:
        """The place behind the last character."""
        return self.start + self.length


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, list item or cell: text that no segment ever crosses.

    ``id`` is unique in its document (``b1``, ``b2`` …; a part cut out of ``b7`` is ``b7.1``).
    ``text`` is the NFC text as it stands in the file, wrapped lines joined by their line break.
    ``lang`` is the language the file says it is in, a hint. ``table`` is the number of the table,
    sheet or the like, from 1, whose row the block is: its cells are separated by tabs, paragraphs
    in a cell by line breaks. ``time`` is when a subtitle is shown and when no more, in seconds.
    """

    id: str
    kind: BlockKind
    text: str
    place: Place
    lang: str | None = None
    table: int | None = None
    time: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Text of the input that is in no unit, and why; it stands at ``[start, end)`` of ``block``.

    For text outside every block (markup between blocks) ``block`` is empty and the span is in the
    decoded file. ``lang`` is a language code or ``und``. ``label`` says more of the reason: which
    furniture ("page header", "comment"), or what was repaired. After a repair, ``instead`` is what
    stands at the span now, and ``text`` what stood there.
    """

    lang: str
    block: str
    start: int
    end: int
    text: str
    reason: Reason
    label: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file as read: its blocks in order, what the reader left out, and what it noticed.

    ``text`` is the whole decoded NFC text; every letter of it is in a block or in ``removed``.
    ``notes`` are plain sentences for the report.
    """

    id: str
    source: Source
    text: str
    blocks: tuple[Block, ...]
    removed: tuple[Passage, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One language of a bitext."""

    lang: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Two runs of blocks, by index into the sides, that the layout says translate one another."""

    source: range
    target: range


@dataclass(frozen=True, slots=True, kw_only=True)
class Bitext:
    """Two sides that translate one another.

    ``anchors`` are in order and do not overlap; if there are any, they cover every block of both
    sides. Beads never cross the edge of an anchor.
    """

    id: str
    source: Side
    target: Side
    layout: Layout
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A document told apart by language: its bitexts and everything that is in none of them.

    ``passages`` have the reasons ``other-language``, ``monolingual`` or ``furniture``.
    ``monolingual`` is the one language of a document that has only one, else None.
    """

    bitexts: tuple[Bitext, ...]
    passages: tuple[Passage, ...] = ()
    monolingual: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A sentence (or line, or paragraph): the span ``[start, end)`` of its block's text."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The text of the span, exactly as it stands in the block."""
        return self.block.text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead:
    """Source segments and the target segments they answer to; a side may be empty.

    The ranges index the segments of the alignment; an empty range keeps its place. ``cost`` is
    -log probability up to a constant of the alignment (lower is better); ``posterior`` is the
    probability of the bead under the model, 0..1.
    """

    source: range
    target: range
    cost: float
    posterior: float

    @property
    def kind(self) -> str:
        """The bead's shape, ``1-1``, ``2-1``, ``1-0`` …."""
        return f"{len(self.source)}-{len(self.target)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The segments of a bitext and the beads that cover each side exactly once, in source order.

    ``stretches`` are ranges of beads inside which the target order is monotone too.
    """

    bitext: Bitext
    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    beads: tuple[Bead, ...]
    stretches: tuple[range, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A finding about a unit: a stable id, how bad it is, and a sentence saying what is wrong.

    ``[start, end)`` are characters of the unit's ``side``; without a side it is about the whole.
    """

    id: str
    severity: Severity
    message: str
    side: SideName | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a segment stands: file, block, and the span in the block's text."""

    path: str
    block: str
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a unit came from: the document and the place of every segment on both sides."""

    document: str
    source: tuple[Location, ...]
    target: tuple[Location, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationUnit:
    """A source text and its translation, as a translation memory holds them.

    ``score`` is 0..1, higher is better, rounded to 4 decimals; ``kind`` the bead's shape.
    ``props`` are the user's own name-value pairs, written as ``x-NAME`` in TMX.
    """

    id: str
    source: str
    target: str
    source_lang: str
    target_lang: str
    kind: str
    score: float
    flags: tuple[Flag, ...] = ()
    origin: Origin | None = None
    props: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedBitext:
    """An alignment and the unit of every bead; ``units[i]`` is None where a side is empty."""

    alignment: Alignment
    units: tuple[TranslationUnit | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is aligned in one go: one bilingual file, or a pair of files (source first).

    ``paths`` are what to open; ``names`` the same relative to the PATH the user gave, with ``/``.
    ``paired`` is what tells that two files belong together, None for one alone; by content with a
    ``score`` from 0 to 1. ``notes`` are sentences for the report on how the job was put together.
    """

    id: str
    paths: tuple[str, ...]
    names: tuple[str, ...]
    paired: PairedBy | None = None
    score: float | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """A job that gave at least one bitext."""

    job: Job
    sources: tuple[Source, ...]
    bitexts: tuple[AlignedBitext, ...]
    unaligned: tuple[Passage, ...]
    removed: tuple[Passage, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Monolingual:
    """A job whose text is all in one language (``lang``): nothing to align, everything listed."""

    job: Job
    sources: tuple[Source, ...]
    lang: str
    unaligned: tuple[Passage, ...]
    removed: tuple[Passage, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A job that could not be read: the error's class name and its message."""

    job: Job
    error: str
    message: str


Outcome = Aligned | Monolingual | Failed
