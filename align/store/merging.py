"""Many memories' units to one memory: duplicates out, the best of rival targets first.

The units wait in a temporary SQLite file, so that memory use does not grow with their number. They
are only ever added to its end; which of them stay is settled once, by sorting short hashes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from align.scratch import Scratch
from align.store.keys import exact_keys, folded_keys
from align.store.records import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.model import TranslationUnit

__all__ = ["Duplicates", "Merging", "Rivals"]

Duplicates = Literal["none", "exact", "near"]  # which count as one unit
SCHEMA = """
CREATE TABLE unit (
    number INTEGER PRIMARY KEY,
    source BLOB NOT NULL,
    pair BLOB NOT NULL,
    score REAL NOT NULL,
    record BLOB NOT NULL
)
"""
ADD = "INSERT INTO unit (source, pair, score, record) VALUES (?, ?, ?, ?)"
# Of units with one pair key the best stays, at the place of the first.
STAYING = """
CREATE TABLE staying AS
SELECT number, source, score, place FROM (
    SELECT number, source, score, min(number) OVER (PARTITION BY pair) AS place,
        row_number() OVER (PARTITION BY pair ORDER BY score DESC, number) AS rank
    FROM unit
) WHERE rank = 1
"""
# Units stand in document order; those with one source share its places by falling score, since
# clients that keep a single target keep the first (or let the user see it first).
ORDERED = """
CREATE TABLE {name} AS
WITH chosen AS (SELECT * FROM staying WHERE score >= ? AND score < ?),
placed AS (
    SELECT place, source, row_number() OVER (PARTITION BY source ORDER BY place) AS rank FROM chosen
), ranked AS (
    SELECT number, source,
        row_number() OVER (PARTITION BY source ORDER BY score DESC, place) AS rank
    FROM chosen
)
SELECT number FROM placed JOIN ranked USING (source, rank) ORDER BY place
"""
# Only numbers are sorted: the records are then looked up one by one.
RECORDS = "SELECT record FROM {name} AS o CROSS JOIN unit USING (number) ORDER BY o.rowid"
GONE = """
SELECT gone.record, best.record FROM unit AS gone
JOIN (
    SELECT number, first_value(number) OVER (PARTITION BY pair ORDER BY score DESC, number) AS best
    FROM unit
) AS place ON gone.number = place.number AND place.best <> place.number
JOIN unit AS best ON best.number = place.best
ORDER BY gone.number
"""
RIVALS = """
SELECT record, rivals.source FROM (
    SELECT source, place, number, score,
        min(place) OVER (PARTITION BY source) AS first, count(*) OVER (PARTITION BY source) AS kinds
    FROM staying
) AS rivals JOIN unit USING (number)
WHERE kinds > 1 ORDER BY first, rivals.score DESC, rivals.place
"""


class Rivals(NamedTuple):
    """The units that translate one source differently, the best first."""

    units: tuple[TranslationUnit, ...]


class Merging(Scratch):
    """A context manager: add units, then read them merged; its file is gone afterwards."""

    def __init__(self, duplicates: Duplicates = "exact") -> None:
        """Make the temporary file; ``duplicates`` says which units count as one."""
        super().__init__(SCHEMA)
        self.added = 0
        self._which = duplicates
        self._orders = 0  # how often the units were read
        self._settled = -1  # how many units were there when the duplicates were last looked for

    def add(self, unit: TranslationUnit) -> None:
        """Take a unit in; raises `OutputError` when the temporary folder is full."""
        self.added += 1
        source, pair = (folded_keys if self._which == "near" else exact_keys)(unit)
        if self._which == "none":
            pair = self.added.to_bytes(8, "big")
        with self._writing() as connection:
            connection.execute(ADD, (source, pair, unit.score, packed(unit)))

    @property
    def duplicates(self) -> int:
        """How many of the units do not stay."""
        self._settle()
        (staying,) = self._connection.execute("SELECT count(*) FROM staying").fetchone()
        return self.added - int(staying)

    def _settle(self) -> None:
        """Find the duplicates, unless nothing came since that was last done."""
        if self._settled == self.added:
            return
        with self._writing() as connection:
            connection.execute("DROP TABLE IF EXISTS staying")
            connection.execute(STAYING)
        self._settled = self.added

    def units(self, *, least: float = -1.0, below: float = 2.0) -> Iterator[TranslationUnit]:
        """Yield the units that stay, with a score in [``least``, ``below``)."""
        self._settle()
        self._orders += 1
        name = f"ordered_{self._orders}"
        with self._writing() as connection:
            connection.execute(ORDERED.format(name=name), (least, below))
        for (record,) in self._connection.execute(RECORDS.format(name=name)):
            yield unpacked(record)

    def gone(self) -> Iterator[tuple[TranslationUnit, TranslationUnit]]:
        """Yield every duplicate that does not stay, and the unit that stays for it."""
        for gone, best in self._connection.execute(GONE):
            yield unpacked(gone), unpacked(best)

    def rivals(self) -> Iterator[Rivals]:
        """Yield the sources that stay with several targets, in the order of the memory."""
        self._settle()
        found: list[TranslationUnit] = []
        last = b""
        for record, source in self._connection.execute(RIVALS):
            if found and source != last:
                yield Rivals(tuple(found))
                found = []
            found.append(unpacked(record))
            last = source
        if found:
            yield Rivals(tuple(found))
