"""Numbers of a side that need not stand on the other: list marks, notes, names like months."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.evidence.pair import Text
    from align.text.numerals import Quantity

__all__ = ["counted", "is_unneeded"]

# The mark of a list item, which layouts and translators add, drop and renumber.
_LIST_MARK = re.compile(r"\W{0,3}\d{1,3}(?:\.\d{1,3}){0,4}(?:[.)\]]|\s?[-\u2013:](?=\s))(?!\d)")
_ALWAYS = re.compile(r"(?<!\d)(?:24/7|[٢2][٤4]/[٧7])(?!\d)")  # day and night, not two numbers
_CENTURY = re.compile(r"قرن\s{1,2}$")
# Checked as such, not by the numbers in them.
_OTHER_TERMS = frozenset({"address", "email", "tag", "code", "placeholder", "file"})
_NEAR = 4  # characters between a day and its month
# Words that make a month of what else may be a name: June Almeida, أغسطس.
_ENGLISH_LEADS = (
    "in|of|on|by|since|until|till|from|to|through|during|between|before|after|last|next|this|"
    "each|every|early|late|mid|and|or"
)
_ARABIC_LEADS = (
    "في|من|شهر|شهري|منذ|حتى|بحلول|أوائل|اوائل|أواخر|اواخر|منتصف|خلال|نهاية|مطلع|بداية|إلى|قبل|"
    "بعد|بين"
)
_IN_MONTH = re.compile(
    rf"(?:\b(?:{_ENGLISH_LEADS})|(?<![\u0621-\u064a])(?:{_ARABIC_LEADS}))[\s-]{{1,3}}$",
    re.IGNORECASE,
)
_LONGEST_LEAD = 12  # characters


def counted(text: Text) -> Sequence[Quantity]:
    """Return the quantities of a text but for those in addresses, tags and the like."""
    others = [range(term.start, term.end) for term in text.terms if term.kind in _OTHER_TERMS]
    if not others:
        return text.quantities
    return [q for q in text.quantities if not any(q.start in other for other in others)]


def is_unneeded(quantity: Quantity, ours: Text, theirs: Text) -> bool:
    """Tell whether a quantity of ours may be missing on the other side of a good pair."""
    if quantity.kind == "month" and not _is_month(quantity, ours):
        return True
    return (
        _is_list_mark(quantity, ours, theirs)
        or any(quantity.start in range(*always.span()) for always in _ALWAYS.finditer(ours.text))
        or _is_century_of_decade(quantity, ours, theirs)
        or _is_note(quantity, ours, theirs)
    )


def _is_list_mark(quantity: Quantity, ours: Text, theirs: Text) -> bool:
    mark = _LIST_MARK.match(ours.text)
    if mark is None or quantity.end > mark.end():
        return False
    return _LIST_MARK.match(theirs.text) is None


def _is_century_of_decade(quantity: Quantity, ours: Text, theirs: Text) -> bool:
    """Tell whether it is only English that leaves it out: the seventies of the 20th century."""
    if _CENTURY.search(ours.text, 0, quantity.start) is None:
        return False
    return any(q.kind == "decade" for side in (ours, theirs) for q in side.quantities)


def _is_note(quantity: Quantity, ours: Text, theirs: Text) -> bool:
    """Tell whether it is in a citation or the chapter of a verse, where the other has none."""
    kinds = {
        term.kind
        for term in ours.terms
        if term.start <= quantity.start and quantity.end <= term.end
    }
    if kinds & {"citation", "verse"} <= {term.kind for term in theirs.terms}:
        return False
    # A chapter may be named: 2:255 is verse 255 of The Cow.
    return "citation" in kinds or ours.text[quantity.end : quantity.end + 1] == ":"


def _is_month(month: Quantity, text: Text) -> bool:
    """Tell whether a name of a month stands as one: beside a number, or behind ``in``."""
    behind = any(0 <= q.start - month.end <= _NEAR for q in text.quantities)
    lead = text.text[max(0, month.start - _LONGEST_LEAD) : month.start]
    return behind or _IN_MONTH.search(lead) is not None or _has_day(month, text)


def _has_day(month: Quantity, text: Text) -> bool:
    """Tell whether a number stands before a month, with at most "of" between them."""
    gaps = (text.text[q.end : month.start] for q in text.quantities)
    return any(gap.strip(" \u00a0-/") in {"", "من", "of"} for gap in gaps if gap)
