"""Where the inline content of a Markdown block stands in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from align.readers.visible import NOWHERE, Visible

__all__ = ["MarkdownSource"]


class MarkdownSource:
    """The text of a Markdown file, by line (from 0, as the parser counts)."""

    def __init__(self, text: str) -> None:
        """Find the start of each line."""
        self.text = text
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def line_number(self, offset: int) -> int:
        """Return the number, from 1, of the line that ``offset`` is in."""
        return bisect_right(self._starts, offset)

    def raw(self, first: int, end: int) -> Visible:
        """Return the lines ``[first, end)`` as they stand in the file."""
        start = self._starts[first]
        text = self.text[start : self._starts[end] - 1]
        return Visible(text, range(start, start + len(text))).cut(0, len(text))

    def locate(self, content: str, first: int) -> list[int] | None:
        """Return the origin of each character of ``content``, whose first line is ``first``.

        The parser leaves the markers of quotes and lists out at the left of each line.
        """
        origins: list[int] = []
        for number, part in enumerate(content.split("\n"), start=first):
            start, end = self._starts[number], self._starts[number + 1] - 1
            shown = part.lstrip(" \t")
            place = self.text.rfind(shown, start, end)
            if place < 0:
                return None
            origins += [NOWHERE] * (len(part) - len(shown))
            origins += range(place, place + len(shown))
            origins.append(end)
        return origins[:-1]

    def locate_cell(self, content: str, line: int, after: int) -> list[int] | None:
        """Return the same for a table cell that stands in ``line`` and behind offset ``after``.

        The parser leaves out the backslash of an escaped pipe.
        """
        pattern = re.escape(content).replace(r"\|", r"\\?\|")
        start = max(after, self._starts[line])
        found = re.compile(pattern).search(self.text, start, self._starts[line + 1] - 1)
        if found is None:
            return None
        origins: list[int] = []
        place = found.start()
        for character in content:
            place += self.text[place] != character
            origins.append(place)
            place += 1
        return origins
