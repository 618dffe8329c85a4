"""The kinds of findings about a file as a whole."""

from __future__ import annotations

from align.exchange.checking.effects import EVERY, OTHERS, changes, notes, refuses
from align.exchange.checking.kinds import Kind
from align.presets import PRESETS

__all__ = ["FILE_KINDS"]

HEAVY = " ".join(name for name, each in PRESETS.items() if each.largest)
NEW_HEADER = "a whole header is written"

FILE_KINDS = {
    "not-xml": Kind(
        severity="error",
        says="the file is no well-formed XML",
        fix="the units that are whole are kept",
        effects=refuses(OTHERS, "standard", file=True) | refuses("omegat", "tried", file=True),
    ),
    "not-tmx": Kind(
        severity="error",
        says="the file is XML, but no TMX",
        effects=refuses(EVERY, "standard", file=True),
    ),
    "bad-bytes": Kind(
        severity="error",
        says="bytes that are no text in the encoding of the file",
        fix="written as U+FFFD",
        effects=refuses(EVERY, "standard", file=True),
    ),
    "encoding": Kind(
        severity="warning",
        says="TMX is UTF-8, UTF-16 or ASCII",
        fix="written as UTF-8",
        effects=notes() | refuses("matecat", file=True),
    ),
    "utf-16": Kind(
        severity="info", says="some tools want UTF-8, not UTF-16", fix="written as UTF-8"
    ),
    "byte-order-mark": Kind(
        severity="info", says="a byte-order mark before the XML", fix="left out"
    ),
    "doctype": Kind(
        severity="warning",
        says="a document type other than tmx14.dtd, which may be looked for in the network",
        fix="written as tmx14.dtd",
        effects=refuses("omegat", file=True),
    ),
    "entity": Kind(
        severity="error",
        says="an entity that is not one of XML's own five",
        fix="its unit is left out",
        effects=refuses(EVERY, "standard", file=True),
    ),
    "version": Kind(
        severity="error",
        says="the version of TMX is not 1.4",
        fix="written as TMX 1.4",
        effects=refuses("omegat", file=True) | notes(OTHERS),
    ),
    "namespace": Kind(
        severity="warning",
        says="an XML namespace, which TMX does not have",
        fix="left out",
        effects=refuses("omegat", "tried", file=True),
    ),
    "no-header": Kind(
        severity="error",
        says="there is no header",
        fix=NEW_HEADER,
        effects=refuses("omegat smartling", file=True) | notes(OTHERS),
    ),
    "header-attribute": Kind(
        severity="error",
        says="the header lacks what TMX requires",
        fix=NEW_HEADER,
        effects=refuses("omegat smartling", file=True) | notes(OTHERS),
    ),
    "omegat-made": Kind(
        severity="info",
        says="creationtool OmegaT makes OmegaT read inline codes as text",
        fix="written as align",
        effects=notes("omegat", "tried"),
    ),
    "paragraphs": Kind(
        severity="warning",
        says="segtype paragraph has OmegaT cut the units once more, by its own rules",
        fix="written as sentence",
        effects=changes("omegat", "tried", file=True),
    ),
    "srclang-all": Kind(
        severity="warning",
        says="srclang *all* names no source language",
        fix="the source language is written",
        effects=notes() | refuses("smartling", file=True),
    ),
    "header-date": Kind(
        severity="warning",
        says="a date in the header is not written as 20261121T210000Z",
        fix="left out",
        effects=notes("omegat", "tried"),
    ),
    "too-large": Kind(
        severity="error",
        says="the file is larger than the tool takes",
        fix="packed or cut by yourself: repairing does not shorten a file",
        effects=refuses(HEAVY, file=True),
    ),
    "left-out": Kind(
        severity="warning",
        says="reading leaves something out that no unit can hold",
        fix="listed among the changes",
    ),
}
