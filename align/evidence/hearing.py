"""Hearing: how much an English word sounds like an Arabic one."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from align.evidence.exonyms import arabic_spellings
from align.text.spellings import shapes, spoken
from align.text.tokens import readings
from align.text.transliteration import arabic_sounds, likeness, skeletons, weight

__all__ = ["LEAST_LONG", "heard", "least_likeness"]

_CACHED = 1 << 14  # words and pairs that are remembered
# Least likeness of a name by the weight of its sounds: the shorter, the more words are like it, but
# of the very shortest Arabic writes too little to ask for more.
_LEAST = ((1.7, 0.8), (3.4, 0.85))
LEAST_LONG = 0.75
_LEAST_KNOWN = 0.88  # of a name that has one of its own in Arabic


class _Voice(NamedTuple):
    sounds: tuple[str, ...]
    skeletons: frozenset[str]


@lru_cache(_CACHED)
def heard(key: str, word: str) -> float:
    """Return how alike an English word in lower case and an Arabic one sound: 0, or 0.7 to 1.

    >>> heard("mahmoud", "ومحمود") > 0.9, heard("laurent", "لوران") > 0.9
    (True, True)
    """
    english, arabic = _latin(key), _arabic(word)
    if english.skeletons.isdisjoint(arabic.skeletons):
        return 0.0
    return max(likeness(one, other) for one in english.sounds for other in arabic.sounds)


@lru_cache(_CACHED)
def least_likeness(key: str) -> float:
    """Return how alike a word must sound to a name in lower case to be that name."""
    if arabic_spellings(key):
        return _LEAST_KNOWN
    loud = max(map(weight, _latin(key).sounds[:1]), default=0.0)
    return next((least for most, least in _LEAST if loud < most), LEAST_LONG)


@lru_cache(_CACHED)
def _latin(key: str) -> _Voice:
    sounds = dict.fromkeys(sound for shape in shapes(key) for sound in spoken(shape))
    keys = {skeleton for sound in sounds for skeleton in skeletons(sound, latin=True)}
    return _Voice(tuple(sounds), frozenset(keys))


@lru_cache(_CACHED)
def _arabic(word: str) -> _Voice:
    sounds = dict.fromkeys(filter(None, map(arabic_sounds, readings(word))))
    keys = {skeleton for sound in sounds for skeleton in skeletons(sound, latin=False)}
    return _Voice(tuple(sounds), frozenset(keys))
