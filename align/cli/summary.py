"""The last lines of a run: what came of it and where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

    from align.report import Report

__all__ = ["tell"]

STATUSES = ("aligned", "monolingual", "failed")
MEMORIES = ("memory.tmx", "doubtful.tmx")


def tell(report: Report, output: Path) -> None:
    """Say on stderr how many documents and units there are, and why if there is no unit."""
    totals = report.as_json()["totals"]
    counts = ", ".join(f"{totals[status]} {status}" for status in STATUSES if totals[status])
    documents = "1 document" if totals["jobs"] == 1 else f"{totals['jobs']} documents"
    units = "1 unit" if totals["units"] == 1 else f"{totals['units']} units"
    twice = f", {totals['duplicates']} of them duplicates" if totals["duplicates"] else ""
    click.echo(f"{documents}: {counts}; {units}{twice}", err=True)
    if not totals["units"]:
        _advise(report)
    places = [f"memory: {output / name}" for name in MEMORIES if (output / name).exists()][:1]
    click.echo("   ".join((*places, f"report: {output / 'report.html'}")), err=True)


def _advise(report: Report) -> None:
    from align.report.advice import advise  # noqa: PLC0415  --help needs none of it

    advice = advise(report)
    click.echo(f"no unit was made. {advice.cause} Try: {advice.flag}", err=True)
