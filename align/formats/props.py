"""All that a unit is beside its id, texts and languages, as pairs of a name and a text.

That is how TMX, XLIFF and TEI hold it: ``x-document x-alignment-type x-score`` (0..1, higher is
better) ``x-place x-flag`` and ``x-NAME`` for the user's own. A place is ``SIDE BLOCK LINE START-END
FILE``, one for each segment, white space and ``%`` written as in URLs. A flag is ``SEVERITY ID SIDE
START-END: MESSAGE`` with the characters it is about, or ``SEVERITY ID: MESSAGE`` when it is about
the whole unit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from align.config import OWN_PROPS
from align.formats.fields import DEFAULT_KIND, score_of
from align.formats.flags import tidy_flags
from align.model import Flag, Location, Origin, TranslationUnit
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Prop", "Side", "own_name", "props_of", "quoted", "unit_of"]

FLAG = re.compile(
    r"(?P<severity>error|warning|info) (?P<id>[^ :]+)"
    r"(?: (?P<side>source|target) (?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9}))?:(?: (?P<message>.*))?"
)
PLACE = re.compile(
    r"(?P<side>source|target) (?P<block>\S*) (?P<line>[0-9]{1,12}) "
    r"(?P<start>[0-9]{1,12})-(?P<end>[0-9]{1,12}) (?P<path>\S*)"
)
_QUOTED = re.compile(r"[%\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
# The names that get one more prop- when they are the user's, with or without a type of Trados.
_TYPE = ":(Single|Multiple)String"
_TAKEN = re.compile(f"(prop-)*({'|'.join(sorted(OWN_PROPS))})({_TYPE})?")
_UNTYPED = {f"x-{n}:{m}String": f"x-{n}" for n in OWN_PROPS for m in ("Single", "Multiple")}
_SCORE = re.compile(r"[01]\.[0-9]{4}")
# Our props of any form, and those that are ours only if they are written as we do.
_FORMS = {"x-flag": FLAG, "x-place": PLACE}
_PLAIN = {f"x-{name}" for name in OWN_PROPS} - _FORMS.keys()
Prop = tuple[str, str]  # type and text
Side = tuple[str, str]  # language and text


def props_of(unit: TranslationUnit, *, places: bool = True, score: bool = True) -> Iterator[Prop]:
    """Yield the props that a unit is written with, ours first.

    ``places`` only if wanted, ``score`` and kind as well.
    """
    if unit.origin is not None:
        yield "x-document", tidy(unit.origin.document)
    if score:
        yield "x-alignment-type", tidy(unit.kind)
        yield "x-score", f"{unit.score:.4f}"
    if places and unit.origin is not None:
        yield from _places(unit.origin)
    for flag in tidy_flags(unit):
        place = f" {flag.side} {flag.start}-{flag.end}" if flag.side else ""
        yield "x-flag", f"{flag.severity} {flag.id}{place}: {flag.message}"
    for name, text in unit.props:
        yield tidy(f"x-prop-{name}" if _TAKEN.fullmatch(name) else f"x-{name}"), tidy(text)


def unit_of(name: str, source: Side, target: Side, props: Iterable[Prop]) -> TranslationUnit:
    """Return the unit called ``name``; raises `ValueError` for a score that is none."""
    known, flags, places, own = _parted(props)
    return TranslationUnit(
        id=name,
        source=source[1],
        target=target[1],
        source_lang=source[0],
        target_lang=target[0],
        kind=known.get("x-alignment-type", DEFAULT_KIND),
        score=score_of(known.get("x-score")),
        flags=tuple(flags),
        origin=_origin(known.get("x-document"), places),
        props=tuple(own),
    )


def own_name(name: str, text: str) -> Prop:
    """Return a prop under the user's name for it: without ``x-``, or our mark of a taken name."""
    name = name.removeprefix("x-")
    marked = name.removeprefix("prop-")
    return (marked if marked != name and _TAKEN.fullmatch(marked) else name), text


def _places(origin: Origin) -> Iterator[Prop]:
    for side, locations in (("source", origin.source), ("target", origin.target)):
        for place in locations:
            where = f"{quoted(place.block)} {place.line} {place.start}-{place.end}"
            yield "x-place", f"{side} {where} {quoted(place.path)}"


def quoted(text: str) -> str:
    """Return a text with its white space, controls and ``%`` written as in URLs."""
    return _QUOTED.sub(lambda match: quote(match.group(), errors="surrogatepass"), text)


def _parted(
    props: Iterable[Prop],
) -> tuple[dict[str, str], list[Flag], dict[str, list[Location]], list[Prop]]:
    """Part the props of a unit into those of one value, flags, places by side, and the user's."""
    known: dict[str, str] = {}
    places: dict[str, list[Location]] = {"source": [], "target": []}
    flags, own = [], []
    for written, text in props:
        key = _untyped(written, text) if written in _UNTYPED else written
        match = _FORMS[key].fullmatch(text) if key in _FORMS else None
        if match is None and key in _PLAIN:
            known[key] = text
        elif match is None:
            own.append(own_name(key, text))
        elif key == "x-flag":
            flags.append(_flag(match))
        else:
            places[match[1]].append(_place(match))
    return known, flags, places, own


def _origin(document: str | None, places: dict[str, list[Location]]) -> Origin | None:
    source, target = places["source"], places["target"]
    if document is None and not (source or target):
        return None
    return Origin(document=document or "", source=tuple(source), target=tuple(target))


def _place(match: re.Match[str]) -> Location:
    _, block, line, start, end, path = match.groups()
    return Location(
        path=unquote(path), block=unquote(block), line=int(line), start=int(start), end=int(end)
    )


def _flag(match: re.Match[str]) -> Flag:
    severity, name, side, start, end, message = match.groups()
    return Flag(
        id=name,
        severity=severity,  # type: ignore[arg-type]
        message=message or "",
        side=side,  # type: ignore[arg-type]
        start=int(start or 0),
        end=int(end or 0),
    )


def _untyped(name: str, text: str) -> str:
    """Return the name of a prop of ours as it is when it was not written for Trados."""
    plain = _UNTYPED[name]
    return name if plain == "x-score" and not _SCORE.fullmatch(text) else plain
