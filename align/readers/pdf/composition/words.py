"""The text of lines that belong together, with the words joined that a line end broke."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import regex

from align.readers.pdf.records import Repair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.readers.pdf.records import Line

__all__ = ["Joined", "Vocabulary", "joined"]

TATWEEL = "\N{ARABIC TATWEEL}"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
DIVIDED_LINES = 0.02  # share of the lines that end with a hyphen, where words are divided
DIVIDED_WORDS = 0.5  # of words with a hyphen inside of lines: the same
AT_LINE_END = "word broken at the end of a line"
_HYPHENS = f"-\N{HYPHEN}{SOFT_HYPHEN}"
_BROKEN = regex.compile(rf"(\p{{L}}[\p{{L}}\p{{M}}'’]*)([{_HYPHENS}])$")
_REST = regex.compile(r"\p{L}[\p{L}\p{M}'’]*")
_SUSPENDED = {"and", "or", "to"}  # what follows the hyphen in "pre- and post-war"
_RANGE = regex.compile(r"\d[-–]$")
# One letter with a tatweel is no part of a word but an abbreviation, as that of Hijri years.
_STRETCHED = regex.compile(
    rf"[\p{{Arabic}}&&\p{{L}}]\p{{M}}*[\p{{Arabic}}&&\p{{L}}]\p{{M}}*({TATWEEL}+)$", regex.VERSION1
)
_ARABIC = regex.compile(rf"{TATWEEL}*(?=[\p{{Script=Arabic}}&&\p{{L}}])", regex.VERSION1)
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*")


class Joined(NamedTuple):
    """Lines as one text, what was repaired in it, and how many soft hyphens were taken out."""

    text: str
    repairs: tuple[Repair, ...] = ()
    soft_hyphens: int = 0


class Seam(NamedTuple):
    """How two lines are joined: what is cut from the first, put between, skipped of the second."""

    cut: int = 0
    between: str = " "
    skipped: int = 0


class Vocabulary:
    """How a document writes the words that a line end broke: solid or with a hyphen."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Count the words inside of lines, and the hyphens there and at their ends."""
        self._words = Counter[str]()
        for line in lines:
            self._words.update(word.casefold() for word in _WORD.findall(line.text)[:-1])
        inside = sum(count for word, count in self._words.items() if "-" in word)
        ends = sum(bool(_BROKEN.search(line.text)) for line in lines)
        self._divides = ends > max(1, DIVIDED_LINES * len(lines), DIVIDED_WORDS * inside)

    def keeps_hyphen(self, first: str, second: str) -> bool:
        """Say whether two parts of a word broken at a hyphen are joined by one.

        They are if the document has the word so elsewhere, or both parts and not the whole; of
        others it tells whether words are divided at all: without, hyphens are those of authors.
        """
        one, other = first.casefold(), second.casefold()
        solid, hyphened = self._words[one + other], self._words[f"{one}-{other}"]
        if solid or hyphened:
            return hyphened > solid
        return not self._divides or bool(self._words[one] and self._words[other])


def joined(lines: Sequence[Line], vocabulary: Vocabulary) -> Joined:
    """Return the text of lines, a broken word without a space between."""
    text = lines[0].text.strip()
    repairs = [repair for line in lines for repair in line.repairs]
    for line in lines[1:]:
        following = line.text.strip()
        seam = _seam(text, following, vocabulary)
        if seam.cut or seam.skipped:
            repairs.append(_repair(text, following, seam))
        text = f"{text[: len(text) - seam.cut]}{seam.between}{following[seam.skipped :]}"
    soft = text.count(SOFT_HYPHEN)
    return Joined(text.replace(SOFT_HYPHEN, ""), tuple(repairs), soft)


def _seam(text: str, following: str, vocabulary: Vocabulary) -> Seam:
    """Return how a text and the line after it are joined."""
    broken = _BROKEN.search(text)
    if broken:
        return _after_hyphen(broken, following, vocabulary)
    if _RANGE.search(text) and following[:1].isdigit():
        return Seam(between="")
    stretched, rest = _STRETCHED.search(text), _ARABIC.match(following)
    if stretched and rest:
        return Seam(cut=len(stretched.group(1)), between="", skipped=rest.end())
    return Seam()


def _after_hyphen(broken: regex.Match[str], following: str, vocabulary: Vocabulary) -> Seam:
    first, hyphen = broken.groups()
    rest = _REST.match(following)
    if rest is None or rest.group() in _SUSPENDED:
        return Seam()
    second = rest.group()
    if hyphen == SOFT_HYPHEN:
        return Seam(cut=1, between="")
    keeps = second[0].isupper() or vocabulary.keeps_hyphen(first, second)
    return Seam(cut=0 if keeps else 1, between="")


def _repair(text: str, following: str, seam: Seam) -> Repair:
    last, first = text.rsplit(maxsplit=1)[-1], following.split(maxsplit=1)[0]
    instead = f"{last[: len(last) - seam.cut]}{first[seam.skipped :]}"
    return Repair(before=f"{last}\n{first}", instead=instead, label=AT_LINE_END)
