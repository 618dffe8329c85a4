"""Real bilingual texts for trials, as lists of translated pairs."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Pairs", "documents"]

Pairs = list[tuple[str, str]]
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def documents(data: Path | None, corpora: Path | None) -> Iterator[Pairs]:
    """Yield every text found in the evaluation data and in our own corpora."""
    if data is not None:
        yield from _memory(data / "tmx" / "tico19.en-ar.tmx")
        for name in ("osguide", "pud"):
            yield from (_beads(gold) for gold in sorted((data / "gold" / name).glob("docs/*.gold")))
    if corpora is not None:
        yield from (_table(gold) for gold in sorted(corpora.glob("*.gold.tsv")))


def _memory(path: Path) -> Iterator[Pairs]:
    """Yield the documents of a memory whose unit ids are ``document:number``."""
    texts: defaultdict[str, Pairs] = defaultdict(list)
    for unit in etree.parse(path).iter("tu"):
        sides = {tuv.get(XML_LANG): _tidy(tuv.findtext("seg", "")) for tuv in unit.iter("tuv")}
        texts[unit.get("tuid", "").partition(":")[0]].append((sides["ar"], sides["en"]))
    yield from texts.values()


def _beads(gold: Path) -> Pairs:
    """Return the beads of a gold file that have two sides."""
    ar, en = (
        gold.with_suffix(f".{lang}.txt").read_text("utf-8").splitlines() for lang in ("ar", "en")
    )
    pairs = []
    for line in gold.read_text("utf-8").splitlines():
        source, target = map(json.loads, line.split(":"))
        if source and target:
            pairs.append(
                (_tidy(" ".join(ar[at] for at in source)), _tidy(" ".join(en[at] for at in target)))
            )
    return pairs


def _table(gold: Path) -> Pairs:
    rows = (line.split("\t") for line in gold.read_text("utf-8").splitlines())
    pairs = [(_tidy(row[1]), _tidy(row[2])) for row in rows]
    return [pair for pair in pairs if all(pair)]


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("‖", " ")).strip()
