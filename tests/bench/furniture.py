"""Measures what the search for furniture takes out of texts that have none.

``python -m tests.bench.furniture --gold DIR --seg DIR`` reads the sentence-a-line files of every
set of DIR (``SET/docs/*.txt``), each alone and both languages of a document one after the other,
and the paragraphs of the ``*.jsonl`` of the other DIR. It prints how many lines each set has, how
many were removed, and with ``--show`` which.
"""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from align.config import ReadSettings
from align.model import Passage
from align.readers import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


__all__ = ["Tally", "main", "tally"]

Text = tuple[str, str]  # the name of a set, and a document of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The lines of texts without furniture, and those that were removed all the same."""

    lines: int
    removed: tuple[Passage, ...]

    @property
    def share(self) -> float:
        """The share of the lines that was removed."""
        return len(self.removed) / self.lines if self.lines else 0.0


def tally(texts: Iterable[str]) -> Tally:
    """Return what is removed from texts, each read as a plain text file."""
    lines, removed = 0, list[Passage]()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "text.txt")
        for text in texts:
            path.write_text(text, "utf-8")
            document = read(path, path.name, ReadSettings())
            lines += len(list(filter(str.strip, text.splitlines())))
            removed += [passage for passage in document.removed if passage.label]
    return Tally(lines=lines, removed=tuple(removed))


def _gold(folder: Path) -> Iterator[Text]:
    """Yield the files of each set, then the documents of each set with both languages stacked."""
    for docs in sorted(folder.glob("*/docs")):
        halves: dict[str, list[str]] = defaultdict(list)
        for path in sorted(docs.glob("*.txt")):
            text = path.read_text("utf-8")
            halves[path.name.partition(".")[0]].append(text)
            yield docs.parent.name, text
        for texts in halves.values():
            yield f"{docs.parent.name} stacked", "\n\n".join(texts)


def _paragraphs(folder: Path) -> Iterator[Text]:
    """Yield the documents of each file of paragraphs."""
    for path in sorted(folder.glob("*.jsonl")):
        documents: dict[str, list[str]] = defaultdict(list)
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            documents[row.get("doc", "")].append(row["text"])
        for texts in documents.values():
            yield path.stem, "\n\n".join(texts)


@click.command()
@click.option("--gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--seg", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--show", is_flag=True, help="Print every line removed.")
def main(gold: Path | None, seg: Path | None, show: bool) -> None:
    """Print the share of real lines removed, set by set."""
    sets: dict[str, list[str]] = defaultdict(list)
    for name, text in (*(_gold(gold) if gold else ()), *(_paragraphs(seg) if seg else ())):
        sets[name].append(text)
    for name, texts in sets.items():
        found = tally(texts)
        click.echo(
            f"{name:24}{found.lines:8} lines {len(found.removed):5} removed {found.share:.3%}"
        )
        for passage in found.removed if show else ():
            click.echo(f"    {passage.label}: {passage.text[:150]}")


if __name__ == "__main__":
    main()
