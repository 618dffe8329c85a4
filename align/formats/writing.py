"""What all writers share: files that appear whole or not at all, and units that fit into them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING, ClassVar, Self

from align import naming
from align.errors import OutputError
from align.formats.opening import output
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType

    from align.config import Settings
    from align.model import AlignedBitext, Bead, Segment, TranslationUnit

__all__ = ["BeadWriter", "FileWriter", "UnitWriter"]


class UnitWriter(ABC):
    """A context manager that units are given to; after an error nothing is left of its files."""

    # Whether a unit with an empty side can stand in the format.
    holds_empty: ClassVar[bool] = False

    def __init__(self, path: Path, settings: Settings) -> None:
        """Prepare to write ``path``; a format of several files takes it as their common stem."""
        self._path = path
        self._settings = settings
        self._stack = ExitStack()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that were written, once that is done."""
        return (self._path,)

    @property
    def places(self) -> tuple[Path, ...]:
        """The files that may be written, known before anything is."""
        return self.paths

    @property
    def remarks(self) -> list[str]:
        """What a person should know of the files, as sentences: units that stand apart, say."""
        return []

    def __enter__(self) -> Self:
        """Open temporary files beside the final ones."""
        with ExitStack() as stack:
            self._open(stack)
            stack.push(self._end)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Finish and replace the final files, or remove the temporary ones after an error."""
        self._stack.__exit__(kind, error, traceback)

    def _end(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._finish()

    @abstractmethod
    def _open(self, stack: ExitStack) -> None:
        """Open what is to be closed with ``stack``, and write what comes first."""

    def _finish(self) -> None:  # noqa: B027  most formats have no end of their own
        """Write what comes last, when there was no error."""

    def write(self, unit: TranslationUnit) -> None:
        """Add one unit; raises `OutputError` for an empty side unless `holds_empty`."""
        source, target = tidy(unit.source), tidy(unit.target)
        if not (self.holds_empty or (source and target)):
            side = "target" if source else "source"
            fact = f"unit {unit.id!r} has an empty {side}"
            raise OutputError(str(self._path), fact, "leave it out")
        self._write(unit, source, target)

    @abstractmethod
    def _write(self, unit: TranslationUnit, source: str, target: str) -> None:
        """Write a unit whose texts, tidied, are ``source`` and ``target``."""

    def write_bitext(self, aligned: AlignedBitext) -> None:
        """Add the units of a bitext, in source order."""
        for unit in filter(None, aligned.units):
            self.write(unit)


class FileWriter(UnitWriter):
    """A writer of one file."""

    _file: IO[bytes]

    def _open(self, stack: ExitStack) -> None:
        self._file = stack.enter_context(output(self._path))
        self._begin()

    def _begin(self) -> None:
        """Write what comes first."""


class BeadWriter(UnitWriter):
    """A writer of a format that holds both texts, segment by segment, and the beads apart.

    Its files are those that `align.naming` lists; ``format`` is the name it has there.
    """

    holds_empty: ClassVar[bool] = True
    format: ClassVar[str]
    _files: Sequence[IO[bytes]]

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that were written, once that is done."""
        return naming.files_of(self.format, self._path, self._settings.langs)

    def _open(self, stack: ExitStack) -> None:
        self._files = [stack.enter_context(output(path)) for path in self.paths]
        self._begin()

    def _begin(self) -> None:
        """Write what comes first."""

    @abstractmethod
    def _write_bead(
        self, source: Sequence[str], target: Sequence[str], unit: TranslationUnit | None
    ) -> None:
        """Add a bead of tidied segments; one that has no unit has an empty side."""

    def _write(self, unit: TranslationUnit, source: str, target: str) -> None:
        """Write a unit, each side as one segment."""
        self._write_bead([source] if source else [], [target] if target else [], unit)

    def write_bitext(self, aligned: AlignedBitext) -> None:
        """Add every bead of a bitext, in source order, those with an empty side too."""
        alignment = aligned.alignment
        for bead, unit in zip(alignment.beads, aligned.units, strict=True):
            source, target = _texts(alignment.source, alignment.target, bead)
            self._write_bead(source, target, unit)


def _texts(
    source: Sequence[Segment], target: Sequence[Segment], bead: Bead
) -> tuple[list[str], list[str]]:
    runs = (
        source[bead.source.start : bead.source.stop],
        target[bead.target.start : bead.target.stop],
    )
    first, second = ([tidy(segment.text) for segment in run] for run in runs)
    return list(filter(None, first)), list(filter(None, second))
