"""The languages of a corpus: each stands for its regions too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.text.codes import family

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["are_alike"]


def are_alike(langs: Iterable[str], others: Iterable[str]) -> bool:
    """Say whether languages are the same in the same order, whatever their regions.

    >>> are_alike(("ar-SA", "en"), ("ar", "en")), are_alike(("en", "ar"), ("ar", "en"))
    (True, False)
    """
    return list(map(family, langs)) == list(map(family, others))
