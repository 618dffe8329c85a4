"""Faults in characters: lost, wrongly decoded, invisible, of an old font, of another script."""

from __future__ import annotations

import unicodedata
from functools import cache

from tests.bench.faults.cases import ARABIC, ENGLISH, Case, Pair, Site, on_a_side, with_side

__all__ = [
    "bidi_control",
    "control_character",
    "forbidden_character",
    "look_alike",
    "mojibake",
    "shaped_for_an_old_font",
]

FORBIDDEN = ("\ufffd", "\x0b", "\x00", "\ufffe", "\x1b", "\x08")
CONTROLS = ("\u200b", "\x85", "\ufeff", "\u2060", "\x9f")
BIDI = ("\u202b", "\u202a", "\u202c", "\u2067", "\u2069", "\u202e")
LOOK_ALIKES = {"a": "\u0430", "e": "\u0435", "o": "\u043e", "c": "\u0441", "p": "\u0440"}
# Written in one encoding, read in another.
MISREADINGS = (
    ("utf-8", "latin-1"),
    ("utf-8", "cp1256"),
    ("cp1256", "latin-1"),
    ("utf-8", "cp1252"),
)
ENGLISH_WITH_MARKS = "The café’s menu — “crème brûlée” — isn’t cheap."
ARABIC_WITH_MARKS = "قائمة المقهى ليست رخيصة."
SHORTEST = 8  # characters, for a character to stand inside


def forbidden_character(site: Site) -> Case | None:
    """Put a character that XML forbids, or that stands for a lost one, somewhere inside."""
    return _inserted(site, FORBIDDEN)


def control_character(site: Site) -> Case | None:
    """Put an invisible control somewhere inside."""
    return _inserted(site, CONTROLS)


def bidi_control(site: Site) -> Case | None:
    """Put a mark of writing direction somewhere inside."""
    return _inserted(site, BIDI)


def mojibake(site: Site) -> Case | None:
    """Write one side in one encoding and read it in another."""
    right = Pair(
        f"{site.pair.arabic} {ARABIC_WITH_MARKS}", f"{site.pair.english} {ENGLISH_WITH_MARKS}"
    )
    side = site.rng.choice((ARABIC, ENGLISH))
    written, read = site.rng.choice(MISREADINGS if side == ARABIC else MISREADINGS[:1])
    text = right[side].encode(written, "ignore").decode(read, "ignore")
    return Case(right, with_side(right, side, text)) if text != right[side] else None


def shaped_for_an_old_font(site: Site) -> Case | None:
    """Write an Arabic word in the shapes of its letters."""

    def shape(text: str) -> str | None:
        words = text.split()
        long = [at for at, word in enumerate(words) if len(word) > 3 and word.isalpha()]
        if not long:
            return None
        at = site.rng.choice(long)
        words[at] = words[at].translate(_shapes())
        return " ".join(words)

    return on_a_side(site, shape, (ARABIC,))


def look_alike(site: Site) -> Case | None:
    """Put a Cyrillic letter for the Latin one it looks like."""

    def put(text: str) -> str | None:
        places = [
            at
            for at, char in enumerate(text[1:-1], 1)
            if char in LOOK_ALIKES and text[at - 1].isalpha() and text[at + 1].isalpha()
        ]
        if not places:
            return None
        at = site.rng.choice(places)
        return text[:at] + LOOK_ALIKES[text[at]] + text[at + 1 :]

    return on_a_side(site, put, (ENGLISH,))


def _inserted(site: Site, characters: tuple[str, ...]) -> Case | None:
    def insert(text: str) -> str | None:
        if len(text) < SHORTEST:
            return None
        at = site.rng.randint(2, len(text) - 2)
        return text[:at] + site.rng.choice(characters) + text[at:]

    return on_a_side(site, insert)


@cache
def _shapes() -> dict[int, str]:
    """Return a presentation form of each Arabic letter, as the Unicode database has them."""
    shapes = {}
    for form in map(chr, range(0xFE80, 0xFEF5)):
        kind, _, letter = unicodedata.decomposition(form).partition(" ")
        if kind == "<medial>" or (kind == "<final>" and int(letter, 16) not in shapes):
            shapes[int(letter, 16)] = form
    return shapes
