"""The entries of a PO file, one in memory at a time, after the manual of GNU gettext.

A text stands in quotes, over as many lines as its writer likes; the comments of an entry stand
before it, and an entry ends where the next one begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from align.errors import LimitError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["Entry", "entries_of"]

LONGEST = 10_000_000  # characters of one entry
_TEXT = re.compile(
    r"\s*(?P<obsolete>#~\s*)?(?P<name>msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]{1,2}\])?)?\s*"
    r'"(?P<text>(?:[^"\\]|\\[abfnrtv"\'\\?])*)"\s*'
)
_COMMENT = re.compile(r"\s*(?P<name>#[.:,|~]?)(?P<text>.*)")
_ESCAPE = re.compile(r"\\(.)")
_MEANING = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


class _Line(NamedTuple):
    """What a line says: a keyword, the mark of a comment, or neither where a text goes on."""

    name: str
    text: str
    obsolete: bool


@dataclass(slots=True)
class Entry:
    """One entry; ``line`` is that of its first text, or of what is ``wrong`` with it."""

    line: int = 0
    wrong: str = ""
    obsolete: bool = False
    comments: dict[str, list[str]] = field(default_factory=dict)  # by mark
    _texts: dict[str, list[str]] = field(default_factory=dict)  # by keyword

    @property
    def translations(self) -> list[str]:
        """The keywords of its translations: ``msgstr``, or one for each form of a plural."""
        return [name for name in self._texts if name.startswith("msgstr")]

    def text(self, name: str) -> str:
        """Return the text of a keyword, empty where there is none."""
        return "".join(self._texts.get(name, ()))

    def ends_before(self, line: _Line | None) -> bool:
        """Say whether the entry is over where a line comes; a line without sense is part of it."""
        if line is None:
            return False
        if line.name in {"msgctxt", "msgid"}:
            return "msgid" in self._texts or bool(self.translations)
        return line.name.startswith("#") and bool(self.translations)

    def add(self, number: int, line: _Line | None) -> None:
        """Take in a line and remember the first that is wrong."""
        wrong = "this is no line of a PO file" if line is None else self._added(line)
        if wrong and not self.wrong:
            self.line, self.wrong = number, wrong
        elif self._texts and not self.line:
            self.line = number

    def _added(self, line: _Line) -> str:
        """Take in a line, or return why it makes no sense here."""
        if line.name.startswith("#"):
            self.comments.setdefault(line.name, []).append(line.text.strip())
            return ""
        if line.name in self._texts:
            return f"a second {line.name} in one entry"
        if not (line.name or self._texts):
            return "a text without a keyword"
        self.obsolete |= line.obsolete
        self._texts.setdefault(line.name or next(reversed(self._texts)), []).append(line.text)
        return ""


def entries_of(lines: Iterable[tuple[int, str]], path: Path) -> Iterator[Entry]:
    """Yield the entries in numbered lines; raises `LimitError` for one that is far too long."""
    entry, size = Entry(), 0
    for number, text in lines:
        line = _line(text)
        if entry.ends_before(line):
            yield _checked(entry)
            entry, size = Entry(), 0
        size += len(text)
        if size > LONGEST:
            fact = f"line {number}: an entry is longer than {LONGEST:,} characters"
            raise LimitError(str(path), fact, "is it a PO file?")
        entry.add(number, line)
    if entry.line:  # otherwise it is a comment at the end
        yield _checked(entry)


def _checked(entry: Entry) -> Entry:
    if not (entry.wrong or (entry.translations and "msgid" in entry._texts)):
        entry.wrong = "an entry without msgid or msgstr"
    return entry


def _line(text: str) -> _Line | None:
    """Return what a line says, None if it makes no sense."""
    match = _TEXT.fullmatch(text)
    if match is not None:
        unescaped = _ESCAPE.sub(_meaning, match["text"])
        return _Line(match["name"] or "", unescaped, match["obsolete"] is not None)
    match = _COMMENT.fullmatch(text)
    return None if match is None else _Line(match["name"], match["text"], obsolete=False)


def _meaning(match: re.Match[str]) -> str:
    return _MEANING.get(match[1], match[1])
