"""Judging units: how likely each is a right pair, and what is wrong with it, with the reasons."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from threadpoolctl import threadpool_limits

from align import checks, encoders
from align.evidence.length import lengths
from align.evidence.pair import Context, Pair, Text
from align.evidence.pairs.surface import usual_ratio
from align.evidence.pairs.table import Comparing
from align.evidence.pairs.texts import Texts
from align.evidence.reading import read_again
from align.readers.glossary import read_glossary
from align.scorers.evidence import by_meaning, by_surface
from align.scorers.posterior import bead_scores
from align.store.spool import flagged, repetitions
from align.text.capitals import Capitals, capitals_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.config import Settings
    from align.evidence.pair import Glossary
    from align.model import AlignedBitext, Alignment, Bead, TranslationUnit
    from align.stages import Encoder

__all__ = ["BeadPart", "Judged", "bead_parts", "judged", "judged_bitext"]

Langs = tuple[str, str]
Array = np.ndarray[Any, np.dtype[Any]]
AT_ONCE = 400  # units
NOT_COMPARED = -10.0  # log odds of a unit with an empty side, or one beyond the limit
LENGTH_ONLY = "gale-church"  # the aligner whose beads know nothing of meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A unit with its flags, and the log odds that it is right at a prior of one half."""

    unit: TranslationUnit
    log_odds: float


def judged(units: Iterable[TranslationUnit], settings: Settings) -> Iterator[Judged]:
    """Yield the units of a memory with what is to be said of each, in order.

    They are looked at a thousand at a time; what one says of another is left to the store.
    Raises `MissingExtraError` or `WorkerError` without the encoder of ``settings``, and
    `ReadError` for a glossary that cannot be read.
    """
    judge = _Judge(settings)
    stream = iter(units)
    while some := list(islice(stream, AT_ONCE)):
        yield from judge.memory(some)


def judged_bitext(aligned: AlignedBitext, settings: Settings) -> AlignedBitext:
    """Return the units of an aligned bitext with their scores and flags."""
    if settings.aligner == LENGTH_ONLY:
        settings = replace(settings, encoder="none")  # which is asked for nothing
    judge = _Judge(settings)
    units: list[TranslationUnit] = []
    beads: list[Bead] = []
    log_odds: list[float] = []
    for part in bead_parts(aligned):
        beads += part.beads
        for one in judge.beads(part):
            units.append(one.unit)
            log_odds.append(one.log_odds)
    scores = bead_scores(beads, log_odds, judge.aligner)
    repeated = repetitions(units, settings.checks.ignore)
    done = (
        replace(flagged(unit, flags), score=score)
        for unit, flags, score in zip(units, repeated, scores, strict=True)
    )
    return replace(aligned, units=tuple(unit and next(done) for unit in aligned.units))


@dataclass(frozen=True, slots=True, kw_only=True)
class BeadPart:
    """Some beads of an alignment that follow one another and have a unit each."""

    alignment: Alignment
    beads: list[Bead]
    units: list[TranslationUnit]

    def texts(self, encoder: Encoder) -> tuple[Texts, Texts]:
        """Return the texts of both sides as runs of the segments that were aligned."""
        sides = self.alignment.source, self.alignment.target
        source, target = (read_again(encoder, [segment.text for segment in side]) for side in sides)
        return (
            Texts(encoder, source, [bead.source for bead in self.beads]),
            Texts(encoder, target, [bead.target for bead in self.beads]),
        )


def bead_parts(aligned: AlignedBitext) -> Iterator[BeadPart]:
    """Yield the beads of a bitext that have a unit, a thousand at a time."""
    found = [
        (bead, unit)
        for bead, unit in zip(aligned.alignment.beads, aligned.units, strict=True)
        if unit is not None
    ]
    for first in range(0, len(found), AT_ONCE):
        beads, units = zip(*found[first : first + AT_ONCE], strict=True)
        yield BeadPart(alignment=aligned.alignment, beads=list(beads), units=list(units))


