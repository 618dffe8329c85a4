"""TMX 1.4b, level 1: the translation memory format every CAT tool imports.

A unit keeps all there is to it; what is no text is in its props, see `align.formats.props`.
"""

from __future__ import annotations

import re
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from lxml import etree

from align.config import Settings
from align.errors import OutputError
from align.files import replacing
from align.formats.markup import DECLARATION, TOOL, element, write_line
from align.formats.props import props_of
from align.formats.sides import tidy_sides
from align.text.tidy import tidy
from align.version import version

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from align.model import AlignedBitext, TranslationUnit

__all__ = ["TmxWriter", "write_tmx"]

# OmegaT resolves a system id of this name from its own jar; any other may send it to the network.
DOCTYPE = b'<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
# A paragraph may be re-cut by the client's own rules, which is what "paragraph" invites OmegaT to
# do. A line is what its author made it (a subtitle, a message): "sentence" has it taken as it is.
SEGTYPES = {"paragraph": "paragraph"}
LANGUAGE = re.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")  # xs:language; ar_SA is none


class TmxWriter:
    """Writes units in the order they come; beads with an empty side are left out."""

    holds_empty = False

    def __init__(self, path: Path, settings: Settings) -> None:
        """Prepare to write ``path``."""
        self._path = path
        self._settings = settings
        self._codes = dict(settings.tmx_lang)
        self._srclang = self._code(settings.langs[0])
        self._dates = {"creationdate": settings.date, "creationid": TOOL} if settings.date else {}
        self._stack = ExitStack()
        self._xml: Any

    def __enter__(self) -> Self:
        """Open a temporary file beside the final one and write the header."""
        with ExitStack() as stack:
            file = stack.enter_context(replacing(self._path))
            file.write(DECLARATION + DOCTYPE)
            stack.callback(file.write, b"\n")
            self._xml = xml = stack.enter_context(etree.xmlfile(file, encoding="UTF-8"))
            stack.enter_context(xml.element("tmx", version="1.4"))
            xml.write("\n")
            write_line(xml, self._header(), 1)
            xml.write("  ")
            stack.callback(xml.write, "\n")
            stack.enter_context(xml.element("body"))
            xml.write("\n")
            stack.callback(xml.write, "  ")
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Replace the final file, or remove the temporary one after an error."""
        self._stack.__exit__(kind, error, traceback)

    def write(self, unit: TranslationUnit) -> None:
        """Add one unit; raises `OutputError` for an empty side or a bad language code."""
        source, target = tidy_sides(unit, self._path)
        source_lang, target_lang = self._code(unit.source_lang), self._code(unit.target_lang)
        line = element(
            "tu",
            *(element("prop", text, type=name) for name, text in props_of(unit)),
            element("tuv", element("seg", source), xml_lang=source_lang),
            element("tuv", element("seg", target), xml_lang=target_lang),
            tuid="_".join(tidy(unit.id).split()),
            srclang=None if source_lang == self._srclang else source_lang,
            **self._dates,
        )
        write_line(self._xml, line, 2)

    def write_bitext(self, aligned: AlignedBitext) -> None:
        """Add the units of a bitext, in source order."""
        for unit in filter(None, aligned.units):
            self.write(unit)

    def _header(self) -> etree._Element:
        settings = self._settings
        header = element(
            "header",
            creationtool=TOOL,
            creationtoolversion=version(),
            segtype=SEGTYPES.get(settings.segment, "sentence"),
            adminlang="en",
            srclang=self._srclang,
            datatype="plaintext",
            **{"o-tmf": TOOL},
            **self._dates,
        )
        if settings.aligner:
            header.append(element("prop", settings.aligner, type="x-alignment-method"))
        return header

    def _code(self, lang: str) -> str:
        code = self._codes.get(lang, lang)
        if LANGUAGE.fullmatch(code):
            return code
        raise OutputError(
            str(self._path), f"{code!r} is not a language code of TMX", "write for example ar-SA"
        )


def write_tmx(
    units: Iterable[TranslationUnit], path: Path | str, settings: Settings | None = None
) -> None:
    """Write units to a TMX file; without settings the first unit says what the languages are."""
    stream = iter(units)
    first = list(islice(stream, 1))
    with TmxWriter(Path(path), settings or _settings_of(first)) as writer:
        for unit in chain(first, stream):
            writer.write(unit)


def _settings_of(first: list[TranslationUnit]) -> Settings:
    """Return settings for units of unknown making: no alignment method is claimed for them."""
    langs = [(unit.source_lang, unit.target_lang) for unit in first]
    return Settings(aligner="", langs=langs[0]) if langs else Settings(aligner="")
