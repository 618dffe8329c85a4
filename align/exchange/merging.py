"""Several memories to one: duplicates out, the best score kept, conflicts listed."""

from __future__ import annotations

import json
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Self

from align.formats.memories import memory_writer
from align.formats.opening import output as opened_output
from align.store.merging import Duplicates, Merging

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from align.exchange.incoming import Incoming
    from align.formats.writing import UnitWriter
    from align.model import TranslationUnit

__all__ = ["Uniting"]


class Uniting:
    """A context manager: take the units in, then write the memory and the lists.

    ``written``, ``duplicates`` and ``conflicts`` are known once their lists are written.
    """

    def __init__(self, incoming: Incoming, duplicates: Duplicates = "near") -> None:
        """Prepare; ``duplicates`` says which units count as one."""
        self.written = self.duplicates = self.conflicts = 0
        self.writer: UnitWriter
        self._incoming = incoming
        self._merging = Merging(duplicates)

    def __enter__(self) -> Self:
        """Open the temporary table."""
        self._merging.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Remove the temporary table."""
        self._merging.__exit__(kind, error, traceback)

    def take(self) -> Iterator[TranslationUnit]:
        """Yield each unit once it is taken in."""
        for unit in self._incoming:
            self._merging.add(unit)
            yield unit

    def write(self, output: Path, name: str | None = None) -> Iterator[TranslationUnit]:
        """Yield each unit that stays once it is written to ``output``."""
        self.duplicates = self._merging.duplicates
        self.writer = memory_writer(output, self._incoming.settings, name)
        with self.writer as writer:
            for unit in self._merging.units():
                writer.write(unit)
                self.written += 1
                yield unit

    def list_duplicates(self, path: Path) -> None:
        """Write a line of JSON for every unit that does not stay, with the one that stays."""
        _write_lines(
            path,
            (
                {"gone": _as_json(gone), "stays": _as_json(best)}
                for gone, best in self._merging.gone()
            ),
        )

    def list_conflicts(self, path: Path | None) -> None:
        """Count the sources that stay with several targets and write a line of JSON for each."""
        with ExitStack() as stack:
            file = stack.enter_context(opened_output(path)) if path is not None else None
            for rivals in self._merging.rivals():
                self.conflicts += 1
                if file is not None:
                    file.write(_line({"units": [_as_json(unit) for unit in rivals.units]}))


def _write_lines(path: Path, values: Iterable[dict[str, Any]]) -> None:
    with opened_output(path) as file:
        for value in values:
            file.write(_line(value))


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _as_json(unit: TranslationUnit) -> dict[str, Any]:
    document = unit.origin.document if unit.origin else None
    texts = {"id": unit.id, "source": unit.source, "target": unit.target}
    return {**texts, "score": unit.score, "document": document}
