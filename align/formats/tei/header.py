"""The header of a TEI file: what was aligned, by what, and what the markup means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from align.formats.markup import TOOL, element
from align.text.names import language_name
from align.text.tidy import tidy
from align.version import version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.config import Settings
    from align.model import AlignedBitext, Origin

__all__ = ["header"]

UNITS = {"paragraph": "paragraphs", "line": "lines"}
RIGHTS = "Not published; the rights in the texts remain with their holders."
PROJECT = (
    "The two texts of a bilingual document, told apart, cut into segments and aligned by a program."
)
NORMALIZATION = (
    "Text is in Unicode normalization form C and in logical order. Each run of line breaks, tabs "
    "and spaces is one space, and characters that XML 1.0 forbids are left out. Vowel marks, "
    "tatweel, digits, quotation marks and bidirectional marks stand as in the source."
)
SEGMENTATION = (
    "<p>Each <gi>s</gi> is one of the {unit} of the text: complete, end to end, never nested, and "
    "inside one <gi>p</gi> or <gi>ab</gi>.</p>"
)
STATUS = "aligned by a program, not checked by a person"
CONVENTION = (
    "<p>In a <gi>linkGrp</gi> of type alignment each <gi>link</gi> has two targets, in the order "
    "of <att>targFunc</att>: first {first}, then {second}. A side of several segments is a "
    "<gi>ptr</gi> to all of them. <att>type</att> counts the segments of both sides, "
    "<att>cert</att> is the score of the link from 0 to 1, <att>n</att> the identifier of the "
    "translation unit. A segment without a counterpart has a <gi>span</gi> in a "
    "<gi>spanGrp</gi> of type unaligned. Link groups of subtype crossing belong to texts whose "
    "parts stand in a different order. In a <gi>spanGrp</gi> of type flags each <gi>span</gi> says "
    "why the link that is its target is doubtful: <att>type</att> is the kind of fault, "
    "<att>subtype</att> is error, warning or info, and <att>n</att>, where there is one, gives the "
    "side and the characters, counted from 0 in its segments joined by single spaces.</p>"
)


def header(bitexts: list[AlignedBitext], settings: Settings) -> etree._Element:
    """Return the ``teiHeader`` of a file that holds these bitexts."""
    languages = (element("language", language_name(lang), ident=lang) for lang in settings.langs)
    return element(
        "teiHeader",
        _file_description(bitexts, settings),
        _encoding_description(settings),
        element("profileDesc", element("langUsage", *languages)),
        *_revision(settings.date),
    )


def _file_description(bitexts: list[AlignedBitext], settings: Settings) -> etree._Element:
    languages = " and ".join(map(language_name, settings.langs))
    return element(
        "fileDesc",
        element(
            "titleStmt",
            element("title", f"{_documents(bitexts)}: {languages}, aligned"),
            element(
                "respStmt",
                element("resp", "segmentation and alignment"),
                element("name", f"{TOOL} {version()}", type="software"),
                xml_id="software",
            ),
        ),
        element("extent", *_measures(bitexts, settings)),
        element("publicationStmt", element("p", RIGHTS)),
        element("sourceDesc", *_sources(bitexts, settings.langs)),
    )


def _measures(bitexts: list[AlignedBitext], settings: Settings) -> Iterator[etree._Element]:
    alignments = [aligned.alignment for aligned in bitexts]
    sizes = (
        sum(len(alignment.source) for alignment in alignments),
        sum(len(alignment.target) for alignment in alignments),
    )
    unit = _unit(settings)
    for lang, size in zip(settings.langs, sizes, strict=True):
        text = f"{size} {unit} in {language_name(lang)}"
        yield element("measure", text, unit=unit, quantity=str(size), corresp=f"#{lang}")
    links = sum(unit is not None for aligned in bitexts for unit in aligned.units)
    yield element("measure", f"{links} links", unit="links", quantity=str(links))


def _sources(bitexts: list[AlignedBitext], langs: tuple[str, str]) -> Iterator[etree._Element]:
    """Yield a ``bibl`` per text, with the files it comes from."""
    origins = list(_origins(bitexts))
    paths = (
        _distinct(place.path for origin in origins for place in origin.source),
        _distinct(place.path for origin in origins for place in origin.target),
    )
    for lang, names in zip(langs, paths, strict=True):
        files = [element("idno", name, type="file") for name in names]
        title = element("title", _documents(bitexts))
        yield element("bibl", title, *files, xml_id=f"{lang}.source")


def _encoding_description(settings: Settings) -> etree._Element:
    first, second = map(language_name, settings.langs)
    return element(
        "encodingDesc",
        element("projectDesc", element("p", PROJECT)),
        element(
            "editorialDecl",
            element("normalization", element("p", NORMALIZATION)),
            element("segmentation", _prose(SEGMENTATION, unit=_unit(settings))),
        ),
        element(
            "classDecl",
            element(
                "taxonomy",
                element("category", element("catDesc", STATUS), xml_id="status-auto"),
                xml_id="status",
            ),
        ),
        element("appInfo", _application(settings)),
        _prose(CONVENTION, first=first, second=second),
    )


def _application(settings: Settings) -> etree._Element:
    full = version()
    number = re.match(r"\d+(\.\d+){0,3}", full)  # TEI takes no suffix such as .dev1
    label = element("label", f"{TOOL} {full}, aligner {settings.aligner}")
    return element("application", label, ident=TOOL, version=number.group() if number else "0")


def _prose(markup: str, **words: str) -> etree._Element:
    return etree.fromstring(markup.format(**words))


def _revision(date: str | None) -> Iterator[etree._Element]:
    if date is not None:
        when = re.sub(r"(....)(..)(..)T(..)(..)(..)Z", r"\1-\2-\3T\4:\5:\6Z", date)
        yield element("revisionDesc", element("change", "Aligned.", when=when, who="#software"))


def _unit(settings: Settings) -> str:
    return UNITS.get(settings.segment, "sentences")


def _documents(bitexts: list[AlignedBitext]) -> str:
    names = _distinct(origin.document for origin in _origins(bitexts))
    return ", ".join(names or _distinct(aligned.alignment.bitext.id for aligned in bitexts))


def _origins(bitexts: list[AlignedBitext]) -> Iterator[Origin]:
    units = (unit for aligned in bitexts for unit in aligned.units if unit is not None)
    return (unit.origin for unit in units if unit.origin is not None)


def _distinct(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(map(tidy, names)))
