"""The second way through a TEI file: the text of every element that is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.formats.tei.links import ALIGNED, POINTERS
from align.formats.tei.running_text import RunningText
from align.formats.tei.table import Segment
from align.formats.tei.walking import Walk

if TYPE_CHECKING:
    from align.formats.reading import Reading
    from align.formats.tei.table import TeiTable
    from align.formats.tei.walking import Element

__all__ = ["SegmentWalk"]


class SegmentWalk(Walk):
    """Fills a table with segments, and counts those of the same kind that nothing links."""

    def __init__(self, table: TeiTable, number: int, reading: Reading) -> None:
        """Take the table, the number of the file in it, and how to read."""
        super().__init__()
        self._table = table
        self._file = number
        self._reading = reading
        self._longest = reading.limits.max_block
        self._running = RunningText(self._longest)
        self._wanted: list[tuple[Element, tuple[int, int]]] = []  # those that are open
        self._header = 0  # the number of the header that is open
        self._found = 0
        self._written = 0  # pieces of text that are in no wanted element
        self._before: dict[int, tuple[int, int]] = {}  # both, when an open element started
        self._others: dict[str, list[int]] = {}  # first line and number of unwanted ones, by name
        self._names: set[str] = set()

    def start(self, element: Element) -> None:
        """Begin to listen where an element is wanted."""
        if element.name == "teiHeader":
            self._header = element.number
        if self._wanted:
            self._running.start(element, self.stack[-2].name)
        if self._is_wanted(element):
            self._wanted.append((element, self._running.mark()))
        elif self._wanted:
            self._reading.losses.add("markup", element.line, f"<{element.name}>")
        elif element.name in ALIGNED and not self._header:
            self._before[element.number] = self._found, self._written
        elif element.name == "idno" and self._header:
            self._wanted.append((element, self._running.mark()))

    def end(self, element: Element) -> None:
        """Keep the text of an element that was wanted."""
        if element.number == self._header:
            self._header = 0
        if self._wanted and self._wanted[-1][0] is element:
            _, mark = self._wanted.pop()
            self._keep(element, self._running.since(mark))
        elif element.number in self._before:
            self._count(element, *self._before.pop(element.number))
        if self._wanted:
            self._running.end(element)
        else:
            self._running.clear()

    def text(self, text: str) -> None:
        """Take a piece of text."""
        if self._wanted:
            self._running.add(text)
        elif not text.isspace():
            self._written += 1

    def count_others(self) -> None:
        """Count as lost what is of the kinds that are linked, but is linked to nothing."""
        for name in sorted(self._names & self._others.keys()):
            line, times = self._others[name]
            self._reading.losses.add("unaligned", line, times=times)

    def _is_wanted(self, element: Element) -> bool:
        has_name = element.name in ALIGNED or "xml:id" in element.attributes
        if not has_name or element.name in POINTERS:
            return False
        return self._table.is_wanted(self._key(element))

    def _key(self, element: Element) -> str:
        return f"{self._file}#{element.key}"

    def _keep(self, element: Element, text: str | None) -> None:
        if element.name == "idno":
            self._table.add_file(self._key(element), text or "")
            return
        self._found += 1
        self._names.add(element.name)
        files = element.attributes.get("source", "").split()
        segment = Segment(
            lang=element.lang,
            text=text or "",
            places=element.attributes.get("n", ""),
            files=" ".join(f"{self._file}{pointer}" for pointer in files),
            problem="" if text is not None else f"is longer than {self._longest:,} characters",
        )
        self._table.found(self._key(element), segment)

    def _count(self, element: Element, found: int, written: int) -> None:
        """Count an element without wanted ones in it, if it has a text."""
        if found == self._found and written < self._written:
            self._others.setdefault(element.name, [element.line, 0])[1] += 1
