"""The repaired file: a memory written anew so that a tool takes it, with a list of the changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from align import naming
from align.errors import UsageError
from align.exchange.checking.changes import ChangeList, ListedLosses, Why
from align.exchange.checking.languages import region
from align.exchange.checking.repairs import Change, Repairs
from align.exchange.checking.waiting import Waiting
from align.formats.memories import memory_writer, units_of
from align.formats.opening import output
from align.formats.reading import Reading
from align.presets import ANY_TOOL, preset

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.config import Settings
    from align.exchange.checking.changes import What
    from align.exchange.checking.checking import Checking
    from align.exchange.checking.waiting import Waits
    from align.formats.writing import UnitWriter
    from align.model import TranslationUnit

__all__ = ["Fixing", "changes_of"]

CHANGES = ".changes.jsonl"


def changes_of(path: Path) -> Path:
    """Return where the list of changes of a repaired file stands.

    Raises `UsageError` for a file that is no TMX.
    """
    named = naming.format_of(path)
    if named is None or named.format != "tmx":
        raise UsageError(str(path), "is no name of a TMX file", "end it with .tmx or .tmx.gz")
    return path.with_name(path.name + CHANGES)


class Fixing:
    """Repairs a file that was checked to its end.

    ``written`` units are in the ``paths`` afterwards; ``counts`` says what became of the others,
    ``remarks`` what a person should know of the files.
    """

    def __init__(self, checking: Checking, path: Path, settings: Settings) -> None:
        """Prepare to write ``path``."""
        self.written = 0
        self.paths: tuple[Path, ...] = ()
        self.remarks: list[str] = []
        self.counts: dict[tuple[What, str], int] = {}
        self._checking = checking
        self._path = path
        self._tool = preset(settings.cat) if settings.cat else ANY_TOOL
        self._settings = self._for_writing(settings)

    def fix(self) -> Iterator[TranslationUnit]:
        """Yield each unit once it is written; at the end the files stand there, whole."""
        with output(changes_of(self._path)) as file, Waiting() as waiting:
            changes = ChangeList(file)
            for finding in self._checking.tally.of_file:
                if finding.fix:
                    changes.of_file(finding)
            self._take(waiting, changes)
            with memory_writer(self._path, self._settings) as writer:
                yield from self._write(waiting, changes, writer)
            self.paths, self.remarks = writer.paths, writer.remarks
        self.counts = changes.counts

    def _for_writing(self, settings: Settings) -> Settings:
        languages = self._checking.languages
        langs = languages.source, languages.target
        codes = {**self._tool.codes(langs), **self._known(langs)}
        return replace(settings, langs=langs, aligner="", tmx_lang=tuple(codes.items()))

    def _known(self, langs: tuple[str, str]) -> dict[str, str]:
        """Return the codes that the units have, where the tool wants no other."""
        used = self._checking.languages.used
        return {
            lang: used[lang]
            for lang in langs
            if lang in used and (region(used[lang]) or not self._tool.locales)
        }

    def _take(self, waiting: Waiting, changes: ChangeList) -> None:
        """Repair every unit there is."""
        settings = self._settings
        repairs = Repairs(
            settings.langs, dict(settings.tmx_lang), settings.cat, forms=settings.read.repair
        )
        for unit in units_of(self._checking.path, self._reading(changes)):
            line = self._checking.line_of(unit.id)
            whole, changed = repairs.repaired(unit)
            if not (whole.source and whole.target):
                changes.gone("left-out", unit, line, Why("empty", "a side holds no text"))
                continue
            for change in changed:
                changes.changed(unit, line, change)
            waiting.add(whole, line)

    def _reading(self, changes: ChangeList) -> Reading:
        found = self._checking.languages.found  # the languages as the file calls them
        source, target = self._settings.langs
        return Reading(
            langs=(found.get(source, source), found.get(target, target)),
            exact=True,
            strict=False,
            losses=ListedLosses(changes),
            limits=self._settings.read,
        )

    def _write(
        self, waiting: Waiting, changes: ChangeList, writer: UnitWriter
    ) -> Iterator[TranslationUnit]:
        for one in waiting.units():
            superfluous = self._superfluous(one)
            if superfluous:
                changes.gone("left-out", one.unit, one.line, superfluous)
                continue
            unit = replace(one.unit, id=waiting.unique(one.unit.id))
            if unit.id != one.unit.id:
                change = Change("repeated-id", None, one.unit.id, unit.id)
                changes.changed(one.unit, one.line, change)
            too_long = self._too_long(unit)
            if too_long:
                changes.gone("set-apart", unit, one.line, too_long)
            writer.write(unit)
            self.written += 1
            yield unit

    def _superfluous(self, one: Waits) -> Why | None:
        """Return why a unit is left out; None if it stays."""
        if one.same is not None:
            return Why("duplicate", f"the same pair as {one.same.id}")
        if self._tool.one_target and one.better is not None:
            message = f"{self._tool.title} keeps one target of a source: {one.better.id}"
            return Why("several-targets", message)
        return None

    def _too_long(self, unit: TranslationUnit) -> Why | None:
        """Return why the writer sets a unit apart; None if it does not."""
        length, most = max(len(unit.source), len(unit.target)), self._tool.longest
        if most is None or length <= most:
            return None
        return Why("over-limit", f"{length:,} characters, more than {self._tool.title} takes")
