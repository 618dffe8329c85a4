"""The header of a TEI file: what was aligned, by what, and what the markup means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from align.formats.markup import TOOL, element
from align.formats.props import quoted
from align.formats.tei import prose
from align.formats.tei.names import file_id
from align.text.names import language_name
from align.version import version

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from align.config import Settings
    from align.formats.tei.contents import Contents

__all__ = ["Part", "header"]

UNITS = {"paragraph": "paragraphs", "line": "lines"}


class Part(NamedTuple):
    """What of a document stands in one file: texts (0, 1 or both), links, or all.

    ``files`` are the relative URIs of both texts where they are in files of their own.
    """

    texts: tuple[int, ...] = (0, 1)
    has_links: bool = True
    files: tuple[str, str] = ("", "")


def header(contents: Contents, settings: Settings, part: Part) -> etree._Element:
    """Return the ``teiHeader`` of a file."""
    languages = (element("language", language_name(lang), ident=lang) for lang in settings.langs)
    return element(
        "teiHeader",
        _file_description(contents, settings, part),
        _encoding_description(settings),
        element("profileDesc", element("langUsage", *languages)),
        *_revision(settings.date),
    )


def _file_description(contents: Contents, settings: Settings, part: Part) -> etree._Element:
    languages = " and ".join(map(language_name, settings.langs))
    return element(
        "fileDesc",
        element(
            "titleStmt",
            element("title", f"{contents.title}: {languages}, aligned{_what(settings, part)}"),
            element(
                "respStmt",
                element("resp", "segmentation and alignment"),
                element("name", f"{TOOL} {version()}", type="software"),
                xml_id="software",
            ),
        ),
        element("extent", *_measures(contents, settings, part)),
        element("publicationStmt", element("p", prose.RIGHTS)),
        element("sourceDesc", *_sources(contents, settings.langs, part)),
    )


def _what(settings: Settings, part: Part) -> str:
    """Return what a file of several is, for its title."""
    if not part.texts:
        return ": the alignment"
    return "" if part.has_links else f": the text in {language_name(settings.langs[part.texts[0]])}"


def _measures(contents: Contents, settings: Settings, part: Part) -> Iterator[etree._Element]:
    unit = UNITS.get(settings.segment, "sentences")
    for number in part.texts:
        lang, size = settings.langs[number], contents.texts[number].segments
        text = f"{size} {unit} in {language_name(lang)}"
        yield element("measure", text, unit=unit, quantity=str(size), corresp=f"#{lang}")
    if part.has_links:
        links = str(contents.links)
        yield element("measure", f"{links} links", unit="links", quantity=links)


def _sources(contents: Contents, langs: tuple[str, str], part: Part) -> Iterator[etree._Element]:
    """Yield a ``bibl`` per text, with the files it comes from or the one it stands in."""
    for number, lang in enumerate(langs):
        where: list[etree._Element] = []
        if number in part.texts:
            files = contents.texts[number].files.items()
            where = [
                element("idno", quoted(path), type="file", xml_id=file_id(lang, n))
                for path, n in files
            ]
        elif part.has_links:
            where = [element("ptr", target=part.files[number])]
        else:
            continue
        yield element("bibl", element("title", contents.title), *where, xml_id=f"{lang}.source")


def _encoding_description(settings: Settings) -> etree._Element:
    unit = UNITS.get(settings.segment, "sentences")
    return element(
        "encodingDesc",
        element("projectDesc", element("p", prose.PROJECT)),
        element(
            "editorialDecl",
            element("normalization", element("p", prose.NORMALIZATION)),
            element("segmentation", prose.segmentation(unit)),
        ),
        element(
            "classDecl",
            element(
                "taxonomy",
                element("category", element("catDesc", prose.STATUS), xml_id="status-auto"),
                xml_id="status",
            ),
        ),
        element("appInfo", _application(settings)),
        *prose.conventions(*map(language_name, settings.langs)),
    )


def _application(settings: Settings) -> etree._Element:
    full = version()
    number = re.match(r"\d+(\.\d+){0,3}", full)  # TEI takes no suffix such as .dev1
    method = f", aligner {settings.aligner}" if settings.aligner else ""  # none for a memory
    label = element("label", f"{TOOL} {full}{method}")
    return element("application", label, ident=TOOL, version=number.group() if number else "0")


def _revision(date: str | None) -> Iterator[etree._Element]:
    if date is not None:
        when = re.sub(r"(....)(..)(..)T(..)(..)(..)Z", r"\1-\2-\3T\4:\5:\6Z", date)
        yield element("revisionDesc", element("change", "Aligned.", when=when, who="#software"))
