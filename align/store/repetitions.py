"""Units that repeat one another: the same source or target twice, the same pair, nearly the same.

The units wait in a table, where those of the same keys are looked up; see `align.store.keys`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from align.checks.catalogue import flag
from align.checks.wording import other, quoted
from align.store.records import unpacked
from align.text.tidy import letters, tidy

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator

    from align.model import Flag, SideName, TranslationUnit

__all__ = ["SCHEMA", "Repetitions", "Row"]

SHORT = 8  # letters, below which several translations are to be expected, as of a single word
SCHEMA = """
CREATE TABLE unit (
    number INTEGER PRIMARY KEY,
    source BLOB NOT NULL,
    target BLOB NOT NULL,
    pair BLOB NOT NULL,
    near BLOB NOT NULL,
    log_odds REAL NOT NULL,
    record BLOB NOT NULL
)
"""
INDEXES = (
    "CREATE INDEX IF NOT EXISTS same_pair ON unit (pair)",
    "CREATE INDEX IF NOT EXISTS near_pair ON unit (near)",
)
# Every text of one side that stands beside several texts of the other, with each of those: how
# often it does, the first unit in which it does, and how many different ones there are.
RIVALS = """
CREATE TABLE rivals_of_{side} AS
SELECT * FROM (
    SELECT {side} AS text, {other} AS beside, count(*) AS uses, min(number) AS first,
        count(*) OVER (PARTITION BY {side}) AS kinds
    FROM unit WHERE {side} <> x'' AND {other} <> x'' GROUP BY {side}, {other}
) WHERE kinds > 1
"""
# In the order of their use, so that the commonest rival of a unit is the first or the second.
RIVALS_INDEX = "CREATE INDEX index_of_{side} ON rivals_of_{side} (text, uses DESC, first)"
RIVAL = """
SELECT first, kinds - 1 FROM rivals_of_{side} WHERE text = ? AND beside <> ?
ORDER BY uses DESC, first LIMIT 1
"""
ROWS = """
SELECT number, source, target, log_odds, record,
    (SELECT min(number) FROM unit AS earlier WHERE earlier.pair = unit.pair) AS same,
    (SELECT min(number) FROM unit AS earlier WHERE earlier.near = unit.near) AS similar
FROM unit ORDER BY number
"""
RECORD = "SELECT record FROM unit WHERE number = ?"


class Row(NamedTuple):
    """A unit as it waits, and the numbers of the first ones of its pair keys (its own if none)."""

    number: int
    source: bytes
    target: bytes
    log_odds: float
    record: bytes
    same: int
    similar: int

    @property
    def unit(self) -> TranslationUnit:
        """The unit itself."""
        return unpacked(self.record)


class Repetitions:
    """What there is to say of each unit of a table in the light of all others."""

    def __init__(self, connection: sqlite3.Connection, ignore: Collection[str]) -> None:
        """Take the database and the ids of flags that are not wanted."""
        self._connection = connection
        self._ignore = ignore

    def find(self) -> None:
        """Find what repeats, among all units that are in the table by now."""
        for statement in INDEXES:
            self._connection.execute(statement)
        for side in ("source", "target"):
            names = {"side": side, "other": other(side)}
            self._connection.execute(f"DROP TABLE IF EXISTS rivals_of_{side}")
            self._connection.execute(RIVALS.format(**names))
            self._connection.execute(RIVALS_INDEX.format(**names))

    def rows(self) -> Iterator[Row]:
        """Yield the rows of the table in their order."""
        return map(Row._make, self._connection.execute(ROWS))

    def flags(self, row: Row) -> Iterator[Flag]:
        """Yield the flags of a row."""
        for find in (self._inconsistent_target, self._inconsistent_source, self._again):
            found = find(row)
            if found is not None and found.id not in self._ignore:
                yield found

    def _inconsistent_target(self, row: Row) -> Flag | None:
        """Return a flag if the source of a row stands elsewhere beside another target."""
        rival, kinds = self._rival("source", row.source, row.target)
        if rival is None:
            return None
        ways = "also translated as"
        if kinds > 1:
            ways = f"translated in {kinds} other ways, most often as"
        found = flag("inconsistent-target", f"the same source is {ways} {_cited(rival.target)}")
        return replace(found, severity="info") if _is_short(row.unit.source) else found

    def _inconsistent_source(self, row: Row) -> Flag | None:
        """Return a flag if the target of a row stands elsewhere beside another source."""
        rival, kinds = self._rival("target", row.target, row.source)
        if rival is None:
            return None
        sources = "of" if kinds == 1 else f"of {kinds} other sources, most often"
        message = f"the same target is the translation {sources} {_cited(rival.source)}"
        return flag("inconsistent-source", message)

    def _rival(
        self, side: SideName, text: bytes, beside: bytes
    ) -> tuple[TranslationUnit | None, int]:
        """Return the commonest unit of the same text beside another, and how many others it has."""
        found = self._connection.execute(RIVAL.format(side=side), (text, beside)).fetchone()
        if found is None or not beside:  # an empty text is no other way to say it
            return None, 0
        number, kinds = found
        return self._unit(number), kinds

    def _again(self, row: Row) -> Flag | None:
        """Return a flag if the pair of a row stands earlier, or nearly so."""
        if row.same < row.number:
            return flag("duplicate", f"the same pair as unit {self._unit(row.same).id}")
        if row.similar < row.number:
            differing = "only numbers, punctuation, case, spaces or marks differ"
            name = self._unit(row.similar).id
            return flag("near-duplicate", f"nearly the same pair as unit {name}: {differing}")
        return None

    def _unit(self, number: int) -> TranslationUnit:
        return unpacked(self._connection.execute(RECORD, (number,)).fetchone()[0])


def _cited(text: str) -> str:
    return quoted(tidy(text))


def _is_short(text: str) -> bool:
    return len(text.split()) == 1 or sum(1 for _ in letters(text)) < SHORT
