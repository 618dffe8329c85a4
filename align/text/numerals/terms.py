"""What a word or figure does in a quantity."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

__all__ = ["Mark", "Phrase", "Role", "Term"]

Role = Literal[
    "unit",  # 1 … 9
    "bound",  # one or two, only as a part of a number: احد عشر, a hundred
    "ten",  # 10; behind an Arabic unit it makes 11 … 19
    "teen",  # 11 … 19
    "tens",  # 20 … 90
    "hundred",  # multiplies what stands before it
    "hundreds",  # 200 … 900 in one word
    "scale",  # thousand, million …: multiplies all that stands before it
    "plural",  # thousands, millions: a scale only behind a number
    "scales",  # a dual: two thousand, two million
    "beyond",  # after the hundred: added to an ordinal, الثالثة بعد المئة
    "fraction",
    "decade",
    "figure",
    "date",
    "time",
    "and",
    "month",
    "hijri-month",
    "measure",
    "suffix",  # the letters of 1st, 2nd …
    "decade-suffix",  # the letter of 1950s
    "heading",  # chapter, part …: a Roman numeral may follow
    "opening",  # the first word of a phrase of several
]


class Term(NamedTuple):
    """The part a word plays; ``joined`` is true behind و, ``doubtful`` where it may mean more."""

    role: Role
    value: Decimal = Decimal(0)
    arabic: bool = False
    joined: bool = False
    ordinal: bool = False
    doubtful: bool = False
    unit: str = ""
    values: tuple[Decimal, ...] = ()
    also: Decimal | None = None


class Mark(NamedTuple):
    """A term and its span in the folded text."""

    term: Term
    start: int
    end: int


class Phrase(NamedTuple):
    """A term of several words: the first of them, and a pattern for what follows it."""

    openings: str
    rest: str
    term: Term
