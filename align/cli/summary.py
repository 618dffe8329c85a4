"""The last lines of a run: what came of it and where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from align.cli.pairing import pairs_told
from align.cli.progress import counted, one_line

if TYPE_CHECKING:
    from pathlib import Path

    from align.report import Report

__all__ = ["tell"]

STATUSES = ("aligned", "monolingual", "failed")
REMARKS = ("duplicates", "doubtful")  # of units
MEMORIES = ("memory.tmx", "doubtful.tmx")


def tell(report: Report, output: Path) -> None:
    """Say on stderr how many documents and units there are, and why if there is no unit."""
    figures = report.as_json()
    totals = figures["totals"]
    counts = ", ".join(f"{totals[status]} {status}" for status in STATUSES if totals[status])
    documents = "1 document" if totals["jobs"] == 1 else f"{totals['jobs']} documents"
    remarks = [f", {totals[name]} of them {name}" for name in REMARKS if totals[name]]
    click.echo(f"{documents}: {counts}; {counted(totals['units'])}{''.join(remarks)}", err=True)
    if pairs := pairs_told(figures["jobs"]):
        click.echo(pairs, err=True)
    if not totals["units"]:
        _advise(report)
    for remark in report.remarks:
        click.echo(one_line(f"align: {remark}"), err=True)
    memories = (output / name for name in MEMORIES)
    places = [f"{memory.stem}: {memory}" for memory in memories if memory.exists()]
    click.echo("   ".join((*places, f"report: {output / 'report.html'}")), err=True)


def _advise(report: Report) -> None:
    from align.report.advice import advise  # noqa: PLC0415  --help needs none of it

    advice = advise(report)
    click.echo(f"no unit was made. {advice.cause} Try: {advice.flag}", err=True)
