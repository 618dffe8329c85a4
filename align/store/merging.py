"""Many documents' units to one memory: duplicates out, the best of rival targets first.

The units wait in a temporary SQLite file, so that memory use does not grow with the run.
"""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from align.store.scratch import Scratch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.model import TranslationUnit

__all__ = ["Merging"]

SCHEMA = """
CREATE TABLE unit (
    number INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    score REAL NOT NULL,
    record BLOB NOT NULL,
    UNIQUE (source, target)
)
"""
KNOWN = "SELECT 1 FROM unit WHERE source = ? AND target = ?"
# An exact duplicate keeps the place of the first and the score and origin of the best.
ADD = """
INSERT INTO unit (source, target, score, record) VALUES (?, ?, ?, ?)
ON CONFLICT (source, target) DO UPDATE SET score = excluded.score, record = excluded.record
WHERE excluded.score > unit.score
"""
# Units stand in document order; those with one source share its places by falling score, since
# clients that keep a single target keep the first (or let the user see it first).
ORDERED = """
WITH placed AS (
    SELECT number, source, row_number() OVER (PARTITION BY source ORDER BY number) AS rank
    FROM unit WHERE score >= ?1 AND score < ?2
), ranked AS (
    SELECT source, record,
        row_number() OVER (PARTITION BY source ORDER BY score DESC, number) AS rank
    FROM unit WHERE score >= ?1 AND score < ?2
)
SELECT record FROM placed JOIN ranked USING (source, rank) ORDER BY placed.number
"""


class Merging(Scratch):
    """A context manager: add units, then read them merged; its file is gone afterwards."""

    def __init__(self) -> None:
        """Make the temporary file."""
        super().__init__(SCHEMA)
        self.added = 0
        self.duplicates = 0

    def add(self, unit: TranslationUnit) -> None:
        """Take a unit in; raises `OutputError` when the temporary folder is full."""
        row = unit.source, unit.target, unit.score, pickle.dumps(unit, protocol=5)
        with self._writing() as connection:
            known = connection.execute(KNOWN, row[:2]).fetchone() is not None
            connection.execute(ADD, row)
        self.added += 1
        self.duplicates += known

    def units(self, *, least: float, below: float) -> Iterator[TranslationUnit]:
        """Yield the units with a score in [``least``, ``below``)."""
        for (record,) in self._connection.execute(ORDERED, (least, below)):
            yield pickle.loads(record)  # written by ourselves a moment ago
