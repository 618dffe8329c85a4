"""How text is to be read in one group of an RTF; a group begins as the one around it is."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from locale import windows_locale
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["PROPERTIES", "Sink", "State"]

Sink = Literal["text", "nothing", "fonts", "styles"]
Direction = Literal["ltr", "rtl"]
LEVELS = range(9)  # of headings in an outline; 9 is body text


@dataclass(slots=True, kw_only=True)
class State:
    """Where text goes, how its bytes are told, and what paragraph and run it is in."""

    sink: Sink = "text"
    unicode_skip: int = 1  # characters after each \\u, for programs that know no Unicode
    direction: Direction = "ltr"
    east_asian: bool = False  # the next font is for such text only
    fonts: dict[Direction, int] = field(default_factory=dict)
    langs: dict[Direction, str | None] = field(default_factory=dict)
    hidden: bool = False
    deleted: bool = False
    style: int = 0
    heading: bool = False
    listed: bool = False
    in_table: bool = False
    nesting: int = 0  # tables inside one another, if told

    @property
    def font(self) -> int | None:
        """The font of text that runs in the current direction."""
        return self.fonts.get(self.direction, next(iter(self.fonts.values()), None))

    @property
    def tables(self) -> int:
        """How many tables the paragraph is in."""
        return self.nesting or int(self.in_table)

    def inner(self) -> State:
        """Return the state in which a group inside this one begins."""
        state = copy.copy(self)
        state.fonts, state.langs = dict(self.fonts), dict(self.langs)
        return state

    def set_font(self, number: int) -> None:
        """Take the font of what follows, in its direction."""
        if not self.east_asian:
            self.fonts[self.direction] = number

    def set_lang(self, number: int) -> None:
        """Take the language of what follows, as Windows numbers it."""
        self.langs[self.direction] = windows_locale.get(number, "").replace("_", "-") or None

    def plain(self) -> None:
        """Forget what was said of the run."""
        self.fonts.clear()
        self.langs.clear()
        self.direction = "ltr"
        self.hidden = self.deleted = self.east_asian = False

    def new_paragraph(self) -> None:
        """Forget what was said of the paragraph."""
        self.style = self.nesting = 0
        self.heading = self.listed = self.in_table = False


def _right_to_left(state: State, _: int) -> None:
    state.direction, state.east_asian = "rtl", False


def _left_to_right(state: State, _: int) -> None:
    state.direction, state.east_asian = "ltr", False


def _set(name: str, *, to: Callable[[int], object]) -> Callable[[State, int], None]:
    def change(state: State, number: int) -> None:
        setattr(state, name, to(number))

    return change


# Control words that change nothing but the state; a word without a number comes with 1.
PROPERTIES: dict[str, Callable[[State, int], None]] = {
    "rtlch": _right_to_left,
    "ltrch": _left_to_right,
    "dbch": _set("east_asian", to=bool),
    "loch": _set("east_asian", to=lambda _: False),
    "hich": _set("east_asian", to=lambda _: False),
    "f": State.set_font,
    "af": State.set_font,
    "lang": State.set_lang,
    "alang": State.set_lang,
    "uc": _set("unicode_skip", to=lambda number: number),
    "v": _set("hidden", to=bool),
    "deleted": _set("deleted", to=bool),
    "plain": lambda state, _: state.plain(),
    "pard": lambda state, _: state.new_paragraph(),
    "s": _set("style", to=lambda number: number),
    "outlinelevel": _set("heading", to=lambda number: number in LEVELS),
    "ls": _set("listed", to=bool),
    "intbl": _set("in_table", to=bool),
    "itap": _set("nesting", to=lambda number: number),
}
