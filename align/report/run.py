"""The report of a run, and its two files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from align.files import replacing
from align.report.page import render
from align.report.summary import Summary
from align.version import version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["Report"]


class Report(Summary):
    """A summary that writes itself: the same jobs and settings give the same bytes."""

    def as_json(self) -> dict[str, Any]:
        """Return the whole report as it stands in ``report.json``."""
        return {
            "jobs": [row.as_json() for row in self.jobs],
            "skipped": [file.as_json() for file in self.skipped],
            **self._closing(),
        }

    def write_json(self, path: Path) -> None:
        """Write ``report.json``, one job a line, whole or not at all."""
        with replacing(path) as file:
            for line in self._json_lines():
                # A file name that is no Unicode holds lone surrogates: \udce9 is how JSON says so.
                file.write(line.encode("utf-8", "backslashreplace"))

    def write_html(self, path: Path) -> None:
        """Write the page to look at, whole or not at all."""
        with replacing(path) as file:
            file.write(render(self, version()))

    def _closing(self) -> dict[str, Any]:
        return {
            "totals": self.totals.as_json(),
            "settings_signature": self.signature,
            "version": version(),
        }

    def _json_lines(self) -> Iterator[str]:
        yield '{\n"jobs": ['
        yield from _members(row.as_json() for row in self.jobs)
        yield '],\n"skipped": ['
        yield from _members(file.as_json() for file in self.skipped)
        yield "]"
        for key, value in self._closing().items():
            yield f',\n"{key}": {_dump(value)}'
        yield "\n}\n"


def _members(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    separator = "\n"
    for row in rows:
        yield separator + _dump(row)
        separator = ",\n"
    if separator != "\n":
        yield "\n"


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
