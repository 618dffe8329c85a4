"""Reads PO, the translations of programs in GNU gettext: each ``msgid`` is a source text.

An entry with a plural is a unit for each of its forms. The header names the language of the
translations (``Language``) and may name that of the source (``X-Source-Language``); else the name
of the file does, ``ar.po`` or ``shop.ar.po``, or the scripts of the first texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from align.formats.fields import DEFAULT_KIND, DEFAULT_SCORE
from align.formats.foreign.po_entries import entries_of
from align.formats.foreign.po_header import Header, encoding_of
from align.formats.lines import numbered_lines
from align.formats.tables.headings import told
from align.model import TranslationUnit
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from align.formats.foreign.po_entries import Entry
    from align.formats.props import Prop
    from align.formats.reading import Reading

__all__ = ["read_po"]

# By how much the languages are told.
SAMPLE_ENTRIES = 100
SAMPLE_CHARACTERS = 100_000
# What the comments of an entry are called as props; other comments are counted as lost.
COMMENTS = {"#": "comment", "#.": "note", "#:": "reference"}
FLAGS = "#,"
FUZZY = "fuzzy"


def read_po(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield the translated entries of a PO file, those marked fuzzy with a prop that says so.

    Raises `UsageError` for a file in other languages than those wanted.
    """
    lines = numbered_lines(path, reading.limits, declared=partial(encoding_of, path=path))
    entries = entries_of(lines, path)
    first = next(entries, None)
    if first is None:
        return
    header = Header.of(first)
    if header.unused:
        reading.losses.add("property", first.line, "field of the header", times=header.unused)
    sample = _sample(entries if header.fields else chain([first], entries))
    langs = header.langs(path, reading.langs) or _told(sample, reading.langs)
    catalogue = _Catalogue(path, reading, langs, header.singular)
    for entry in chain(sample, entries):
        yield from catalogue.units(entry)


def _sample(entries: Iterable[Entry]) -> list[Entry]:
    """Take the first entries, few if they are long."""
    taken: list[Entry] = []
    characters = 0
    for entry in entries:
        taken.append(entry)
        characters += len(entry.text("msgid"))
        if len(taken) == SAMPLE_ENTRIES or characters > SAMPLE_CHARACTERS:
            break
    return taken


def _told(entries: Iterable[Entry], langs: tuple[str, str]) -> tuple[str, str]:
    pairs = [[entry.text("msgid"), *map(entry.text, entry.translations[-1:])] for entry in entries]
    return told(pairs, ("source", "target"), langs)


@dataclass(slots=True)
class _Catalogue:
    """The entries of a file on their way to be units."""

    path: Path
    reading: Reading
    langs: tuple[str, str]
    singular: str  # the keyword of the form that is for one thing
    made: int = 0

    def units(self, entry: Entry) -> Iterator[TranslationUnit]:
        """Yield a unit for each translation of an entry, and count what is none."""
        if entry.wrong:
            self.reading.unfit(self.path, entry.line, entry.wrong)
            return
        if entry.obsolete:
            self.reading.losses.add("unit", entry.line, "obsolete entry")
            return
        props = self._props(entry)
        for form in entry.translations:
            if not entry.text(form):
                self.reading.losses.add("unaligned", entry.line, "entry without a translation")
                continue
            try:
                unit = self._unit(entry, form, props)
            except ValueError as error:
                self.reading.unfit(self.path, entry.line, error)
                continue
            yield unit

    def _unit(self, entry: Entry, form: str, props: list[Prop]) -> TranslationUnit:
        """Return the unit of a translation; raises `ValueError` when a text is blank."""
        plural = entry.text("msgid_plural") if form not in {"msgstr", self.singular} else ""
        source, target = self.reading.texts(
            plural or entry.text("msgid"), entry.text(form), entry.line
        )
        self.made += 1
        number = form.removeprefix("msgstr").strip("[]")
        return TranslationUnit(
            id=f"tu{self.made}",
            source=source,
            target=target,
            source_lang=self.langs[0],
            target_lang=self.langs[1],
            kind=DEFAULT_KIND,
            score=DEFAULT_SCORE,
            props=(*props, *([("plural-form", number)] if number else [])),
        )

    def _props(self, entry: Entry) -> list[Prop]:
        """Return what an entry says of its texts, and count what has no place."""
        said = {name: " ".join(entry.comments.get(mark, ())) for mark, name in COMMENTS.items()}
        flags = [flag.strip() for flag in ",".join(entry.comments.get(FLAGS, ())).split(",")]
        said["format"] = ", ".join(flag for flag in flags if flag and flag != FUZZY)
        said[FUZZY] = "yes" if FUZZY in flags else ""
        said["msgctxt"] = entry.text("msgctxt")
        others = len(entry.comments.keys() - {*COMMENTS, FLAGS})
        if others:
            self.reading.losses.add("property", entry.line, "former text of an entry", others)
        return [(name, tidy(text)) for name, text in said.items() if tidy(text)]
