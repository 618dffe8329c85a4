"""A TEI document in the making: its parts in temporary files, since its header has their counts."""

from __future__ import annotations

import tempfile
from typing import IO, TYPE_CHECKING, cast

from align.formats.tei.alignment import Alignment, Group
from align.formats.tei.contents import Contents
from align.formats.tei.sentences import blocks_of
from align.formats.tei.text import Sentence, Text

if TYPE_CHECKING:
    from contextlib import ExitStack
    from pathlib import Path

    from align.model import AlignedBitext, TranslationUnit

    Texts = tuple[int, int]  # of source and target, 0 and 1 or the other way round

__all__ = ["Draft"]

IN_MEMORY = 1_000_000  # bytes of a part, before it goes to the disk


class Draft:
    """Takes units and bitexts; ``texts`` and ``alignment`` are streams to be put together."""

    def __init__(
        self, stack: ExitStack, folder: Path, langs: tuple[str, str], files: tuple[str, str]
    ) -> None:
        """Open temporary files in a folder; ``files`` are the texts' relative URIs."""

        def stream() -> IO[bytes]:
            made = tempfile.SpooledTemporaryFile(IN_MEMORY, dir=str(folder))  # noqa: SIM115
            return cast("IO[bytes]", stack.enter_context(made))

        self.alignment = Alignment(stream, langs, files)
        self.texts = (Text(stream(), langs[0]), Text(stream(), langs[1]))
        self.contents = Contents(self.texts)
        self._run: tuple[str | None, Texts] | None = None  # of units
        self._division = 0

    def add_unit(
        self, unit: TranslationUnit, sides: tuple[str, str], texts: Texts = (0, 1)
    ) -> None:
        """Add a unit, each side as one segment, to the division of the units of its document."""
        document = unit.origin.document if unit.origin else None
        if (document, texts) != self._run:
            self._open_divisions(document)
            self._run = document, texts
            self.contents.add_document(document or "")
        places = (unit.origin.source, unit.origin.target) if unit.origin else ((), ())
        source = Sentence(sides[0], unit.source_lang, places[0])
        target = Sentence(sides[1], unit.target_lang, places[1])
        ids = (
            self.texts[texts[0]].add_block([source]),
            self.texts[texts[1]].add_block([target]),
        )
        self._link(Group(self._division, document, texts), unit, ids)

    def add_bitext(self, aligned: AlignedBitext, texts: Texts = (0, 1)) -> None:
        """Add the segments of a bitext as divisions of their own, and its beads."""
        bitext = aligned.alignment.bitext
        self._run = None
        self._open_divisions(bitext.id)
        documents = [unit.origin.document for unit in aligned.units if unit and unit.origin]
        for document in documents or [bitext.id]:
            self.contents.add_document(document)
        ids = (
            self._add_segments(aligned, 0, self.texts[texts[0]]),
            self._add_segments(aligned, 1, self.texts[texts[1]]),
        )
        self._add_beads(aligned, texts, ids)

    def finish(self) -> None:
        """Close what is open."""
        self.alignment.finish()
        for text in self.texts:
            text.close_division()

    def _open_divisions(self, name: str | None) -> None:
        self._division += 1
        for text in self.texts:
            text.open_division(self._division, name)

    def _link(self, group: Group, unit: TranslationUnit, ids: tuple[list[str], list[str]]) -> None:
        self.contents.links += 1
        self.alignment.add_link(group, unit, ids)

    def _add_segments(self, aligned: AlignedBitext, side: int, text: Text) -> list[str]:
        """Write the blocks of a side; return the ids of its segments."""
        ids: list[str] = []
        for block, sentences in blocks_of(aligned, side):
            ids += text.add_block(sentences, block)
        return ids

    def _add_beads(
        self, aligned: AlignedBitext, texts: Texts, ids: tuple[list[str], list[str]]
    ) -> None:
        stretches = aligned.alignment.stretches
        for number, stretch in enumerate(stretches, start=1):
            for index in stretch:
                bead, unit = aligned.alignment.beads[index], aligned.units[index]
                runs = ids[0][_slice(bead.source)], ids[1][_slice(bead.target)]
                if unit is None:
                    self._list(texts, runs)
                    continue
                document = unit.origin.document if unit.origin else None
                several = (number, len(stretches)) if len(stretches) > 1 else None
                self._link(Group(self._division, document, texts, several), unit, runs)

    def _list(self, texts: Texts, runs: tuple[list[str], list[str]]) -> None:
        for kind, text, run in zip(("1-0", "0-1"), texts, runs, strict=True):
            for segment in run:
                self.alignment.add_unaligned(kind, text, segment)


def _slice(run: range) -> slice:
    return slice(run.start, run.stop)
