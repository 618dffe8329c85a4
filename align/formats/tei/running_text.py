"""The text of elements as it runs on, without what an editor has put into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.formats.tei.walking import Element

__all__ = ["RunningText"]

LEFT_OUT = {"note", "fw", "del", "desc", "figDesc"}  # no words of the text, or no longer
READINGS = {"corr", "reg", "expan"}  # in a choice, beside what stands in the source
BREAKS = {"lb", "pb", "cb", "gb", "milestone"}
BLOCKS = {"p", "ab", "u", "head", "l", "lg", "item", "cell", "div"}
BLANK = " \t\r\n"


class RunningText:
    """Takes elements and text in their order; gives the text since a mark, up to a length."""

    def __init__(self, longest: int) -> None:
        """Begin with nothing; of a text longer than ``longest`` characters nothing is kept."""
        self._longest = longest
        self._pieces: list[str] = []
        self._size = 0
        self._overflows = 0
        self._left_out = 0  # elements open that are left out
        self._is_glued = False  # to what comes next, whatever white space is between
        self._floor = 0  # pieces that stay, for a mark stands behind them

    def mark(self) -> tuple[int, int]:
        """Return what stands for this place until `clear`."""
        self._floor = len(self._pieces)
        return self._floor, self._overflows

    def since(self, mark: tuple[int, int]) -> str | None:
        """Return the text since a mark, or None if it is too long."""
        before, overflows = mark
        return "".join(self._pieces[before:]) if overflows == self._overflows else None

    def clear(self) -> None:
        """Forget all text so far."""
        self._pieces.clear()
        self._size = self._floor = 0
        self._is_glued = False

    def start(self, element: Element, parent: str) -> None:
        """Go into an element inside of the text."""
        if self._left_out or _is_left_out(element.name, parent):
            self._left_out += 1
        elif element.name in BLOCKS or _is_break(element):
            self.add(" ")
        elif element.get("join") in {"left", "both"}:
            while len(self._pieces) > self._floor and not self._pieces[-1].strip(BLANK):
                self._pieces.pop()

    def end(self, element: Element) -> None:
        """Come out of an element."""
        if self._left_out:
            self._left_out -= 1
        elif element.name in BLOCKS:
            self.add(" ")
        elif element.get("join") in {"right", "both"}:
            self._is_glued = True

    def add(self, text: str) -> None:
        """Add text that stands in the file."""
        if self._left_out:
            return
        if self._is_glued:
            text = text.lstrip(BLANK)
        if not text:
            return
        self._is_glued = False
        self._pieces.append(text)
        self._size += len(text)
        if self._size > self._longest:
            self._overflows += 1
            self.clear()


def _is_break(element: Element) -> bool:
    return element.name in BREAKS and element.get("break") != "no"


def _is_left_out(name: str, parent: str) -> bool:
    return name in LEFT_OUT or (name in READINGS and parent == "choice")
