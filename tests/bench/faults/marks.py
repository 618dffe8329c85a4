"""Faults in punctuation, spaces, capitals and doubled words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.bench.faults.cases import ARABIC, ENGLISH, Case, Pair, Site, on_a_side, with_side

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = [
    "bracket_lost",
    "end_changed",
    "mark_of_the_other_language",
    "mark_repeated",
    "quote_lost",
    "small_beginning",
    "space_at_the_edge",
    "space_before_mark",
    "spaces_doubled",
    "word_doubled",
]

ASIDES = (("(انظر الملحق)", "(see the appendix)"), ("[بتصرف]", "[abridged]"), ("{أ}", "{a}"))
QUOTED = (
    ("وقال: «لن نتأخر كثيرا».", "He said: “We won't be very late.”"),
    ('واسم الرواية "بيت الريح".', 'The novel is called "House of Wind".'),
)
BRACKETS = "()[]{}"
QUOTES = '«»“”"'
STOPS = frozenset(".!?\u061f")
OTHER_MARKS = {
    ARABIC: ((",", "\u060c"), (";", "\u061b"), ("?", "\u061f")),
    ENGLISH: (("\u060c", ","), ("\u061b", ";"), ("\u061f", "?")),
}
ENDINGS = {".": "?!", "?": ".", "!": ".?", "\u061f": "."}


def bracket_lost(site: Site) -> Case:
    """Lose one bracket of an aside added to both sides, or all of it on one side."""
    return _lost(site, ASIDES, BRACKETS)


def quote_lost(site: Site) -> Case:
    """Lose one quotation mark of speech added to both sides."""
    return _lost(site, QUOTED, QUOTES)


def end_changed(site: Site) -> Case | None:
    """End one side with another mark, or with none, where both end with a stop."""
    if not all(text[-1:] in STOPS for text in site.pair):
        return None

    def change(text: str) -> str:
        ends: list[str] = ["", *ENDINGS[text[-1]]]
        return text[:-1] + site.rng.choice(ends)

    return on_a_side(site, change)


def mark_of_the_other_language(site: Site) -> Case | None:
    """Write a comma, semicolon or question mark as the other language does."""
    side = site.rng.choice((ARABIC, ENGLISH))

    def write(text: str) -> str | None:
        there = [marks for marks in OTHER_MARKS[side] if marks[1] in text]
        if not there:
            return None
        foreign, own = site.rng.choice(there)
        return text.replace(own, foreign, 1)

    return on_a_side(site, write, (side,))


def mark_repeated(site: Site) -> Case | None:
    """Write a comma or stop twice."""
    return _at_mark(site, r"[,;.\u060c\u061b](?=\s|$)", lambda mark: mark * 2)


def space_before_mark(site: Site) -> Case | None:
    """Put a space before a comma or stop, or take away the one behind a comma."""
    if site.rng.random() < 0.5:
        return _at_mark(site, r"(?<=\w)[,\u060c] (?=[^\W\d])", str.strip)
    return _at_mark(site, r"(?<=\w)[,.\u060c](?=\s|$)", lambda mark: f" {mark}")


def spaces_doubled(site: Site) -> Case | None:
    """Write two or three spaces for one."""
    return _at_mark(site, r"(?<=\w) (?=\w)", lambda space: space * site.rng.randint(2, 3))


def space_at_the_edge(site: Site) -> Case | None:
    """Put a space at the beginning or end of one side."""
    return on_a_side(site, lambda text: site.rng.choice((f" {text}", f"{text} ")))


def word_doubled(site: Site) -> Case | None:
    """Write a word twice."""
    return _at_mark(site, r"(?<=\s)[^\W\d_]{2,}(?=\s)", lambda word: f"{word} {word}")


def small_beginning(site: Site) -> Case | None:
    """Begin an English sentence with a small letter."""
    if not site.pair.english[:2].istitle():
        return None
    return on_a_side(site, lambda text: text[0].lower() + text[1:], (ENGLISH,))


def _at_mark(site: Site, pattern: str, change: Callable[[str], str]) -> Case | None:
    def write(text: str) -> str | None:
        found = list(re.finditer(pattern, text))
        if not found:
            return None
        match = site.rng.choice(found)
        return text[: match.start()] + change(match.group()) + text[match.end() :]

    return on_a_side(site, write)


def _lost(site: Site, sentences: Sequence[tuple[str, str]], marks: str) -> Case:
    added = site.rng.choice(sentences)
    right = Pair(*(f"{text} {part}" for text, part in zip(site.pair, added, strict=True)))
    side = site.rng.choice((ARABIC, ENGLISH))
    places = [at for at, char in enumerate(added[side]) if char in marks]
    at = site.rng.choice(places)
    faulty = f"{site.pair[side]} {added[side][:at]}{added[side][at + 1 :]}"
    return Case(right, with_side(right, side, faulty))
