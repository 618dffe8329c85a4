"""TMX 1.4b, level 1: the translation memory format every CAT tool imports.

A unit keeps all there is to it; what is no text is in its props, see `align.formats.props`. For a
tool, as `align.presets` knows it, units are written in the way and into the files that it takes.
"""

from __future__ import annotations

from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from align.config import Settings
from align.formats.memories import turned
from align.formats.tmx.languages import Codes
from align.formats.tmx.lines import UnitLines, header_lines
from align.formats.tmx.parts import Parts, beside
from align.formats.tmx.rows import Neighbours, Row, Sources
from align.formats.writing import UnitWriter
from align.presets import ANY_TOOL, preset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.model import TranslationUnit

__all__ = ["TmxWriter", "write_tmx"]

TOO_LONG = "too-long"


class TmxWriter(UnitWriter):
    """Writes units in the order they come; beads with an empty side are left out.

    For a tool that refuses long units these stand in NAME.too-long.tmx, counted in ``apart``; for
    one that keeps a single target of a source the first is written, the others are counted in
    ``left_out``. Those whose languages went under another region are counted in ``renamed``.
    ``paths`` are the files written.
    """

    def __init__(self, path: Path, settings: Settings) -> None:
        """Prepare to write ``path``; raises `UnknownNameError` for an unknown tool."""
        super().__init__(path, settings)
        self.apart = self.left_out = self.renamed = 0
        self._tool = preset(settings.cat) if settings.cat else ANY_TOOL
        self._codes = Codes(settings, self._tool, str(path))
        self._lines = UnitLines(settings, self._tool, self._codes)
        self._neighbours = Neighbours()
        self._sources = Sources()
        self._parts: list[Parts] = []  # of the units that the tool takes, then of the others

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files written so far, the one asked for first."""
        return tuple(path for parts in self._parts for path in parts.paths)

    @property
    def places(self) -> tuple[Path, ...]:
        """The files that may be written, but for the further parts of a large memory."""
        apart = [beside(self._path, TOO_LONG)] if self._tool.longest is not None else []
        return (self._path, *apart)

    @property
    def remarks(self) -> list[str]:
        """What became of units that the tool does not take as they are."""
        remarks = []
        if self.apart:
            place = beside(self._path, TOO_LONG).name
            limit = f"{self._tool.longest:,} characters, more than {self._tool.title} takes"
            remarks.append(f"units with a side over {limit}: {self.apart}, in {place}")
        if self.left_out:
            fact = f"further targets of a source, of which {self._tool.title} keeps one"
            remarks.append(f"{fact}: {self.left_out}, left out")
        if self.renamed:
            fact = f"units of another region, under one code a language for {self._tool.title}"
            remarks.append(f"{fact}: {self.renamed}")
        if self._codes.bare:
            codes = ",".join(f"{code}={code}-XX" for code in self._codes.bare)
            fact = f"{self._tool.title} wants a region in {' and '.join(self._codes.bare)}"
            remarks.append(f"{fact}: name it with --tmx-lang {codes}")
        return remarks

    def _open(self, stack: ExitStack) -> None:
        # Files may be begun at any time, and must be finished before any of them is closed.
        self._files = stack.enter_context(ExitStack())
        self._parts = [self._begun(self._path)]

    def _begun(self, path: Path) -> Parts:
        header = header_lines(self._settings, self._tool, self._codes.source)
        return Parts(path, header, self._tool.largest, self._files)

    def _write(self, unit: TranslationUnit, source: str, target: str) -> None:
        if not self._tool.mixed_sources and self._codes.is_turned(unit):
            unit, source, target = turned(unit), target, source
        self.renamed += self._codes.is_renamed(unit)
        row = Row(unit, source, target)
        known = self._neighbours.next(row) if self._tool.context else row
        if known is not None:
            self._place(known)

    def _finish(self) -> None:
        last = self._neighbours.next(None)
        if last is not None:
            self._place(last)
        for parts in self._parts:
            parts.finish()

    def _place(self, row: Row) -> None:
        """Write a row into the file it belongs to, or count it."""
        if self._tool.one_target and not self._sources.are_new(row):
            self.left_out += 1
            return
        self._parts_for(row).write(self._lines.of(row).encode())

    def _parts_for(self, row: Row) -> Parts:
        longest = self._tool.longest
        if longest is None or max(len(row.source), len(row.target)) <= longest:
            return self._parts[0]
        self.apart += 1
        if len(self._parts) == 1:
            self._parts.append(self._begun(beside(self._path, TOO_LONG)))
        return self._parts[1]


def write_tmx(
    units: Iterable[TranslationUnit], path: Path | str, settings: Settings | None = None
) -> None:
    """Write units to a TMX file; without settings the first unit says what the languages are."""
    stream = iter(units)
    first = list(islice(stream, 1))
    with TmxWriter(Path(path), settings or _settings_of(first)) as writer:
        for unit in chain(first, stream):
            writer.write(unit)


def _settings_of(first: list[TranslationUnit]) -> Settings:
    """Return settings for units of unknown making: no alignment method is claimed for them."""
    langs = [(unit.source_lang, unit.target_lang) for unit in first]
    return Settings(aligner="", langs=langs[0]) if langs else Settings(aligner="")
