"""Names in Arabic text: words that are names and nothing else, and words after a title."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

import regex

from align.evidence.exonyms import english_names
from align.text.tokens import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.text.tokens import Token

__all__ = ["ArabicName", "arabic_names_of"]

_CACHED = 1 << 14  # words that are remembered
_HAMZA = str.maketrans("أإآ", "ااا")  # written or not, it is the same name
_CLITICS = regex.compile("[وف]?[بلك]?")
# Of adjectives that end in i: feminine, plurals, the case endings.
_ENDINGS = regex.compile("(?<=..ي)(?:ة|ون|ين|ات|ان|تان|تين|ا)$")
_ARTICLE = "ال"
_FOR_THE = "لل"  # ل and the article
_ARTICLED = "[وف]?(?:[بك]?ال|لل)"
# What stands before a person's name.
_TITLE = regex.compile(
    rf"{_ARTICLED}(?:سيدة?|آنسة|دكتورة?|بروفيسور|أستاذة?|مهندسة?|لورد|سير|قديسة?|جنرال|عقيد|سيناتور)"
)
_ADJECTIVE = regex.compile(rf"{_ARTICLED}.")
_SHORTEST = 4  # letters of a word that is taken for a name by its title
_NOBODY: frozenset[str] = frozenset()
_Known = tuple[tuple[str, ...], frozenset[str]]  # the words of a name, and its English


class ArabicName(NamedTuple):
    """A name at ``[start, end)``, and what it is called in English where that sounds otherwise."""

    start: int
    end: int
    words: tuple[str, ...]
    english: frozenset[str]


def arabic_names_of(text: str, words: Sequence[Token]) -> Iterator[ArabicName]:
    """Yield the names of an Arabic text, of which ``words`` are the tokens, in order."""
    behind_title, reached = False, 0
    for number, token in enumerate(words):
        word = text[token.start : token.end]
        likely = number >= reached and (behind_title or _beginning_with(word))
        if likely and (found := _first(text, words, number) or _after_title(text, words, number)):
            yield found
            reached = number + len(found.words)
        behind_title = _is_title(word)


def _first(text: str, words: Sequence[Token], number: int) -> ArabicName | None:
    """Return the longest name that begins with a word."""
    for name, english in _beginning_with(text[words[number].start : words[number].end]):
        run = words[number : number + len(name)]
        spelled = tuple(plain(text[word.start : word.end]) for word in run)
        if len(run) == len(name) and all(map(_is, spelled[1:], name[1:])):
            return ArabicName(run[0].start, run[-1].end, spelled, english)
    return None


def _after_title(text: str, words: Sequence[Token], number: int) -> ArabicName | None:
    """Return the word after a title as a name, unless it is an adjective: السيد الكبير."""
    before = words[number - 1] if number else None
    word = words[number]
    if not before or text[before.end : word.start] != " ":
        return None
    if not _is_title(text[before.start : before.end]):
        return None
    spelled = plain(text[word.start : word.end])
    if len(spelled) < _SHORTEST or _ADJECTIVE.match(spelled):
        return None
    return ArabicName(word.start, word.end, (spelled,), _NOBODY)


def _is(word: str, name: str) -> bool:
    return word.translate(_HAMZA) == name


@lru_cache(_CACHED)
def _is_title(word: str) -> bool:
    return _TITLE.fullmatch(plain(word)) is not None


@lru_cache(_CACHED)
def _beginning_with(word: str) -> tuple[_Known, ...]:
    """Return the names whose first word it may be, the likeliest first; nearly always none."""
    return tuple(name for form in _forms(word) for name in _names().get(form, ()))


def _forms(word: str) -> tuple[str, ...]:
    """Return what a word may be without clitics, and without the ending of an adjective."""
    whole = plain(word).translate(_HAMZA)
    bare = [whole[length:] for length in range(3) if _CLITICS.fullmatch(whole[:length])]
    bare += [_ARTICLE + form[2:] for form in bare if form.startswith(_FOR_THE)]
    adjectives = [_ENDINGS.sub("", form) for form in bare]
    adjectives += [form.removeprefix(_ARTICLE) for form in adjectives if form.endswith("ي")]
    return tuple(form for form in dict.fromkeys(bare + adjectives) if len(form) > 1)


@cache
def _names() -> dict[str, list[_Known]]:
    """Return the names and their English by first word, the longest first."""
    text = resources.files("align.evidence").joinpath("arabic_names.txt").read_text("utf-8")
    lines = (line.split() for line in text.splitlines() if not line.startswith("#"))
    known = dict.fromkeys((word for line in lines for word in line), _NOBODY) | english_names()
    table: dict[str, list[_Known]] = {}
    for name, english in sorted(known.items(), key=lambda item: (-len(item[0].split()), item[0])):
        words = tuple(name.translate(_HAMZA).split())
        table.setdefault(words[0], []).append((words, english))
    return table
