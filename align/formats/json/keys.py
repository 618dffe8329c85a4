"""What the keys of a JSON object say: a language, a side, or a text of their own."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from align.config import LANG
from align.text.codes import family
from align.text.names import language_name
from align.text.scripts import letters_of, script_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Langs = tuple[str, str]

__all__ = ["Sides", "is_other_language", "langs_of_items", "sides_of"]

SIDES = (("source", "target"), ("src", "tgt"), ("src", "trg"))
LONGEST_NAME = 30  # characters; a longer key names no language
NO_LANGUAGES = {"id", "no"}  # keys that seldom stand for Indonesian and Norwegian
FAR = 3  # from a language that a key does not name
SAMPLE = 200  # items by which the languages of keys and values are told
# A key that names a text instead of being one: title, menu.open, menuOpen, MENU_OPEN.
_NAME = re.compile(r"[a-z][A-Za-z0-9]*|[A-Za-z0-9]+([._:/-][A-Za-z0-9]*)+|[A-Z0-9]{2,}")


class Sides(NamedTuple):
    """The keys of the two texts of an object, and their languages if the keys name them."""

    first: str
    second: str
    langs: Langs | None


def sides_of(keys: Iterable[str], wanted: Langs) -> Sides | None:
    """Return which keys of an object stand for source and target, None if none do.

    >>> sides_of(["id", "en_US", "ar"], ("ar", "en"))
    Sides(first='ar', second='en_US', langs=('ar', 'en-US'))
    """
    short = [key for key in keys if len(key) <= LONGEST_NAME]
    first, second = (_nearest(short, lang) for lang in wanted)
    if first and second:
        return Sides(first, second, (_code(first) or wanted[0], _code(second) or wanted[1]))
    for source, target in SIDES:
        if source in short and target in short:
            return Sides(source, target, None)
    return None


@lru_cache(maxsize=1024)
def is_other_language(key: str) -> bool:
    """Say whether a key beside those of the two sides names one more language."""
    code = _code(key)
    return bool(code) and language_name(code) != code and key not in NO_LANGUAGES


def langs_of_items(items: Mapping[str, str], wanted: Langs) -> Langs | None:
    """Return the languages of keys and values if they translate one another, told by scripts.

    >>> langs_of_items({"Good morning": "صباح الخير"}, ("ar", "en"))
    ('en', 'ar')
    >>> langs_of_items({"greetings.morning": "صباح الخير"}, ("ar", "en"))
    """
    sample = list(islice(items.items(), SAMPLE))
    if 2 * sum(bool(_NAME.fullmatch(key)) for key, _ in sample) > len(sample):
        return None
    scripts = tuple(map(script_of, wanted))
    if scripts[0] == scripts[1]:
        return wanted
    key, value = (_told(texts, scripts) for texts in zip(*sample, strict=True))
    return None if key is None or value is None or key == value else (wanted[key], wanted[value])


def _told(texts: Iterable[str], scripts: tuple[str, ...]) -> int | None:
    """Return the place of the script that texts have most letters of, None if they have none."""
    joined = " ".join(texts)
    counts = [letters_of(joined, script) for script in scripts]
    return counts.index(max(counts)) if any(counts) else None


def _nearest(keys: Iterable[str], lang: str) -> str:
    """Return the key that names a language, the very one before a region or the name of it."""
    distances = {key: _distance(key, lang) for key in keys}
    best = min(distances, key=lambda key: distances[key], default="")
    return best if best and distances[best] < FAR else ""


@lru_cache(maxsize=1024)
def _distance(key: str, lang: str) -> int:
    code = _code(key)
    if code.lower() == lang.lower():
        return 0
    if code and family(code) == family(lang):
        return 1
    return 2 if key.lower() == language_name(lang).lower() else FAR


def _code(key: str) -> str:
    """Return the language code that a key is, empty if it is none."""
    code = key.replace("_", "-")
    return code if LANG.fullmatch(code) else ""
