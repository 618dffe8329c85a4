"""Units that wait until all are there, when those that repeat one another are known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from align.model import Severity
from align.scratch import Scratch
from align.store.keys import keys_of
from align.store.records import packed
from align.store.repetitions import SCHEMA, Repetitions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from align.model import Flag, TranslationUnit

__all__ = ["Spool", "flagged", "repetitions"]

ADD = """
INSERT INTO unit (source, target, pair, near, log_odds, record) VALUES (?, ?, ?, ?, ?, ?)
"""


class Spool(Scratch):
    """A context manager: add units, then read them with the flags of repetition."""

    def __init__(self, ignore: Collection[str] = (), *, in_memory: bool = False) -> None:
        """Make the temporary file; ``ignore`` are ids of flags that are not wanted."""
        super().__init__(SCHEMA, in_memory=in_memory)
        self._repetitions = Repetitions(self._connection, ignore)

    def add(self, unit: TranslationUnit, log_odds: float) -> None:
        """Take a unit in; raises `OutputError` when the temporary folder is full."""
        with self._writing() as connection:
            connection.execute(ADD, (*keys_of(unit), log_odds, packed(unit)))

    def units(self) -> Iterator[tuple[TranslationUnit, float]]:
        """Yield every unit with its log odds, in the order in which they came."""
        for unit, flags, log_odds in self._found():
            yield flagged(unit, flags), log_odds

    def flags(self) -> Iterator[tuple[Flag, ...]]:
        """Yield the flags of repetition of every unit, in the order in which they came."""
        for _, flags, _ in self._found():
            yield flags

    def _found(self) -> Iterator[tuple[TranslationUnit, tuple[Flag, ...], float]]:
        with self._writing():
            self._repetitions.find()
        for row in self._repetitions.rows():
            yield row.unit, tuple(self._repetitions.flags(row)), row.log_odds


def repetitions(
    units: Iterable[TranslationUnit], ignore: Collection[str] = ()
) -> list[tuple[Flag, ...]]:
    """Return the flags of repetition of each unit of a document, which fits in memory."""
    with Spool(ignore, in_memory=True) as spool:
        for unit in units:
            spool.add(unit, 0.0)
        return list(spool.flags())


def flagged(unit: TranslationUnit, flags: Iterable[Flag]) -> TranslationUnit:
    """Return a unit with more flags, the worst of all first."""
    rank = get_args(Severity).index
    every = sorted((*unit.flags, *flags), key=lambda flag: rank(flag.severity))
    return replace(unit, flags=tuple(every))
