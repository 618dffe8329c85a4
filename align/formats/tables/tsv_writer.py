"""Tab-separated values, no header line, no quoting: source, target, score, kind, id, document.

Without a header ``cut -f 1,2`` gives the two texts, which is what training tools read. A field
holds no tab and no character that any program takes for a line break: they become a space. The
languages, flags and props of a unit are not kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.formats.lines import LineWriter
from align.text.tidy import tidy

if TYPE_CHECKING:
    from align.model import TranslationUnit

__all__ = ["TsvWriter"]


class TsvWriter(LineWriter):
    """Writes one unit a line; beads with an empty side are left out."""

    def _write(self, unit: TranslationUnit, source: str, target: str) -> None:
        document = unit.origin.document if unit.origin else ""
        fields = (f"{unit.score:.4f}", tidy(unit.kind), tidy(unit.id), tidy(document))
        self._write_line("\t".join((source, target, *fields)))
