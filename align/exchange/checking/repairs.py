"""One unit repaired: the same text in the form that every tool takes, each change told."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from align.config import DATE
from align.exchange.checking.languages import is_code, region
from align.formats.memories import turned
from align.text.arabic import repair
from align.text.codes import family
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from align.formats.props import Prop
    from align.model import SideName, TranslationUnit

__all__ = ["Change", "Repairs"]

SIDES: tuple[SideName, SideName] = ("source", "target")
OMEGAT_PROPS = frozenset({"ice", "100pc", "auto"})  # which OmegaT gives a meaning of its own
DATES = frozenset({"creationdate", "changedate", "lastusagedate"})
UNTYPED = "untyped"  # the name of a field that has none
MARK = "prop-"  # before the name of a field that may not keep its own


class Change(NamedTuple):
    """What was changed in a unit: by the id of the finding, and from what to what."""

    finding: str
    side: SideName | None = None
    before: str = ""
    after: str = ""


class Repairs:
    """Repairs units; ``langs`` are the languages in the order wanted, ``codes`` their codes."""

    def __init__(
        self, langs: tuple[str, str], codes: Mapping[str, str], cat: str | None, *, forms: bool
    ) -> None:
        """Take what is wanted; ``forms`` has presentation forms written as letters too."""
        self._langs = langs
        self._codes = codes
        self._cat = cat
        self._steps: tuple[tuple[str, Callable[[str], str]], ...] = (
            ("edge-space", tidy),
            ("not-nfc", _composed),
            *((("presentation-form", repair),) if forms else ()),
        )

    def repaired(self, unit: TranslationUnit) -> tuple[TranslationUnit, list[Change]]:
        """Return a unit as it is to be written, and what was changed in it."""
        changes = list(self._code_changes(unit))
        if family(unit.source_lang) == self._langs[1]:
            unit = turned(unit)
            changes.append(Change("srclang", None, unit.target_lang, unit.source_lang))
        source, target = (self._text(getattr(unit, side), side, changes) for side in SIDES)
        name = "_".join(unit.id.split())
        if name != unit.id:
            changes.append(Change("id-space", None, unit.id, name))
        props = tuple(self._fields(unit.props, changes))
        whole = replace(
            unit,
            id=name,
            source=source,
            target=target,
            source_lang=self._langs[0],
            target_lang=self._langs[1],
            props=props,
        )
        return whole, changes

    def _code_changes(self, unit: TranslationUnit) -> Iterator[Change]:
        for code in (unit.source_lang, unit.target_lang):
            written = self._codes.get(family(code), code)
            if code and code.lower() != written.lower():
                yield Change(_wrong_with(code), None, code, written)

    def _text(self, text: str, side: SideName, changes: list[Change]) -> str:
        for finding, step in self._steps:
            changed = step(text)
            if changed != text:
                name = _inside(text) if step is tidy else finding
                changes.append(Change(name, side, text, changed))
                text = changed
        return text

    def _fields(self, props: Sequence[Prop], changes: list[Change]) -> Iterator[Prop]:
        """Yield fields; a date that is none goes last, or it would take the others with it."""
        no_dates = [
            (name, text) for name, text in props if name in DATES and not DATE.fullmatch(text)
        ]
        for name, text in props:
            if (name, text) not in no_dates:
                yield self._named(name, changes), text
        for name, text in no_dates:
            changes.append(Change("date", None, f"{name} {text}", f"x-{name} {text}"))
            yield name, text

    def _named(self, name: str, changes: list[Change]) -> str:
        if not name:
            changes.append(Change("no-type", None, "", f"x-{UNTYPED}"))
            return UNTYPED
        if self._cat == "trados" or name.lower() not in OMEGAT_PROPS:
            return name  # in a memory for Trados, its own fields are meant
        changes.append(Change("reserved-field", None, f"x-{name}", f"x-{MARK}{name}"))
        return MARK + name


def _wrong_with(code: str) -> str:
    """Return the finding that a language code was changed for."""
    if not is_code(code):
        return "code"
    return "region" if region(code) else "locale"


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _inside(text: str) -> str:
    """Return what was found that `tidy` repairs: at the edges, or else inside."""
    return "edge-space" if text != text.strip() else "line-break"
