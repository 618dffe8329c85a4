"""The stand-off alignment of a TEI file in the making.

Links between segments, spans of the segments that have none, spans of what is doubtful about a
link, and spans of the user's own properties.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, NamedTuple

from align.formats.flags import tidy_flags
from align.formats.tei.names import escaped, tag, word
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from align.model import TranslationUnit

__all__ = ["KINDS", "Alignment", "Group"]

STATUS = "#status-auto"
CROSSING = "both texts have the same order inside a stretch, not from one stretch to the next."
KINDS = ("unaligned", "flags", "properties")  # of groups of spans, in their order in the file


class Group(NamedTuple):
    """What a group of links says for all of them.

    ``texts`` are 0 and 1, or 1 and 0 where the second text of the file is the source. ``document``
    is None when it is not known; ``stretch`` has a number and the number of all, from 1.
    """

    division: int
    document: str | None
    texts: tuple[int, int] = (0, 1)
    stretch: tuple[int, int] | None = None


class Alignment:
    """The parts of a ``standOff``, each a stream: the groups of links, and the spans by kind."""

    def __init__(
        self, open_stream: Callable[[], IO[bytes]], langs: Sequence[str], files: Sequence[str]
    ) -> None:
        """Take what opens a stream, and the language and relative URI of both texts."""
        self._langs = langs
        self._files = files
        self.links = open_stream()
        self.spans = {kind: open_stream() for kind in KINDS}
        self._group: Group | None = None
        self._number = 0

    def add_link(
        self, group: Group, unit: TranslationUnit, segments: tuple[list[str], list[str]]
    ) -> None:
        """Add the link of a unit, given the ids of its source and its target segments."""
        self._enter(group)
        self._number += 1
        name = f"l{self._number}"
        targets = []
        for text, run in zip(group.texts, segments, strict=True):
            pointer, *more = (self._pointer(text, segment) for segment in run)
            if more:
                several = f"{name}.{self._langs[text]}"
                self._write_link(tag("ptr", xml_id=several, target=" ".join([pointer, *more])))
                pointer = f"#{several}"
            targets.append(pointer)
        line = tag(
            "link",
            xml_id=name,
            n=tidy(unit.id),
            type=word(tidy(unit.kind)),
            target=" ".join(targets),
            evaluate="all" if max(map(len, segments)) > 1 else None,
            cert=f"{unit.score:.4f}",
        )
        self._write_link(line)
        self._add_spans(f"#{name}", unit, group)

    def add_unaligned(self, kind: str, text: int, segment: str) -> None:
        """List a segment of a text that no link leads to."""
        self._write_span("unaligned", tag("span", type=kind, target=self._pointer(text, segment)))

    def finish(self) -> None:
        """Close the last group of links."""
        if self._group is not None:
            self.links.write(b"    </linkGrp>\n")
        self._group = None

    def _enter(self, group: Group) -> None:
        """Open a group unless it is open."""
        if group == self._group:
            return
        self.finish()
        self._group = group
        self.links.write(f"    {self._opening(group)}\n".encode())
        if group.stretch is not None:
            number, count = group.stretch
            self._write_link(tag("desc", f"Stretch {number} of {count}: {CROSSING}"))

    def _opening(self, group: Group) -> str:
        domains = (self._pointer(text, f"{self._langs[text]}.d{group.division}") for text in (0, 1))
        line = tag(
            "linkGrp",
            "",
            type="alignment",
            subtype="crossing" if group.stretch else None,
            n=None if group.document is None else tidy(group.document),
            domains=" ".join(domains),
            targFunc=" ".join(self._langs[text] for text in group.texts),
            ana=STATUS,
            resp="#software",
        )
        return line.removesuffix("</linkGrp>")

    def _add_spans(self, link: str, unit: TranslationUnit, group: Group) -> None:
        """Add a span for every flag and property of a unit."""
        for line in self._flags(link, unit, group):
            self._write_span("flags", line)
        for name, text in unit.props:
            line = tag("span", escaped(tidy(text)), type=word(tidy(name)), target=link)
            self._write_span("properties", line)

    def _flags(self, link: str, unit: TranslationUnit, group: Group) -> Iterator[str]:
        sides = dict(zip(("source", "target"), group.texts, strict=True))
        for flag in tidy_flags(unit):
            lang = self._langs[sides[flag.side]] if flag.side else None
            yield tag(
                "span",
                escaped(flag.message),
                type=word(tidy(flag.id)),
                subtype=flag.severity,
                n=f"{lang} {flag.start}-{flag.end}" if lang else None,
                target=link,
            )

    def _pointer(self, text: int, name: str) -> str:
        return f"{self._files[text]}#{name}"

    def _write_link(self, line: str) -> None:
        self.links.write(f"      {line}\n".encode())

    def _write_span(self, kind: str, line: str) -> None:
        self.spans[kind].write(f"      {line}\n".encode())
