"""The files of InterText, the editor of aligned texts: a ``linkGrp``, and a text of each language.

InterText has the other side first: the ids before the semicolon, and the first number of ``type``,
are those of ``toDoc``, which is our target. Ids are ``PARAGRAPH:SENTENCE``, and every link has the
status ``auto``: nobody has looked at it. What InterText would not keep is not written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from align.formats.corpora.xml_writing import XmlTextWriter, start_tag
from align.formats.markup import DECLARATION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import TranslationUnit

__all__ = ["IntertextWriter"]


class IntertextWriter(XmlTextWriter):
    """Writes a link for every bead."""

    format: ClassVar[str] = "intertext"

    def _begin(self) -> None:
        super()._begin()
        source, target = (path.name for path in self.paths[1:])
        group = start_tag("linkGrp", {"toDoc": target, "fromDoc": source})
        self._files[0].write(DECLARATION + group.encode() + b"\n")

    def _finish(self) -> None:
        super()._finish()
        self._files[0].write(b"</linkGrp>\n")

    def _name(self, side: int) -> str:
        return f"{self._paragraphs[side]}:{self._sentences[side]}"

    def _write_link(
        self, source: Sequence[str], target: Sequence[str], unit: TranslationUnit | None
    ) -> None:
        del unit
        link = {
            "type": f"{len(target)}-{len(source)}",
            "xtargets": f"{' '.join(target)};{' '.join(source)}",
            "status": "auto",
        }
        self._files[0].write(f"{start_tag('link', link, '/')}\n".encode())
