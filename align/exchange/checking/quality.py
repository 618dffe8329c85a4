"""The checks of quality on the units of a memory, as findings beside those of its import."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from align.exchange.checking.findings import quality_finding
from align.exchange.checking.texts import unmarked
from align.judging import judged
from align.model import TranslationUnit
from align.text.codes import family

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.config import Settings
    from align.exchange.checking.findings import Finding
    from align.exchange.checking.texts import Pair

__all__ = ["Quality"]

AT_ONCE = 400  # units
# What the rehearsal of an import finds by itself.
FOUND_OTHERWISE = (
    "empty",
    "forbidden-character",
    "too-long",
    "presentation-form",
    "bidi-control",
    "edge-space",
    "duplicate",
)


class Quality:
    """Gathers units and looks at many at a time."""

    def __init__(self, settings: Settings) -> None:
        """Take what is to be looked for; no encoder is needed for it."""
        ignored = (*settings.checks.ignore, *FOUND_OTHERWISE)
        checks = replace(settings.checks, ignore=ignored)
        self._settings = replace(settings, encoder="none", checks=checks)
        self._waiting: list[tuple[TranslationUnit, int]] = []

    def findings(self, pair: Pair, line: int, name: str) -> Iterator[Finding]:
        """Take a unit, and yield the findings of it and others when enough have come."""
        self._waiting.append((_unit(pair, name), line))
        if len(self._waiting) >= AT_ONCE:
            yield from self.rest()

    def rest(self) -> Iterator[Finding]:
        """Yield the findings of the units that wait."""
        waiting, self._waiting = self._waiting, []
        units = (unit for unit, _ in waiting)
        for one, (_, line) in zip(judged(units, self._settings), waiting, strict=True):
            for flag in one.unit.flags:
                yield quality_finding(flag, line, one.unit.id)


def _unit(pair: Pair, name: str) -> TranslationUnit:
    return TranslationUnit(
        id=name,
        source=unmarked(pair.source.text),
        target=unmarked(pair.target.text),
        source_lang=family(pair.source.code),
        target_lang=family(pair.target.code),
        kind="1-1",
        score=1.0,
    )
