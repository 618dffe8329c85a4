"""What the text of a cue tells of whether its sentence goes on in the next one.

Evidence is counted in log odds that the sentence ends: above zero it does, and what is beyond
`SURE` needs no other evidence. The weights are set by hand on subtitles made of our own corpora.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["INSIDE", "SURE", "Shown", "Words", "has_half_stop", "has_stop", "unclosed", "words_of"]

SURE = 4.5  # log odds from which a text needs no other evidence
STOP, AT_ONCE = 8.0, 9.0  # a full stop; two who speak at once
AFTER_STOP = -2.0  # a small letter after a full stop: an abbreviation, or left to the segmenter
ABBREVIATED = -3.0  # "Dr." before a capital
OPEN = -5.0  # a comma or a dash at the end
DOTTED = -7.0  # an ellipsis that the next cue takes up
WANTING = -4.0  # a word that no sentence ends with
COLON = 0.5  # before a list or an example
COLON_CAPITAL = 1.0  # … the more so if a capital follows
COLON_QUOTE = -2.0  # somebody is quoted
SEMICOLON = 0.5  # between the items of a list, or inside a sentence
SMALL = -5.0  # the next cue begins with a small letter
CAPITAL = 4.4  # … with the capital of a word that is no name
NAME = 1.5  # … with that of one that may be
I = 2.0  # … with "I"  # noqa: E741
IN_NAME = (2.0, -0.5)  # instead of these two, after a word with a capital
NUMBER = -0.5
BRACKET = -2.5
ITEM = 1.4  # the next cue begins with the number or letter of a list
DASH = 1.0  # … with a dash: a speaker or an aside
LONG_WORD, TITLE = 4, 4  # letters of a word that has a capital in titles; such words of one
# Words that no sentence ends with: what follows in the next cue belongs to them.
_WANTING = frozenset(
    """
    the a an of in on at to from by with for and or but as that which who whose into than is are
    was were be been has have had his her its their our your my this these those
    في من إلى الى على عن مع أن ان إن التي الذي الذين التى ثم أو او بين كل كان كانت قد لم لن ما
    هذا هذه ذلك تلك غير حتى عند بعد قبل منذ خلال حول نحو دون أي بعض لكن حيث حين إذا اذا بأن لأن
    """.split()  # noqa: SIM905 - one word a line would fill the page
)
# Words that sentences begin with; names do not look like them. A film's own words are added.
_BEGINNING = frozenset(
    """
    the a an this that these those there here it he she we you they what when where who why how
    if in on at as for from to by with and but or so not no yes all some many most do does did is
    are was were have has had can could will would should may must let before after while since
    because although however then than my your his her its our their one every each any please
    """.split()  # noqa: SIM905
)
_BEHIND = "[\"'”’»)\\]\u200e\u200f\u202c\u2069]*$"
_BEFORE = "^[\"'“‘«\u200e\u200f\u202a-\u202e\u2066-\u2069]*"
_STOP = re.compile(f"[.!?؟۔♪♫…]{_BEHIND}")
# Where a sentence ends inside a cue.
INSIDE = re.compile("(?<=[.!?؟…])[\"'”’»)\\]]*\\s+(?![a-z])")
_SEMICOLON = re.compile("[;؛](?: and| or)?$")
_HALF_STOP = re.compile("[:;؛](?: and| or)?$")
_OPEN = re.compile("[,،–—-]" + _BEHIND)
_DOTS = re.compile(f"(?:\\.\\.\\.?|…){_BEHIND}")
_ABBREVIATION = re.compile(r"(?:^|\s)(?:[A-Z]|Mrs?|Ms|Dr|Prof|St|vs|No|Art|Fig|د|أ|م)\.$")
_DOTTED = re.compile(f"{_BEFORE}(?:\\.\\.\\.?|…)")
_SMALL = re.compile(f"{_BEFORE}(?:\\.\\.\\.?|…)?\\s*[a-z]")
_ITEM = re.compile(f"{_BEFORE}(?:[•*▪]|\\(?(?:\\d{{1,2}}|[A-Za-z]|[أ-ي])[.)-](?=\\s|\\D))")
_DASH = re.compile(f"{_BEFORE}[-–—]\\s*\\S")
_WORD = re.compile(f"{_BEFORE}([A-Z][A-Za-z]*)(?![\\w-]*\\d)")
_LATIN = re.compile(f"{_BEFORE}\\W*[A-Za-z]")
_QUOTE = re.compile("^[\"'“‘«]")
_NAMED = re.compile(r"\s[A-Z][\w-]*$")
_SMALL_WORD = re.compile(r"(?<![\w'’])[a-z]{2,}")


class Shown(NamedTuple):
    """What is shown from ``start`` to ``end``, in seconds."""

    text: str
    start: float
    end: float


class Words(NamedTuple):
    """The words of a side that are no names: they stand in small letters somewhere.

    ``cased`` says whether its script has small letters at all.
    """

    known: frozenset[str]
    cased: bool

    def told(self, cue: Shown, following: Shown) -> float:
        """Return the log odds, by what both texts are, that a sentence ends between them."""
        if following.start == cue.start and _DASH.search(following.text):
            return AT_ONCE
        end, beginning = _end(cue.text), self._beginning(following.text, cue.text)
        if _DOTS.search(cue.text) and (beginning == SMALL or _DOTTED.search(following.text)):
            return DOTTED
        if end == STOP and beginning == SMALL:
            return AFTER_STOP
        if end == COLON and _QUOTE.search(following.text):
            return COLON_QUOTE
        if end == COLON and beginning > 0:
            beginning += COLON_CAPITAL
        return end if end == STOP else end + beginning

    def told_apart(self, cue: Shown, following: Shown, share: float) -> float:
        """Return the same where a cue is missing in between: only a ``share`` of it holds."""
        return share * max(-SURE, min(SURE, _end(cue.text))) + self._beginning(following.text)

    def _beginning(self, text: str, before: str = "") -> float:
        """Return what the beginning of a cue tells of the one before it."""
        if _ITEM.search(text):
            return ITEM
        if _SMALL.search(text):
            return SMALL if self.cased else 0.0
        if _DASH.search(text):
            return DASH
        word = _WORD.search(text)
        if word:
            return self._capital(word[1].casefold(), before)
        first = text.lstrip("\"'“‘«\u200e\u200f")[:1]
        return BRACKET if first in {"(", "["} else NUMBER if first.isdecimal() else 0.0

    def _capital(self, word: str, before: str) -> float:
        """Return what a word with a capital tells: names stand inside sentences too."""
        if word == "i":
            return I
        if word in _BEGINNING:
            return CAPITAL
        in_name = _NAMED.search(before) and not _titled(before)
        weights = IN_NAME if in_name else (CAPITAL, NAME)
        return weights[word not in self.known]


def words_of(cues: Sequence[Shown]) -> Words:
    """Return the words of a side, so that its names can be told from the beginnings."""
    known = frozenset(word for cue in cues for word in _SMALL_WORD.findall(cue.text))
    return Words(known, 2 * sum(bool(_LATIN.search(cue.text)) for cue in cues) > len(cues))


def has_stop(text: str) -> bool:
    """Say whether a text ends with a full stop or the like."""
    return bool(_STOP.search(text))


def has_half_stop(text: str) -> bool:
    """Say whether a text ends as what stands before a list does, or an item of one."""
    return bool(_HALF_STOP.search(text))


def unclosed(text: str) -> bool:
    """Say whether the last bracket of a text is open."""
    return max(map(text.rfind, "([")) > max(map(text.rfind, ")]"))


def _titled(text: str) -> bool:
    """Say whether a text is written as titles are, with many capitals and no small long words."""
    words = [word for word in text.split()[1:] if len(word) >= LONG_WORD]
    return len(words) >= TITLE and not any(word[0].islower() for word in words)


def _end(text: str) -> float:
    """Return what the end of a cue tells."""
    if _STOP.search(text):
        return ABBREVIATED if _ABBREVIATION.search(text) else STOP
    if _OPEN.search(text):
        return OPEN
    if _SEMICOLON.search(text):
        return SEMICOLON
    if text[-1:] == ":":
        return COLON
    last = text.split()[-1:]
    return WANTING if last and last[0].casefold() in _WANTING else 0.0
