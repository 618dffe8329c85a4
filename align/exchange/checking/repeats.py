"""Units that repeat one another: found in a temporary table, so that memory stays flat."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from align.exchange.checking.hits import Hit
from align.scratch import Scratch
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Repeats"]

HASH_SIZE = 16  # bytes; among a billion texts two alike are as good as impossible
PAIRS = "CREATE TABLE pair (key BLOB PRIMARY KEY, unit TEXT) WITHOUT ROWID"
SOURCES = "CREATE TABLE source (key BLOB PRIMARY KEY, unit TEXT) WITHOUT ROWID"
NAMES = "CREATE TABLE name (key BLOB PRIMARY KEY, line INTEGER) WITHOUT ROWID"
CACHE = "PRAGMA cache_size = -65536"  # in units of 1024 bytes: 64 MB
ADD = "INSERT OR IGNORE INTO {} VALUES (?, ?)"
ADDS = {table: ADD.format(table) for table in ("pair", "source", "name")}
FIRSTS = {
    "pair": "SELECT unit FROM pair WHERE key = ?",
    "source": "SELECT unit FROM source WHERE key = ?",
    "name": "SELECT line FROM name WHERE key = ?",
}


class Repeats(Scratch):
    """A context manager: told the units, it says which came before; its file is gone afterwards."""

    def __init__(self) -> None:
        """Make the temporary tables."""
        super().__init__(PAIRS)
        with self._writing() as connection:
            for statement in (SOURCES, NAMES, CACHE):
                connection.execute(statement)

    def id_hits(self, name: str, line: int) -> Iterator[Hit]:
        """Remember the line of a unit, and yield a hit if another one has the same id."""
        first = self._before("name", _hash(name), line)
        if first is not None:
            place = f" in line {first}" if first else ""
            yield Hit("repeated-id", f"the unit{place} has the id {name!r} too")

    def line_of(self, name: str) -> int | None:
        """Return the line of the first unit with an id; None where that is not known."""
        found = self._connection.execute(FIRSTS["name"], (_hash(name),)).fetchone()
        return (found[0] or None) if found else None

    def hits(self, source: str, target: str, place: str) -> Iterator[Hit]:
        """Yield a hit if the same source, or the same pair, came before."""
        source, target = tidy(source), tidy(target)
        key = _hash(source)
        same = self._before("pair", blake2b(key + _hash(target)).digest()[:HASH_SIZE], place)
        if same is not None:
            yield Hit("duplicate", f"the same pair as {same}")
            return
        rival = self._before("source", key, place)
        if rival is not None:
            yield Hit("several-targets", f"the same source as {rival}, another target", "source")

    def _before(self, table: str, key: bytes, value: str | int) -> str | int | None:
        """Return the value that came first with a key; None if this is it."""
        with self._writing() as connection:
            if connection.execute(ADDS[table], (key, value)).rowcount:
                return None
            found: str | int = connection.execute(FIRSTS[table], (key,)).fetchone()[0]
        return found


def _hash(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=HASH_SIZE).digest()
