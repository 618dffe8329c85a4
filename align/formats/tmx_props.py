"""The props of a TMX unit, as they are written and read: ours, the user's, other people's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from align.config import OWN_PROPS
from align.formats.sides import tidy_flags
from align.model import Flag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.model import TranslationUnit

__all__ = ["flags_of", "is_ours", "own_name", "props_of"]

FLAG = re.compile(
    r"(?P<severity>error|warning|info) (?P<id>[^ :]+)"
    r"(?: (?P<side>source|target) (?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9}))?:(?: (?P<message>.*))?"
)
Prop = tuple[str, str]  # type and text


def props_of(unit: TranslationUnit) -> Iterator[Prop]:
    """Yield the props that a unit is written with, ours first."""
    if unit.origin is not None:
        yield "x-document", unit.origin.document
    yield "x-alignment-type", unit.kind
    yield "x-score", f"{unit.score:.4f}"
    for flag in tidy_flags(unit):
        place = f" {flag.side} {flag.start}-{flag.end}" if flag.side else ""
        yield "x-flag", f"{flag.severity} {flag.id}{place}: {flag.message}"
    for name, text in unit.props:
        yield (f"x-prop-{name}" if name in OWN_PROPS else f"x-{name}"), text


def flags_of(props: Iterable[Prop]) -> Iterator[Flag]:
    """Yield the flags among the props of a unit."""
    for name, text in props:
        match = FLAG.fullmatch(text) if name == "x-flag" else None
        if match is not None:
            yield _flag(match)


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


def is_ours(name: str, text: str) -> bool:
    """Say whether a prop is one of those the writer makes; a flag must also be written so."""
    if name == "x-flag":
        return FLAG.fullmatch(text) is not None
    return name.startswith("x-") and name.removeprefix("x-") in OWN_PROPS


def own_name(name: str, text: str) -> Prop:
    """Return a prop under the user's name for it: without ``x-``, or our mark of a taken name."""
    name = name.removeprefix("x-")
    taken = name.removeprefix("prop-")
    return (taken if taken in OWN_PROPS else name), text
