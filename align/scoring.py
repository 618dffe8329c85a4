"""Scoring memories: every unit is judged, then given the probability that it is right.

In two passes, since the prior and what comes twice are known only when every unit has been seen;
in between the units wait in a temporary file, so that memory use does not grow with their number.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, Self

from align.errors import NothingToReadError
from align.formats.memories import read_memory
from align.judging import Judged, judged
from align.scorers.prior import ENOUGH, Prior, probability
from align.store.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from align.config import Settings
    from align.model import TranslationUnit

Basis = Literal["given", "estimated", "default"]
__all__ = ["Basis", "Scored", "Scoring", "languages_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A unit with its score and flags, and the file it stands in."""

    unit: TranslationUnit
    file: str


def languages_of(files: Sequence[Path], langs: tuple[str, str]) -> tuple[str, str]:
    """Return the languages of the first unit, the source's first; ``langs`` are those wanted.

    Raises `NothingToReadError` when no file holds a unit.
    """
    for file in files:
        for unit in read_memory(file, langs, exact=True):
            return unit.source_lang, unit.target_lang
    raise NothingToReadError(", ".join(map(str, files)), "holds no unit")


class Scoring:
    """A context manager: judge the units of some files once, then read them scored once.

    ``prior`` is the share of right units that the scores go by; ``basis`` says who told it.
    """

    def __init__(
        self, files: Sequence[Path], settings: Settings, prior: float | None = None
    ) -> None:
        """Prepare; without a ``prior`` it is estimated, where there are enough units."""
        self.prior = prior
        self.basis: Basis = "default" if prior is None else "given"
        self._files = files
        self._counts = [0] * len(files)
        self._settings = settings
        self._spool = Spool(settings.checks.ignore)

    def __enter__(self) -> Self:
        """Open the temporary file."""
        self._spool.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Remove the temporary file."""
        self._spool.__exit__(kind, error, traceback)

    def judge(self) -> Iterator[Judged]:
        """Judge every unit and yield it as soon as that is done; go to the end before scoring."""
        estimate = Prior()
        for one in judged(self._units(), self._settings):
            estimate.add(one.log_odds)
            self._spool.add(one.unit, one.log_odds)
            yield one
        if self.prior is None:
            self.prior = estimate.estimate()
            self.basis = "estimated" if sum(self._counts) >= ENOUGH else "default"

    def _units(self) -> Iterator[TranslationUnit]:
        for place, file in enumerate(self._files):
            for unit in read_memory(file, self._settings.langs, exact=True):
                self._counts[place] += 1
                yield unit

    def counts(self) -> list[tuple[str, int]]:
        """Return each file and how many units it held."""
        return list(zip(map(str, self._files), self._counts, strict=True))

    def scored(self) -> Iterator[Scored]:
        """Yield every unit with its score, in the order of the files."""
        if self.prior is None:
            raise ValueError("the units have not been judged to the end")
        names = (name for name, count in self.counts() for _ in range(count))
        for (unit, log_odds), file in zip(self._spool.units(), names, strict=True):
            score = probability(log_odds, self.prior)
            yield Scored(unit=replace(unit, score=score), file=file)
