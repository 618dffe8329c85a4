"""Units out of the links of TEI files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.formats.tei.remarks import flags_of, kind_of, origin_of, props_of, score_of_link
from align.formats.tei.sides import Wanted, by_language, by_role
from align.formats.tei.table import Link
from align.formats.tei.targets import MissingError, segments_of
from align.model import TranslationUnit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from align.formats.reading import Reading
    from align.formats.tei.sides import Side
    from align.formats.tei.table import Segment, Span, TeiTable

    Pair = tuple[Side, Side]

__all__ = ["Units"]

SPAN = 100  # characters for which a span counts beside its own

_SPACES = re.compile("[ \t\r\n]+")


class Units:
    """Makes units of what is in a table, and counts what cannot be made one."""

    def __init__(self, table: TeiTable, reading: Reading, path: Path) -> None:
        """Take the table, how it is read, and the file that is named."""
        self._table = table
        self._reading = reading
        self._path = path
        self._wanted = Wanted(reading.langs)
        self._number = 0

    def all(self, *, is_ours: bool, is_whole: bool) -> Iterator[TranslationUnit]:
        """Yield the units of links, or if there is none of elements that correspond.

        In a file that is not whole some may lead behind its end: those are no units.
        """
        for link, targets in self._beads():
            self._number += 1
            try:
                unit = self._unit(link, targets, is_ours=is_ours)
            except ValueError as error:
                if is_whole or not isinstance(error, MissingError):
                    self._reading.unfit(self._path, link.line, error)
                continue
            if unit is not None:
                yield unit
        self._wanted.check(self._path)

    def _beads(self) -> Iterator[tuple[Link, list[list[str]]]]:
        """Yield every link with the keys of its targets."""
        has_links = False
        for link in self._table.links():
            has_links = True
            yield link, [[key] for key in link.targets.split()]
        if not has_links:
            for line, *targets in self._table.pairs():
                yield Link(line, "", "", "", None, None, ""), list(targets)

    def _unit(
        self, link: Link, targets: Sequence[Sequence[str]], *, is_ours: bool
    ) -> TranslationUnit | None:
        """Return the unit of a link, or None when it is not in the languages wanted."""
        longest = self._reading.limits.max_block
        segments = segments_of(self._table, targets, longest)
        sides = self._sides(link, segments)
        if sides is None:
            return None
        source, target = sides
        texts = self._reading.texts(self._text(source), self._text(target), link.line)
        remarks = self._remarks(link) if is_ours else []
        return TranslationUnit(
            id=link.name or f"tu{self._number}",
            source=texts[0],
            target=texts[1],
            source_lang=source.lang,
            target_lang=target.lang,
            kind=kind_of(link, source, target, is_ours=is_ours),
            score=score_of_link(link.cert),
            flags=tuple(flags_of(remarks, link.roles)),
            origin=origin_of(self._table, link, sides),
            props=tuple(props_of(remarks)),
        )

    def _text(self, side: Side) -> str:
        """Return the text of a side; in TEI one white space is as good as another."""
        text = " ".join(segment.text for segment in side.segments if segment.text)
        return text if self._reading.exact else _SPACES.sub(" ", text).strip(" ")

    def _remarks(self, link: Link) -> list[Span]:
        """Return the flags and properties of a link; raises `ValueError` for very many."""
        remarks: list[Span] = []
        left = self._reading.limits.max_block
        for span in self._table.spans(link.id):
            left -= len(span.text) + len(span.kind) + SPAN
            if left < 0:
                raise ValueError("more flags and properties than a unit can have")
            remarks.append(span)
        return remarks

    def _sides(self, link: Link, segments: list[list[Segment]]) -> Pair | None:
        roles = link.roles.split()
        has_roles = len(roles) == len(segments)
        sides = by_role(segments, roles) if has_roles else by_language(segments)
        pair = self._wanted.pair(sides, ordered=bool(link.targets))
        others = len(sides) - (2 if pair else 0)
        if others:
            langs = ", ".join(side.lang for side in sides)
            self._reading.losses.add("language", link.line, f"a link of {langs}", others)
        return pair
