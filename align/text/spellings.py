"""How names of several languages sound that English writes as they are spelled at home.

What a reader of Arabic hears is closer to home than the letters are: Zhou is تشو, Laurent لوران.
The table beside this module rewrites each language into letters that sound so in English.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import regex

from align.text.transliteration import latin_sounds

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["shapes", "spoken"]

_CACHED = 1 << 14  # names that are remembered
# Peoples and what is theirs: Canaanite is كنعاني, Messenian ميسيني. The Arabic ending sounds i.
_ADJECTIVE = regex.compile(r"(?<=\w{3})(?:[ie]?an|ite|ic|id|ese|ish)s?$")
_PLURAL = regex.compile(r"(?<=\w{3})s$")
_HARD = regex.compile("ci$")  # the c of African stays a k


def shapes(name: str) -> tuple[str, ...]:
    """Return a name as it is, without a plural s, and as an Arabic adjective.

    >>> shapes("messenians")
    ('messenians', 'messenian', 'messeni')
    """
    adjective = _HARD.sub("ki", _ADJECTIVE.sub("i", name))
    return tuple(dict.fromkeys((name, _PLURAL.sub("", name), adjective)))


@lru_cache(_CACHED)
def spoken(name: str) -> tuple[str, ...]:
    """Return the sounds a name in lower case may have, that of its letters first.

    >>> spoken("zhou")[0], "ʧu" in spoken("zhou")
    ('ʒu', True)
    """
    rewritten = (pattern.sub(_instead(letters), name) for pattern, letters in _languages())
    return tuple(dict.fromkeys(filter(None, map(latin_sounds, (name, *rewritten)))))


def _instead(letters: list[str]) -> Callable[[regex.Match[str]], str]:
    """Return what to write for a match: the letters of the group that fits."""
    return lambda match: letters[(match.lastindex or 1) - 1]


@cache
def _languages() -> list[tuple[regex.Pattern[str], list[str]]]:
    """Return for each language a pattern of many groups, and what is written for each of them."""
    text = resources.files("align.text").joinpath("spellings.tsv").read_text("utf-8")
    rules: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in text.splitlines():
        if not line.startswith("#"):
            language, pattern, letters = line.split("\t")
            rules[language].append((pattern, letters))
    return [
        (regex.compile("|".join(f"({pattern})" for pattern, _ in own)), [into for _, into in own])
        for own in rules.values()
    ]
