"""The units of a TMX file as XML elements, of damaged files as many as are whole.

Many units are parsed at once, which is quick. Where that fails, forbidden characters are repaired;
where it fails again, each unit is parsed alone: a broken one is left out, and the next begins anew.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from align.formats.markup import line_of, local
from align.formats.tmx.mending import mended
from align.formats.tmx.parsing import parsed, place_of, reason_of
from align.formats.tmx.pieces import Piece
from align.formats.tmx.spans import spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from align.formats.reading import Reading
    from align.formats.tmx.envelope import Envelope

__all__ = ["Elements"]


class Line(NamedTuple):
    """A unit and the line where it begins."""

    line: int
    element: etree._Element


class Elements:
    """Finds the units of one file, and counts what is none."""

    def __init__(self, envelope: Envelope, path: Path, reading: Reading) -> None:
        """Take what the units stand in."""
        self._envelope = envelope
        self._path = path
        self._reading = reading
        self._end_tag = envelope.end.rpartition(b"<")[2]
        self._is_over = False

    def of(self, pieces: Iterable[Piece]) -> Iterator[Line]:
        """Yield the units of a file, up to its end or to where it cannot be read further."""
        for piece in pieces:
            yield from self._of_piece(piece)
            if self._is_over:
                return

    def _of_piece(self, piece: Piece) -> Iterator[Line]:
        try:
            root = self._parsed(piece)
        except etree.XMLSyntaxError:
            content = mended(piece.content, piece.line, self._reading.losses)
            yield from self._of_mended(piece._replace(content=content))
        else:
            yield from self._units(root, piece.line)

    def _of_mended(self, piece: Piece) -> Iterator[Line]:
        try:
            root = self._parsed(piece)
        except etree.XMLSyntaxError:
            yield from self._one_by_one(piece)
        else:
            yield from self._units(root, piece.line)

    def _parsed(self, piece: Piece) -> etree._Element:
        end = b"" if piece.last else self._envelope.end  # the end of the file has its own
        return parsed(self._envelope.start + piece.content + end)

    def _units(self, root: etree._Element, line: int) -> Iterator[Line]:
        """Yield the units among all that stands between the tags of the envelope."""
        for element in self._enclosed(root, line):
            place = line + line_of(element) - 1
            self._count_text(element.tail, place)
            if local(element.tag) == "tu":
                yield Line(place, element)
                continue
            self._reading.losses.add("markup", place, f"<{local(element.tag)}>, no unit")
            for unit in element.iter("{*}tu"):
                yield Line(line + line_of(unit) - 1, unit)

    def _enclosed(self, root: etree._Element, line: int) -> Iterator[etree._Element]:
        around = [root]
        while len(around) < self._envelope.depth:
            around.append(around[-1][0])
        self._count_text(around[-1].text, line)
        for depth, parent in enumerate(reversed(around)):
            # Further out than the innermost, the first element belongs to the envelope.
            yield from islice(parent, min(depth, 1), None)

    def _count_text(self, text: str | None, line: int) -> None:
        if text and not text.isspace():
            self._reading.losses.add("text", line, "between units")

    def _one_by_one(self, piece: Piece) -> Iterator[Line]:
        line, rest = piece.line, b""
        for kind, start, end in spans(piece.content):
            part = Piece(line, piece.content[start:end])
            if kind != "unit" and piece.last and end == len(piece.content):
                rest = part.content
                break
            yield from self._unit(part) if kind == "unit" else self._gap(part)
            if self._is_over:
                return
            line += part.content.count(b"\n")
        if piece.last:
            yield from self._end(Piece(line, rest, last=True))

    def _unit(self, part: Piece) -> Iterator[Line]:
        try:
            yield from self._units(self._parsed(part), part.line)
        except etree.XMLSyntaxError as error:
            self._reading.unfit(self._path, place_of(error, part), reason_of(error))

    def _gap(self, part: Piece) -> Iterator[Line]:
        """Count what stands between whole units, perhaps nothing."""
        content = part.content.lstrip()
        if not content:
            return
        part = part.part(len(part.content) - len(content))
        try:
            yield from self._units(self._parsed(part), part.line)
        except etree.XMLSyntaxError as error:
            if self._end_tag in part.content:
                self._is_over = True
                self._reading.broken(self._path, part.line, "something stands behind the end")
            else:
                self._reading.unfit(self._path, part.line, reason_of(error))

    def _end(self, part: Piece) -> Iterator[Line]:
        try:
            yield from self._units(self._parsed(part), part.line)
        except etree.XMLSyntaxError as error:
            self._reading.broken(self._path, place_of(error, part), reason_of(error))
