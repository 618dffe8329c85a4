"""Where the names of one side stand on the other: the transliteration, or the Arabic name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from align.evidence.exonyms import arabic_names
from align.evidence.links import gathered
from align.evidence.names import names
from align.text.capitals import capitals
from align.text.function_words import FUNCTION_WORDS
from align.text.spellings import shapes
from align.text.tokens import fold, plain, readings, stem, tokens
from align.text.transliteration import (
    arabic_sounds,
    consonants,
    distance,
    latin_sounds,
    likeness,
    skeletons,
    weight,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.evidence.links import Links

__all__ = ["ArabicWords", "Sighting", "name_links"]

# Least likeness of a name by what its sounds weigh: short ones are easily like any word.
_LEAST = ((2.2, 0.97), (3.0, 0.9), (4.0, 0.82))
_LEAST_LONG = 0.75
# Links of one name are left out where it says least: where there are more than this many for each
# of its occurrences. That bounds all links together by the length of the text.
_MOST_LINKS = 40
_JOINED = "عبد"  # written apart from the next word or not: عبد الله, عبدالله


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A part of a name as it stands in an Arabic segment: segment number, span, and likeness."""

    segment: int
    start: int
    end: int
    likeness: float


_Spoken = tuple[str, str]  # the sounds of a reading of a word, and the word


class _Place(NamedTuple):
    segment: int
    number: int  # of the word in its segment
    start: int
    end: int


class ArabicWords:
    """The words of Arabic segments, so ordered that a name is found without looking at all."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Read the segments once."""
        self._places: dict[str, list[_Place]] = defaultdict(list)
        for segment, text in enumerate(texts):
            for word, place in _words(segment, text):
                self._places[word].append(place)
        self._by_stem: dict[str, set[str]] = defaultdict(set)
        self._by_skeleton: dict[str, dict[str, set[_Spoken]]] = defaultdict(dict)
        for word in self._places:
            self._enter(word)
        self._found: dict[str, list[Sighting]] = {}

    def _enter(self, word: str) -> None:
        for reading in readings(word):
            self._by_stem[stem(fold(reading), "ar")].add(word)
            if reading in FUNCTION_WORDS["ar"]:
                break  # as like a short name as it may be
            sounds = arabic_sounds(reading)
            for skeleton in skeletons(sounds, latin=False):
                bucket = self._by_skeleton[skeleton]
                bucket.setdefault(consonants(sounds), set()).add((sounds, word))

    def sightings(self, key: str) -> list[Sighting]:
        """Return where the part of a name with this key stands, in the order of the text."""
        if key not in self._found:
            self._found[key] = self._search(key)
        return self._found[key]

    def _search(self, key: str) -> list[Sighting]:
        best: dict[_Place, float] = {}
        for word, like in self._words_like(key).items():
            best |= dict.fromkeys(self._places[word], like)
        for name in arabic_names(key):
            best |= dict.fromkeys(self._phrase(name), 1.0)
        return [
            Sighting(segment=place.segment, start=place.start, end=place.end, likeness=like)
            for place, like in sorted(best.items())
        ]

    def _words_like(self, key: str) -> dict[str, float]:
        """Return the words that sound like a name or are the very same, and how alike they are."""
        if key in self._places or key.isupper():
            return {key: 1.0} if key in self._places else {}
        found: dict[str, float] = {}
        for sounds in map(latin_sounds, shapes(key)):
            least = next((least for most, least in _LEAST if weight(sounds) < most), _LEAST_LONG)
            for others, word in self._candidates(sounds, least):
                like = likeness(sounds, others)
                if like >= max(least, found.get(word, 0.0)):
                    found[word] = like
        return found

    def _candidates(self, sounds: str, least: float) -> Iterator[_Spoken]:
        """Yield the words whose consonants do not rule out a likeness of ``least``."""
        allowed = (1 - least) * (weight(sounds) + 1)
        own = consonants(sounds)
        for skeleton in sorted(skeletons(sounds, latin=True) & self._by_skeleton.keys()):
            for others, words in self._by_skeleton[skeleton].items():
                if distance(own, others) <= allowed:
                    yield from words

    def _phrase(self, stems: tuple[str, ...]) -> Iterator[_Place]:
        """Yield where words with these stems stand one after the other."""
        ways = [self._places_of(word_stem) for word_stem in stems]
        for segment, number in ways[0]:
            steps = [(segment, number + step) for step in range(len(ways))]
            if all(step in way for step, way in zip(steps, ways, strict=True)):
                yield ways[0][steps[0]]._replace(end=ways[-1][steps[-1]].end)

    def _places_of(self, word_stem: str) -> dict[tuple[int, int], _Place]:
        words = self._by_stem.get(word_stem, ())
        return {place[:2]: place for word in words for place in self._places[word]}


def _words(segment: int, text: str) -> Iterator[tuple[str, _Place]]:
    """Yield the words of a segment, and those that begin a compound joined to the next one."""
    found = tokens(text, "ar")
    spelled = [plain(text[token.start : token.end]) for token in found]
    for number, (token, word) in enumerate(zip(found, spelled, strict=True)):
        place = _Place(segment, number, token.start, token.end)
        yield word, place
        if word.endswith(_JOINED) and number + 1 < len(found):
            yield word + spelled[number + 1], place._replace(end=found[number + 1].end)


def name_links(english: Sequence[str], arabic: Sequence[str]) -> Links:
    """Return the links between segments of a document that names make, English as the source.

    A link weighs the likeness of its names added up.
    """
    said = capitals(english)
    where: dict[str, set[int]] = defaultdict(set)
    for segment, text in enumerate(english):
        for name in names(text, said):
            for part in name.parts:
                where[part.key].add(segment)
    words = ArabicWords(arabic)
    source: list[int] = []
    target: list[int] = []
    weights: list[float] = []
    for key, segments in sorted(where.items()):
        heard = _by_segment(words.sightings(key))
        if len(heard) * len(segments) > _MOST_LINKS * (len(heard) + len(segments)):
            continue
        for segment in sorted(segments):
            source += [segment] * len(heard)
            target += heard.keys()
            weights += heard.values()
    return gathered(np.array(source, dtype=int), np.array(target, dtype=int), np.array(weights))


def _by_segment(sightings: list[Sighting]) -> dict[int, float]:
    best: dict[int, float] = {}
    for sighting in sightings:
        best[sighting.segment] = max(best.get(sighting.segment, 0.0), sighting.likeness)
    return best
