"""A bilingual lexicon learned from beads, and how much of a text it finds in its translation."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from align.evidence.cooccurrence import affordable, cells, numbered
from align.text.function_words import FUNCTION_WORDS
from align.text.tokens import tokens, without_clitics

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from align.evidence.cooccurrence import Cells, Words

__all__ = ["Coverage", "Lexicon", "coverage", "learned", "stems"]

Array = np.ndarray[Any, np.dtype[Any]]
Entries = dict[str, dict[str, float]]
ROUNDS = 5  # of expectation and maximisation
NULL_SHARE = 1.0  # what a word that translates nothing weighs against one that does
LEAST_PROBABILITY = 0.02  # in both directions; what is less likely is no entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Stems and their translations with a weight 0..1, in both directions, and what each says.

    ``rarity`` is -log of the share of beads a stem occurs in, by side.
    """

    forward: Mapping[str, Mapping[str, float]]
    backward: Mapping[str, Mapping[str, float]]
    source_rarity: Mapping[str, float]
    target_rarity: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of the words the lexicon knows has a translation on the other side.

    ``share`` is 0..1, by the rarity of the words; ``known`` their rarity in all: how much is said.
    """

    share: float
    known: float


def stems(texts: Iterable[str], lang: str) -> list[list[str]]:
    """Return the stems of the words of each text of a side, without its function words, in order.

    All texts at once: whether the first letter of an Arabic word is a clitic is told by whether
    the rest is a more frequent word of the same side.

    >>> stems(["كتاب", "كتاب", "بكتاب", "بلاد"], "ar")
    [['كتاب'], ['كتاب'], ['كتاب'], ['بلاد']]
    """
    family = lang.partition("-")[0].lower()
    dropped = FUNCTION_WORDS.get(family, frozenset())
    found = [
        [token.stem for token in tokens(text, lang) if token.word not in dropped] for text in texts
    ]
    if family != "ar":
        return found
    bare = without_clitics(Counter(stem for words in found for stem in words))
    return [[bare.get(stem, stem) for stem in words] for words in found]


def learned(beads: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Lexicon:
    """Return the lexicon of beads, each given as the stems of its source and of its target.

    IBM Model 1 (Brown et al. 1993) in both directions, over the pairs of words that are together
    significantly often, starting from how significantly (Moore 2004).
    """
    sides = affordable([(set(source), set(target)) for source, target in beads])
    source, target = (numbered([pair[side] for pair in sides]) for side in (0, 1))
    found = cells(source, target)
    there = _model_one(found, source, target, forward=True)
    back = _model_one(found, source, target, forward=False)
    both = np.sqrt(there * back)
    keep = np.minimum(there, back) >= LEAST_PROBABILITY
    entries = found.source[keep], found.target[keep], both[keep].round(4)
    return Lexicon(
        forward=_entries(source.types, target.types, *entries),
        backward=_entries(target.types, source.types, entries[1], entries[0], entries[2]),
        source_rarity=_rarity(source),
        target_rarity=_rarity(target),
    )


def _model_one(found: Cells, source: Words, target: Words, *, forward: bool) -> Array:
    """Return for each pair the probability that the given word is translated by the other."""
    given = found.source if forward else found.target
    other = target if forward else source
    place = found.target_place if forward else found.source_place
    null = NULL_SHARE * (other.beads_with / max(len(other.ids), 1))[other.ids]
    probability = found.strength / _total(given, found.strength)[given]
    for _ in range(ROUNDS):
        share = probability[found.pair]
        share /= (np.bincount(place, share, minlength=len(other.ids)) + null)[place]
        count = np.bincount(found.pair, share, minlength=len(given))
        probability = count / np.maximum(_total(given, count)[given], 1e-12)
    return probability


def _total(given: Array, count: Array) -> Array:
    return np.bincount(given, count, minlength=int(given.max(initial=0)) + 1)


def _entries(
    types: Sequence[str], others: Sequence[str], given: Array, other: Array, weights: Array
) -> Entries:
    entries: Entries = {}
    for a, b, weight in zip(given.tolist(), other.tolist(), weights.tolist(), strict=True):
        entries.setdefault(types[a], {})[others[b]] = weight
    return entries


def _rarity(words: Words) -> dict[str, float]:
    beads = max(len(words.starts) - 1, 1)
    rarity = np.log(beads / np.maximum(words.beads_with, 1)).round(4)
    return dict(zip(words.types, rarity.tolist(), strict=True))


def coverage(
    entries: Mapping[str, Mapping[str, float]],
    rarity: Mapping[str, float],
    words: Sequence[str],
    others: Sequence[str],
) -> Coverage:
    """Return how much of ``words`` has a translation among ``others``, both given as stems."""
    there = set(others)
    known = covered = 0.0
    for word in words:
        translations = entries.get(word)
        if not translations:
            continue
        known += rarity[word]
        best = max((translations[other] for other in translations.keys() & there), default=0.0)
        covered += rarity[word] * min(1.0, best / max(translations.values()))
    return Coverage(share=covered / known if known else 0.0, known=known)
