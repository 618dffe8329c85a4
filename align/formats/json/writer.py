"""JSON lines: one object a bead, beads with an empty side included.

The keys are ``id type src tgt score flags doc props``; ``src`` and ``tgt`` have ``lang ids text``,
where an id is a segment's place, ``BLOCK:START-END`` in characters of the block. In a bead with an
empty side ``id`` and ``score`` are null. ``flags`` have ``id severity message side start end``: the
characters of a side that one is about, or null when it is about the unit. ``props`` is a list of
pairs, since a name may come twice.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from align.formats.line_writer import LineWriter
from align.formats.sides import tidy_flags
from align.model import AlignedBitext, Alignment, Bead, Location, Segment, TranslationUnit
from align.text.tidy import joined, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["JsonlWriter"]

DECIMALS = 4  # of a score, as in the other formats


class JsonlWriter(LineWriter):
    """Writes units, and of a bitext every bead, in source order."""

    def _write(self, unit: TranslationUnit, source: str, target: str) -> None:
        origin = unit.origin
        self._write_object(
            id=tidy(unit.id),
            type=tidy(unit.kind),
            src=_side(unit.source_lang, _places(origin.source if origin else ()), source),
            tgt=_side(unit.target_lang, _places(origin.target if origin else ()), target),
            score=round(unit.score, DECIMALS),
            flags=[asdict(flag) for flag in tidy_flags(unit)],
            doc=tidy(origin.document) if origin else None,
            props=[[tidy(name), tidy(value)] for name, value in unit.props],
        )

    def write_bitext(self, aligned: AlignedBitext) -> None:
        """Add every bead of a bitext."""
        origins = (unit.origin for unit in aligned.units if unit is not None)
        known = next(filter(None, origins), None)
        document = known.document if known else aligned.alignment.bitext.id
        for bead, unit in zip(aligned.alignment.beads, aligned.units, strict=True):
            if unit is None:
                self._write_unaligned(aligned.alignment, bead, document)
            else:
                self.write(unit)

    def _write_unaligned(self, alignment: Alignment, bead: Bead, document: str) -> None:
        bitext = alignment.bitext
        source = alignment.source[bead.source.start : bead.source.stop]
        target = alignment.target[bead.target.start : bead.target.stop]
        self._write_object(
            id=None,
            type=bead.kind,
            src=_side(
                bitext.source.lang, _places(source), joined(segment.text for segment in source)
            ),
            tgt=_side(
                bitext.target.lang, _places(target), joined(segment.text for segment in target)
            ),
            score=None,
            flags=[],
            doc=tidy(document),
            props=[],
        )

    def _write_object(self, **values: Any) -> None:
        self._write_line(json.dumps(values, ensure_ascii=False))


def _side(lang: str, ids: list[str], text: str) -> dict[str, Any]:
    return {"lang": lang, "ids": ids, "text": text}


def _places(spans: Sequence[Location | Segment]) -> list[str]:
    return [f"{_block_id(span)}:{span.start}-{span.end}" for span in spans]


def _block_id(span: Location | Segment) -> str:
    return span.block if isinstance(span, Location) else span.block.id
