"""Reads an XLIFF file as a stream: each unit becomes a tree of its own, nothing else is kept.

Whatever the file is, memory stays flat: an original packed into the header of a file may be of any
size, a unit, a tag or a comment may not. A file that declares entities is refused, so none is
expanded and nothing is fetched.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from align.errors import LimitError, MalformedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Losses, Reading

__all__ = ["Found", "Scope", "found_units"]

UNITS = frozenset({"trans-unit", "bin-unit", "unit"})
REMARKS = frozenset({"note", "context", "meta", "prop"})  # lost where they are of no unit
CHUNK = 65_536  # bytes
DEEPEST = 200  # elements in one another
LARGEST = 4_000_000  # bytes of a unit, a tag or a comment
MOST_NAMES = 10_000  # of elements and attributes, which the parser never forgets
LANGUAGES = {  # attributes that name the languages, by element
    "xliff": ("srcLang", "trgLang"),
    "file": ("source-language", "target-language"),
}
Damage = tuple[int, str]  # line and reason


class Scope(NamedTuple):
    """What the elements around a unit say of it; a language that none of them names is empty."""

    source_lang: str = ""
    target_lang: str = ""
    translate: bool = True

    def inside(self, name: str, attributes: dict[str, str]) -> Scope:
        """Return the scope of what is inside an element."""
        source, target = LANGUAGES.get(name, ("", ""))
        return Scope(
            attributes.get(source, self.source_lang).replace("_", "-"),
            attributes.get(target, self.target_lang).replace("_", "-"),
            attributes.get("translate", "yes" if self.translate else "no") != "no",
        )


class Found(NamedTuple):
    """A unit: its number and line, from 1, its tree (tags without namespaces), and its scope."""

    number: int
    line: int
    element: Element
    scope: Scope


def found_units(file: IO[bytes], path: Path, reading: Reading) -> Iterator[Found]:
    """Yield the units of a file of any version of XLIFF, as soon as each is complete.

    Raises `MalformedError` for a file that is not XLIFF and `LimitError` for one beyond all
    measure; a file that breaks off is told to ``reading``.
    """
    collector = _Collector(path, reading.losses)
    damage: Damage | None = None
    chunk = b"."
    while chunk and damage is None:
        chunk = file.read(CHUNK)
        damage = collector.feed(chunk)
        yield from collector.taken()
    if damage is not None:
        collector.check_started(damage)
        reading.broken(path, *damage)


class _Collector:
    """Takes bytes, gives units."""

    def __init__(self, path: Path, losses: Losses) -> None:
        self._path = path
        self._losses = losses
        self._found: list[Found] = []
        self._scopes: list[Scope] = []  # of the elements that are open, down to a unit
        self._builder = TreeBuilder()  # of the unit that is open
        self._depth = 0  # in that unit; 0 outside of units
        self._number = self._line = self._begin = 0  # of that unit; where it begins, in bytes
        self._fed = 0  # bytes
        self._names: dict[str, str] = {}  # tags without their namespaces, and attributes
        self._parser = self._made_parser()

    def _made_parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.EntityDeclHandler = self._refuse_entity
        parser.SkippedEntityHandler = self._refuse_entity
        return parser

    def feed(self, chunk: bytes) -> Damage | None:
        """Read on, to the end if there are no bytes; return where and how the file is damaged."""
        self._fed += len(chunk)
        try:
            self._parser.Parse(chunk, not chunk)
        except expat.ExpatError as error:
            return error.lineno, f"is no whole XML file ({expat.ErrorString(error.code)})"
        except (LookupError, ValueError) as error:  # of an encoding that is not known
            return self._parser.CurrentLineNumber, f"cannot be decoded ({error})"
        begin = self._begin if self._depth else self._parser.CurrentByteIndex
        if self._fed - begin > LARGEST:
            raise self._limit(f"a unit, tag or comment is larger than {LARGEST:,} bytes")
        return None

    def taken(self) -> list[Found]:
        """Return the units that have become complete since the last time."""
        found, self._found = self._found, []
        return found

    def check_started(self, damage: Damage) -> None:
        """Raise `MalformedError` if the damage came before anything that is XML."""
        if not self._names:
            line, reason = damage
            raise MalformedError(str(self._path), f"line {line}: {reason}", "is it XLIFF at all?")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name not in self._names or not attributes.keys() <= self._names.keys():
            self._learn(name, attributes)
        tag = self._names[name]
        if not self._depth and not self._is_unit(tag):
            self._enter(tag, attributes)
            return
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._limit(f"elements are nested deeper than {DEEPEST}")
        self._builder.start(tag, attributes)

    def _is_unit(self, tag: str) -> bool:
        """Say whether an element outside of units is one, and if so, be ready for it."""
        if tag not in UNITS or not self._scopes:
            return False
        self._number += 1
        self._line, self._begin = self._parser.CurrentLineNumber, self._parser.CurrentByteIndex
        self._builder = TreeBuilder()
        self._parser.CharacterDataHandler = self._builder.data
        return True

    def _enter(self, tag: str, attributes: dict[str, str]) -> None:
        """Go into an element outside of units."""
        if not self._scopes and tag != "xliff":
            hint = "its outermost element must be <xliff>"
            raise MalformedError(str(self._path), "is XML, but not XLIFF", hint)
        if tag in REMARKS:
            line = self._parser.CurrentLineNumber
            self._losses.add("property", line, f"<{tag}> outside of units")
        if len(self._scopes) >= DEEPEST:
            raise self._limit(f"elements are nested deeper than {DEEPEST}")
        outer = self._scopes[-1] if self._scopes else Scope()
        self._scopes.append(outer.inside(tag, attributes))

    def _end(self, name: str) -> None:
        if not self._depth:
            self._scopes.pop()
            return
        self._builder.end(self._names[name])
        self._depth -= 1
        if self._depth:
            return
        self._parser.CharacterDataHandler = None
        tree = self._builder.close()
        self._found.append(Found(self._number, self._line, tree, self._scopes[-1]))

    def _learn(self, name: str, attributes: dict[str, str]) -> None:
        """Remember the names of an element and of its attributes."""
        self._names |= {attribute: attribute for attribute in attributes}
        self._names[name] = name.rpartition("}")[2]
        if len(self._names) > MOST_NAMES:
            raise self._limit(f"it has more than {MOST_NAMES:,} names of elements and attributes")

    def _limit(self, fact: str) -> LimitError:
        line = self._parser.CurrentLineNumber
        return LimitError(str(self._path), f"line {line}: {fact}", "is it a memory?")

    def _refuse_entity(self, name: str, *_: object) -> None:
        fact = f"line {self._parser.CurrentLineNumber}: entity {name!r} is not one of XML's own"
        raise MalformedError(str(self._path), fact, "export it without entities of its own")
