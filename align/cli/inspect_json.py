"""An inspection as one JSON document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.inspecting import Inspection
    from align.model import Bitext, Block, Passage

__all__ = ["show"]


def show(inspection: Inspection) -> None:
    """Print what was read, told apart and cut."""
    click.echo(json.dumps(_document(inspection), ensure_ascii=False))


def _document(inspection: Inspection) -> dict[str, Any]:
    document, split = inspection.document, inspection.split
    source = document.source
    return {
        "path": source.path,
        "format": source.format,
        "encoding": source.encoding,
        "sha256": source.sha256,
        "langs": list(inspection.langs),
        "monolingual": split.monolingual,
        "bitexts": [_bitext(bitext) for bitext in split.bitexts],
        "blocks": list(_blocks(inspection)),
        "unaligned": [_passage(inspection, passage) for passage in inspection.alone],
        "removed": [
            _passage(inspection, passage) for passage in (*inspection.left_out, *inspection.repairs)
        ],
        "notes": list(document.notes),
    }


def _bitext(bitext: Bitext) -> dict[str, Any]:
    return {
        "id": bitext.id,
        "layout": bitext.layout,
        "blocks": {"source": len(bitext.source.blocks), "target": len(bitext.target.blocks)},
        "anchors": [
            {"source": [a.source.start, a.source.stop], "target": [a.target.start, a.target.stop]}
            for a in bitext.anchors
        ],
    }


def _blocks(inspection: Inspection) -> Iterator[dict[str, Any]]:
    """Yield the blocks of all sides, bitext by bitext."""
    for bitext in inspection.split.bitexts:
        for side in (bitext.source, bitext.target):
            for block in side.blocks:
                yield _block(block, side.lang, inspection)
    for block in inspection.only:
        yield _block(block, inspection.split.monolingual or "", inspection)


def _block(block: Block, lang: str, inspection: Inspection) -> dict[str, Any]:
    told = {"told_lang": block.lang, "table": block.table, "time": block.time}
    return {
        "id": block.id,
        "kind": block.kind,
        "lang": lang,
        "line": block.place.line,
        "start": block.place.start,
        "end": block.place.end,
        "text": block.text,
        "segments": [[one.start, one.end] for one in inspection.segments[block.id]],
        **{name: value for name, value in told.items() if value is not None},
    }


def _passage(inspection: Inspection, passage: Passage) -> dict[str, Any]:
    more = {"label": passage.label, "instead": passage.instead}
    return {
        "lang": passage.lang,
        "block": passage.block,
        "line": inspection.line_of(passage),
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "reason": passage.reason,
        **{name: value for name, value in more.items() if value},
    }
