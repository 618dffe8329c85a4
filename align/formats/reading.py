"""How a memory is to be read, and what reading it left out: told, never silently lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from align.config import ReadSettings
from align.errors import MalformedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["LOSSES", "Loss", "Losses", "Reading"]

# What may be lost or repaired when a file is read, in the words of a message.
LOSSES = {
    "unit": "unit left out",
    "tail": "damaged end, nothing read from there on",
    "code": "inline code dropped, the text around it kept",
    "character": "character that XML forbids removed",
    "bytes": "sequence of bytes that is no text, now U+FFFD",
    "encoding": "encoding guessed, since the file names none",
    "language": "text in another language left out",
    "unaligned": "segment without a counterpart left out",
    "markup": "piece of markup or formatting dropped",
    "property": "property of one side, or of a file, dropped",
}


class Loss(NamedTuple):
    """How often something was lost, and the first line (from 1, or 0) and reason of it."""

    kind: str  # one of `LOSSES`
    times: int
    line: int
    reason: str

    def __str__(self) -> str:
        """Return what a person is told."""
        place = f", first in line {self.line}" if self.line else ""
        reason = f" ({self.reason})" if self.reason else ""
        return f"{LOSSES[self.kind]}{reason}: {self.times:,}{place}"


class Losses:
    """The losses of a file, counted by kind."""

    def __init__(self) -> None:
        """Start without any."""
        self._found: dict[str, Loss] = {}

    def add(self, kind: str, line: int = 0, reason: str = "", times: int = 1) -> None:
        """Count a loss; ``kind`` is one of `LOSSES`, and the first ``line`` and ``reason`` stay."""
        known = self._found.get(kind, Loss(kind, 0, line, reason))
        self._found[kind] = known._replace(times=known.times + times)

    def count(self, kind: str) -> int:
        """Return how often something of a kind was lost."""
        return self._found[kind].times if kind in self._found else 0

    def __iter__(self) -> Iterator[Loss]:
        """Yield the losses in the order in which they were first met."""
        return iter(self._found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader of memories is told.

    ``langs`` are the two languages wanted, which stand in where a file names none. With ``exact``
    every text is as it stands in the file, white space included, and may be empty; otherwise texts
    are tidied and an empty one makes its unit unfit. ``strict`` refuses a file for an unfit unit or
    a damaged end; otherwise they are counted in ``losses``.
    """

    langs: tuple[str, str] = ("ar", "en")
    exact: bool = False
    strict: bool = True
    losses: Losses = field(default_factory=Losses)
    limits: ReadSettings = field(default_factory=ReadSettings)

    def unfit(self, path: Path, line: int, reason: object) -> None:
        """Leave out a unit that makes no sense; raises `MalformedError` if reading is strict."""
        if self.strict:
            place = f"line {line}: " if line else ""
            raise MalformedError(str(path), f"{place}{reason}")
        self.losses.add("unit", line, str(reason))

    def broken(self, path: Path, line: int, reason: str) -> None:
        """Stop where a file is damaged; raises `MalformedError` if reading is strict."""
        if self.strict:
            place = f"line {line}: " if line else ""
            hint = "export it once more, or let align convert save what is whole"
            raise MalformedError(str(path), f"{place}{reason}", hint)
        self.losses.add("tail", line, reason)
