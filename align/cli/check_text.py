"""What ``align check`` prints for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from align.checks.catalogue import FLAGS
from align.cli.progress import counted, one_line
from align.exchange.checking.catalogue import KINDS
from align.presets import PRESETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.exchange.checking.checking import Checking
    from align.exchange.checking.findings import Finding
    from align.exchange.checking.fixing import Fixing
    from align.exchange.checking.verdicts import Reason, Tally

__all__ = ["TextReport"]

WIDTH = 20  # of the first column
MOST_REASONS = 4  # that are named beside a tool
DOES = {
    "refuses-file": "refuses the whole file",
    "refuses": "refuses the unit",
    "changes-file": "changes every unit",
    "changes": "changes the unit",
}
EVIDENCE = (
    "What OmegaT does was tried or read in its source; of the others, it is what their\n"
    "documentation and the rules of TMX and XML say."
)
KNOWN = {
    "tried": "tried",
    "documented": "by its documentation or source",
    "standard": "by the rules of TMX and XML",
}


class TextReport:
    """Prints a table of the tools and the findings by kind; ``every`` finding if wanted."""

    def __init__(self, *, every: bool) -> None:
        """Start before the first file."""
        self._every = every
        self._is_first = True
        self._path = ""

    def begin(self) -> None:
        """Print what comes first: nothing."""

    def begin_file(self, checking: Checking) -> None:
        """Take the name of a file."""
        self._path = str(checking.path)
        if not self._is_first:
            click.echo()
        self._is_first = False

    def add(self, finding: Finding) -> None:
        """Print a finding if every one is wanted."""
        if self._every:
            line = f"{self._path}:{finding.line or 0}: {finding.severity} {finding.id}"
            click.echo(one_line(f"{line}: {_told(finding)}"))

    def end_file(self, checking: Checking, _: Fixing | None) -> None:
        """Print what a file came to."""
        tally = checking.tally
        if self._every and tally.reasons():
            click.echo()
        what = "" if checking.format == "tmx" else ", as TMX that is made of it"
        click.echo(one_line(f"{self._path}: {counted(tally.units)}{what}"))
        _show_tools(tally)
        _show_findings(tally)

    def end(self) -> None:
        """Print what comes last: nothing."""


def _show_tools(tally: Tally) -> None:
    click.echo(f"\n{'':{WIDTH}}  {'goes in':>9}  {'changed':>9}  {'refused':>9}")
    for tool, verdict in tally.verdicts().items():
        figures = (verdict.accepted, verdict.changed, verdict.refused)
        cells = "  ".join(f"{figure:9,}" for figure in figures)
        click.echo(f"{PRESETS[tool].title:{WIDTH}}  {cells}  {_why(tally, tool)}".rstrip())
    click.echo(EVIDENCE)


def _why(tally: Tally, tool: str) -> str:
    """Return the main reasons for what a tool does; those of a whole file stand alone."""
    concerning = tally.concerning(tool)
    whole = [name for act, name in concerning if act == "refuses-file"]
    names = whole or [name for _, name in concerning]
    more = ", …" if len(names) > MOST_REASONS else ""
    told = ", ".join(names[:MOST_REASONS]) + more
    return f"the whole file: {told}" if whole else told


def _show_findings(tally: Tally) -> None:
    reasons = tally.reasons()
    imports = [(name, reason) for name, reason in reasons if name in KINDS]
    click.echo("\nimport" if imports else "\nimport: no findings")
    for name, reason in imports:
        _show_kind(name, reason, KINDS[name].says)
        for line in _details(name, tally):
            click.echo(f"{'':{WIDTH}}  {line}")
    quality = [(name, reason) for name, reason in reasons if name not in KINDS]
    if quality:
        click.echo("\ntexts")
    for name, reason in quality:
        _show_kind(name, reason, FLAGS[name].says)


def _show_kind(name: str, reason: Reason, says: str) -> None:
    click.echo(f"{name:{WIDTH}}  {reason.severity:7}  {reason.times:9,}  {says}")
    for finding in reason.examples:
        line = f"line {finding.line}: " if finding.line else ""
        click.echo(one_line(f"{'':{WIDTH}}  - {line}{_told(finding)}"))


def _details(name: str, tally: Tally) -> Iterator[str]:
    """Yield what the tool does of a finding, if there is one tool only, and what ``--fix`` does."""
    kind, tools = KINDS[name], list(tally.verdicts())
    for act, cause in tally.concerning(tools[0]) if len(tools) == 1 else ():
        if cause == name:
            known = KNOWN[kind.effects[tools[0]].basis]
            yield f"{PRESETS[tools[0]].title} {DOES[act]}, {known}"
    if kind.fix:
        yield f"--fix: {kind.fix}"


def _told(finding: Finding) -> str:
    return f"unit {finding.unit}: {finding.message}" if finding.unit else finding.message
