"""What a person sees on stderr while the work goes on."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any, Self

import click

from align.model import Aligned, Failed, Outcome

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["Progress", "describe", "one_line"]

UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")  # controls and line ends


class Progress:
    """A bar on a terminal, plain lines otherwise, silence when asked for."""

    def __init__(self, total: int, *, quiet: bool, verbose: bool) -> None:
        """Prepare for ``total`` jobs."""
        self._total = total
        self._done = 0
        self._lines = not quiet and (verbose or not sys.stderr.isatty())
        self._bar: Any = None
        if not quiet and not self._lines:
            self._bar = click.progressbar(length=total, label="aligning", file=sys.stderr)

    def __enter__(self) -> Self:
        """Show the empty bar."""
        if self._bar is not None:
            self._bar.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the bar's line."""
        if self._bar is not None:
            self._bar.__exit__(kind, error, traceback)

    def show(self, outcome: Outcome) -> None:
        """Count one job as done; a failure is always told."""
        self._done += 1
        if self._bar is not None:
            self._bar.update(1)
        if self._lines or isinstance(outcome, Failed):
            line = f"[{self._done}/{self._total}] {outcome.job.id}: {describe(outcome)}"
            click.echo(one_line(line), err=True)


def one_line(text: str) -> str:
    r"""Return ``text`` as a terminal can show it: what would break or recolour a line is escaped.

    >>> one_line("a\nb")
    'a\\nb'
    """
    return UNPRINTABLE.sub(lambda match: repr(match.group())[1:-1], text)


def describe(outcome: Outcome) -> str:
    """Return what came of a job in a few words."""
    if isinstance(outcome, Failed):
        return f"failed: {outcome.message}"
    if isinstance(outcome, Aligned):
        units = sum(unit is not None for bitext in outcome.bitexts for unit in bitext.units)
        layouts = ", ".join(dict.fromkeys(b.alignment.bitext.layout for b in outcome.bitexts))
        return f"{units} units ({layouts})"
    return f"monolingual ({outcome.lang}), nothing to align"
