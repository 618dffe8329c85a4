"""The rehearsal of an import: a memory is looked at as a CAT tool would, and nothing is written."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Self

from align.exchange.checking.entries import Entry, Said
from align.exchange.checking.fields import FieldChecks
from align.exchange.checking.findings import Judge
from align.exchange.checking.heading import encoding_hits, head_hits, size_hits
from align.exchange.checking.hits import Hit
from align.exchange.checking.languages import Languages
from align.exchange.checking.repeats import Repeats
from align.exchange.checking.texts import Pair, TextChecks
from align.exchange.checking.tmx_file import TmxFile
from align.exchange.checking.verdicts import Tally
from align.formats.memories import memory_format, units_of
from align.formats.opening import opened
from align.formats.reading import Reading
from align.presets import PRESETS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from align.config import Settings
    from align.exchange.checking.effects import Effect
    from align.exchange.checking.findings import Finding
    from align.exchange.checking.quality import Quality

__all__ = ["Checking"]

TMX = "tmx"
DEFAULT_ID = re.compile("tu[0-9]+")  # of a unit that has none
DAMAGE = frozenset({"not-xml", "entity"})


class Checking:
    """A context manager that checks one file, once.

    ``tally``, ``languages`` and `line_of` know all of it after the last finding.

    ``settings.cat`` is the tool that is rehearsed, None for all of them.
    """

    def __init__(self, path: Path, settings: Settings, *, quality: bool = True) -> None:
        """Prepare; ``quality`` has the texts of each unit compared too, which takes longest.

        Raises `UnknownNameError` when no reader knows the file.
        """
        self.path = path
        self.format = memory_format(path)
        self.tally = Tally(settings.cat)
        self.languages = Languages(settings.langs, dict(settings.tmx_lang))
        self._settings = settings
        self._is_tmx = self.format == TMX
        self._judge = Judge(settings.cat, settings.checks.ignore, is_tmx=self._is_tmx)
        self._texts = TextChecks(settings.checks.longest, _limits(settings.cat))
        self._fields = FieldChecks(typed=_is_typed(settings.cat))
        self._quality = _quality(settings) if quality else None
        self._repeats = Repeats()
        self._step: Callable[[], object] = bool
        self._is_damaged = False  # others may number the units otherwise

    def __enter__(self) -> Self:
        """Make temporary tables."""
        self._repeats.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Remove the temporary tables."""
        self._repeats.__exit__(kind, error, traceback)

    def line_of(self, name: str) -> int | None:
        """Return the line of a unit by its id, where that is known."""
        is_number = DEFAULT_ID.fullmatch(name) is not None
        return None if is_number and self._is_damaged else self._repeats.line_of(name)

    def findings(self, step: Callable[[], object] = bool) -> Iterator[Finding]:
        """Yield what is wrong, in the order of the file as far as that is known.

        ``step`` is called after each unit. Raises `ReadError` for a file that cannot be read.
        """
        self._step = step
        yield from self._of_tmx() if self._is_tmx else self._of_others()

    def _of_tmx(self) -> Iterator[Finding]:
        with opened(self.path, self._settings.read) as content:
            yield from self._of_tmx_file(TmxFile(content))

    def _of_tmx_file(self, file: TmxFile) -> Iterator[Finding]:
        yield from self._of_file(size_hits(self.path.stat().st_size))
        yield from self._of_file(encoding_hits(file.encoded))
        begun = False
        for entry in file.entries():
            if not begun:
                begun = True
                yield from self._begin(file)
            hits = chain(self.languages.hits(entry), self._fields.hits(entry))
            yield from self._unit(entry, hits)
        if not begun:
            yield from self._begin(file)
        yield from self._end(file)

    def _begin(self, file: TmxFile) -> Iterator[Finding]:
        self.languages.begin((file.head.header or {}).get("srclang", ""))
        if file.head.root:
            yield from self._of_file(head_hits(file.head))

    def _end(self, file: TmxFile) -> Iterator[Finding]:
        if self._quality:
            yield from self._counted(self._quality.rest())
        hits = list(file.hits())
        self._is_damaged = any(hit.id in DAMAGE for hit in hits)
        yield from self._of_file(hits)

    def _of_others(self) -> Iterator[Finding]:
        reading = Reading(
            langs=self._settings.langs, exact=True, strict=False, limits=self._settings.read
        )
        for unit in units_of(self.path, reading):
            langs = unit.source_lang or self._settings.langs[0], unit.target_lang
            said = [
                Said(langs[0], unit.source),
                Said(langs[1] or self._settings.langs[1], unit.target),
            ]
            if not self.tally.units:
                self.languages.begin(langs[0])
            yield from self._unit(Entry(0, unit.id, said, srclang=langs[0]), ())
        if self._quality:
            yield from self._counted(self._quality.rest())
        yield from self._of_file(
            Hit("left-out", str(loss), line=loss.line) for loss in reading.losses
        )

    def _unit(self, entry: Entry, hits: Iterable[Hit]) -> Iterator[Finding]:
        pair = self.languages.pair(entry)
        name = entry.id or f"tu{self.tally.units + 1}"
        effects = []
        more = self._of_pair(pair, entry) if pair else ()
        for hit in chain(hits, self._repeats.id_hits(name, entry.line), more):
            concerned = self._judge.effects(hit)
            if concerned:
                effects.append(concerned)
                yield self._found(hit, concerned, entry.line, name)
        self.tally.unit(effects)
        self._step()
        if pair and self._quality:
            yield from self._counted(self._quality.findings(pair, entry.line, name))

    def _found(
        self, hit: Hit, effects: dict[str, Effect], line: int = 0, unit: str | None = None
    ) -> Finding:
        finding = self._judge.finding(hit, effects, line, unit)
        self.tally.finding(finding, effects)
        return finding

    def _counted(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield findings that concern no tool."""
        for finding in findings:
            self.tally.finding(finding, {})
            yield finding

    def _of_pair(self, pair: Pair, entry: Entry) -> Iterator[Hit]:
        yield from self._texts.hits(pair)
        yield from self._repeats.hits(pair.source.text, pair.target.text, _place(entry))

    def _of_file(self, hits: Iterable[Hit]) -> Iterator[Finding]:
        for hit in hits:
            concerned = self._judge.effects(hit)
            if concerned:
                self.tally.file(concerned)
                yield self._found(hit, concerned)


def _quality(settings: Settings) -> Quality:
    from align.exchange.checking.quality import Quality  # noqa: PLC0415  it takes long to load

    return Quality(settings)


def _limits(cat: str | None) -> dict[str, int]:
    tools = [PRESETS[cat]] if cat else PRESETS.values()
    return {each.name: each.longest for each in tools if each.longest is not None}


def _is_typed(cat: str | None) -> bool:
    return cat is not None and PRESETS[cat].typed_fields


def _place(entry: Entry) -> str:
    """Return how a unit is called in the message about another one."""
    line = f" in line {entry.line}" if entry.line else ""
    return f"unit {entry.id}{line}" if entry.id else f"the unit{line}"
