"""From what an XML parser meets in a TMX file to its units."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from align.exchange.checking.entries import Entry, Head, Said

if TYPE_CHECKING:
    from xml.parsers import expat

    from align.exchange.checking.entries import Attributes

__all__ = ["LONGEST", "TmxEvents", "TooMuchError"]

LONGEST = 10_000_000  # characters of one unit; what libxml2 allows a text in XML
DEEPEST = 200  # elements in one another
ELEMENT = 100  # characters that an element counts for, or endless empty ones would fill the memory
LONGEST_NAME = 100  # characters of a code, date or field name that are looked at
MOST_ENTITIES = 1_000
DATES = ("creationdate", "changedate", "lastusagedate")
CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})  # what stands in them is no text


class TooMuchError(Exception):
    """More than a memory ever holds in one place: reading ends."""


@dataclass(slots=True)
class _Unit:
    """A unit that is not complete; ``tuv``, ``seg`` and ``coded`` are of its last text."""

    attributes: Attributes
    line: int
    dates: list[str]
    texts: list[Said] = field(default_factory=list)
    props: list[tuple[str, str]] = field(default_factory=list)
    tuv: Attributes = field(default_factory=dict)
    seg: str = ""
    coded: int = 0

    def said(self) -> Said:
        code = self.tuv.get("xml:lang", "")
        old = "" if code else self.tuv.get("lang", "")
        return Said((code or old)[:LONGEST_NAME], self.seg, self.coded, bool(old))

    def entry(self) -> Entry:
        return Entry(
            line=self.line,
            id=self.attributes.get("tuid", ""),
            texts=self.texts,
            srclang=self.attributes.get("srclang", "")[:LONGEST_NAME],
            props=tuple(self.props),
            dates=tuple(self.dates),
        )


class TmxEvents:
    """Gathers units from the events of a parser; a unit at a time is incomplete."""

    def __init__(self) -> None:
        """Start before the beginning of a file."""
        self.head = Head()
        self.lines_before = 0  # that the parser has not met
        self._entries: list[Entry] = []
        self._depth = self._weight = self._hidden = 0
        self._unit: _Unit | None = None
        self._prop = ""
        self._text: list[str] | None = None
        self._starts = {
            "header": self._start_header,
            "tu": self._start_tu,
            "tuv": self._start_tuv,
            "seg": self._start_seg,
            "prop": self._start_prop,
        }
        self._ends = {
            "tu": self._end_tu,
            "tuv": self._end_tuv,
            "seg": self._end_seg,
            "prop": self._end_prop,
        }

    def listen(self, parser: expat.XMLParserType, lines_before: int) -> None:
        """Take the events of a parser that begins behind so many lines, outside every unit."""
        self._parser = parser
        self.lines_before = lines_before
        self._depth = self._weight = self._hidden = 0
        self._unit = self._text = None
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        parser.SkippedEntityHandler = self._entity
        parser.ExternalEntityRefHandler = self._external_entity
        parser.DefaultHandler = _nothing  # with it, no entity is expanded

    def taken(self) -> list[Entry]:
        """Return the units that are complete, once."""
        entries, self._entries = self._entries, []
        return entries

    def _start(self, tag: str, attributes: Attributes) -> None:
        self._depth += 1
        self._weigh(ELEMENT)
        name = tag.rpartition(":")[2]
        if self._depth == 1:
            self._start_root(name, attributes)
        elif self._depth > DEEPEST:
            raise TooMuchError(f"elements nested deeper than {DEEPEST}")
        elif name in self._starts:
            self._starts[name](attributes)
        elif name in CODES:
            if self._unit is not None:
                self._unit.coded += not self._hidden
            self._hidden += 1

    def _end(self, tag: str) -> None:
        self._depth -= 1
        name = tag.rpartition(":")[2]
        if name in self._ends:
            self._ends[name]()
        elif name in CODES:
            self._hidden -= 1

    def _characters(self, text: str) -> None:
        if self._text is not None and not self._hidden:
            self._weigh(len(text))
            self._text.append(text)

    def _here(self) -> int:
        return self.lines_before + self._parser.CurrentLineNumber

    def _weigh(self, characters: int) -> None:
        self._weight += characters
        if self._weight > LONGEST and self._unit is not None:
            raise TooMuchError(f"a unit of more than {LONGEST:,} characters")

    def _start_root(self, name: str, attributes: Attributes) -> None:
        if self.head.root:  # of a parser that began anew
            return
        self.head.root = name
        self.head.version = attributes.get("version")
        spaces = [text for key, text in attributes.items() if key.partition(":")[0] == "xmlns"]
        self.head.namespace = next(iter(spaces), "")

    def _start_header(self, attributes: Attributes) -> None:
        self.head.header = attributes
        self.head.header_line = self._here()

    def _start_tu(self, attributes: Attributes) -> None:
        self._weight = self._hidden = 0
        self._unit = _Unit(attributes, self._here(), dates=_dates(attributes))

    def _start_tuv(self, attributes: Attributes) -> None:
        if self._unit is not None:
            self._unit.tuv, self._unit.seg, self._unit.coded = attributes, "", 0
            self._unit.dates += _dates(attributes)

    def _start_seg(self, _: Attributes) -> None:
        self._text = []

    def _start_prop(self, attributes: Attributes) -> None:
        self._prop = attributes.get("type", "")[:LONGEST_NAME]
        self._text = []

    def _end_seg(self) -> None:
        text = self._gathered()
        if self._unit is not None:
            self._unit.seg = text

    def _end_prop(self) -> None:
        text = self._gathered()
        if self._unit is not None:  # else it is the header's
            self._unit.props.append((self._prop, text))

    def _end_tuv(self) -> None:
        if self._unit is not None:
            self._unit.texts.append(self._unit.said())

    def _end_tu(self) -> None:
        if self._unit is not None:
            self._entries.append(self._unit.entry())
        self._unit = None

    def _gathered(self) -> str:
        parts, self._text = self._text or (), None
        return "".join(parts)

    def _doctype(self, _: str, system: str | None, public: str | None, __: int) -> None:
        self.head.doctype = system or public or ""

    def _entity(self, name: str, _: int) -> None:
        if len(self.head.entities) < MOST_ENTITIES:
            self.head.entities.append((self._here(), name[:LONGEST_NAME]))
        self._characters(f"&{name};")

    def _external_entity(self, context: str | None, *_: str | None) -> int:
        self._entity((context or "").rpartition("\f")[2], 0)
        return 1  # passed over


def _dates(attributes: Attributes) -> list[str]:
    return [attributes[name][:LONGEST_NAME] for name in DATES if name in attributes]


def _nothing(_: str) -> None:
    """Take what there is no other handler for."""
