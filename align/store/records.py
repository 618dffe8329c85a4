"""Units as bytes, to wait in a temporary table; read by the process that wrote them only."""

from __future__ import annotations

import pickle
from typing import Any

from align.model import Flag, Location, Origin, TranslationUnit

__all__ = ["packed", "unpacked"]


def packed(unit: TranslationUnit) -> bytes:
    """Return a unit as bytes.

    Plain tuples are pickled four times as fast as records, whose state Python code has to collect.
    """
    flags = [(f.id, f.severity, f.message, f.side, f.start, f.end) for f in unit.flags]
    origin = unit.origin and (
        unit.origin.document,
        *(
            [(at.path, at.block, at.line, at.start, at.end) for at in side]
            for side in (unit.origin.source, unit.origin.target)
        ),
    )
    texts = (unit.id, unit.source, unit.target, unit.source_lang, unit.target_lang)
    return pickle.dumps((*texts, unit.kind, unit.score, flags, origin, unit.props), protocol=5)


def unpacked(record: bytes) -> TranslationUnit:
    """Return the unit of bytes that `packed` made a moment ago."""
    name, source, target, source_lang, target_lang, kind, score, flags, origin, props = (
        pickle.loads(record)
    )
    return TranslationUnit(
        id=name,
        source=source,
        target=target,
        source_lang=source_lang,
        target_lang=target_lang,
        kind=kind,
        score=score,
        flags=tuple(map(_flag, flags)),
        origin=origin and _origin(*origin),
        props=props,
    )


def _flag(values: tuple[Any, ...]) -> Flag:
    name, severity, message, side, start, end = values
    return Flag(id=name, severity=severity, message=message, side=side, start=start, end=end)


def _origin(document: str, *sides: list[tuple[Any, ...]]) -> Origin:
    source, target = (tuple(map(_location, side)) for side in sides)
    return Origin(document=document, source=source, target=target)


def _location(values: tuple[Any, ...]) -> Location:
    path, block, line, start, end = values
    return Location(path=path, block=block, line=line, start=start, end=end)
