"""Names that no transliteration finds: Egypt is مصر, John may be يوحنا."""

from __future__ import annotations

from functools import cache
from importlib import resources

from align.text.tokens import tokens

__all__ = ["LONGEST_PHRASE", "arabic_names"]

LONGEST_PHRASE = 3  # words in the longest English name of the table
Stems = tuple[str, ...]


def arabic_names(phrase: str) -> tuple[Stems, ...]:
    """Return the Arabic names of an English one, each as the stems of its words.

    ``phrase`` is in lower case, or in capitals if it is an acronym.

    >>> arabic_names("egypt"), arabic_names("red sea"), arabic_names("smith")
    ((('مصر',),), (('بحر', 'احمر'),), ())
    """
    return _table().get(phrase, ())


@cache
def _table() -> dict[str, tuple[Stems, ...]]:
    text = resources.files("align.evidence").joinpath("exonyms.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    table: dict[str, tuple[Stems, ...]] = {}
    for english, arabic in rows:
        stems = dict.fromkeys(_stems(name) for name in arabic.split("|"))
        for name in english.split("|"):
            key = name if name.isupper() else name.casefold()
            table[key] = table.get(key, ()) + tuple(stems)
    return table


def _stems(name: str) -> Stems:
    return tuple(token.stem for token in tokens(name, "ar"))
