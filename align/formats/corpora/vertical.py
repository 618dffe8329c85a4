"""The vertical files of Sketch Engine and NoSketch Engine: a text of each language, and a mapping.

A token stands on each line, ``<g/>`` where no space was between two, and every segment is a
structure ``s``: the corpora are to be configured with ``ALIGNSTRUCT s``. Each ``s`` has its number
in ``id`` and tells of the unit it is in: ``unit type score``; a ``doc`` is around those of one
document. The mapping has a line for each bead: the places, from 0, of the ``s`` of either side,
``3,4`` from the first to the last, -1 for none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from align.formats.corpora.tokens import GLUE, tokens_of
from align.formats.corpora.writing import Sentence, TextWriter
from align.formats.corpora.xml_writing import start_tag
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import TranslationUnit

__all__ = ["VerticalWriter"]


class VerticalWriter(TextWriter):
    """Writes a line of the mapping for every bead."""

    format: ClassVar[str] = "vertical"

    def _begin(self) -> None:
        self._structures = [0, 0]
        self._documents: list[str | None] = [None, None]

    def _finish(self) -> None:
        for side in (0, 1):
            self._turn_to(side, None)

    def _write_sentence(self, side: int, sentence: Sentence) -> str:
        self._turn_to(side, sentence.document)
        number = self._structures[side]
        self._structures[side] += 1
        tokens = map(_escaped, tokens_of(sentence.text))
        lines = [start_tag("s", {"id": str(number), **_about(sentence.unit)}), *tokens, "</s>"]
        self._files[side + 1].write("".join(f"{line}\n" for line in lines).encode())
        return str(number)

    def _turn_to(self, side: int, document: str | None) -> None:
        """Write the sentences that follow into another document, or into none."""
        known = self._documents[side]
        if document == known:
            return
        self._documents[side] = document
        end = "</doc>\n" if known is not None else ""
        begin = f"{start_tag('doc', {'id': document})}\n" if document is not None else ""
        self._files[side + 1].write((end + begin).encode())

    def _write_link(
        self, source: Sequence[str], target: Sequence[str], unit: TranslationUnit | None
    ) -> None:
        del unit
        self._files[0].write(f"{_place(source)}\t{_place(target)}\n".encode())


def _about(unit: TranslationUnit | None) -> dict[str, str]:
    if unit is None:
        return {}
    return {"unit": tidy(unit.id), "type": tidy(unit.kind), "score": f"{unit.score:.4f}"}


def _escaped(token: str) -> str:
    """Return a token as a line that is no tag of a structure."""
    return token if token == GLUE else token.replace("<", "&lt;")


def _place(names: Sequence[str]) -> str:
    """Return a side of a mapping.

    >>> _place(["3", "4", "5"]), _place(["3"]), _place([])
    ('3,5', '3', '-1')
    """
    if not names:
        return "-1"
    return names[0] if len(names) == 1 else f"{names[0]},{names[-1]}"
