"""Headers and units of TMX as lines of XML: from templates, in half the time that lxml takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.formats.fields import DEFAULT_KIND, DEFAULT_SCORE
from align.formats.markup import TOOL
from align.formats.props import props_of
from align.formats.tmx import trados
from align.formats.tmx.attributes import attributes_of
from align.text.tidy import tidy
from align.version import version

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from align.config import Settings
    from align.formats.props import Prop
    from align.formats.tmx.languages import Codes
    from align.formats.tmx.rows import Row
    from align.model import TranslationUnit
    from align.presets import Preset

__all__ = ["MADE_BY", "METHOD", "UnitLines", "header_lines"]

MADE_BY = f"made by {TOOL} "
METHOD = "x-alignment-method"

# A paragraph may be re-cut by the client's own rules, which is what "paragraph" invites OmegaT to
# do. A line is what its author made it (a subtitle, a message): "sentence" has it taken as it is.
SEGTYPES = {"paragraph": "paragraph"}
NOTE = "x-note"  # has an element of its own, which Trados does not read: typed, it stays a prop
CONTEXTS = ("x-context-pre", "x-context-post")


def header_lines(settings: Settings, tool: Preset, source: str) -> str:
    """Return the header of a file whose source language has the code ``source``."""
    attributes = {
        "creationtool": TOOL,
        "creationtoolversion": version(),
        "segtype": SEGTYPES.get(settings.segment, "sentence"),
        "adminlang": "en",
        "srclang": source,
        "datatype": "plaintext",
        "o-tmf": TOOL,
    }
    content = ""
    if tool.typed_fields:
        attributes |= trados.HEADER
        # The tool named in the header is not the one that wrote it: the file says in a note which.
        content += f"    <note>{MADE_BY}{version()}</note>\n"
    if settings.aligner:
        content += _props([(METHOD, settings.aligner)], 4)
    opening = f"  <header{_attributes(attributes | _dates(settings))}"
    return f"{opening}>\n{content}  </header>\n" if content else f"{opening}/>\n"


class UnitLines:
    """Makes units into lines for a tool, or for any."""

    def __init__(self, settings: Settings, tool: Preset, codes: Codes) -> None:
        """Take how units are to be written."""
        self._tool = tool
        self._codes = codes
        self._dates = _dates(settings)
        # Tools show props as fields of a unit: there the places, long and many, would only disturb.
        self._places = settings.cat is None

    def of(self, row: Row) -> str:
        """Return the lines of a unit."""
        known, unit = attributes_of(row.unit)
        context = self._context(row)
        props = [prop for prop in self._props(unit) if not (context and prop[0] in CONTEXTS)]
        if self._tool.context == "tu":
            props, context = [*props, *context], []
        source, target = self._codes.of(unit.source_lang), self._codes.of(unit.target_lang)
        return (
            f"    <tu{_attributes(self._attributes(unit.id, source, known))}>\n"
            f"{_props(props, 6)}"
            f"{_text(source, row.source, context)}"
            f"{_text(target, row.target)}"
            "    </tu>\n"
        )

    def _attributes(self, name: str, source: str, known: dict[str, str]) -> dict[str, str]:
        attributes = {"tuid": "_".join(tidy(name).split())}
        if source != self._codes.source:
            attributes["srclang"] = source
        return attributes | (known if "creationdate" in known else self._dates | known)

    def _props(self, unit: TranslationUnit) -> Iterable[Prop]:
        props = props_of(unit, places=self._places, score=not _is_unscored(unit))
        return trados.typed(props) if self._tool.typed_fields else props

    def _context(self, row: Row) -> list[Prop]:
        texts = zip(CONTEXTS, (row.before, row.after), strict=True)
        return [(name, text) for name, text in texts if text] if self._tool.context else []


def _dates(settings: Settings) -> dict[str, str]:
    return {"creationdate": settings.date, "creationid": TOOL} if settings.date else {}


def _text(lang: str, text: str, props: Iterable[Prop] = ()) -> str:
    return (
        f'      <tuv xml:lang="{lang}">\n'
        f"{_props(props, 8)}"
        f"        <seg>{_escaped(text)}</seg>\n"
        "      </tuv>\n"
    )


def _props(props: Iterable[Prop], indent: int) -> str:
    start = " " * indent
    return "".join(
        f'{start}<prop type="{_quoted(name)}">{_escaped(text)}</prop>\n'
        if name != NOTE
        else f"{start}<note>{_escaped(text)}</note>\n"
        for name, text in props
    )


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{_quoted(value)}"' for name, value in attributes.items())


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(text: str) -> str:
    return _escaped(text).replace('"', "&quot;")


def _is_unscored(unit: TranslationUnit) -> bool:
    """Say whether a unit is what reading makes of one that nobody has scored, of other people's."""
    return unit.origin is None and (unit.kind, unit.score) == (DEFAULT_KIND, DEFAULT_SCORE)
