"""From parts back to records: blocks cut out of blocks, and passages for what is left over."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from align.model import Anchor, Bitext, Block, Document, Passage, Place, Reason, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from align.layouts.parts import Laid, Part

__all__ = ["bitext_of", "blocks_of", "ordered", "passage_of"]

Span = tuple[int, int]


def blocks_of(parts: Iterable[Part], document: Document) -> dict[Part, Block]:
    """Return a block for each part: the block itself if the part is all of its text."""
    by_block: defaultdict[str, list[Part]] = defaultdict(list)
    for part in parts:
        by_block[part.block.id].append(part)
    return {
        part: part.block if _whole(part) else _narrowed(part, number, document.text)
        for group in by_block.values()
        for number, part in enumerate(sorted(group, key=lambda part: part.start), 1)
    }


def _whole(part: Part) -> bool:
    text = part.block.text
    return part.text == (text.strip() if part.block.table is None else text)


def _narrowed(part: Part, number: int, text: str) -> Block:
    block, place = part.block, part.block.place
    if text[place.start : place.end] == block.text:
        place = Place(
            line=place.line + block.text.count("\n", 0, part.start),
            start=place.start + part.start,
            length=part.end - part.start,
        )
    return Block(id=f"{block.id}.{number}", kind=block.kind, text=part.text, place=place)


def bitext_of(
    region: Laid, name: str, langs: tuple[str, str], blocks: Mapping[Part, Block]
) -> Bitext:
    """Return the bitext of a region; each row is an anchor unless the layout has none."""
    source, target = (
        Side(lang=lang, blocks=tuple(blocks[part] for part in parts))
        for lang, parts in zip(langs, (region.source, region.target), strict=True)
    )
    anchors = () if region.layout == "stacked" else tuple(_anchors(region))
    return Bitext(id=name, source=source, target=target, layout=region.layout, anchors=anchors)


def _anchors(region: Laid) -> Iterator[Anchor]:
    source = target = 0
    for row in region.rows:
        after = source + len(row.source), target + len(row.target)
        if after != (source, target):
            yield Anchor(source=range(source, after[0]), target=range(target, after[1]))
        source, target = after


def passage_of(part: Part, lang: str, reason: Reason, label: str = "") -> Passage:
    """Return a part as a passage of its block."""
    return Passage(
        lang=lang,
        block=part.block.id,
        start=part.start,
        end=part.end,
        text=part.text,
        reason=reason,
        label=label,
    )


def ordered(
    passages: Iterable[Passage], kept: Iterable[Part], document: Document
) -> tuple[Passage, ...]:
    """Return the passages in document order, with letters that no part or passage holds."""
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for part in kept:
        spans[part.block.id].append((part.start, part.end))
    listed: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        spans[passage.block].append((passage.start, passage.end))
        listed[passage.block].append(passage)
    for block in document.blocks:
        listed[block.id].extend(_leftovers(block, spans[block.id]))
    return tuple(
        passage
        for block in document.blocks
        for passage in sorted(listed[block.id], key=lambda passage: passage.start)
    )


def _leftovers(block: Block, spans: Iterable[Span]) -> Iterator[Passage]:
    for start, end in _gaps(spans, len(block.text)):
        text = block.text[start:end]
        if any(map(str.isalpha, text)):
            yield Passage(
                lang="und", block=block.id, start=start, end=end, text=text, reason="furniture"
            )


def _gaps(spans: Iterable[Span], length: int) -> Iterator[Span]:
    at = 0
    for start, end in sorted(spans):
        yield at, start
        at = end
    yield at, length
