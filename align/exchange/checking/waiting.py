"""Repaired units that wait until all are there, when those that repeat one another are known."""

from __future__ import annotations

import pickle
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from align.scratch import Scratch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.model import TranslationUnit

__all__ = ["Waiting", "Waits"]

HASH_SIZE = 16  # bytes; among a billion texts two alike are as good as impossible
SCHEMA = """
CREATE TABLE unit (
    number INTEGER PRIMARY KEY,
    source BLOB NOT NULL,
    pair BLOB NOT NULL,
    score REAL NOT NULL,
    line INTEGER,
    record BLOB NOT NULL
)
"""
NAMES = "CREATE TABLE name (key BLOB PRIMARY KEY, times INTEGER NOT NULL) WITHOUT ROWID"
ADD = "INSERT INTO unit (source, pair, score, line, record) VALUES (?, ?, ?, ?, ?)"
INDEXES = (
    "CREATE INDEX best_pair ON unit (pair, score DESC, number)",
    "CREATE INDEX best_target ON unit (source, score DESC, number)",
)
ROWS = """
SELECT record, line, number,
    (SELECT number FROM unit AS other WHERE other.pair = unit.pair
        ORDER BY score DESC, number LIMIT 1),
    (SELECT number FROM unit AS other WHERE other.source = unit.source
        ORDER BY score DESC, number LIMIT 1)
FROM unit ORDER BY number
"""
RECORD = "SELECT record FROM unit WHERE number = ?"
COUNT = """
INSERT INTO name VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET times = times + 1 RETURNING times
"""


class Waits(NamedTuple):
    """A unit that waited, and the units that are kept instead, where it is not.

    ``same`` is the best of the same pair, ``better`` the best with the same source.
    """

    unit: TranslationUnit
    line: int | None
    same: TranslationUnit | None
    better: TranslationUnit | None


class Waiting(Scratch):
    """A context manager: add units, then read them; its file is gone afterwards."""

    def __init__(self) -> None:
        """Make the temporary file."""
        super().__init__(SCHEMA)
        with self._writing() as connection:
            connection.execute(NAMES)

    def add(self, unit: TranslationUnit, line: int | None) -> None:
        """Take a unit in; raises `OutputError` when the temporary folder is full."""
        key = _hash(unit.source)
        pair = _hash(f"{len(unit.source)} {unit.source}{unit.target}")
        with self._writing() as connection:
            connection.execute(ADD, (key, pair, unit.score, line, pickle.dumps(unit, protocol=5)))

    def units(self) -> Iterator[Waits]:
        """Yield every unit, in the order in which they came."""
        with self._writing() as connection:
            for statement in INDEXES:
                connection.execute(statement)
        for record, line, number, same, best in self._connection.execute(ROWS):
            yield Waits(
                unit=_unit(record),
                line=line,
                same=self._other(same, number),
                better=self._other(best, number),
            )

    def unique(self, name: str) -> str:
        """Return a name that no unit was given yet: the same, or with ``~2`` and so on."""
        new, times = name, self._times(name)
        while times > 1:
            new = f"{name}~{times}"
            times = self._times(name) if self._times(new) > 1 else 1
        return new

    def _times(self, name: str) -> int:
        with self._writing() as connection:
            times: int = connection.execute(COUNT, (_hash(name),)).fetchone()[0]
        return times

    def _other(self, number: int, own: int) -> TranslationUnit | None:
        if number == own:
            return None
        return _unit(self._connection.execute(RECORD, (number,)).fetchone()[0])


def _unit(record: bytes) -> TranslationUnit:
    unit: TranslationUnit = pickle.loads(record)  # written by ourselves a moment ago
    return unit


def _hash(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=HASH_SIZE).digest()
