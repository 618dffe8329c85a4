"""How a memory is to be read, and what reading it left out: told, never silently lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from align.config import ReadSettings
from align.errors import EncodingError, MalformedError
from align.text.scripts import script_of
from align.text.tidy import illegal_spans, tidy

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
    "space": "text whose white space was tidied (ends trimmed, runs made one space)",
    "bytes": "sequence of bytes that is no text, now U+FFFD",
    "encoding": "encoding guessed, since the file names none",
    "language": "text in another language left out",
    "unaligned": "segment without a counterpart left out",
    "text": "text that stands in no unit left out",
    "markup": "piece of markup or formatting dropped",
    "property": "property that has no place in a unit dropped",
}


class Loss(NamedTuple):
    """How often something was lost, and the first line (from 1, or 0) and reason of it."""

    kind: str  # one of `LOSSES`
    times: int
    line: int
    reason: str

    @property
    def message(self) -> str:
        """What was lost, and why."""
        reason = f" ({self.reason})" if self.reason else ""
        return f"{LOSSES[self.kind]}{reason}"

    def __str__(self) -> str:
        """Return what a person is told."""
        place = f", first in line {self.line}" if self.line else ""
        return f"{self.message}: {self.times:,}{place}"


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
    are tidied and an empty one makes its unit unfit. ``strict`` refuses a file for an unfit unit, a
    damaged end or an encoding to be guessed; otherwise they are counted in ``losses``.
    """

    langs: tuple[str, str] = ("ar", "en")
    exact: bool = False
    strict: bool = True
    losses: Losses = field(default_factory=Losses)
    limits: ReadSettings = field(default_factory=ReadSettings)

    def texts(self, source: str, target: str, line: int = 0) -> tuple[str, str]:
        """Return both texts as they stand, or tidied and what that changes counted.

        Raises `ValueError` for a tidied one that is left empty.
        """
        if self.exact:
            return source, target
        source, target = self._tidied(source, line), self._tidied(target, line)
        if source and target:
            return source, target
        raise ValueError(f"the {'target' if source else 'source'} of a unit is empty")

    def _tidied(self, text: str, line: int) -> str:
        tidied = tidy(text)
        if tidied == text:
            return text
        dropped = [text[start:end] for start, end in illegal_spans(text)]
        if dropped:
            self.losses.add("character", line, times=len(dropped))
        if tidied and tidied != text.translate(dict.fromkeys(map(ord, dropped))):
            self.losses.add("space", line)
        return tidied

    def code_page(self, path: Path) -> str:
        """Guess what a file is in that names no encoding: the Windows code page of the languages.

        Raises `EncodingError` if reading is strict.
        """
        page = "windows-1256" if "Arab" in map(script_of, self.langs) else "windows-1252"
        if self.strict:
            raise EncodingError(str(path), "is not UTF-8", f"try --set read.encoding={page}")
        self.losses.add("encoding", reason=f"it is not UTF-8, read as {page}")
        return page

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
