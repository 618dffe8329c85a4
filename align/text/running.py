"""Running words: those a translator translates, not addresses, codes, names or placeholders."""

from __future__ import annotations

import regex

from align.text.capitals import Capitals

__all__ = ["running_words"]

_CODE = regex.compile(r"`[^`]*`|</?\p{L}[^<>]*>|\$?\{[^{}]*\}|%[sdif]\b|&\w+;")
# Addresses, file names, whatever holds a sign that no word has.
_ADDRESS = regex.compile(
    r"(?<!\S)\S*?(?:://|www\.|[@_/\\=#<>|~$]|\p{L}\.\p{L}|\p{Ll}\p{Lu}|\p{L}\p{Nd}|\p{Nd}\p{L})\S*"
)
_TITLE = regex.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’-]*+")
_LETTERS = 2  # fewer are a variable or the mark of a list
_CAPITALS = Capitals()


def running_words(text: str) -> list[str]:
    """Return the words of ``text`` that differ from language to language, in order.

    Titles in quotation marks beside other text have none. Where there are capitals, words with
    one are taken for names, unless it is the only word and none even with a capital.

    >>> running_words("Open the README.md in Visual Studio"), running_words("Yes")
    (['the', 'in'], ['Yes'])
    """
    outside = _TITLE.sub(" ", text)
    words = _words(outside if _WORD.search(outside) else text)
    if len(text.split()) == len(words) == 1 and _CAPITALS.is_ordinary(words[0].lower()):
        return words
    return [word for word in words if word[0] == word[0].lower()]


def _words(text: str) -> list[str]:
    return [w for w in _WORD.findall(_ADDRESS.sub(" ", _CODE.sub(" ", text))) if len(w) >= _LETTERS]
