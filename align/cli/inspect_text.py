"""An inspection for people, on a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from align.cli.progress import one_line
from align.inspecting import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.inspecting import Inspection
    from align.model import Bitext, Block, Passage

__all__ = ["show"]

EXCERPT = 100  # characters of a text that are shown, unless all of it is wanted
LISTED = 20  # passages of one kind that are shown, unless all are wanted
INDENT = "  "
CELL_MARK = " | "  # between the cells of a row
SEGMENT_MARK = " ‖ "  # between the segments of a block


def show(inspection: Inspection, *, whole: bool) -> None:
    """Print what was read; ``whole`` shows every text from beginning to end."""
    for line in (*_head(inspection), "", *_texts(inspection, whole), *_lists(inspection, whole)):
        click.echo(line)


def _head(inspection: Inspection) -> Iterator[str]:
    document = inspection.document
    letters = sum(map(str.isalpha, document.text))
    read = f"{document.source.format}, {document.source.encoding}"
    yield one_line(document.source.path)
    yield _fact("read", f"as {read}: {len(document.blocks):,} blocks, {letters:,} letters")
    for bitext in inspection.split.bitexts:
        yield _fact("layout", _layout(bitext, inspection))
    if inspection.split.monolingual:
        yield _fact("layout", f"one language, {inspection.split.monolingual}: nothing to align")
    for name, passages in _kinds(inspection):
        if passages:
            yield _fact(name, _counted(passages))
    for note in document.notes:
        yield _fact("note", one_line(note))


def _fact(name: str, text: str) -> str:
    return f"{INDENT}{name:<10} {text}"


def _layout(bitext: Bitext, inspection: Inspection) -> str:
    sides = [
        f"{side.lang} {len(side.blocks):,} blocks, "
        f"{sum(len(inspection.segments[block.id]) for block in side.blocks):,} segments"
        for side in (bitext.source, bitext.target)
    ]
    anchors = f"; {len(bitext.anchors):,} anchors" if bitext.anchors else ""
    return f"{bitext.layout}: {'; '.join(sides)}{anchors}"


def _kinds(inspection: Inspection) -> tuple[tuple[str, tuple[Passage, ...]], ...]:
    return (
        ("left out", inspection.left_out),
        ("repaired", inspection.repairs),
        ("unaligned", inspection.alone),
    )


def _counted(passages: Sequence[Passage]) -> str:
    """Return how many passages there are, by what they are."""
    counts = Counter(passage.label or passage.reason for passage in passages)
    return ", ".join(f"{count:,} × {what}" for what, count in counts.most_common())


def _texts(inspection: Inspection, whole: bool) -> Iterator[str]:
    """Yield the blocks of both sides, row by row; without anchors one side after the other."""
    for bitext in inspection.split.bitexts:
        for row in rows_of(bitext):
            for lang, blocks in (
                (bitext.source.lang, row.source),
                (bitext.target.lang, row.target),
            ):
                yield from (_block(block, lang, inspection, whole) for block in blocks)
        yield ""
    lang = inspection.split.monolingual or ""
    yield from (_block(block, lang, inspection, whole) for block in inspection.only)
    if inspection.only:
        yield ""


def _block(block: Block, lang: str, inspection: Inspection, whole: bool) -> str:
    text = SEGMENT_MARK.join(one.text for one in inspection.segments[block.id])
    return f"{INDENT}{block.id:<7} {block.kind:<9} {lang:<3} {_shown(text, whole)}"


def _lists(inspection: Inspection, whole: bool) -> Iterator[str]:
    for name, passages in _kinds(inspection):
        for passage in passages if whole else passages[:LISTED]:
            yield _passage(name, passage, inspection, whole)
        if not whole and len(passages) > LISTED:
            yield f"{INDENT}{name}: {len(passages) - LISTED:,} more; -v shows all"


def _passage(name: str, passage: Passage, inspection: Inspection, whole: bool) -> str:
    text = _shown(passage.text, whole)
    if passage.instead:
        text += f" → {_shown(passage.instead, whole)}"
    what = passage.label or passage.reason
    return f"{INDENT}{name}: {what}, line {inspection.line_of(passage)}: {text}"


def _shown(text: str, whole: bool) -> str:
    cells = (" ".join(cell.split()) for cell in text.split("\t"))
    line = one_line(CELL_MARK.join(filter(None, cells)))
    return line if whole or len(line) <= EXCERPT else f"{line[: EXCERPT - 1]}…"
