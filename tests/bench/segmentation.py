"""Measures the sentence rules against texts whose sentences are known.

``python -m tests.bench.segmentation --seg DIR`` reads every ``*.jsonl`` in DIR, a text a line
(``{"text": …, "sents": […]}``), and prints precision, recall and F1 of the sentence boundaries:
offsets counted in characters that are not white space, the end of a text not counted, summed over
the texts of a file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import click

from align.model import Block, Place
from align.segmenters.rules import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Tally", "language", "main", "measured"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many boundaries are known, were found, and are both."""

    known: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """The share of the boundaries found that are right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the known boundaries that were found."""
        return self.right / self.known if self.known else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.known + self.found) if self.known + self.found else 1.0


def language(path: Path) -> str:
    """Return the language of a file by its name, ``en_ewt_test.jsonl``."""
    return path.name.partition("_")[0]


def measured(path: Path) -> Tally:
    """Return the boundaries of our rules against those of the file, summed over its texts."""
    known = found = right = 0
    for text, gold in _texts(path):
        theirs, ours = boundaries(gold), boundaries(cut(text, language(path)))
        known, found, right = known + len(theirs), found + len(ours), right + len(theirs & ours)
    return Tally(known=known, found=found, right=right)


def cut(text: str, lang: str) -> list[str]:
    """Return the sentences our rules find in a text."""
    block = Block(
        id="b1", kind="paragraph", text=text, place=Place(line=1, start=0, length=len(text))
    )
    return [segment.text for segment in sentences(block, lang)]


def boundaries(parts: Iterable[str]) -> set[int]:
    """Return where the parts meet, counted in characters that are not white space."""
    ends = list(accumulate(len("".join(part.split())) for part in parts))
    return set(ends[:-1])


def _texts(path: Path) -> Iterator[tuple[str, list[str]]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            yield record["text"], record["sents"]


@click.command()
@click.option(
    "--seg",
    "folder",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of LANG_NAME.jsonl files.",
)
def main(folder: Path) -> None:
    """Print precision, recall and F1 for each file of a folder."""
    for path in sorted(folder.glob("*.jsonl")):
        tally = measured(path)
        click.echo(
            f"{path.stem:24} P {tally.precision:.4f}  R {tally.recall:.4f}  F1 {tally.f1:.4f}"
            f"  ({tally.known} known, {tally.found} found)"
        )


if __name__ == "__main__":
    main()
