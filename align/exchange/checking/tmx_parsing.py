"""Parses TMX that may be damaged: where it is no XML, it begins anew at the next unit."""

from __future__ import annotations

import re
from xml.parsers import expat

from align.exchange.checking.tmx_events import LONGEST, TmxEvents, TooMuchError

__all__ = ["Parsing", "TooMuchError"]

MOST = 1_000  # damaged places that are remembered
MOST_DAMAGE = 200_000  # damaged places after which it is no memory; each costs time
AROUND = b"<tmx><body>"  # what a unit stands in
_UNIT = re.compile(rb"<(?:[\w.-]+:)?tu[\s/>]")
BEGINNING = 40  # bytes at the end of a portion in which a unit may begin


class Parsing:
    """Takes a file in portions; ``events`` has its units, ``damage`` the lines that are no XML."""

    def __init__(self) -> None:
        """Start before the first portion."""
        self.events = TmxEvents()
        self.damage: list[tuple[int, str]] = []
        self._damages = 0
        self._parser: expat.XMLParserType | None = self._begun(0)
        self._line = 1  # where the portion begins
        self._left = b""  # of the last portion, where the next unit is looked for

    def feed(self, content: bytes) -> None:
        """Take the next portion; raises `TooMuchError` for what no memory ever holds."""
        content, self._left = self._left + content, b""
        while content:
            if self._parser is None:
                content = self._from_next_unit(content)
            else:
                content = self._parsed(self._parser, content)

    def end(self) -> None:
        """Take the end of the file."""
        if self._parser is not None:
            try:
                self._parser.Parse(b"", True)
            except expat.ExpatError as error:
                self._damaged(error)

    def give_up(self, reason: str) -> None:
        """Remember why nothing more is parsed."""
        self.damage.append((self._line, reason))

    def _parsed(self, parser: expat.XMLParserType, content: bytes) -> bytes:
        """Return what is left behind damage, nothing where there is none."""
        try:
            parser.Parse(content, False)
        except expat.ExpatError as error:
            self._damaged(error)
            # Beyond the damage itself, which may have begun in an earlier portion.
            done = max(parser.ErrorByteIndex - self._fed + 1, 1)
        else:
            done = len(content)
        self._fed += done
        self._line += content.count(b"\n", 0, done)
        if self._parser is not None and self._fed - parser.CurrentByteIndex > LONGEST:
            raise TooMuchError(f"a piece of markup of more than {LONGEST:,} bytes")
        return content[done:]

    def _damaged(self, error: expat.ExpatError) -> None:
        self._parser = None
        self._damages += 1
        if self._damages > MOST_DAMAGE:
            raise TooMuchError(f"more than {MOST_DAMAGE:,} places that are no XML")
        if len(self.damage) < MOST:
            line = error.lineno + self.events.lines_before
            self.damage.append((line, expat.ErrorString(error.code)))

    def _from_next_unit(self, content: bytes) -> bytes:
        """Begin anew and return what to parse, or wait for the next portion."""
        match = _UNIT.search(content)
        skipped = match.start() if match else max(len(content) - BEGINNING, 0)
        self._line += content.count(b"\n", 0, skipped)
        if match is None:
            self._left = content[skipped:]
            return b""
        self._parser = self._begun(self._line - 1)
        self._parser.Parse(AROUND, False)
        self._fed += len(AROUND)
        return content[skipped:]

    def _begun(self, lines_before: int) -> expat.XMLParserType:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.UseForeignDTD(True)  # entities it may declare are no breach of XML
        self.events.listen(parser, lines_before)
        self._fed = 0
        return parser
