"""All that a unit is beside its id, texts and languages, as pairs of a name and a text.

That is how TMX, XLIFF and TEI hold it: ``x-document x-alignment-type x-score`` (0..1, higher is
better) ``x-place x-flag`` and ``x-NAME`` for the user's own. A place is ``SIDE BLOCK LINE START-END
FILE``, one for each segment, white space and ``%`` written as in URLs. A flag is ``SEVERITY ID SIDE
START-END: MESSAGE`` with the characters it is about, or ``SEVERITY ID: MESSAGE`` when it is about
the whole unit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote, unquote

from align.config import OWN_PROPS
from align.formats.fields import DEFAULT_KIND, score_of
from align.formats.sides import tidy_flags
from align.model import Flag, Location, Origin, TranslationUnit
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from align.model import SideName

T = TypeVar("T")
__all__ = ["Prop", "Side", "own_name", "props_of", "unit_of"]

FLAG = re.compile(
    r"(?P<severity>error|warning|info) (?P<id>[^ :]+)"
    r"(?: (?P<side>source|target) (?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9}))?:(?: (?P<message>.*))?"
)
PLACE = re.compile(
    r"(?P<side>source|target) (?P<block>\S*) (?P<line>[0-9]{1,12}) "
    r"(?P<start>[0-9]{1,12})-(?P<end>[0-9]{1,12}) (?P<path>\S*)"
)
_QUOTED = re.compile(r"[%\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_TAKEN = re.compile(f"(prop-)*({'|'.join(sorted(OWN_PROPS))})")  # names that get one more prop-
Prop = tuple[str, str]  # type and text
Side = tuple[str, str]  # language and text


def props_of(unit: TranslationUnit, *, places: bool = True) -> Iterator[Prop]:
    """Yield the props that a unit is written with, ours first; ``places`` only if wanted."""
    if unit.origin is not None:
        yield "x-document", tidy(unit.origin.document)
    yield "x-alignment-type", tidy(unit.kind)
    yield "x-score", f"{unit.score:.4f}"
    if places and unit.origin is not None:
        yield from _places(unit.origin)
    for flag in tidy_flags(unit):
        place = f" {flag.side} {flag.start}-{flag.end}" if flag.side else ""
        yield "x-flag", f"{flag.severity} {flag.id}{place}: {flag.message}"
    for name, text in unit.props:
        yield tidy(f"x-prop-{name}" if _TAKEN.fullmatch(name) else f"x-{name}"), tidy(text)


def unit_of(name: str, source: Side, target: Side, props: Sequence[Prop]) -> TranslationUnit:
    """Return the unit called ``name``; raises `ValueError` for a score that is none."""
    ours = {key: text for key, text in props if _is_ours(key, text)}
    return TranslationUnit(
        id=name,
        source=source[1],
        target=target[1],
        source_lang=source[0],
        target_lang=target[0],
        kind=ours.get("x-alignment-type", DEFAULT_KIND),
        score=score_of(ours.get("x-score")),
        flags=tuple(_matches(props, "x-flag", FLAG, _flag)),
        origin=_origin(ours.get("x-document"), props),
        props=tuple(own_name(key, text) for key, text in props if not _is_ours(key, text)),
    )


def own_name(name: str, text: str) -> Prop:
    """Return a prop under the user's name for it: without ``x-``, or our mark of a taken name."""
    name = name.removeprefix("x-")
    marked = name.removeprefix("prop-")
    return (marked if marked != name and _TAKEN.fullmatch(marked) else name), text


def _places(origin: Origin) -> Iterator[Prop]:
    for side, locations in (("source", origin.source), ("target", origin.target)):
        for place in locations:
            where = f"{_quoted(place.block)} {place.line} {place.start}-{place.end}"
            yield "x-place", f"{side} {where} {_quoted(place.path)}"


def _quoted(text: str) -> str:
    return _QUOTED.sub(lambda match: quote(match.group(), errors="surrogatepass"), text)


def _origin(document: str | None, props: Sequence[Prop]) -> Origin | None:
    found = list(_matches(props, "x-place", PLACE, _place))
    if document is None and not found:
        return None
    source, target = (
        tuple(place for side, place in found if side == name) for name in ("source", "target")
    )
    return Origin(document=document or "", source=source, target=target)


def _place(match: re.Match[str]) -> tuple[SideName, Location]:
    side, block, line, start, end, path = match.groups()
    location = Location(
        path=unquote(path), block=unquote(block), line=int(line), start=int(start), end=int(end)
    )
    return side, location  # type: ignore[return-value]


def _matches(
    props: Iterable[Prop], name: str, pattern: re.Pattern[str], made: Callable[[re.Match[str]], T]
) -> Iterator[T]:
    for key, text in props:
        match = pattern.fullmatch(text) if key == name else None
        if match is not None:
            yield made(match)


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


def _is_ours(name: str, text: str) -> bool:
    """Say whether a prop is one of those we make; a flag or place must also be written so."""
    if name in _WRITTEN:
        return _WRITTEN[name].fullmatch(text) is not None
    return name.startswith("x-") and name.removeprefix("x-") in OWN_PROPS


_WRITTEN = {"x-flag": FLAG, "x-place": PLACE}
