"""How likely it is that one text translates another, from their portraits."""

from __future__ import annotations

import json
import math
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np

from align.evidence.pairs.strangers import strangers
from align.evidence.sightings import ArabicWords
from align.pairing.chains import chains
from align.pairing.surface import Rarity, names_heard, numbers_shared, terms_shared
from align.text.codes import family
from align.text.scripts import LATIN, script_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.pairing.portrait import Portrait
    from align.pairing.surface import Weights
    from align.stages import Encoder

__all__ = ["MEANING", "SURFACE", "Likeness", "probability"]

Array = np.ndarray[Any, np.dtype[Any]]
MEANING = ("through", "order", "topic")  # needs an encoder
SURFACE = (*("numbers", "numbers_lost", "terms", "terms_lost", "names", "names_lost", "length"),)
USUAL_RATIO = 1.15  # letters of an English translation to those of its Arabic original
FURTHEST = 1.5  # from the usual ratio, as a logarithm: from there on nothing is less likely
LITTLE = 0.02  # of a chain: below, differences are chance
SMOOTHING = 2.0  # rare numbers, terms or names that are needed before their share says much


class Likeness:
    """Compares the source and the target texts of a run."""

    def __init__(
        self,
        sources: Sequence[Portrait],
        targets: Sequence[Portrait],
        langs: tuple[str, str],
        encoder: Encoder | None,
    ) -> None:
        """Count what is rare among the texts, and find out what chance looks like."""
        self._sources, self._targets, self._langs = sources, targets, langs
        surfaces = [text.surface for text in (*sources, *targets)]
        self.numbers = Rarity(own.numbers.tolist() for own in surfaces)
        self.terms = Rarity(own.terms.tolist() for own in surfaces)
        self._names = Rarity(own.names for own in surfaces)
        self._chance = None if encoder is None else _chance(encoder, langs)
        self._heard: tuple[int, int, ArabicWords] | None = None  # of the text met last

    def log_odds(self, source: int, target: int) -> float:
        """Return the log odds of two texts, by number, to translate one another."""
        model = _models()["surface" if self._chance is None else "meaning"]
        features = self.features(source, target)
        total = sum(model[name] * value for name, value in features.items())
        return round(total + model["start"], 4)

    def features(self, source: int, target: int) -> dict[str, float]:
        """Return what is weighed, by name."""
        one, other = self._sources[source], self._targets[target]
        found: dict[str, float] = {}
        if self._chance is not None:
            links = chains(one, other, self._chance)
            values = math.log(LITTLE + links.through), math.log(LITTLE + links.order), links.topic
            found |= zip(MEANING, values, strict=True)
        shares = [share for weights in self._shared(source, target) for share in _shares(*weights)]
        return found | dict(zip(SURFACE, (*shares, _unlike(one, other, self._langs)), strict=True))

    def _shared(self, source: int, target: int) -> Iterator[Weights]:
        """Yield the weight of the numbers, terms and names of both, and of either."""
        one, other = self._sources[source].surface, self._targets[target].surface
        yield numbers_shared(one, other, self.numbers)
        guest, host = (one, other) if script_of(self._langs[0]) != LATIN else (other, one)
        yield terms_shared(guest, host, self.terms)
        if {family(lang) for lang in self._langs} != {"ar", "en"}:
            yield 0.0, 0.0
        elif family(self._langs[0]) == "ar":
            yield names_heard(other, self._words(0, source), self._names)
        else:
            yield names_heard(one, self._words(1, target), self._names)

    def _words(self, side: int, number: int) -> ArabicWords:
        """Return the words of an Arabic text; those of the last one are kept."""
        if self._heard is None or self._heard[:2] != (side, number):
            text = (self._sources, self._targets)[side][number]
            self._heard = side, number, ArabicWords([text.surface.words])
        return self._heard[2]


def probability(log_odds: float) -> float:
    """Return log odds as a score from 0 to 1."""
    return round(1 / (1 + math.exp(-log_odds)), 4)


def _shares(both: float, either: float) -> tuple[float, float]:
    return both / (either + SMOOTHING), (either - both) / (either + SMOOTHING)


def _unlike(source: Portrait, target: Portrait, langs: tuple[str, str]) -> float:
    """Return how far the lengths are from those of a text and its translation."""
    usual = {"ar": 1.0, "en": USUAL_RATIO}
    ratio = usual.get(family(langs[1]), 1.0) / usual.get(family(langs[0]), 1.0)
    found = (target.letters + 1) / (source.letters + 1)
    return min(FURTHEST, abs(math.log(found / ratio)))


def _chance(encoder: Encoder, langs: tuple[str, str]) -> float:
    """Return the mean cosine of sentences that have nothing to do with one another."""
    one, other = (
        encoder.vectors(encoder.features([[text] for text in strangers(lang)]).texts)
        for lang in langs
    )
    return float((one @ other.T).mean())


@cache
def _models() -> dict[str, dict[str, float]]:
    """Return the weights of the features, with an encoder and without."""
    text = resources.files("align.pairing").joinpath("model.json").read_text("utf-8")
    models: dict[str, dict[str, float]] = json.loads(text)
    return models
