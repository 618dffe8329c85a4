"""TEI P5: both texts of a job in one file, and the alignment beside them.

A ``<text>`` per language in a ``<group>`` holds a ``<div>`` per bitext, a ``<p>`` or ``<ab>`` per
block and an ``<s>`` per segment, end to end. The ``<standOff>`` before them holds one ``<linkGrp>``
per bitext, or one per stretch where blocks moved, a ``<spanGrp>`` of the segments without a
counterpart and one of the flags. The costs of beads and the props of units are not kept.
"""

from __future__ import annotations

from itertools import groupby
from typing import IO, TYPE_CHECKING, Any, Self

from lxml import etree

from align.errors import OutputError
from align.files import replacing
from align.formats.markup import DECLARATION, element, write_line
from align.formats.tei.header import header
from align.formats.tei.links import Part, parts, segment_id, write_alignment
from align.text.tidy import tidy

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from align.config import Settings
    from align.model import AlignedBitext, Block, Segment

__all__ = ["TeiWriter"]

# Elements are made without a namespace and written inside the root, where this is the default:
# lxml would otherwise declare it again on each of them.
NAMESPACE = "http://www.tei-c.org/ns/1.0"
GROUP_INDENT = "\n      "


class TeiWriter:
    """Keeps the bitexts of one job and writes the file when it is left."""

    def __init__(self, path: Path, settings: Settings) -> None:
        """Prepare to write ``path``."""
        self._path = path
        self._settings = settings
        self._bitexts: list[AlignedBitext] = []

    def __enter__(self) -> Self:
        """Start without a bitext."""
        self._bitexts.clear()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Write the file, unless there was an error."""
        if kind is None:
            with replacing(self._path) as file:
                _write_document(file, self._bitexts, self._settings)

    def write_bitext(self, aligned: AlignedBitext) -> None:
        """Add one bitext; raises `OutputError` for other languages than the settings'."""
        bitext = aligned.alignment.bitext
        langs = bitext.source.lang, bitext.target.lang
        if langs != self._settings.langs:
            fact = f"{'-'.join(langs)} does not go with {'-'.join(self._settings.langs)}"
            raise OutputError(str(self._path), fact, "write it to a file of its own")
        self._bitexts.append(aligned)


def _write_document(file: IO[bytes], bitexts: list[AlignedBitext], settings: Settings) -> None:
    numbered = list(parts(bitexts))
    file.write(DECLARATION)
    with (
        etree.xmlfile(file, encoding="UTF-8") as xml,
        xml.element("TEI", {"xml:lang": "en"}, nsmap={None: NAMESPACE}),
    ):
        xml.write("\n")
        write_line(xml, header(bitexts, settings), 1)
        if any(part.aligned.alignment.beads for part in numbered):
            write_alignment(xml, numbered, settings.langs)
        _write_texts(xml, numbered, settings.langs)
    file.write(b"\n")


def _write_texts(xml: Any, bitexts: list[Part], langs: tuple[str, str]) -> None:
    xml.write("  ")
    with xml.element("text"), xml.element("group"):
        for side, lang in enumerate(langs):
            xml.write(GROUP_INDENT)
            attributes = {"xml:id": lang, "xml:lang": lang, "decls": f"#{lang}.source"}
            with xml.element("text", attributes), xml.element("body"):
                xml.write("\n")
                if not bitexts:
                    xml.write(element("div"), "\n")  # TEI has no empty body
                for part in bitexts:
                    _write_side(xml, part, side, lang)
        xml.write("\n  ")
    xml.write("\n")


def _write_side(xml: Any, part: Part, side: int, lang: str) -> None:
    alignment = part.aligned.alignment
    segments = (alignment.source, alignment.target)[side]
    attributes = {"xml:id": f"{lang}.d{part.number}", "n": tidy(alignment.bitext.id)}
    place = part.before[side]
    with xml.element("div", attributes):
        xml.write("\n")
        for number, (block, run) in enumerate(groupby(segments, key=lambda s: s.block), start=1):
            sentences = list(run)
            line = _block(block, f"{lang}.b{part.number}.{number}")
            _add_segments(line, sentences, lang, place)
            xml.write(line, "\n")
            place += len(sentences)
    xml.write("\n")


def _block(block: Block, name: str) -> etree._Element:
    """Return the element of a block; an ``ab``, unlike a ``head``, may stand anywhere in a div."""
    if block.kind == "paragraph":
        return element("p", xml_id=name, n=tidy(block.id))
    return element("ab", xml_id=name, n=tidy(block.id), type=block.kind)


def _add_segments(line: etree._Element, segments: list[Segment], lang: str, place: int) -> None:
    """Add an ``s`` per segment, with a space after it where the block has white space."""
    end = segments[0].start
    for number, segment in enumerate(segments):
        if segment.start > end:
            line[-1].tail = " "
        line.append(element("s", tidy(segment.text), xml_id=segment_id(lang, place + number)))
        end = segment.end
