"""Loads JSON, numbers as they are written; keys that stand twice in an object are counted."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from align.errors import EncodingError, LimitError
from align.formats.json.pairs import Number, branches
from align.formats.opening import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.formats.reading import Losses, Reading

__all__ = ["Values", "loaded", "refused"]

LARGEST = 25_000_000  # bytes of JSON that is held as objects, which take about eight times as much
DEEPEST = 200  # levels


class Values:
    """Makes values of JSON text."""

    def __init__(self, path: Path, losses: Losses) -> None:
        """Take the file, for messages, and where losses are counted."""
        self._path = path
        self._losses = losses
        self._twice = 0
        self._decode = json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_int=Number,
            parse_float=Number,
            parse_constant=Number,
        ).raw_decode

    def at(self, text: str, start: int) -> tuple[Any, int]:
        """Return the value that begins in a text, and where it ends.

        Raises `json.JSONDecodeError` for what is none, `LimitError` for one that is nested too
        deep.
        """
        self._twice = 0
        value, end = self._decode(text, start)
        if self._twice:
            reason = "a key that stands twice in an object, the last one read"
            self._losses.add("unit", 0, reason, self._twice)
        if _is_deep(value):
            raise too_deep(self._path)
        return value, end

    def _object(self, items: list[tuple[str, Any]]) -> dict[str, Any]:
        values = dict(items)
        self._twice += len(items) - len(values)
        return values


def loaded(path: Path, reading: Reading) -> Any:
    """Return the value that a JSON file holds, None for one that is broken.

    Raises `EncodingError` or `LimitError`.
    """
    with opened(path, reading.limits) as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        fact = f"is larger than {LARGEST:,} bytes and no list, which could be read piece by piece"
        raise LimitError(str(path), fact, "divide it")
    try:
        with refused(path):
            text = content.decode(json.detect_encoding(content)).strip(" \t\r\n")
            value, end = Values(path, reading.losses).at(text, 0)
            if end < len(text):
                raise json.JSONDecodeError("Extra data", text, end)
    except json.JSONDecodeError as error:
        reading.broken(path, error.lineno, f"this is not JSON ({error.msg})")
        return None
    return value


@contextmanager
def refused(path: Path) -> Iterator[None]:
    """Raise errors of ours for text in another encoding and for what is nested without end."""
    try:
        yield
    except UnicodeDecodeError as error:
        fact = f"is not {error.encoding.upper()}"
        raise EncodingError(str(path), fact, "save it as UTF-8") from error
    except RecursionError as error:
        raise too_deep(path) from error


def too_deep(path: Path) -> LimitError:
    """Return the error for a value that is nested too deep."""
    return LimitError(str(path), f"is nested deeper than {DEEPEST} levels")


def _is_deep(value: Any) -> bool:
    level, depth = [value], 0
    while level and depth <= DEEPEST:
        level = [item for tree in level for item in branches(tree).values()]
        depth += 1
    return bool(level)
