"""Ladder files of the sentence aligner hunalign, and beside them both texts, one sentence a line.

A rung is a line of three columns: how many source lines and how many target lines come before it,
and the score of the bead up to the next rung. The last rung stands behind both texts. Rungs only
climb: where blocks moved, the target is written in the order of the source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from align.formats.corpora.writing import CorpusWriter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import AlignedBitext, TranslationUnit

__all__ = ["LadderWriter"]

NO_SCORE = "0"


class LadderWriter(CorpusWriter):
    """Writes a rung for every bead."""

    format: ClassVar[str] = "ladder"

    def _begin(self) -> None:
        self._lines = [0, 0]
        self._moved = 0

    @property
    def remarks(self) -> list[str]:
        """Say in how many texts the target had to be put in the order of the source."""
        if not self._moved:
            return []
        fact = f"blocks moved in {self._moved:,} of the texts, and rungs only climb"
        return [f"{fact}: the target stands there in the order of the source"]

    def _write_beads(self, aligned: AlignedBitext) -> None:
        self._moved += len(aligned.alignment.stretches) > 1
        super()._write_beads(aligned)

    def _write_bead(
        self, source: Sequence[str], target: Sequence[str], unit: TranslationUnit | None
    ) -> None:
        self._write_rung(f"{unit.score:.4f}" if unit is not None else NO_SCORE)
        for side, texts in enumerate((source, target)):
            self._lines[side] += len(texts)
            self._files[side + 1].write("".join(f"{text}\n" for text in texts).encode())

    def _finish(self) -> None:
        self._write_rung(NO_SCORE)

    def _write_rung(self, score: str) -> None:
        self._files[0].write(f"{self._lines[0]}\t{self._lines[1]}\t{score}\n".encode())
