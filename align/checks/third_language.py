"""Whether a text is in a language that is neither side's, but written in the same letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.text.capitals import Capitals
from align.text.function_words import FUNCTION_WORDS
from align.text.languages import foreign
from align.text.names import language_name

if TYPE_CHECKING:
    from align.evidence.pair import Text

__all__ = ["third_language"]

# Words of no other widely written language: nearly all English has one, and the identifier of
# languages takes its time.
_SURELY_ENGLISH = re.compile(
    r"\b(?:the|and|with|from|that|this|which|you|your|were|their|would|should|not|they|what|when"
    r"|who|how)\b"
)
# Letters of Persian, Urdu, Kurdish; words of Persian typed with Arabic letters.
_MAYBE_NOT_ARABIC = re.compile("[\u0679-\u06d3\u06d5]|\\b(?:است|این|که|را|های|می|از|برای|به|در)\\b")
_NOT_ARABIC = re.compile("[\u0679-\u06d3]")
_ARABIC_ONLY = re.compile("[أإةى]|\\b[وف]?ال")
_ENGLISH = Capitals()
_FEWEST = 2  # words that give a language away
_SHARE = 0.25  # of all words
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.!?…][\s\"'»”)]*\Z")


def third_language(text: Text, facing: Text) -> str:
    """Return why a text is in a third language, nothing if it is not."""
    if text.family == "en" and _SURELY_ENGLISH.search(text.text):
        return ""
    if text.family == "ar" and not _MAYBE_NOT_ARABIC.search(text.text):
        return ""
    if lang := foreign([text.text], (text.lang, facing.lang))[0] or _spoken(text):
        return f"is in {language_name(lang)}, not in {language_name(text.lang)}"
    if text.family == "ar" and _looks_persian(text.text):
        return "is in another language of Arabic letters, such as Persian or Urdu"
    return ""


def _spoken(text: Text) -> str | None:
    """Return the language of a sentence too short for the identifier, by its function words."""
    words = set(_WORD.findall(text.text.lower()))
    ours = FUNCTION_WORDS.get(text.family)
    if ours is None or words & ours or not _SENTENCE.search(text.text):
        return None
    enough = max(_FEWEST, _SHARE * len(words))
    words = {word for word in words if not _ENGLISH.is_ordinary(word)}  # a, do, no, so
    spoken = (lang for lang, known in FUNCTION_WORDS.items() if len(known & words) >= enough)
    return next(spoken, None)


def _looks_persian(text: str) -> bool:
    """Say whether a short text has letters of Persian or Urdu and nothing of Arabic alone.

    Arabic typed on their keyboards has articles and hamzas all the same.
    """
    words = text.split()
    persian = sum(bool(_NOT_ARABIC.search(word)) for word in words)
    return persian >= max(_FEWEST, _SHARE * len(words)) and not _ARABIC_ONLY.search(text)
