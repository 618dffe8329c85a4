"""Windows-1256, ISO-8859-6 or windows-1252: which reading of the bytes looks like writing."""

from __future__ import annotations

import math
import re

import regex

from align.text.arabic import MARKS, TATWEEL
from align.text.scripts import letter_set

__all__ = ["guess_single_byte"]

# The first wins a tie, where all readings give the same text.
CANDIDATES = ("windows-1252", "windows-1256", "iso-8859-6")

# Per thousand letters of modern Arabic prose; what is not listed counts as `RARE`.
_PER_THOUSAND = {
    "ا": 135, "ل": 120, "ي": 72, "م": 62, "ن": 60, "و": 58, "ر": 47, "ت": 47, "ب": 35, "ع": 34,
    "ه": 32, "ة": 31, "د": 31, "ف": 28, "س": 27, "أ": 24, "ك": 22, "ق": 22, "ح": 20, "ج": 14,
    "ش": 12, "ص": 11, "ط": 11, "خ": 10, "ى": 10, "إ": 9, "ض": 8, "ذ": 8, "ز": 7, "غ": 5, "ث": 7,
    "ئ": 5, "ء": 5, "ظ": 3, "ؤ": 2, "آ": 2,
}  # fmt: skip
RARE = 0.5
_LETTER_COST = {letter: -math.log(share / 1000) for letter, share in _PER_THOUSAND.items()}
_RARE_COST = -math.log(RARE / 1000)
# In nats too, set by hand: what prose holds besides letters, and what it does not.
_USUAL_COST = 3.0
_ODD_COST = 8.0
_USUAL = frozenset("\u00a0،؛؟«»‹›“”„‘’‚–—…•·°£§©®" + "\u200c\u200d\u200e\u200f")
_ARTICLE_GAIN = 2.0  # a word that begins with al-
# Prose costs 2.6-3.6 nats a non-ASCII character in its own encoding, other writing 4.3 and more.
PLAUSIBLE_COST = 4.0

_NON_ASCII = re.compile("[^\x00-\x7f]")
_MARK = f"{MARKS}{TATWEEL}"
_WORD = re.compile(f"[^\\W\\d_{_MARK}][^\\W\\d_]*(?:[{_MARK}]+[^\\W\\d_]*)*")
_ARABIC = regex.compile(f"[{letter_set('Arab')}{_MARK}]", regex.VERSION1)
_ASCII_LETTER = re.compile("[A-Za-z]")
_CONTROL = re.compile("[\x80-\x9f]")


def guess_single_byte(sample: bytes) -> str | None:
    """Return the encoding in which ``sample`` reads most like Arabic or Latin prose, or None."""
    costs = {encoding: _cost(sample, encoding) for encoding in CANDIDATES}
    best = min(CANDIDATES, key=lambda encoding: costs[encoding])
    return best if costs[best] < PLAUSIBLE_COST else None


def _cost(sample: bytes, encoding: str) -> float:
    """Return the mean cost of a non-ASCII character, in nats; infinite for impossible bytes."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return math.inf
    count = len(_NON_ASCII.findall(text))
    if not count or _CONTROL.search(text):
        return math.inf
    words = sum(map(_word_cost, _WORD.findall(text)))
    others = sum(map(_symbol_cost, _NON_ASCII.findall(_WORD.sub(" ", text))))
    return (words + others) / count


def _word_cost(word: str) -> float:
    if word.isascii():
        return 0.0
    foreign = _NON_ASCII.findall(word)
    arabic = _ARABIC.findall(word)
    if not arabic:
        return _latin_cost(word, len(foreign))
    if len(arabic) < len(word):  # one word in two scripts
        return _ODD_COST * len(foreign)
    gain = _ARTICLE_GAIN if word.startswith("ال") else 0.0
    return sum(map(_arabic_cost, word)) - gain


def _latin_cost(word: str, accents: int) -> float:
    """Return the cost of a Latin word: accents are the smaller part of it in any language."""
    usual = accents <= len(_ASCII_LETTER.findall(word)) + 1
    return accents * (_USUAL_COST if usual else _ODD_COST)


def _arabic_cost(letter: str) -> float:
    if _ARABIC.match(letter) and not letter.isalpha():
        return _USUAL_COST
    return _LETTER_COST.get(letter, _RARE_COST)


def _symbol_cost(symbol: str) -> float:
    return _USUAL_COST if symbol in _USUAL or _ARABIC.match(symbol) else _ODD_COST
