"""Names that no transliteration finds: Egypt is مصر, John may be يوحنا."""

from __future__ import annotations

from functools import cache
from importlib import resources

from align.text.tokens import fold, tokens

__all__ = ["LONGEST_PHRASE", "arabic_names", "arabic_spellings", "english_names"]

LONGEST_PHRASE = 3  # words in the longest English name of the table
Stems = tuple[str, ...]
Spelling = tuple[str, ...]  # folded words, without their articles
_ARTICLE = "ال"
_GOD = "الله"
_ALSO_A_WORD = "~"


@cache
def arabic_names(phrase: str) -> tuple[Stems, ...]:
    """Return the Arabic names of an English one, each as the stems of its words.

    ``phrase`` is in lower case, or in capitals if it is an acronym.

    >>> arabic_names("egypt"), arabic_names("red sea"), arabic_names("smith")
    ((('مصر',),), (('بحر', 'احمر'),), ())
    """
    names = (name.removeprefix(_ALSO_A_WORD) for name in _table().get(phrase, ()))
    return tuple(dict.fromkeys(tuple(token.stem for token in tokens(name, "ar")) for name in names))


@cache
def arabic_spellings(phrase: str) -> tuple[Spelling, ...]:
    """Return the Arabic names of an English one as they are written, without articles.

    >>> arabic_spellings("vienna")
    (('فيينا',),)
    """
    names = (name.removeprefix(_ALSO_A_WORD).split() for name in _table().get(phrase, ()))
    return tuple(dict.fromkeys(tuple(map(_without_article, name)) for name in names))


@cache
def english_names() -> dict[str, frozenset[str]]:
    """Return the English names of each Arabic one that is nothing but a name, as it is written."""
    found: dict[str, set[str]] = {}
    for english, names in _table().items():
        for name in names:
            if not name.startswith(_ALSO_A_WORD):
                found.setdefault(name, set()).add(english)
    return {name: frozenset(english) for name, english in found.items()}


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Return the Arabic names of each English one, as they stand in the file."""
    text = resources.files("align.evidence").joinpath("exonyms.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    table: dict[str, tuple[str, ...]] = {}
    for english, arabic in rows:
        for name in english.split("|"):
            key = name if name.isupper() else name.casefold()
            table[key] = table.get(key, ()) + tuple(arabic.split("|"))
    return table


def _without_article(word: str) -> str:
    folded = fold(word)
    return folded if folded == _GOD else folded.removeprefix(_ARTICLE)
