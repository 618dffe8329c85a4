"""Moses: a file for each language, line by line translations of one another.

No more than the texts: a line break of any kind in a text is one space, as it is in every unit, so
that no program finds more lines in one file than in the other. Only units are written, for a line
that is empty on one side is an error to most programs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from align.formats.corpora.writing import CorpusWriter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import TranslationUnit

__all__ = ["MosesWriter"]


class MosesWriter(CorpusWriter):
    """Writes a line of each language for every unit."""

    format: ClassVar[str] = "moses"
    holds_empty: ClassVar[bool] = False

    def _write_bead(
        self, source: Sequence[str], target: Sequence[str], unit: TranslationUnit | None
    ) -> None:
        if unit is None:
            return
        for file, texts in zip(self._files, (source, target), strict=True):
            file.write(" ".join(texts).encode() + b"\n")
