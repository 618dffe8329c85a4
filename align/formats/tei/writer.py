"""TEI P5: both texts of a job or memory and the alignment beside them, in one file or three.

A ``<text>`` per language holds a ``<div>`` per bitext or run of units of one document, a ``<p>`` or
``<ab>`` per block and an ``<s>`` per segment, end to end. The ``<standOff>`` holds the links, and
spans of the segments without a counterpart, of the flags and of the units' properties. The costs
of beads are not kept.
"""

from __future__ import annotations

import shutil
from typing import IO, TYPE_CHECKING, ClassVar
from urllib.parse import quote

from lxml import etree

from align import naming
from align.formats.markup import DECLARATION
from align.formats.opening import output
from align.formats.tei.draft import Draft
from align.formats.tei.header import Part, header
from align.formats.tei.languages import order_of
from align.formats.tei.names import NAMESPACE
from align.formats.writing import UnitWriter

if TYPE_CHECKING:
    from contextlib import ExitStack
    from pathlib import Path

    from align.model import AlignedBitext, TranslationUnit

__all__ = ["TeiPartsWriter", "TeiWriter"]

ROOT = f'<TEI xmlns="{NAMESPACE}" xml:lang="en">\n'.encode()
INDENT = "  "


class TeiWriter(UnitWriter):
    """Writes one file; what goes before the end of another part waits in temporary files."""

    holds_empty: ClassVar[bool] = True
    _draft: Draft
    _files: list[IO[bytes]]

    def _open(self, stack: ExitStack) -> None:
        self._files = [stack.enter_context(output(path)) for path in self.paths]
        folder = self.paths[0].parent
        self._draft = Draft(stack, folder, self._settings.langs, self._text_files())

    def _text_files(self) -> tuple[str, str]:
        """Return the relative URIs of both texts, empty inside the file that has the links."""
        return "", ""

    def _write(self, unit: TranslationUnit, source: str, target: str) -> None:
        texts = order_of((unit.source_lang, unit.target_lang), self._settings.langs, self._path)
        self._draft.add_unit(unit, (source, target), texts)

    def write_bitext(self, aligned: AlignedBitext) -> None:
        """Add a bitext; raises `OutputError` for other languages than the settings'."""
        bitext = aligned.alignment.bitext
        texts = order_of((bitext.source.lang, bitext.target.lang), self._settings.langs, self._path)
        self._draft.add_bitext(aligned, texts)

    def _finish(self) -> None:
        self._draft.finish()
        file = self._files[0]
        self._begin(file, Part())
        self._write_alignment(file)
        file.write(b"  <text>\n    <group>\n")
        for number in range(len(self._draft.texts)):
            self._write_text(file, number, depth=3)
        file.write(b"    </group>\n  </text>\n</TEI>\n")

    def _begin(self, file: IO[bytes], part: Part) -> None:
        made = header(self._draft.contents, self._settings, part)
        etree.indent(made, space=INDENT, level=1)
        file.write(DECLARATION + ROOT + INDENT.encode())
        file.write(etree.tostring(made, encoding="UTF-8", xml_declaration=False) + b"\n")

    def _write_alignment(self, file: IO[bytes]) -> None:
        file.write(b'  <standOff type="alignment">\n')
        _copy(self._draft.alignment.links, file)
        for kind, spans in self._draft.alignment.spans.items():
            # One group is there even without a span, for a standOff must not be empty.
            if spans.tell() or kind == "unaligned":
                file.write(f'    <spanGrp type="{kind}" ana="#status-auto">\n'.encode())
                _copy(spans, file)
                file.write(b"    </spanGrp>\n")
        file.write(b"  </standOff>\n")

    def _write_text(self, file: IO[bytes], number: int, *, depth: int) -> None:
        lang, text = self._settings.langs[number], self._draft.texts[number]
        margin = INDENT * depth
        opening = f'<text xml:id="{lang}" xml:lang="{lang}" decls="#{lang}.source"><body>'
        file.write(f"{margin}{opening}\n".encode())
        if not text.segments and not text.stream.tell():
            file.write(b"<div/>\n")  # TEI has no empty body
        _copy(text.stream, file)
        file.write(f"{margin}</body></text>\n".encode())


class TeiPartsWriter(TeiWriter):
    """Writes the alignment and the two texts as three files."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """The file of the alignment, then those of the texts."""
        return naming.files_of("tei-parts", self._path, self._settings.langs)

    def _text_files(self) -> tuple[str, str]:
        _, first, second = self.paths
        return quote(first.name), quote(second.name)

    def _finish(self) -> None:
        self._draft.finish()
        alignment, *texts = self._files
        self._begin(alignment, Part(texts=(), files=self._text_files()))
        self._write_alignment(alignment)
        alignment.write(b"</TEI>\n")
        for number, file in enumerate(texts):
            self._begin(file, Part(texts=(number,), has_links=False))
            self._write_text(file, number, depth=1)
            file.write(b"</TEI>\n")


def _copy(part: IO[bytes], file: IO[bytes]) -> None:
    part.seek(0)
    shutil.copyfileobj(part, file)
