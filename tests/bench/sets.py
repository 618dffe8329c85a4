"""The gold sets: folders of documents whose beads are known, one segment a line."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.config import Settings
from align.evaluate import Indexes, Result, compare, read_gold
from align.gold import LineDocument, find_gold
from align.lines import read_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["FAMILIES", "PLAIN_SETS", "SETS", "Text", "digest", "present", "texts"]

SETS = {  # name: (folder, documents)
    "law": ("alignar-dev", "law*"),
    "literature": ("alignar-dev", "lit*"),
    "osguide": ("osguide", "*"),
    "osguide-noisy": ("osguide-noisy", "*"),
    "tico19-noisy": ("tico19-noisy", "*"),
    "pud-noisy": ("pud-noisy", "*"),
    "udhr": ("udhr", "*"),
}

# What the noisy sets were made of; for making others.
PLAIN_SETS = {"tico19": ("tico19", "*"), "pud": ("pud", "*")}
# Sets of the same texts: who wants to know how a fit does on texts unseen leaves out all of them.
FAMILIES = {
    "law": ("law",),
    "literature": ("literature",),
    "osguide": ("osguide", "osguide-noisy"),
    "tico19": ("tico19", "tico19-noisy"),
    "pud": ("pud", "pud-noisy"),
    "udhr": ("udhr",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Both sides of a gold document, and its beads."""

    name: str
    source: list[str]
    target: list[str]
    gold: list[Indexes]

    def compared(self, beads: Iterable[Indexes]) -> Result:
        """Return what is right of these beads."""
        return compare(self.gold, beads, len(self.source) + len(self.target))


def texts(gold: Path, name: str) -> Iterator[Text]:
    """Yield the documents of a set in order."""
    folder, documents = (SETS | PLAIN_SETS)[name]
    settings = Settings()
    for document in find_gold(gold / folder, documents, settings.langs):
        assert isinstance(document, LineDocument)
        source, target = (read_lines(path, settings.read) for path in document.sides)
        beads = read_gold(document.gold)
        yield Text(name=document.name, source=source, target=target, gold=beads)


def present(gold: Path) -> list[str]:
    """Return the names of the sets that are at hand."""
    return [name for name, (folder, _) in SETS.items() if (gold / folder).is_dir()]


def digest(gold: Path, name: str) -> str:
    """Return a digest of the files of a set, so that figures are compared on the same texts."""
    folder, documents = SETS[name]
    content = hashlib.sha256()
    for path in sorted((gold / folder / "docs").glob(documents)):
        content.update(path.name.encode() + b"\0" + path.read_bytes())
    return content.hexdigest()[:16]
