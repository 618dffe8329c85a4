"""All words the finder knows, and the marks they and figures leave in a folded text."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from align.text.numerals.arabic_words import arabic_phrases, arabic_terms, with_clitics
from align.text.numerals.digits import FIGURES, calendar_parts, clock_parts, figures
from align.text.numerals.english import english_terms
from align.text.numerals.folding import fold
from align.text.numerals.measures import SYMBOLS, measure_phrases, measure_terms
from align.text.numerals.months import month_phrases, month_terms
from align.text.numerals.terms import Mark, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["marks", "units"]

_VULGAR = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3)}
_SIGNS = "".join(sign for sign in (*SYMBOLS, *_VULGAR) if len(sign) == 1)
_LETTER = "\u0621-\u063a\u0641-\u064a\u066e-\u06d3"
_TOKEN = re.compile(rf"(?P<word>[{_LETTER}]+|[a-z]+|°[cf](?![a-z])|[{_SIGNS}])|{FIGURES}")
# A Roman numeral counts behind one of these only.
_HEADINGS = (
    *("chapter", "part", "book", "volume", "section", "article", "appendix", "act", "phase"),
    *("type", "level"),
)
_RATIO_SHARES = frozenset({2, 3, 4, 5, 8, 10, 16, 100})


def marks(text: str) -> Iterator[Mark]:
    """Yield what counts in a folded text, in order."""
    words = _words()
    reached = 0  # the end of the last phrase, whose later words count no more
    for token in _TOKEN.finditer(text):
        if token.start() < reached:
            continue
        if token.lastgroup != "word":
            yield from _figure_marks(token)
        elif term := words.get(token.group()):
            if term.role != "opening":
                yield Mark(term, *token.span())
            elif mark := _phrase_mark(text, term, token):
                reached = mark.end
                yield mark


def units(text: str) -> frozenset[str]:
    """Return every unit and currency a text names, beside a number or not.

    >>> sorted(units("بالكيلوغرام and %"))
    ['%', 'kg']
    """
    found = (mark.term for mark in marks(fold(text).text))
    return frozenset(term.unit for term in found if term.role == "measure")


def _figure_marks(token: re.Match[str]) -> Iterator[Mark]:
    run, start = token.group(), token.start()
    role = token.lastgroup
    if role == "date" and (parts := calendar_parts(run)):
        yield Mark(Term("date", values=parts), *token.span())
    elif role == "time" and (parts := clock_parts(run)):
        yield Mark(Term("time", values=parts), *token.span())
    elif role == "ratio" and (share := _share(run)) is not None:
        yield Mark(Term("figure", share), *token.span())
    else:
        for figure in figures(run):
            term = Term("figure", figure.value, also=figure.also)
            yield Mark(term, start + figure.start, start + figure.end)


def _share(run: str) -> Decimal | None:
    """Return the value of a fraction such as 3/4, None for 24/7 and the like."""
    part, whole = (int(number) for number in run.split("/"))
    if whole not in _RATIO_SHARES or part >= whole:
        return None
    return Decimal(part) / whole


def _phrase_mark(text: str, opening: Term, token: re.Match[str]) -> Mark | None:
    for rest, term in _phrases()[opening.unit]:
        if match := rest.match(text, token.end()):
            joined = term.joined or opening.joined
            return Mark(term._replace(joined=joined), token.start(), match.end())
    return None


@cache
def _words() -> dict[str, Term]:
    terms = english_terms() | month_terms()
    terms |= {word: Term("heading") for word in _HEADINGS}
    terms |= {sign: Term("fraction", Decimal(a) / b) for sign, (a, b) in _VULGAR.items()}
    openings = {word: Term("opening", unit=word) for word in _phrases()}
    # The later decide where a word is both: صفر is zero, بالمئة per cent, الفي two thousand.
    return terms | with_clitics(openings) | arabic_terms() | openings | measure_terms()


@cache
def _phrases() -> dict[str, list[tuple[re.Pattern[str], Term]]]:
    table: dict[str, list[tuple[re.Pattern[str], Term]]] = {}
    for openings, rest, term in (*arabic_phrases(), *month_phrases(), *measure_phrases()):
        pattern = re.compile(rf"(?:{rest})(?![a-z{_LETTER}])")
        for opening in openings.split():
            table.setdefault(opening, []).append((pattern, term))
    return table
