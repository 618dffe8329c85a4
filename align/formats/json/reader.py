"""Reads the JSON lines that we write; sentences without a counterpart are no units and left out.

Of a unit's origin only the document is kept.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from align.formats.fields import DEFAULT_KIND, score_of, texts_of
from align.formats.line_reader import numbered_lines
from align.model import Flag, Origin, Severity, SideName, TranslationUnit
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Reading

__all__ = ["read_jsonl"]

T = TypeVar("T")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
LOST = "\N{REPLACEMENT CHARACTER}"
KINDS: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    list: "a list",
    dict: "an object",
}


def read_jsonl(path: Path, reading: Reading) -> Iterator[TranslationUnit]:
    """Yield the units of a file of JSON lines."""
    units = 0
    for number, line in numbered_lines(path, reading.limits):
        try:
            bead = _of_type(json.loads(line), dict, "a line")
            if not _is_unit(bead):
                reading.losses.add("unaligned", number)
                continue
            units += 1
            unit = _unit(bead, reading, default_id=f"tu{units}")
        except (ValueError, RecursionError) as error:
            fact = "not JSON" if isinstance(error, json.JSONDecodeError) else str(error)
            reading.unfit(path, number, fact)
            continue
        yield unit


def _is_unit(bead: dict[str, Any]) -> bool:
    """Tell a unit from a sentence that was left unaligned: that has no id, and one text."""
    return bead.get("id", "") is not None or all(_text(bead, side)[1] for side in ("src", "tgt"))


def _unit(bead: dict[str, Any], reading: Reading, default_id: str) -> TranslationUnit:
    """Return the unit of a line; raises `ValueError` with what is wrong."""
    (source_lang, source), (target_lang, target) = _text(bead, "src"), _text(bead, "tgt")
    source, target = texts_of(source, target, exact=reading.exact)
    document = tidy(_field(bead, "doc", ""))
    return TranslationUnit(
        id=tidy(_field(bead, "id", "")) or default_id,
        source=source,
        target=target,
        source_lang=source_lang or reading.langs[0],
        target_lang=target_lang or reading.langs[1],
        kind=tidy(_field(bead, "type", "")) or DEFAULT_KIND,
        score=_score(bead.get("score")),
        flags=tuple(map(_flag, _field(bead, "flags", []))),
        origin=Origin(document=document, source=(), target=()) if document else None,
        props=tuple(map(_prop, _field(bead, "props", []))),
    )


def _text(bead: dict[str, Any], side: str) -> tuple[str, str]:
    """Return language and text of a side; half of a surrogate pair is a character that is lost."""
    values = _of_type(bead.get(side), dict, f"{side!r}")
    text = _LONE_SURROGATE.sub(LOST, _field(values, "text", ""))
    return tidy(_field(values, "lang", "")), text


def _score(value: object) -> float:
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return score_of(None if value is None else str(value))
    raise ValueError("'score' is not a number")


def _flag(value: object) -> Flag:
    values = _of_type(value, dict, "a flag")
    severity, side = _field(values, "severity", "info"), _field(values, "side", "") or None
    if severity not in get_args(Severity) or side not in {None, *get_args(SideName)}:
        raise ValueError("a flag of unknown severity or side")
    return Flag(
        id=tidy(_field(values, "id", "")),
        severity=severity,  # type: ignore[arg-type]
        message=tidy(_field(values, "message", "")),
        side=side,  # type: ignore[arg-type]
        start=_field(values, "start", 0),
        end=_field(values, "end", 0),
    )


def _prop(value: object) -> tuple[str, str]:
    match value:
        case [str(name), str(text)]:
            return tidy(name), tidy(text)
    raise ValueError("a prop is a pair of a name and a text")


def _field(values: dict[str, Any], name: str, default: T) -> T:
    """Return a value of the type of its default, which stands in when it is null or not there."""
    value = values.get(name)
    return default if value is None else _of_type(value, type(default), f"{name!r}")


def _of_type(value: Any, kind: type[T], name: str) -> T:
    if isinstance(value, kind) and not isinstance(value, bool):
        return value
    raise ValueError(f"{name} is not {KINDS[kind]}")
