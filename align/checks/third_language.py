"""Whether a text is in a language that is neither side's, but written in the same letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.text.capitals import Capitals
from align.text.function_words import FUNCTION_WORDS
from align.text.names import language_name
from align.text.running import running_words

if TYPE_CHECKING:
    from align.evidence.pair import Text

__all__ = ["third_language"]

# Words of no other widely written language: nearly all English has one. A statistical identifier
# of languages would know more of them, but for a hundred megabytes.
_SURELY_ENGLISH = re.compile(
    r"\b(?:the|and|with|from|that|this|which|you|your|were|their|would|should|not|they|what|when"
    r"|who|how)\b"
)
# Letters of Persian, Urdu, Kurdish; words of Persian typed with Arabic letters.
_MAYBE_NOT_ARABIC = re.compile("[\u0679-\u06d3\u06d5]|\\b(?:است|این|که|را|های|می|از|برای|به|در)\\b")
_NOT_ARABIC = re.compile("[\u0679-\u06d3]")
_ARABIC_ONLY = re.compile("[أإةى]|\\b[وف]?ال")
_ENGLISH = Capitals()
_FEWEST = 2  # words that give a language away …
_SHARE = 0.2  # … and their share of all different ones
_WORD = re.compile(r"[^\W\d_]+")
_MANY = 5  # words
_SENTENCE = re.compile(r"[.!?…][\s\"'»”)]*\Z")


def third_language(text: Text, facing: Text) -> str:
    """Return why a text is in a third language, nothing if it is not."""
    if text.family == "en" and _SURELY_ENGLISH.search(text.text):
        return ""
    if text.family == "ar" and not _MAYBE_NOT_ARABIC.search(text.text):
        return ""
    lang = _spoken(text)
    if lang is not None and lang != facing.family:
        return f"is in {language_name(lang)}, not in {language_name(text.lang)}"
    if text.family == "ar" and _looks_persian(text.text):
        return "is in another language of Arabic letters, such as Persian or Urdu"
    if text.family == "en" and _is_strange(text.text):
        return "is in another language, with no common English word"
    return ""


def _spoken(text: Text) -> str | None:
    """Return the language whose function words a text has, if it has none of its own."""
    words = set(_WORD.findall(text.text.lower()))
    ours = FUNCTION_WORDS.get(text.family)
    if ours is None or words & ours or not (len(words) >= _MANY or _SENTENCE.search(text.text)):
        return None
    enough = max(_FEWEST, _SHARE * len(words))
    words = {word for word in words if not _ENGLISH.is_ordinary(word)}  # a, do, no, so
    spoken = {lang: len(known & words) for lang, known in FUNCTION_WORDS.items()}
    best = max(spoken, key=spoken.__getitem__)
    return best if spoken[best] >= enough else None


def _is_strange(text: str) -> bool:
    """Say whether of many words, names apart, not one is common in English."""
    words = [word.lower() for word in running_words(text)]
    common = FUNCTION_WORDS["en"]
    known = any(word in common or _ENGLISH.is_ordinary(word) for word in words)
    return len(words) >= _MANY and not known


def _looks_persian(text: str) -> bool:
    """Say whether a short text has letters of Persian or Urdu and nothing of Arabic alone.

    Arabic typed on their keyboards has articles and hamzas all the same.
    """
    words = text.split()
    persian = sum(bool(_NOT_ARABIC.search(word)) for word in words)
    return persian >= max(_FEWEST, _SHARE * len(words)) and not _ARABIC_ONLY.search(text)
