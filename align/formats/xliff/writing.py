"""What the writers of both versions of XLIFF share: a ``<file>`` for each run of a document."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, NamedTuple

from align.formats.markup import DECLARATION, check_code
from align.formats.writing import FileWriter
from align.text.tidy import tidy

if TYPE_CHECKING:
    from align.config import Settings
    from align.model import TranslationUnit

__all__ = ["NO_DOCUMENT", "Run", "RunWriter", "is_doubtful"]

NO_DOCUMENT = "memory"  # stands for the document of units that have none


class Run(NamedTuple):
    """What units have in common that stand in one ``<file>``."""

    document: str
    source_lang: str
    target_lang: str


class RunWriter(FileWriter):
    """Writes units in the order they come, numbered: their own ids need not be unique."""

    _run: Run | None = None
    _files = 0
    _units = 0

    def _begin(self) -> None:
        self._file.write(DECLARATION)

    def _write(self, unit: TranslationUnit, source: str, target: str) -> None:
        document = tidy(unit.origin.document) if unit.origin else ""
        run = Run(document or NO_DOCUMENT, unit.source_lang, unit.target_lang)
        if run != self._run:
            self._start_run(run)
        self._units += 1
        self._put(self._unit(unit, source, target))

    def _finish(self) -> None:
        if self._run is None:
            self._put(self._head(Run(NO_DOCUMENT, *self._settings.langs)) + self._empty())
        else:
            self._put(self._run_end())
        self._put("</xliff>\n")

    def _start_run(self, run: Run) -> None:
        for lang in (run.source_lang, run.target_lang):
            check_code(lang, str(self._path), "XLIFF")
        self._put(self._head(run) if self._run is None else self._run_end())
        self._run = run
        self._files += 1
        self._put(self._run_start(run))

    def _put(self, text: str) -> None:
        self._file.write(text.encode())

    @abstractmethod
    def _head(self, run: Run) -> str:
        """Return what comes first, before the first run."""

    @abstractmethod
    def _run_start(self, run: Run) -> str:
        """Return what comes before the units of a run."""

    @abstractmethod
    def _run_end(self) -> str:
        """Return what comes after the units of a run."""

    @abstractmethod
    def _empty(self) -> str:
        """Return what stands in a file without units."""

    @abstractmethod
    def _unit(self, unit: TranslationUnit, source: str, target: str) -> str:
        """Return a unit whose texts, tidied, are ``source`` and ``target``."""


def is_doubtful(unit: TranslationUnit, settings: Settings) -> bool:
    """Say whether somebody should look at a unit before it is relied on."""
    flagged = any(flag.severity != "info" for flag in unit.flags)
    return flagged or unit.score < settings.min_score
