"""Pages in the manner of many sites, of which every line is known to be text or furniture.

A line of ``pages/*.txt`` begins with ``=`` for text, ``~`` for furniture, and ``@`` for a block of
our own corpora: ``@ story-well 3`` is its fourth, ``… first`` and ``… rest`` its two halves, and
``… ~`` furniture for standing a second time.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.readers.rendering import texts_of

__all__ = ["PAGES", "Page", "page"]

_FOLDER = Path(__file__).parent
PAGES = tuple(sorted(path.stem for path in _FOLDER.glob("*.txt")))


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is copied, the lines of it that are text, and those that are furniture."""

    lines: tuple[str, ...]
    kept: tuple[str, ...]
    furniture: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole page."""
        return "\n".join(self.lines) + "\n"


def page(name: str) -> Page:
    """Return one of `PAGES`."""
    lines = [_line(line) for line in (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()]
    return Page(
        lines=tuple(text for _, text in lines),
        kept=tuple(text for is_furniture, text in lines if text and not is_furniture),
        furniture=tuple(text for is_furniture, text in lines if is_furniture),
    )


def _line(line: str) -> tuple[bool, str]:
    mark, _, rest = line.partition(" ")
    if mark != "@":
        return mark == "~", rest
    name, number, *more = rest.split()
    text = " ".join(texts_of(name)[int(number)].split())
    half = text.find(" ", len(text) // 2)
    if more == ["first"]:
        text = text[:half]
    if more == ["rest"]:
        text = text[half + 1 :]
    return more == ["~"], text
