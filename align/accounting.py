"""Every letter of the input is in a unit or in a list: the check that ends each job."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from align.errors import AccountingError
from align.model import Aligned, Document, Monolingual

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["check_letters"]


def check_letters(outcome: Aligned | Monolingual, documents: Iterable[Document]) -> None:
    """Compare the letters of the documents with those of what came out, as multisets.

    Letters that a repair put in the place of others are the document's own; the replaced ones are
    listed beside the balance. Raises `AccountingError` with the letters that differ.
    """
    read = _letters(document.text for document in documents)
    units = outcome.bitexts if isinstance(outcome, Aligned) else ()
    written = _letters(
        text
        for aligned in units
        for unit in aligned.units
        if unit is not None
        for text in (unit.source, unit.target)
    )
    listed = _letters(
        passage.text
        for passage in (*outcome.unaligned, *outcome.removed)
        if passage.reason != "repair"
    )
    if read != written + listed:
        lost, added = read - (written + listed), (written + listed) - read
        raise AccountingError(
            outcome.job.id,
            f"{lost.total()} letters lost and {added.total()} added",
            "this is a bug in align; please report it with the file",
        )


def _letters(texts: Iterable[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(text)
    return Counter({character: n for character, n in counts.items() if character.isalpha()})
