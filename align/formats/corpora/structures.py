"""Reads one vertical file: its segments, with what is said of each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import unescape

from align.formats.corpora.tokens import GLUE, text_of
from align.formats.lines import numbered_lines
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Reading

__all__ = ["Structure", "structures_of"]

NAME = re.compile(r"/?([A-Za-z_][\w.-]*+)")
ATTRIBUTE = re.compile(r"""(?<![\w.:-])([\w.:-]++)\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'/]++)""")
QUOTES = {"&quot;": '"', "&apos;": "'"}
SEGMENTS = ("align", "s")
INSTRUCTIONS = ("<?", "<!")
PACKED_BY = "\t"  # which is in no field


class Structure(NamedTuple):
    """A segment; the unit, kind and score that it is in are empty where the file has none."""

    unit: str
    kind: str
    score: str
    document: str
    text: str

    def packed(self) -> str:
        """Return all of it as one text."""
        return PACKED_BY.join(self)

    @classmethod
    def unpacked(cls, text: str) -> Structure:
        """Return what was packed."""
        return cls(*text.split(PACKED_BY))


class Segments:
    """The segments of a file in the making, line by line."""

    def __init__(self, reading: Reading) -> None:
        """Start before the first line."""
        self._reading = reading
        self._name = ""  # of the structures that are segments, once one was met
        self._document = ""
        self._about: dict[str, str] | None = None  # of the segment that is open
        self._tokens: list[str] = []

    def take(self, number: int, line: str) -> Structure | None:
        """Take in a line; returns the segment that it ends."""
        name = NAME.match(line, 1) if line[0] == "<" and line.endswith(">") else None
        if name is None:
            if not line.startswith(INSTRUCTIONS):
                self._take_token(number, line)
            return None
        if line.startswith("</"):
            return self._take_end(name[1])
        return self._take_start(number, name[1], line[name.end() : -1])

    def end(self) -> Structure | None:
        """Return the segment that is open."""
        about, self._about = self._about, None
        if about is None:
            return None
        text = text_of(self._tokens)
        self._tokens.clear()
        unit, kind, score = (about.get(key, "") for key in ("unit", "type", "score"))
        return Structure(unit, kind, score, self._document, text)

    def _take_token(self, number: int, line: str) -> None:
        word, *columns = line.split("\t")
        if self._about is None:
            self._reading.losses.add("text", number, "outside of all segments")
            return
        if any(columns):
            self._reading.losses.add("markup", number, "columns beside the word")
        word = word.strip(" ")
        self._tokens.append(unescape(word, QUOTES) if "&" in word else word)

    def _take_start(self, number: int, name: str, rest: str) -> Structure | None:
        self._name = self._name or (name if name in SEGMENTS else "")
        if name == self._name:
            ended = self.end()
            self._about = _attributes(rest)
            return ended
        if name == "g":
            self._tokens.append(GLUE)
        elif name == "doc":
            self._take_document(number, _attributes(rest))
        else:
            self._reading.losses.add("markup", number, f"structure <{name}>")
        return None

    def _take_document(self, number: int, attributes: dict[str, str]) -> None:
        self._document = attributes.pop("id", "")
        if attributes:
            self._reading.losses.add("property", number, times=len(attributes))

    def _take_end(self, name: str) -> Structure | None:
        if name == "doc":
            self._document = ""
        return self.end() if name == self._name else None


def structures_of(path: Path, reading: Reading) -> Iterator[Structure]:
    """Yield the segments of a vertical file."""
    segments = Segments(reading)
    for number, line in numbered_lines(path, reading.limits):
        ended = segments.take(number, line)
        if ended is not None:
            yield ended
    last = segments.end()
    if last is not None:
        yield last


def _attributes(text: str) -> dict[str, str]:
    return {name: tidy(_value(value)) for name, value in ATTRIBUTE.findall(text)}


def _value(written: str) -> str:
    quoted = written.startswith(('"', "'"))
    return unescape(written[1:-1] if quoted else written, QUOTES)
