"""The kinds of findings about a unit."""

from __future__ import annotations

from align.exchange.checking.effects import EVERY, OTHERS, changes, notes, refuses
from align.exchange.checking.kinds import Kind
from align.presets import PRESETS

__all__ = ["UNIT_KINDS"]

LOCALES = " ".join(name for name, each in PRESETS.items() if each.locales)
LIMITED = " ".join(name for name, each in PRESETS.items() if each.longest)
ONE_SOURCE = " ".join(name for name, each in PRESETS.items() if not each.mixed_sources)
ONE_TARGET = " ".join(name for name, each in PRESETS.items() if each.one_target)

UNIT_KINDS = {
    "forbidden-character": Kind(
        severity="error",
        says="a character that XML forbids: the whole file is refused for one",
        fix="removed",
        effects=refuses(OTHERS, "standard", file=True) | refuses("omegat", "tried", file=True),
    ),
    "no-code": Kind(
        severity="error",
        says="a text without xml:lang",
        fix="the code of its lang attribute is written, else the unit is left out",
        effects=refuses(OTHERS, "standard") | refuses("omegat", "tried", file=True),
    ),
    "code": Kind(
        severity="error",
        says="not a language code of BCP 47, as ar or ar-SA is",
        fix="the code that is meant is written",
        effects=refuses(OTHERS, "standard") | refuses("omegat", "tried"),
    ),
    "locale": Kind(
        severity="warning",
        says="a language without the region that the tool wants",
        fix="the region is written: SA, US, or the one of --tmx-lang",
        effects=changes(LOCALES) | refuses("trados smartling"),
    ),
    "region": Kind(
        severity="warning",
        says="another region than that of the units before",
        fix="one region is written for all",
        effects=notes() | refuses("trados smartling"),
    ),
    "srclang": Kind(
        severity="warning",
        says="another source language than the header's",
        fix="source and target are exchanged",
        effects=notes() | refuses(ONE_SOURCE),
    ),
    "missing-language": Kind(
        severity="error",
        says="not both of the languages",
        fix="left out",
        effects=refuses(EVERY, "standard"),
    ),
    "more-languages": Kind(
        severity="warning",
        says="more than two languages",
        fix="the others are left out",
        effects=notes() | refuses("trados"),
    ),
    "same-language": Kind(
        severity="warning",
        says="several texts in one language",
        fix="one of them is kept",
        effects=changes(EVERY, "standard"),
    ),
    "empty": Kind(
        severity="error",
        says="a side holds no text",
        fix="left out",
        effects=refuses(OTHERS, "standard") | changes("omegat", "tried"),
    ),
    "edge-space": Kind(
        severity="warning",
        says="white space at the beginning or end, which TMX forbids",
        fix="removed",
        effects=changes(OTHERS, "standard") | changes("omegat", "tried"),
    ),
    "edge-mark": Kind(
        severity="info",
        says="an invisible mark of writing direction at the edge: exact matches will be missed",
        effects=notes(OTHERS) | notes("omegat", "tried"),
    ),
    "line-break": Kind(
        severity="warning",
        says="a line break or tab inside a text: exact matches will be missed",
        fix="written as a space",
        effects=notes() | changes("wordfast"),
    ),
    "over-limit": Kind(
        severity="warning",
        says="a side is longer than the tool takes",
        fix="set apart in a file of its own",
        effects=refuses(LIMITED),
    ),
    "too-long": Kind(severity="warning", says="a side is longer than some CAT tools accept"),
    "lost-character": Kind(severity="warning", says="U+FFFD, which stands for a lost character"),
    "not-nfc": Kind(
        severity="warning",
        says="not in Unicode's composed form (NFC)",
        fix="composed",
        effects=notes() | changes("omegat"),
    ),
    "presentation-form": Kind(
        severity="warning",
        says="Arabic letters in the shapes of old fonts, which match nothing",
        fix="written as letters with --set read.repair=true",
    ),
    "inline-code": Kind(
        severity="info",
        says="inline codes: not every tool keeps them",
        fix="dropped, the text around them kept",
        effects=notes() | changes("omegat", "tried") | changes("phrase"),
    ),
    "duplicate": Kind(
        severity="info",
        says="the same pair as another unit",
        fix="left out",
    ),
    "several-targets": Kind(
        severity="warning",
        says="the same source with another target before",
        fix="left out where the tool keeps only one; the best of them stays",
        effects=notes() | notes("omegat", "tried") | refuses(ONE_TARGET),
    ),
    "repeated-id": Kind(
        severity="warning", says="a tuid that another unit has", fix="made unique with ~2"
    ),
    "id-space": Kind(
        severity="warning", says="white space in a tuid", fix="written as underscores"
    ),
    "date": Kind(
        severity="warning",
        says="a date that is not written as 20261121T210000Z",
        fix="kept as a field",
        effects=changes("omegat", "tried"),
    ),
    "reserved-field": Kind(
        severity="warning",
        says="a field that a tool gives a meaning of its own",
        fix="given another name",
        effects=changes("omegat", "tried") | notes("trados", "documented"),
    ),
    "field-name": Kind(
        severity="info",
        says="a field of no known type without x- before its name",
        fix="x- is written",
    ),
    "untyped-field": Kind(
        severity="info",
        says="a field without its type in its name, as x-Client:SingleString has",
        fix="the type is written with --cat trados",
        effects=notes("trados", "documented"),
    ),
    "no-type": Kind(
        severity="error",
        says="a prop without a type",
        fix="named x-untyped",
        effects=refuses("omegat", file=True) | notes(OTHERS),
    ),
}