class _Judge:
    """Judges the units of one memory or document, some after the others."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._encoder = encoders.chosen(settings.encoder)
        self._comparing: dict[Langs, Comparing] = {}
        self._glossaries: dict[Langs, Glossary] = {}

    def memory(self, units: Sequence[TranslationUnit]) -> Iterator[Judged]:
        """Yield what is to be said of the units of a memory."""
        pairs = self._pairs(units)
        log_odds = [NOT_COMPARED] * len(pairs)
        for langs, places in _by_langs(pairs, self._settings.read.max_segment).items():
            some = [pairs[place] for place in places]
            for place, odds in zip(places, self._log_odds(some, langs).tolist(), strict=True):
                log_odds[place] = odds
        for unit, pair, odds in zip(units, pairs, log_odds, strict=True):
            yield Judged(unit=self._flagged(unit, pair), log_odds=odds)

    @property
    def aligner(self) -> str:
        """The aligner whose beads are judged: without an encoder all go by length alone."""
        return LENGTH_ONLY if self._encoder is None else "hybrid"

    def beads(self, part: BeadPart) -> Iterator[Judged]:
        """Yield what is to be said of the units of some beads."""
        pairs = self._pairs(part.units)
        if self._encoder is None:
            log_odds = by_surface(pairs)
        else:
            log_odds = self._compared(pairs, _langs(pairs[0]), part.texts(self._encoder))
        for unit, pair, odds in zip(part.units, pairs, log_odds.tolist(), strict=True):
            yield Judged(unit=self._flagged(unit, pair), log_odds=odds)

    def _log_odds(self, pairs: list[Pair], langs: Langs) -> Array:
        if self._encoder is None:
            return by_surface(pairs)
        return self._compared(pairs, langs, None)

    def _compared(
        self, pairs: list[Pair], langs: Langs, texts: tuple[Texts, Texts] | None
    ) -> Array:
        """Return the log odds of pairs; without ``texts`` they are read as they stand."""
        assert self._encoder is not None
        with threadpool_limits(limits=1, user_api="blas"):  # the products are small
            if langs not in self._comparing:
                self._comparing[langs] = Comparing(self._encoder, langs)
            comparing = self._comparing[langs]
            done = comparing.read(pairs) if texts is None else comparing.compared(texts, pairs)
            return by_meaning(pairs, done)

    def _flagged(self, unit: TranslationUnit, pair: Pair) -> TranslationUnit:
        return replace(unit, flags=checks.found(pair, self._settings.checks.ignore))

    def _pairs(self, units: Sequence[TranslationUnit]) -> list[Pair]:
        """Return the pairs of units, with what they say of one another."""
        source = [Text(unit.source, unit.source_lang) for unit in units]
        target = [Text(unit.target, unit.target_lang) for unit in units]
        known = capitals_of(
            (text.text, text.tokens) for text in (*source, *target) if text.family == "en"
        )
        contexts = self._contexts(source, target, known)
        return [
            Pair(source=one, target=other, context=contexts[one.lang, other.lang])
            for one, other in zip(source, target, strict=True)
        ]

    def _contexts(
        self, source: list[Text], target: list[Text], known: Capitals
    ) -> dict[Langs, Context]:
        """Return the context of units of each two languages."""
        places: dict[Langs, list[int]] = defaultdict(list)
        for number, (one, other) in enumerate(zip(source, target, strict=True)):
            places[one.lang, other.lang].append(number)
        return {
            langs: Context(
                capitals=known,
                ratio=usual_ratio(
                    lengths([source[n].text for n in numbers]),
                    lengths([target[n].text for n in numbers]),
                    langs,
                ),
                longest=self._settings.checks.longest,
                glossary=self._glossary(langs),
            )
            for langs, numbers in places.items()
        }

    def _glossary(self, langs: Langs) -> Glossary:
        path = self._settings.checks.glossary
        if path is None:
            return ()
        if langs not in self._glossaries:
            self._glossaries[langs] = read_glossary(Path(path), langs)
        return self._glossaries[langs]


def _langs(pair: Pair) -> Langs:
    return pair.source.family, pair.target.family


def _by_langs(pairs: Sequence[Pair], longest: int) -> dict[Langs, list[int]]:
    """Return which pairs can be compared, by their two languages.

    Those are the pairs with text on both sides, and not more of it than ``longest`` characters.
    """
    places: dict[Langs, list[int]] = defaultdict(list)
    for number, pair in enumerate(pairs):
        texts = pair.source.text, pair.target.text
        if all(text.strip() and len(text) <= longest for text in texts):
            places[_langs(pair)].append(number)
    return places
