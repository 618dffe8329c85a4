"""By what units are found to be alike: their texts, folded, as short hashes."""

from __future__ import annotations

import unicodedata
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from align.model import TranslationUnit

__all__ = ["Keys", "exact_keys", "folded_keys", "keys_of", "search_key"]

HASH_SIZE = 16  # bytes; among a billion texts two alike are as good as impossible
# Marks (NFKD parts hamza and madda from their alef too), tatweel, punctuation, spaces, controls.
_DROPPED = regex.compile(r"[\p{M}\u0640\p{P}\p{Z}\p{C}]+")
_NUMBER = regex.compile(r"\d+")
# Letters written one for the other, Persian shapes of Arabic letters, and both rows of digits.
_SAME = str.maketrans(
    "\u0671\u0649\u06cc\u0629\u06a9\u06c1\u06be٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
    "\u0627\u064a\u064a\u0647\u0643\u0647\u064701234567890123456789",
)
# Folded characters of both sides. Pairs that differ in numbers only are alike if long: one of
# "Article 5" and "Article 6" is not superfluous.
LONG = 40


class Keys(NamedTuple):
    """Hashes of a unit; those of two units are the same where the units are."""

    source: bytes  # of the folded text; empty when there is no text
    target: bytes
    pair: bytes  # of both texts exactly
    near: bytes  # of both folded texts; in long ones one number is like another


def search_key(text: str) -> str:
    """Return a text without case, marks, punctuation, spaces and variants of letters and digits.

    A text of nothing but punctuation is its own key.

    >>> search_key("«إلى المدرسةِ، ١٢»!"), search_key("Re-sumé 12"), search_key(" … ")
    ('اليالمدرسه12', 'resume12', '…')
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _DROPPED.sub("", plain).translate(_SAME) or text.strip()


def keys_of(unit: TranslationUnit) -> Keys:
    """Return the keys of a unit."""
    source, target = search_key(unit.source), search_key(unit.target)
    return Keys(
        source=_hash(source) if source else b"",
        target=_hash(target) if target else b"",
        pair=_hash_of_two(unit.source, unit.target),
        near=_hash_of_two(*_without_numbers(source, target)),
    )


def exact_keys(unit: TranslationUnit) -> tuple[bytes, bytes]:
    """Return hashes of the source and of both texts, exactly as they stand."""
    return _hashes(unit.source, unit.target)


def folded_keys(unit: TranslationUnit) -> tuple[bytes, bytes]:
    """Return hashes of the source and of both texts, folded; a question is no statement."""
    return _hashes(*(search_key(text) + _asked(text) for text in (unit.source, unit.target)))


def _asked(text: str) -> str:
    return "?" if "?" in text or "؟" in text else ""


def _hashes(source: str, target: str) -> tuple[bytes, bytes]:
    first = _hash(source)
    return first, blake2b(first + _hash(target), digest_size=HASH_SIZE).digest()


def _without_numbers(source: str, target: str) -> tuple[str, str]:
    if len(source) + len(target) < LONG:
        return source, target
    return _NUMBER.sub("0", source), _NUMBER.sub("0", target)


def _hash_of_two(source: str, target: str) -> bytes:
    return _hashes(source, target)[1]


def _hash(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=HASH_SIZE).digest()
