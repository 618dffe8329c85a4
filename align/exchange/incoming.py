"""The units of some memories as a command wants them: one direction, its props, its least score."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from align.errors import NothingToReadError
from align.formats.memories import turned, units_of, with_props
from align.formats.reading import Losses, Reading
from align.text.codes import family

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from align.config import Settings
    from align.model import TranslationUnit

__all__ = ["Counts", "Incoming", "Wish"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is wanted of the units beside what the settings say.

    ``format`` is that of the files, by default what their names say. With ``directed`` the
    languages of the settings were asked for; otherwise those of the first unit hold.
    ``least`` is the least score that is wanted.
    """

    format: str | None = None
    directed: bool = False
    least: float | None = None


@dataclass(slots=True, kw_only=True)
class Counts:
    """What was read from one file."""

    path: Path
    units: int = 0
    turned: int = 0  # of the units: source and target exchanged
    below: int = 0  # of the units: their score is less than wanted
    losses: Losses = field(default_factory=Losses)


class Incoming:
    """Reads memories, the ``files``, one after another; ``counts`` grows with them.

    ``settings`` are those for writing the units: their languages are those of the units.
    """

    def __init__(self, files: Sequence[Path], settings: Settings, wish: Wish) -> None:
        """Read as far as the first unit; raises `NothingToReadError` when there is none."""
        self.counts: list[Counts] = []
        self.files = files
        self._wanted = settings.langs
        self._limits = settings.read
        self._wish = wish
        stream = self._all()
        first = next(stream, None)
        if first is None:
            raise NothingToReadError(", ".join(map(str, files)), *self._why_nothing())
        self._stream = chain([first], stream)
        self.settings = _settings_for(first, settings, wish)
        self._props = settings.props
        self._relabelled = bool(settings.tmx_lang)

    def __iter__(self) -> Iterator[TranslationUnit]:
        """Yield the units that are wanted."""
        for count, unit in self._stream:
            if self._wish.least is not None and unit.score < self._wish.least:
                count.below += 1
                continue
            yield self._as_wanted(count, unit)

    def _all(self) -> Iterator[tuple[Counts, TranslationUnit]]:
        for path in self.files:
            count = Counts(path=path)
            self.counts.append(count)
            reading = Reading(
                langs=self._wanted, strict=False, losses=count.losses, limits=self._limits
            )
            for unit in units_of(path, reading, self._wish.format):
                count.units += 1
                yield count, unit

    def _why_nothing(self) -> tuple[str, str]:
        losses = [f"{loss}" for count in self.counts for loss in count.losses]
        return "holds no unit", "; ".join(losses)

    def _as_wanted(self, count: Counts, unit: TranslationUnit) -> TranslationUnit:
        langs = self.settings.langs
        if family(unit.source_lang) == family(langs[1]) != family(langs[0]):
            count.turned += 1
            unit = turned(unit)
        if self._relabelled:
            unit = replace(unit, source_lang=langs[0], target_lang=langs[1])
        return with_props(unit, self._props)


def _settings_for(
    first: tuple[Counts, TranslationUnit], settings: Settings, wish: Wish
) -> Settings:
    """Return settings for units of unknown making: no alignment method is claimed for them."""
    settings = replace(settings, aligner="")
    langs = first[1].source_lang, first[1].target_lang
    if wish.directed or langs == settings.langs:
        return settings
    codes = {family(lang): code for lang, code in settings.tmx_lang}
    named = tuple((lang, codes[family(lang)]) for lang in langs if family(lang) in codes)
    return replace(settings, langs=langs, tmx_lang=named)
