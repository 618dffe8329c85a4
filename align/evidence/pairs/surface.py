"""The surface of pairs: lengths, punctuation, numbers, terms in Latin letters."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from align.evidence.length import RATIO_SPREAD, lengths
from align.evidence.missing_numbers import unsaid
from align.evidence.numbers import is_certain
from align.evidence.punctuation import COLUMNS, punctuation
from align.text.arabic import encoder_key
from align.text.scripts import LATIN, script_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from align.evidence.pair import Pair

__all__ = ["COMMON", "OWN", "Surface", "Written", "figures", "names", "usual_ratio"]

Array = np.ndarray[Any, np.dtype[Any]]
_MARKS = ("question", "exclamation", "quote", "bracket", "comma", "stop")
_NUMBERS = ("numbers_lost", "numbers_found", "other_numbers_lost")
_TERMS = ("terms_found", "terms_lost")
COMMON = ("size", "ratio", "same_end", *_MARKS, *_NUMBERS, *_TERMS)
OWN = ("excess",)  # length above what the other side's lets expect, in standard deviations
VARIANCE = 7.0  # of a length, per character (6.8 in Gale & Church 1993)
SHORT = 3.0  # characters by which both lengths grow before their ratio is taken
# Translations of Arabic into English are that much longer, in characters without vowel marks …
ENGLISH_RATIO = 1.2
UNSEEN = 10  # … which counts for as many units of a memory
_COUNTS = [COLUMNS.index(f"count_{name}") for name in _MARKS]
_ENDS = [place for place, name in enumerate(COLUMNS) if name.startswith("end_")]


class Surface(NamedTuple):
    """`COMMON` (n, columns), and `OWN` of each side."""

    common: Array
    own: tuple[Array, Array]


def names(texts: Iterable[str]) -> Array:
    """Return a number for each text, the same for the same text."""
    digests = (
        hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=7) for text in texts
    )
    return np.array([int.from_bytes(digest.digest(), "big") for digest in digests], np.int64)


def usual_ratio(source: Array, target: Array, langs: tuple[str, str]) -> float:
    """Return how many characters of the target answer to one of the source."""
    first, second = (lang.partition("-")[0].lower() for lang in langs)
    usual = {("ar", "en"): ENGLISH_RATIO, ("en", "ar"): 1 / ENGLISH_RATIO}.get((first, second), 1.0)
    ratios = (target + 1) / (source + 1)
    return float(np.median(np.append(ratios, np.full(UNSEEN, usual))))


class Written(NamedTuple):
    """What the texts of one side look like: lengths (n,), and the columns of punctuation."""

    lengths: Array
    marks: Array

    @classmethod
    def of(cls, texts: list[str]) -> Written:
        """Look at texts."""
        return cls(lengths(texts), punctuation([encoder_key(text) for text in texts]))


def figures(source: Written, target: Written, pairs: Sequence[Pair]) -> Surface:
    """Return the figures of pairs."""
    langs = pairs[0].source.lang, pairs[0].target.lang
    ratio = usual_ratio(source.lengths, target.lengths, langs)
    expected, found = source.lengths * ratio, target.lengths
    mean = (expected + found) / 2
    excess = (found - expected) / np.sqrt(VARIANCE * mean + (RATIO_SPREAD * mean) ** 2 + 1)
    size = np.log(expected + found + 2 * SHORT)
    longer = abs(np.log((found + SHORT) / (expected + SHORT)))
    same_end = (source.marks[:, _ENDS] * target.marks[:, _ENDS]).sum(axis=1)
    differing = abs(source.marks[:, _COUNTS] - target.marks[:, _COUNTS])
    counted = np.array([[*_numbers(pair), *_terms(pair)] for pair in pairs], float)
    common = np.column_stack([size, longer, same_end, differing, counted])
    return Surface(common, (-excess[:, None], excess[:, None]))


def _numbers(pair: Pair) -> tuple[int, int, int]:
    """Return how many certain numbers are lost and found, and how many others are lost."""
    every = (*pair.source.quantities, *pair.target.quantities)
    if not every:
        return 0, 0, 0
    lost = sum(map(len, pair.lost_numbers.values()))
    others = len(unsaid(pair.source, pair.target)) + len(unsaid(pair.target, pair.source))
    return lost, max(0, sum(map(is_certain, every)) - lost), others


def _terms(pair: Pair) -> tuple[int, int]:
    """Return how many Latin terms of a side in another script are on the other side, and not."""
    own, other = pair.source, pair.target
    if script_of(own.lang) == LATIN:
        own, other = other, own
    if script_of(own.lang) == LATIN:
        return 0, 0
    text = other.text.casefold()
    keys = {term.key for term in own.terms}
    there = sum(key in text for key in keys)
    return there, len(keys) - there
