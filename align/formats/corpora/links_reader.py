"""Reads links between the sentences of XML texts: XCES as in OPUS, and InterText.

The texts are looked for in the folder of the alignment file. ``fromDoc`` is the source; InterText
names the ids of the other side first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from align.formats.corpora.linked_texts import LinkedTexts
from align.formats.corpora.reading import BeadRead, score_if_ours, units_from
from align.formats.corpora.xml_reading import elements
from align.formats.markup import line_of
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from align.formats.reading import Reading
    from align.model import TranslationUnit

    ToBead = Callable[[etree._Element, LinkedTexts, Reading], BeadRead]

__all__ = ["read_intertext", "read_xces"]

GROUP = "linkGrp"
KIND = re.compile("[0-9]+-[0-9]+")
UNSEEN = "auto"  # the status of a link of InterText that nobody has looked at


def read_xces(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield a unit for every link with two sides."""
    yield from units_from(_beads(path, reading, _xces_bead), path, reading)


def read_intertext(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield a unit for every link with two sides; what a person noted at it is not kept."""
    yield from units_from(_beads(path, reading, _intertext_bead), path, reading)


def _beads(path: Path, reading: Reading, bead_of: ToBead) -> Iterator[BeadRead]:
    with LinkedTexts(path, reading) as texts:
        for element in elements(path, reading, (GROUP, "link"), "start"):
            if etree.QName(element).localname == GROUP:
                texts.turn_to((element.get("fromDoc", ""), element.get("toDoc", "")))
                continue
            try:
                bead = bead_of(element, texts, reading)
            except ValueError as error:
                reading.unfit(path, line_of(element), error)
                continue
            if bead.source and bead.target:
                yield bead
        texts.finish()


def _xces_bead(link: etree._Element, texts: LinkedTexts, reading: Reading) -> BeadRead:
    first, second = _targets(link)
    source, target = texts.sides(first, second)
    line = line_of(link)
    kind = tidy(link.get("type", ""))
    return BeadRead(
        line=line,
        langs=texts.langs,
        source=source,
        target=target,
        id=tidy(link.get("id", "")),
        kind=kind if KIND.fullmatch(kind) else "",
        score=score_if_ours(link.get("certainty"), line, reading),
        document=tidy(link.get("n", texts.document)),
    )


def _intertext_bead(link: etree._Element, texts: LinkedTexts, reading: Reading) -> BeadRead:
    first, second = _targets(link)
    source, target = texts.sides(second, first)
    line = line_of(link)
    if link.get("mark") or link.get("status", UNSEEN) != UNSEEN:
        reading.losses.add("property", line, "status and mark of a link")
    return BeadRead(line=line, langs=texts.langs, source=source, target=target)


def _targets(link: etree._Element) -> tuple[list[str], list[str]]:
    """Return the ids before the semicolon and those after it."""
    first, semicolon, second = link.get("xtargets", "").partition(";")
    if not semicolon:
        raise ValueError("a link without xtargets, two lists of ids parted by a semicolon")
    return first.split(), second.split()
