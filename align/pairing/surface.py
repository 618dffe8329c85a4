"""What the surface of two texts shares, whatever the language: numbers, Latin terms and names."""

from __future__ import annotations

import math
import zlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from align.evidence.latin import latin_keys
from align.evidence.names import names
from align.evidence.numbers import number_keys
from align.text.capitals import capitals
from align.text.codes import family

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from align.evidence.sightings import ArabicWords

__all__ = [
    "Rarity",
    "Surface",
    "Weights",
    "names_heard",
    "numbers_shared",
    "surface",
    "terms_shared",
]

Array = np.ndarray[Any, np.dtype[Any]]
MOST_NAMES = 100  # of a text
Weights = tuple[float, float]  # of what both have, and of what either has


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """The numbers of a text and how often each is there, its terms in Latin letters, its names.

    Numbers and terms are the hashes of their keys, sorted. Names are those of an English text;
    of an Arabic one ``words`` are kept, in which names may be heard.
    """

    numbers: Array
    counts: Array
    terms: Array
    names: tuple[str, ...] = ()
    words: str = ""


def surface(texts: Sequence[str], lang: str) -> Surface:
    """Return the surface of sentences in a language."""
    numbers = Counter(
        _hashed(key) for text in texts for key in dict.fromkeys(number_keys(text).certain)
    )
    keys = sorted(numbers)
    terms = {_hashed(key) for text in texts for key in latin_keys(text) if not key.isdigit()}
    return Surface(
        numbers=np.array(keys, np.uint32),
        counts=np.array([numbers[key] for key in keys], np.uint16),
        terms=np.array(sorted(terms), np.uint32),
        names=tuple(_names(texts)) if family(lang) == "en" else (),
        words=" ".join(dict.fromkeys(word for text in texts for word in text.split()))
        if family(lang) == "ar"
        else "",
    )


def _hashed(key: str) -> int:
    return zlib.crc32(key.encode("utf-8", "surrogatepass"))


def _names(texts: Sequence[str]) -> Iterable[str]:
    said = capitals(texts)
    keys = (part.key for text in texts for name in names(text, said) for part in name.parts)
    return list(dict.fromkeys(keys))[:MOST_NAMES]


class Rarity:
    """How much it says that two texts share a thing: the less, the more texts have it."""

    def __init__(self, texts: Iterable[Iterable[int | str]]) -> None:
        """Count in how many texts each thing is."""
        self._texts = 0
        self._with: Counter[int | str] = Counter()
        for things in texts:
            self._texts += 1
            self._with.update(set(things))

    def of(self, thing: int | str) -> float:
        """Return 1 for what is in one text alone, less for what is in many."""
        return math.log(1 + self._texts / max(1, self._with[thing])) / math.log(1 + self._texts)


def numbers_shared(source: Surface, target: Surface, rarity: Rarity) -> Weights:
    """Return the weight of the numbers that two texts share, and of all that either has."""
    one, other = (
        dict(zip(own.numbers.tolist(), own.counts.tolist(), strict=True))
        for own in (source, target)
    )
    both = either = 0.0
    for number in sorted(one.keys() | other.keys()):
        times = one.get(number, 0), other.get(number, 0)
        weight = rarity.of(number)
        both += weight * min(times)
        either += weight * max(times)
    return both, either


def terms_shared(guest: Surface, latin: Surface, rarity: Rarity) -> Weights:
    """Return the weight of the Latin terms of a text that one in Latin script has, and of all."""
    found = np.isin(guest.terms, latin.terms, assume_unique=True)
    weights = np.array([rarity.of(term) for term in guest.terms.tolist()])
    return float(weights[found].sum()), float(weights.sum())


def names_heard(english: Surface, arabic: ArabicWords, rarity: Rarity) -> Weights:
    """Return the weight of the names of an English text that an Arabic one has, and of all."""
    heard = every = 0.0
    for name in english.names:
        weight = rarity.of(name)
        every += weight
        heard += weight * max((s.likeness for s in arabic.sightings(name)), default=0.0)
    return heard, every
