"""The alignment files of Vecalign, and beside them both texts, one sentence a line.

A bead is a line ``[0]:[0, 1]`` with the numbers of source and target lines, from 0. The third field
that Vecalign adds is left out: it is a cost on a scale of its own, and a unit has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from align.formats.corpora.writing import Sentence, TextWriter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import TranslationUnit

__all__ = ["VecalignWriter"]


class VecalignWriter(TextWriter):
    """Writes a line for every bead."""

    format: ClassVar[str] = "vecalign"

    def _begin(self) -> None:
        self._lines = [0, 0]

    def _write_sentence(self, side: int, sentence: Sentence) -> str:
        number = self._lines[side]
        self._lines[side] += 1
        self._files[side + 1].write(sentence.text.encode() + b"\n")
        return str(number)

    def _write_link(
        self, source: Sequence[str], target: Sequence[str], unit: TranslationUnit | None
    ) -> None:
        del unit
        self._files[0].write(f"[{', '.join(source)}]:[{', '.join(target)}]\n".encode())
