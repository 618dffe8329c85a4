"""What the writers of corpora share: a file for each language, its text in its own order."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.errors import OutputError
from align.formats.memories import turned
from align.formats.writing import BeadWriter
from align.text.codes import are_alike
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import AlignedBitext, TranslationUnit

__all__ = ["CorpusWriter", "Sentence", "TextWriter", "document_of"]


class CorpusWriter(BeadWriter):
    """Writes beads in source order; a unit in the other direction is written turned."""

    def write(self, unit: TranslationUnit) -> None:
        """Add one unit; raises `OutputError` for other languages than those of the files."""
        langs = unit.source_lang, unit.target_lang
        if are_alike(langs, self._settings.langs):
            super().write(unit)
        elif are_alike(reversed(langs), self._settings.langs):
            super().write(turned(unit))
        else:
            self._refuse(langs)

    def write_bitext(self, aligned: AlignedBitext) -> None:
        """Add every bead of a bitext, those with an empty side too."""
        bitext = aligned.alignment.bitext
        langs = bitext.source.lang, bitext.target.lang
        if not are_alike(langs, self._settings.langs):
            self._refuse(langs)
        self._write_beads(aligned)

    def _write_beads(self, aligned: AlignedBitext) -> None:
        super().write_bitext(aligned)

    def _refuse(self, langs: tuple[str, str]) -> None:
        fact = f"{'-'.join(langs)} does not go with {'-'.join(self._settings.langs)}"
        raise OutputError(str(self._path), fact, "write it to files of its own")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A segment to be written to the text of a side.

    ``paragraph`` is what all sentences of a paragraph share; None for a paragraph of its own.
    """

    text: str
    unit: TranslationUnit | None
    document: str | None
    paragraph: str | None = None


class TextWriter(CorpusWriter):
    """A writer of beads that point into texts, each of which keeps its own order."""

    @abstractmethod
    def _write_sentence(self, side: int, sentence: Sentence) -> str:
        """Add a sentence to the text of a side (0 is the source); returns what beads call it."""

    @abstractmethod
    def _write_link(
        self, source: Sequence[str], target: Sequence[str], unit: TranslationUnit | None
    ) -> None:
        """Add a bead of sentences; one that has no unit has an empty side."""

    def _write_bead(
        self, source: Sequence[str], target: Sequence[str], unit: TranslationUnit | None
    ) -> None:
        names: list[list[str]] = []
        for side, texts in enumerate((source, target)):
            sentences = (
                Sentence(text=text, unit=unit, document=document_of(unit)) for text in texts
            )
            names.append([self._write_sentence(side, sentence) for sentence in sentences])
        self._write_link(names[0], names[1], unit)

    def _write_beads(self, aligned: AlignedBitext) -> None:
        """Write both texts, then the beads: where blocks moved, these have another order."""
        names = [self._write_text(aligned, side) for side in (0, 1)]
        for bead, unit in zip(aligned.alignment.beads, aligned.units, strict=True):
            runs = zip(names, (bead.source, bead.target), strict=True)
            source, target = (list(filter(None, side[run.start : run.stop])) for side, run in runs)
            self._write_link(source, target, unit)

    def _write_text(self, aligned: AlignedBitext, side: int) -> list[str]:
        """Write one text; returns the names of its segments, an empty one where nothing is left."""
        alignment = aligned.alignment
        units = {
            place: unit
            for bead, unit in zip(alignment.beads, aligned.units, strict=True)
            for place in (bead.source, bead.target)[side]
        }
        document = next(filter(None, map(document_of, aligned.units)), tidy(alignment.bitext.id))
        names = []
        for place, segment in enumerate((alignment.source, alignment.target)[side]):
            sentence = Sentence(
                text=tidy(segment.text),
                unit=units[place],
                document=document,
                paragraph=f"{alignment.bitext.id} {segment.block.id}",
            )
            names.append(self._write_sentence(side, sentence) if sentence.text else "")
        return names


def document_of(unit: TranslationUnit | None) -> str | None:
    """Return the document that a unit comes from, None when it is not known."""
    return tidy(unit.origin.document) if unit is not None and unit.origin is not None else None
