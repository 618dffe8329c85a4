"""Reads the JSON lines that we write; sentences without a counterpart are no units and left out.

The places of segments need ``ids``, ``lines`` and ``files``; older files have the first alone.
"""

from __future__ import annotations

import json
import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from align.formats.fields import DEFAULT_KIND, score_of
from align.formats.lines import numbered_lines
from align.model import Flag, Location, Origin, Severity, SideName, TranslationUnit
from align.text.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Losses, Reading

__all__ = ["read_jsonl", "unit_of_bead"]

T = TypeVar("T")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_PLACE = re.compile(r"(?P<block>.*):(?P<start>[0-9]{1,12})-(?P<end>[0-9]{1,12})", re.DOTALL)
LOST = "\N{REPLACEMENT CHARACTER}"
LARGEST = 10**12  # of the numbers of characters and lines
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
            unit = unit_of_bead(bead, f"tu{units}", number, reading)
        except (ValueError, RecursionError) as error:
            fact = "not JSON" if isinstance(error, json.JSONDecodeError) else str(error)
            reading.unfit(path, number, fact)
            continue
        yield unit


def _is_unit(bead: dict[str, Any]) -> bool:
    """Tell a unit from a sentence that was left unaligned: that has no id, and one text."""
    return bead.get("id") is not None or all(_text(bead, side)[1] for side in ("src", "tgt"))


def unit_of_bead(bead: dict[str, Any], name: str, line: int, reading: Reading) -> TranslationUnit:
    """Return the unit of an object, called ``name`` unless it has an id.

    Raises `ValueError` with what is wrong.
    """
    (source_lang, source), (target_lang, target) = _text(bead, "src"), _text(bead, "tgt")
    source, target = reading.texts(source, target, line)
    return TranslationUnit(
        id=tidy(_field(bead, "id", "")) or name,
        source=source,
        target=target,
        source_lang=source_lang or reading.langs[0],
        target_lang=target_lang or reading.langs[1],
        kind=tidy(_field(bead, "type", "")) or DEFAULT_KIND,
        score=_score(bead.get("score")),
        flags=tuple(map(_flag, _field(bead, "flags", []))),
        origin=_origin(bead, line, reading.losses),
        props=tuple(map(_prop, _field(bead, "props", []))),
    )


def _text(bead: dict[str, Any], side: str) -> tuple[str, str]:
    """Return language and text of a side; half of a surrogate pair is a character that is lost."""
    values = _of_type(bead.get(side), dict, f"{side!r}")
    text = _LONE_SURROGATE.sub(LOST, _field(values, "text", ""))
    return tidy(_field(values, "lang", "")), text


def _origin(bead: dict[str, Any], line: int, losses: Losses) -> Origin | None:
    document = tidy(_field(bead, "doc", ""))
    source, target = (tuple(_places(bead[side], line, losses)) for side in ("src", "tgt"))
    if document or source or target:
        return Origin(document=document, source=source, target=target)
    return None


def _places(side: dict[str, Any], line: int, losses: Losses) -> Iterator[Location]:
    """Yield the places of a side; of an id without line and file, or that is no place, none."""
    ids: list[Any] = _field(side, "ids", [])
    lines: list[Any] = _field(side, "lines", [])
    files: list[Any] = _field(side, "files", [])
    for name, number, file in zip_longest(ids, lines, files):
        match = _PLACE.fullmatch("" if name is None else _of_type(name, str, "an id"))
        if match is None or number is None or file is None:
            losses.add("property", line, "the place of a segment without its line or file")
            continue
        yield Location(
            path=_of_type(file, str, "a file"),
            block=match["block"],
            line=_count(number, "a line number"),
            start=int(match["start"]),
            end=int(match["end"]),
        )


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
        start=_count(values.get("start") or 0, "'start'"),
        end=_count(values.get("end") or 0, "'end'"),
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


def _count(value: object, name: str) -> int:
    number = _of_type(value, int, name)
    if 0 <= number < LARGEST:
        return number
    raise ValueError(f"{name} is not between 0 and {LARGEST:,}")


def _of_type(value: Any, kind: type[T], name: str) -> T:
    if isinstance(value, kind) and not isinstance(value, bool):
        return value
    raise ValueError(f"{name} is not {KINDS[kind]}")
