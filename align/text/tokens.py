"""Words of a text, where they stand, and the stems by which words are compared.

The Arabic stem takes off clitics and endings much as the light stemmer of Larkey, Ballesteros &
Connell 2007 ("light10") does; the English one takes off plural, past tense and -ing.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from align.text.arabic import INVISIBLE, MARKS, TATWEEL

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Token", "fold", "plain", "readings", "stem", "tokens", "without_clitics"]

# What stands inside a word without being a letter of it: marks, tatweel, invisible controls.
_INSIDE = rf"[\p{{M}}{TATWEEL}{INVISIBLE}]*"
# Arabic and other letters part even without a space between them, as in the و of "وGitHub".
_ARABIC = r"(?:(?=\p{Script=Arabic})\p{L})"
_OTHER = r"(?:(?!\p{Script=Arabic})[\p{L}\p{N}])"
_RUNS = "|".join(f"{letter}(?:{_INSIDE}{letter})*+" for letter in (_ARABIC, _OTHER))
_ELIDED = rf"(?:['\u2019\u02bc]{_OTHER}(?:{_INSIDE}{_OTHER})*+)*+"
_WORD = regex.compile(rf"(?:{_RUNS}){_ELIDED}\p{{M}}*+")
_DROPPED = regex.compile(f"[{MARKS}{TATWEEL}{INVISIBLE}]+")
_APOSTROPHES = str.maketrans("\u2019\u02bc", "''")
# Letters that writers of Arabic use one for the other, and Persian shapes of the same letters.
_SAME = str.maketrans("أإآٱىیةکہھ", "ااااييهكهه")
_CACHED = 1 << 14  # words that are remembered
_LONGEST = 40  # letters; what is longer is no word, and is not stemmed

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك", "س")
_CLITICS = _CONJUNCTIONS + _PREPOSITIONS
_ARTICLES = ("بال", "كال", "فال", "لل", "ال")
_GOD = "لله"
# Endings as written after folding and how many letters must remain; each is taken off once.
_ENDINGS = {"هما": 3, "هم": 3, "هن": 3, "كم": 3, "نا": 3, "وا": 3}
_ENDINGS |= dict.fromkeys(("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"), 2)
# One rule of each group is applied, the first that fits: an ending, what stands instead, how many
# letters must remain. The plural is that of the "S" stemmer of Harman 1991, a little extended.
_ENGLISH = (
    (("'s", "", 1),),
    (
        *((kept, kept, 0) for kept in ("us", "ss", "is")),
        *((f"{hiss}es", hiss, 1) for hiss in ("ss", "ch", "sh", "x", "z")),
        *(("ies", "y", 2), ("s", "", 3)),
    ),
    (("ing", "", 3), ("ed", "", 3)),
    (("ly", "", 4),),
    (("e", "", 3),),
)
_VOWEL = regex.compile("[aeiouy]")
_DOUBLED = regex.compile(r"([bdfgkmnprt])\1$")
_LEAST = 3  # letters of a word before which و or ل may be a clitic


class Token(NamedTuple):
    """A word and its span; ``word`` is folded, ``stem`` is what it is compared by."""

    start: int
    end: int
    word: str
    stem: str


def tokens(text: str, lang: str) -> list[Token]:
    """Return the words of ``text`` in order, with their spans in it.

    >>> [token.stem for token in tokens("وَالكتابان عند المعلّمة", "ar")]
    ['كتاب', 'عند', 'معلم']
    """
    family = lang.partition("-")[0].lower()
    found = []
    first = 0
    for piece in text.split(" "):  # no word reaches beyond a space
        words = _remembered_words if len(piece) <= _LONGEST else _words
        for start, end, word, word_stem in words(piece, family):
            found.append(Token(first + start, first + end, word, word_stem))
        first += len(piece) + 1
    return found


def _words(piece: str, family: str) -> tuple[tuple[int, int, str, str], ...]:
    """Return the fields of the tokens of a text.

    They are kept as plain tuples: the garbage collector looks at named ones again and again.
    """
    matches = ((match, fold(match.group())) for match in _WORD.finditer(piece))
    return tuple(
        (*match.span(), word, stem(word, family))
        for match, word in matches
        if word  # a tatweel by itself is none
    )


_remembered_words = lru_cache(_CACHED)(_words)


@lru_cache(_CACHED)
def fold(word: str) -> str:
    """Return a word in lower case, without marks, and with one shape for alef, ya and ha.

    >>> fold("إِلَىٰ"), fold("Don’t")
    ('الي', "don't")
    """
    return plain(word).translate(_SAME)


@lru_cache(_CACHED)
def plain(word: str) -> str:
    """Return a word in lower case and without marks, every letter as it is written.

    >>> plain("إِلَىٰ")
    'إلى'
    """
    bare = _DROPPED.sub("", unicodedata.normalize("NFKC", word).casefold())
    return bare.translate(_APOSTROPHES)


@lru_cache(_CACHED)
def stem(word: str, lang: str) -> str:
    """Return the stem of a folded word; words of other languages are their own stems.

    >>> stem("companies", "en"), stem("running", "en"), stem("بالمدارس", "ar")
    ('company', 'run', 'مدارس')
    """
    if len(word) > _LONGEST:
        return word
    if lang == "ar" and not word.isascii():
        return _arabic_stem(word)
    return _english_stem(word) if lang in {"ar", "en"} else word


def _arabic_stem(word: str) -> str:
    if word.startswith("و") and len(word) > _LEAST:
        word = word[1:]
    if word.endswith(_GOD) and len(word) <= len(_GOD) + 2:  # الله, بالله: not له with an article
        return _GOD
    word = _without_article(word)
    for ending, least in _ENDINGS.items():
        if word.endswith(ending) and len(word) >= len(ending) + least:
            word = word.removesuffix(ending)
    return word


def _without_article(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) >= len(article) + 2:
            return word.removeprefix(article)
    return word


def _english_stem(word: str) -> str:
    for rules in _ENGLISH:
        word = _changed(word, rules)
    return _DOUBLED.sub(r"\1", word)


def _changed(word: str, rules: tuple[tuple[str, str, int], ...]) -> str:
    for ending, instead, least in rules:
        if word.endswith(ending) and len(word) >= len(ending) + least:
            changed = word.removesuffix(ending) + instead
            return changed if _VOWEL.search(changed) else word
    return word


def readings(word: str) -> list[str]:
    """Return the words an Arabic word may be, with ever more of its clitics taken off.

    A guess for comparing names, where what is left must look like the other side's name anyway.

    >>> readings("وبالشام")
    ['وبالشام', 'بالشام', 'الشام', 'شام']
    """
    found = [word]
    for clitics in (_CONJUNCTIONS, _PREPOSITIONS, ("ال",)):
        found += [
            found[-1].removeprefix(clitic)
            for clitic in clitics
            if found[-1].startswith(clitic) and len(found[-1]) >= len(clitic) + 2
        ]
    if found[-1].startswith("ل") and len(found[-1]) > _LEAST:  # للشام is ل + الشام
        found.append(found[-1][1:])
    return found


def without_clitics(counts: Mapping[str, int]) -> dict[str, str]:
    """Return the stems that are a more frequent stem behind a one-letter clitic, with that stem.

    ``counts`` says how often each Arabic stem of a text occurs.

    >>> without_clitics({"كتاب": 5, "بكتاب": 2, "بلاد": 3})
    {'بكتاب': 'كتاب'}
    """
    return {
        word: word[1:]
        for word, count in counts.items()
        if len(word) > _LEAST and word[0] in _CLITICS and counts.get(word[1:], 0) > count
    }
