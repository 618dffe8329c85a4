"""A pair of texts as the checks see it: read in each way at most once, and only when asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from align.evidence.latin import LatinTerm, latin_terms
from align.evidence.missing_numbers import missing
from align.text.capitals import Capitals
from align.text.numerals import Quantity, quantities
from align.text.tokens import Token, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import SideName

__all__ = ["Context", "Glossary", "Pair", "Said", "Text", "Unsaid"]

Glossary = tuple[tuple[str, tuple[str, ...]], ...]  # source terms and their translations


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A word ``[start, end)`` of one side, and how well the other side says it.

    ``found`` is about the probability that some word there says it, 0..1; ``owed`` is how much
    the word says, in shares of its side.
    """

    start: int
    end: int
    found: float
    owed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """Words ``[start, end)`` of a side that the other side does not seem to say.

    ``probability`` is that of the side saying anything more than the other; ``elsewhere`` is true
    where the neighbouring unit says these words.
    """

    side: SideName
    start: int
    end: int
    probability: float
    elsewhere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the memory or document around a pair says, and what the user wants to be checked."""

    capitals: Capitals = field(default_factory=Capitals)  # of its English texts
    ratio: float = 1.0  # target characters for each source character, as usual there
    longest: int = 2_000  # characters of a side
    glossary: Glossary = ()


class Text:
    """One side of a pair."""

    def __init__(self, text: str, lang: str) -> None:
        """Take the text exactly as it stands in the memory."""
        self.text = text
        self.lang = lang
        self.family = lang.partition("-")[0].lower()  # without region: "ar" of "ar-EG"

    @cached_property
    def tokens(self) -> list[Token]:
        """The words with their spans."""
        return tokens(self.text, self.lang)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers, dates and measures."""
        return tuple(quantities(self.text))

    @cached_property
    def terms(self) -> tuple[LatinTerm, ...]:
        """The terms in Latin letters, addresses and placeholders."""
        return latin_terms(self.text)


@dataclass(kw_only=True, eq=False)
class Pair:
    """A source text and its translation, with what an encoder knows of them if there is one.

    ``source_words``, ``target_words`` and ``unsaid`` are empty without an encoder.
    """

    source: Text
    target: Text
    context: Context = field(default_factory=Context)
    source_words: Sequence[Said] = ()
    target_words: Sequence[Said] = ()
    unsaid: tuple[Unsaid, ...] = ()

    def side(self, name: SideName) -> Text:
        """Return the text of a side."""
        return self.source if name == "source" else self.target

    @cached_property
    def lost_numbers(self) -> dict[SideName, list[Quantity]]:
        """The numbers and dates of each side that the other has not."""
        return {
            "source": missing(self.source, self.target),
            "target": missing(self.target, self.source),
        }
