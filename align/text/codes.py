"""Language codes: which of them mean one language, whatever the region and the way to write it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["LONG", "OTHER", "are_alike", "are_one_pair", "distance", "family"]

OTHER = 2  # how far one language is from another
LONG = {"ara": "ar", "arb": "ar", "eng": "en"}  # of ISO 639-2 and 639-3, where BCP 47 wants two
KNOWN = 256  # codes remembered; a memory has few


@lru_cache(KNOWN)
def family(code: str) -> str:
    """Return a language without script and region.

    >>> family("ar-SA"), family("EN_us"), family("ara")
    ('ar', 'en', 'ar')
    """
    language = code.lower().replace("_", "-").partition("-")[0]
    return LONG.get(language, language)


@lru_cache(KNOWN)
def distance(code: str, wanted: str) -> int:
    """Return 0 for the wanted language, 1 for another region of it, `OTHER` for another language.

    >>> distance("ar_sa", "ar-SA"), distance("ar-SA", "ar"), distance("fr", "ar")
    (0, 1, 2)
    """
    if code.lower().replace("_", "-") == wanted.lower().replace("_", "-"):
        return 0
    return 1 if family(code) == family(wanted) else OTHER


def are_alike(langs: Iterable[str], others: Iterable[str]) -> bool:
    """Say whether languages are the same in the same order, whatever their regions.

    >>> are_alike(("ar-SA", "en"), ("ar", "en")), are_alike(("en", "ar"), ("ar", "en"))
    (True, False)
    """
    return list(map(family, langs)) == list(map(family, others))


def are_one_pair(langs: Iterable[str], others: Iterable[str]) -> bool:
    """Say whether languages are the same in whichever order, whatever their regions.

    >>> are_one_pair(("en", "ar-SA"), ("ar", "en")), are_one_pair(("ar", "fr"), ("ar", "en"))
    (True, False)
    """
    return sorted(map(family, langs)) == sorted(map(family, others))
