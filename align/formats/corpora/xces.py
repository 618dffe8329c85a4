"""XCES as in OPUS: a ``cesAlign`` of links between sentences, and a text of each language.

The ids before the semicolon are those of ``fromDoc``, the source; ``certainty`` is the score. Two
attributes are not of OPUS: ``type``, source first, and ``n``, the document that the unit is from.
The files lie in one folder, where the tools of OPUS find them: ``opus_read -d law -s ar -t en -p
raw -af law.ar-en.xces.xml``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from align.formats.corpora.writing import document_of
from align.formats.corpora.xml_writing import XmlTextWriter, start_tag
from align.formats.markup import DECLARATION
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import TranslationUnit

__all__ = ["XcesWriter"]


class XcesWriter(XmlTextWriter):
    """Writes a link for every bead."""

    format: ClassVar[str] = "xces"

    def _begin(self) -> None:
        super()._begin()
        self._links = 0
        source, target = (path.name for path in self.paths[1:])
        group = {"targType": "s", "fromDoc": source, "toDoc": target}
        root = start_tag("cesAlign", {"version": "1.0"})
        self._files[0].write(DECLARATION + f"{root}\n{start_tag('linkGrp', group)}\n".encode())

    def _finish(self) -> None:
        super()._finish()
        self._files[0].write(b"</linkGrp>\n</cesAlign>\n")

    def _start_paragraph(self, side: int) -> None:
        """Count sentences through the whole text."""

    def _name(self, side: int) -> str:
        return str(self._sentences[side])

    def _write_link(
        self, source: Sequence[str], target: Sequence[str], unit: TranslationUnit | None
    ) -> None:
        self._links += 1
        name = tidy(unit.id) if unit is not None else ""
        targets = f"{' '.join(source)};{' '.join(target)}"
        link = {"id": name or f"SL{self._links}", "xtargets": targets}
        if unit is not None:
            link |= {"certainty": f"{unit.score:.4f}", "type": tidy(unit.kind)}
        document = document_of(unit)
        if document is not None:
            link["n"] = document
        self._files[0].write(f"{start_tag('link', link, '/')}\n".encode())
