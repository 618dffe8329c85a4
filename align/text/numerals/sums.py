"""The grammar of numbers in words: what may stand behind what, and what it adds up to.

English counts down (two hundred and five); Arabic puts units before tens (خمسة وعشرون) and joins
with و. Both multiply by hundred, thousand … what stands before these words.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.text.numerals.terms import Role, Term

__all__ = ["Sum"]

_SCALES = frozenset({"scale", "plural", "scales"})
_SMALL = frozenset({"unit", "bound", "ten", "teen", "tens"})
_CENTURIES = range(11, 21)
_AFTER_HUNDRED = 100
_AFTER_ENGLISH_TENS = 10


class Sum:
    """A number in the making; `take` says whether a term still belongs to it."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.value = Decimal(0)
        self.figures: Term | None = None
        self.ordinal = False
        self._total = Decimal(0)  # what is multiplied already
        self._group = Decimal(0)  # what the next scale multiplies
        self._room = Decimal("Infinity")  # what is added next to the group is below this
        self._scale = Decimal("Infinity")
        self._last: Term | None = None

    @property
    def is_whole(self) -> bool:
        """False for nothing, and for a beginning that is no number alone, such as ``a``."""
        return self._last is not None and self._last.role != "bound"

    def parts_before(self, scale: Term) -> bool:
        """Tell whether what ``scale`` multiplies is no part of this number, which has one."""
        return scale.role in {"scale", "plural"} and scale.value >= self._scale

    def skips(self, term: Term, *, joined: bool) -> bool:
        """Tell whether ``term`` is only the article of ``and a half``, ``half a million``."""
        is_article = term.role == "bound" and not term.arabic
        return is_article and (joined or self._role == "fraction")

    def take(self, term: Term, *, joined: bool) -> bool:
        """Add ``term`` if grammar allows; ``joined`` says that و or ``and`` stands before it."""
        if self._last is not None and not self._agrees(term):
            return False
        if not self._fits(term, joined=joined):
            return False
        self.figures = self.figures or (term if term.role == "figure" else None)
        self.ordinal = self.ordinal or term.ordinal
        self._last = term
        self.value = self._total + self._group
        return True

    def _agrees(self, term: Term) -> bool:
        assert self._last is not None
        ended = self._last.ordinal and not self._last.arabic
        figures = "figure" in {term.role, self._last.role}
        return not ended and (figures or term.arabic == self._last.arabic)

    def _fits(self, term: Term, *, joined: bool) -> bool:
        if term.role in _SCALES:
            return self._multiply(term, joined=joined)
        if term.role == "beyond":
            return self._reach(term, joined=joined)
        if term.role == "fraction":
            return self._break(term, joined=joined)
        if self._last is None or self._role in _SCALES:
            return self._open_group(term, joined=joined)
        if term.role == "hundred":
            return self._hundred(term, joined=joined)
        return self._extend(term, joined=joined)

    @property
    def _role(self) -> Role | None:
        return self._last.role if self._last else None

    def _open_group(self, term: Term, *, joined: bool) -> bool:
        separate = self._last is not None and not joined and (term.arabic or self._last.arabic)
        per = self._last is not None and term.role == "bound" and not term.arabic  # a million a day
        if separate or per or term.value >= self._scale:
            return False
        self._group = term.value
        self._room = self._room_behind(term)
        return True

    @staticmethod
    def _room_behind(term: Term) -> Decimal:
        if term.role in {"hundred", "hundreds"}:
            return Decimal(_AFTER_HUNDRED)
        if term.role == "tens" and not term.arabic:
            return Decimal(_AFTER_ENGLISH_TENS)
        return Decimal(0)

    def _hundred(self, term: Term, *, joined: bool) -> bool:
        if joined or self._role not in {*_SMALL, "figure"} or not 0 < self._group < term.value:
            return False
        self._group *= term.value
        self._room = Decimal(_AFTER_HUNDRED)
        return True

    def _extend(self, term: Term, *, joined: bool) -> bool:
        behind_unit = term.arabic and self._role in {"unit", "bound"} and self._group % 10 > 0
        teen = behind_unit and not joined and term.role == "ten" and not term.ordinal
        tens = behind_unit and joined and term.role == "tens"
        if teen or tens:
            self._group += term.value
            self._room = Decimal(0)
            return True
        if self._is_year(term) and not joined:
            self._group = self._group * 100 + term.value
            self._room = self._room_behind(term)
            return True
        if term.role not in _SMALL or not 0 < term.value < self._room:
            return False
        english_and = not term.arabic and self._role == "hundred"
        if joined != term.arabic and not english_and:
            return False
        self._group += term.value
        self._room = min(self._room, self._room_behind(term))
        return True

    def _is_year(self, term: Term) -> bool:
        """Tell whether ``term`` is the second half of a year: nineteen eighty-four."""
        halves = {self._role, term.role} <= {"ten", "teen", "tens"}
        return halves and not term.arabic and self._total == 0 and self._group in _CENTURIES

    def _multiply(self, term: Term, *, joined: bool) -> bool:
        if self._role == "fraction" and term.value == self._scale and not joined:
            return True  # مليون ونصف المليون names the million again
        dual = term.role == "scales"
        alone = self._group == 0
        if alone and (term.role == "plural" or not self._may_add_scale(joined=joined)):
            return False
        if not alone and (dual or joined):
            return False
        if term.value >= self._scale:
            return False
        self._total += term.value * (1 if alone else self._group)
        self._group = Decimal(0)
        self._scale = term.value / 2 if dual else term.value
        return True

    def _may_add_scale(self, *, joined: bool) -> bool:
        return self._last is None or (joined and self._role in _SCALES)

    def _reach(self, term: Term, *, joined: bool) -> bool:
        """Add the hundred an ordinal goes beyond; alone it is a hundred."""
        if self._last is not None and (joined or not self.ordinal):
            return False
        self._group += term.value
        self._room = Decimal(0)
        return True

    def _break(self, term: Term, *, joined: bool) -> bool:
        """Take a fraction: alone, three quarters, two and a half, a million and a half."""
        if self._last is None:
            self._group = term.value
        elif self._role in _SCALES and joined:
            self._total += term.value * self._scale
        elif self._role in {"unit", "bound", "figure"} and not joined:
            self._group *= term.value
        elif self._role in {*_SMALL, "figure"}:
            self._group += term.value
        else:
            return False
        self._room = Decimal(0)
        return True
