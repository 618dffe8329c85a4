"""The JSON document of ``align check``, written finding by finding: a line each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from align.exchange.checking.fixing import changes_of

if TYPE_CHECKING:
    from align.exchange.checking.checking import Checking
    from align.exchange.checking.findings import Finding
    from align.exchange.checking.fixing import Fixing
    from align.model import Severity

__all__ = ["JsonReport"]


class JsonReport:
    """Prints what is found as soon as it is found."""

    def __init__(self) -> None:
        """Start before the first file."""
        self._files = self._units = 0
        self._severities: dict[Severity, int] = {"error": 0, "warning": 0, "info": 0}
        self._ids: dict[str, int] = {}
        self._before = ""

    def begin(self) -> None:
        """Print what comes first."""
        click.echo('{"files": [', nl=False)

    def begin_file(self, checking: Checking) -> None:
        """Print what a file is."""
        before = "," if self._files else ""
        head = f'"path": {_text(str(checking.path))}, "format": {_text(checking.format)}'
        click.echo(f'{before}\n{{{head}, "findings": [', nl=False)
        self._files += 1
        self._before = "\n"

    def add(self, finding: Finding) -> None:
        """Print a finding."""
        click.echo(f"{self._before}{_text(_as_json(finding))}", nl=False)
        self._before = ",\n"
        self._severities[finding.severity] += 1
        self._ids[finding.id] = self._ids.get(finding.id, 0) + 1

    def end_file(self, checking: Checking, fixing: Fixing | None) -> None:
        """Print what a file came to."""
        tally = checking.tally
        self._units += tally.units
        tools = {tool: verdict._asdict() for tool, verdict in tally.verdicts().items()}
        end: dict[str, Any] = {"units": tally.units, "tools": tools}
        if fixing is not None:
            end["fixed"] = _fixed(fixing)
        click.echo(f"\n], {_text(end)[1:-1]}}}", nl=False)

    def end(self) -> None:
        """Print the counts of all files."""
        summary = {
            "files": self._files,
            "units": self._units,
            "severities": self._severities,
            "findings": self._ids,
        }
        click.echo(f'\n], "summary": {_text(summary)}}}')


def _as_json(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "severity": finding.severity,
        "tools": finding.tools,
        "line": finding.line,
        "unit": finding.unit,
        "side": finding.side,
        "message": finding.message,
        "fix": finding.fix,
    }


def _fixed(fixing: Fixing) -> dict[str, Any]:
    changes = [
        {"change": what, "finding": finding, "times": times}
        for (what, finding), times in sorted(fixing.counts.items())
    ]
    return {
        "paths": [str(path) for path in fixing.paths],
        "units": fixing.written,
        "list": str(changes_of(fixing.paths[0])),
        "changes": changes,
        "remarks": fixing.remarks,
    }


def _text(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False)
