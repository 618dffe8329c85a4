"""The list of what repairing a file changed, left out or set apart: a line of JSON each."""

from __future__ import annotations

import json
from collections import Counter
from typing import IO, TYPE_CHECKING, Literal, NamedTuple

from align.formats.reading import Loss, Losses

if TYPE_CHECKING:
    from align.exchange.checking.findings import Finding
    from align.exchange.checking.repairs import Change
    from align.model import SideName, TranslationUnit

__all__ = ["ChangeList", "ListedLosses", "What", "Why"]

What = Literal["changed", "left-out", "set-apart", "lost"]
ALWAYS = frozenset({"id", "line"})  # stand there even where nothing is known of them
SHORT = 200  # characters of a text that are shown


class Why(NamedTuple):
    """Why a unit is not in the memory: the id of the finding, and a sentence."""

    finding: str
    message: str


class Listed(NamedTuple):
    """A line of the list; ``id`` and ``line`` are those of the unit, where they are known."""

    change: What
    finding: str
    id: str | None = None
    line: int | None = None
    message: str | None = None
    side: SideName | None = None
    before: str | None = None
    after: str | None = None
    source: str | None = None
    target: str | None = None
    times: int | None = None


class ChangeList:
    """Writes the list; ``counts`` says how often there was what, for which finding."""

    def __init__(self, file: IO[bytes]) -> None:
        """Take an open file."""
        self.counts: Counter[tuple[What, str]] = Counter()
        self._file = file

    def of_file(self, finding: Finding) -> None:
        """List what is different about the whole file."""
        self._add(Listed("changed", finding.id, line=finding.line, message=finding.message))

    def changed(self, unit: TranslationUnit, line: int | None, change: Change) -> None:
        """List a change in a unit."""
        before, after = _short(change.before), _short(change.after)
        listed = Listed("changed", change.finding, unit.id, line)
        self._add(listed._replace(side=change.side, before=before, after=after))

    def gone(self, what: What, unit: TranslationUnit, line: int | None, why: Why) -> None:
        """List a unit that is not in the memory, and why."""
        listed = Listed(what, why.finding, unit.id, line, why.message)
        self._add(listed._replace(source=_short(unit.source), target=_short(unit.target)))

    def lost(self, loss: Loss) -> None:
        """List what reading the file left out."""
        listed = Listed("lost", loss.kind, line=loss.line or None, message=loss.message)
        self._add(listed._replace(times=loss.times))

    def _add(self, listed: Listed) -> None:
        self.counts[listed.change, listed.finding] += listed.times or 1
        record = {
            name: value
            for name, value in listed._asdict().items()
            if value is not None or name in ALWAYS
        }
        text = json.dumps(record, ensure_ascii=False)
        self._file.write(text.encode("utf-8", "backslashreplace") + b"\n")


class ListedLosses(Losses):
    """Losses that are listed one by one, as they happen."""

    def __init__(self, changes: ChangeList) -> None:
        """Take the list."""
        super().__init__()
        self._changes = changes

    def add(self, kind: str, line: int = 0, reason: str = "", times: int = 1) -> None:
        """Count and list a loss."""
        super().add(kind, line, reason, times)
        self._changes.lost(Loss(kind, times, line, reason))


def _short(text: str) -> str:
    half = SHORT // 2
    return text if len(text) <= SHORT else f"{text[:half]}…{text[-half:]}"
