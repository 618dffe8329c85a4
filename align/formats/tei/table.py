"""What was found in TEI files, in a temporary database: links first, then what they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from align.scratch import Scratch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Link", "Segment", "Span", "TeiTable"]

MOST = 10_001  # elements of one correspondence that are looked at: one more than are taken
TABLES = (
    "CREATE TABLE link (line, id, name, kind, cert, document, targets, roles)",
    "CREATE TABLE pair (line, key, targets)",
    "CREATE INDEX pair_targets ON pair (targets)",
    "CREATE TABLE met (pair TEXT PRIMARY KEY)",
    "CREATE TABLE pointer (key TEXT PRIMARY KEY, targets)",
    "CREATE TABLE span (link, kind, type, subtype, place, text)",
    "CREATE INDEX span_link ON span (link)",
    "CREATE TABLE segment (key TEXT PRIMARY KEY, lang, text, places, files, problem)",
    "CREATE TABLE file (key TEXT PRIMARY KEY, path)",
)


class Link(NamedTuple):
    """A link as it stands in its file; keys of ``targets`` and names of ``roles`` have spaces."""

    line: int
    id: str  # pointers to it say
    name: str
    kind: str
    cert: str | None
    document: str | None
    targets: str
    roles: str = ""


class Segment(NamedTuple):
    """What a link leads to; ``problem`` is why its text cannot be had."""

    lang: str
    text: str
    places: str = ""
    files: str = ""
    problem: str = ""


class Span(NamedTuple):
    """What is said of a link: a flag or a property."""

    group: str
    kind: str
    subtype: str
    place: str
    text: str


class TeiTable(Scratch):
    """Links, correspondences, pointers, spans, and the segments that are wanted, by key."""

    cache: ClassVar[int] = 32_000

    def __init__(self) -> None:
        """Make the tables."""
        super().__init__(*TABLES)

    def add_link(self, link: Link) -> None:
        """Keep a link."""
        self._run("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?)", *link)

    def links(self) -> Iterator[Link]:
        """Yield the links in the order of their file."""
        yield from map(Link._make, self._run("SELECT * FROM link ORDER BY rowid"))

    def add_pair(self, line: int, key: str, targets: Sequence[str]) -> None:
        """Keep that an element corresponds to others."""
        self._run("INSERT INTO pair VALUES (?, ?, ?)", line, key, " ".join(targets))

    def pairs(self) -> Iterator[tuple[int, list[str], list[str]]]:
        """Yield elements and what they correspond to, said from either side, once, with a line."""
        for line, targets in self._run("SELECT line, targets FROM pair ORDER BY rowid"):
            statement = "SELECT key FROM pair WHERE targets = ? ORDER BY rowid LIMIT ?"
            if not self._is_new(targets):
                continue
            keys = [key for (key,) in self._run(statement, targets, MOST)]
            others = targets.split(" ")
            if self._is_new(" ~ ".join(sorted((" ".join(keys), targets)))):
                yield line, keys, others

    def _is_new(self, pair: str) -> bool:
        return self._run("INSERT OR IGNORE INTO met VALUES (?)", pair).rowcount > 0

    def add_pointer(self, key: str, targets: Sequence[str]) -> None:
        """Keep what an intermediate pointer leads to."""
        self._run("INSERT OR IGNORE INTO pointer VALUES (?, ?)", key, " ".join(targets))

    def pointed(self, key: str) -> list[str]:
        """Return what an intermediate pointer leads to, nothing when it is none."""
        row = self._run("SELECT targets FROM pointer WHERE key = ?", key).fetchone()
        return str(row[0]).split(" ") if row else []

    def add_span(self, link: str, span: Span) -> None:
        """Keep what is said of the link with a key."""
        self._run("INSERT INTO span VALUES (?, ?, ?, ?, ?, ?)", link, *span)

    def spans(self, link: str) -> Iterator[Span]:
        """Yield what is said of a link, in the order of the file."""
        for row in self._run("SELECT * FROM span WHERE link = ? ORDER BY rowid", link):
            yield Span._make(row[1:])

    def want(self, key: str) -> None:
        """Remember that the segment with a key is wanted."""
        self._run("INSERT OR IGNORE INTO segment (key) VALUES (?)", key)

    def is_wanted(self, key: str) -> bool:
        """Say whether a segment is wanted, and not yet found."""
        statement = "SELECT 1 FROM segment WHERE key = ? AND lang IS NULL"
        return self._run(statement, key).fetchone() is not None

    def found(self, key: str, segment: Segment) -> None:
        """Keep a segment that is wanted."""
        values = "lang = ?, text = ?, places = ?, files = ?, problem = ?"
        self._run(f"UPDATE segment SET {values} WHERE key = ?", *segment, key)

    def segment(self, key: str) -> Segment | None:
        """Return a segment that was found."""
        statement = "SELECT * FROM segment WHERE key = ? AND lang IS NOT NULL"
        row = self._run(statement, key).fetchone()
        return Segment._make(row[1:]) if row else None

    def add_file(self, key: str, path: str) -> None:
        """Keep the path that a segment's ``source`` points at."""
        self._run("INSERT OR IGNORE INTO file VALUES (?, ?)", key, path)

    def file(self, key: str) -> str:
        """Return the path of a file, empty for one that is not known."""
        row = self._run("SELECT path FROM file WHERE key = ?", key).fetchone()
        return str(row[0]) if row else ""
