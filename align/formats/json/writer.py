"""JSON lines: one object a bead, beads with an empty side included.

The keys are ``id type src tgt score flags doc props``; ``src`` and ``tgt`` have ``lang ids lines
files text``: of each segment the place, ``BLOCK:START-END`` in characters of the block, the line
its block begins in, and the file. In a bead with an empty side ``id`` and ``score`` are null.
``flags`` have ``id severity message side start end``: the characters of a side that one is about,
or null when it is about the unit. ``props`` is a list of pairs, since a name may come twice.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from align.formats.flags import tidy_flags
from align.formats.lines import LineWriter
from align.model import AlignedBitext, Bead, Location, Origin, Segment, SideName, TranslationUnit
from align.text.tidy import joined, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["JsonlWriter", "bead_of"]

DECIMALS = 4  # of a score, as in the other formats
# What may stand in the name of a file, but would end a line or be no UTF-8.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


class JsonlWriter(LineWriter):
    """Writes units, and of a bitext every bead, in source order."""

    def _write(self, unit: TranslationUnit, source: str, target: str) -> None:
        self._write_object(bead_of(unit, source, target))

    def write_bitext(self, aligned: AlignedBitext) -> None:
        """Add every bead of a bitext."""
        origins = (unit.origin for unit in aligned.units if unit is not None)
        name = aligned.alignment.bitext.id
        origin = next(filter(None, origins), Origin(document=name, source=(), target=()))
        for bead, unit in zip(aligned.alignment.beads, aligned.units, strict=True):
            if unit is None:
                self._write_unaligned(aligned, bead, origin)
            else:
                self.write(unit)

    def _write_unaligned(self, aligned: AlignedBitext, bead: Bead, origin: Origin) -> None:
        self._write_object(
            {
                "id": None,
                "type": bead.kind,
                "src": _bead_side(aligned, bead, "source", origin),
                "tgt": _bead_side(aligned, bead, "target", origin),
                "score": None,
                "flags": [],
                "doc": tidy(origin.document),
                "props": [],
            }
        )

    def _write_object(self, values: dict[str, Any]) -> None:
        text = json.dumps(values, ensure_ascii=False)
        self._write_line(_ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text))


def bead_of(unit: TranslationUnit, source: str, target: str) -> dict[str, Any]:
    """Return the object of a unit, whose texts, tidied, are ``source`` and ``target``."""
    origin = unit.origin
    return {
        "id": tidy(unit.id),
        "type": tidy(unit.kind),
        "src": _side(unit.source_lang, origin.source if origin else (), source),
        "tgt": _side(unit.target_lang, origin.target if origin else (), target),
        "score": round(unit.score, DECIMALS),
        "flags": [asdict(flag) for flag in tidy_flags(unit)],
        "doc": tidy(origin.document) if origin else None,
        "props": [[tidy(name), tidy(value)] for name, value in unit.props],
    }


def _side(lang: str, places: Sequence[Location], text: str) -> dict[str, Any]:
    return {
        "lang": tidy(lang),
        "ids": [f"{place.block}:{place.start}-{place.end}" for place in places],
        "lines": [place.line for place in places],
        "files": [place.path for place in places],
        "text": text,
    }


def _bead_side(
    aligned: AlignedBitext, bead: Bead, side: SideName, origin: Origin
) -> dict[str, Any]:
    """Return a side of a bead without unit; its file is that of the other beads."""
    run: range = getattr(bead, side)
    segments: Sequence[Segment] = getattr(aligned.alignment, side)[run.start : run.stop]
    path = next((place.path for place in getattr(origin, side)), "")
    lang: str = getattr(aligned.alignment.bitext, side).lang
    places = [
        Location(
            path=path,
            block=each.block.id,
            line=each.block.place.line,
            start=each.start,
            end=each.end,
        )
        for each in segments
    ]
    return _side(lang, places, joined(segment.text for segment in segments))
