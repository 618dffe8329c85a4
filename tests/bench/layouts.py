"""How well `align.bitext.split` tells the sides apart, on real texts laid out in every layout.

``python -m tests.bench.layouts --data DIR [--corpora DIR] [--cases N] [--misses]``
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from align.bitext import split
from align.model import LAYOUTS, Block, Document, Place, Source, Split
from align.text.scripts import letters_of
from tests.bench.bilingual import Pairs, documents
from tests.bench.rendering import Line, Piece, rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FLOORS", "Figures", "cases", "main", "measured"]

LANGS = ("ar", "en")
FLOORS = (0.999, 0.95, 0.97)  # letters of own-script segments, of the rest, layouts named


@dataclass(slots=True)
class Figures:
    """Right letters and all letters, of own-script segments and of the rest; names right, cases."""

    own: list[int] = field(default_factory=lambda: [0, 0])
    rest: list[int] = field(default_factory=lambda: [0, 0])
    named: list[int] = field(default_factory=lambda: [0, 0])

    def shares(self) -> tuple[float, float, float]:
        """Return the three shares, 1 where there was nothing to get wrong."""
        own, rest, named = (
            right / total if total else 1.0 for right, total in (self.own, self.rest, self.named)
        )
        return own, rest, named


def document(lines: list[Line]) -> Document:
    """Return the lines as the document a reader would make of them, a block a line."""
    blocks, at = [], 0
    for number, line in enumerate(lines, 1):
        text = "".join(piece.text for piece in line)
        place = Place(line=number, start=at, length=len(text))
        blocks.append(Block(id=f"b{number}", kind="paragraph", text=text, place=place))
        at += len(text) + 1
    text = "\n".join(block.text for block in blocks)
    source = Source(path="case.txt", format=".txt", encoding="utf-8", sha256="")
    return Document(id="case", source=source, text=text, blocks=tuple(blocks))


def measured(layout: str, lines: list[Line], figures: Figures) -> bool:
    """Split a case, add to ``figures``, and say whether all of it is right."""
    case = document(lines)
    found = split(case, LANGS)
    named = [bitext.layout for bitext in found.bitexts] == [layout]
    figures.named[0] += named
    figures.named[1] += 1
    sides = _sides(found, len(case.text))
    at, right = 0, named
    for line in lines:
        for piece in line:
            right &= _counted(piece, sides[at : at + len(piece.text)], figures)
            at += len(piece.text)
        at += 1
    return right


def _sides(found: Split, length: int) -> list[int | None]:
    """Return the side every character of the document was given."""
    sides: list[int | None] = [None] * length
    for bitext in found.bitexts:
        for side, half in enumerate((bitext.source, bitext.target)):
            for block in half.blocks:
                start, end = block.place.start, block.place.end
                sides[start:end] = [side] * (end - start)
    return sides


def _counted(piece: Piece, sides: list[int | None], figures: Figures) -> bool:
    if piece.side is None:
        return True
    script = ("Arab", "Latn")[piece.side]
    share = figures.own if letters_of(piece.text, script) else figures.rest
    given = [side for side, char in zip(sides, piece.text, strict=True) if char.isalpha()]
    right = given.count(piece.side)
    share[0] += right
    share[1] += len(given)
    return right == len(given)


def cases(layout: str, texts: list[Pairs], count: int, seed: int = 0) -> Iterator[list[Line]]:
    """Yield ``count`` cases of a layout."""
    for number in range(count):
        yield rendered(layout, Random(f"{layout} {number} {seed}"), texts)


def main(arguments: list[str] | None = None) -> int:
    """Print the figures of every layout; return 1 if one is under its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--cases", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--misses", action="store_true", help="write every case that went wrong")
    options = parser.parse_args(arguments)
    texts = list(documents(options.data, options.corpora))
    write = sys.stdout.write
    write(f"{len(texts)} texts\nlayout        own script      the rest        named\n")
    worst = True
    for layout in LAYOUTS[:-1]:
        figures = Figures()
        for number, lines in enumerate(cases(layout, texts, options.cases, options.seed)):
            if not measured(layout, lines, figures) and options.misses:
                found = [bitext.layout for bitext in split(document(lines), LANGS).bitexts]
                write(f"  {layout} {number}: {found}\n")
        shares = figures.shares()
        worst &= all(share >= floor for share, floor in zip(shares, FLOORS, strict=True))
        write(f"{layout:12}" + "".join(f"  {share:.5f} " for share in shares) + f" {figures}\n")
    return 0 if worst else 1


if __name__ == "__main__":
    sys.exit(main())
