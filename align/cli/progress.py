"""What a person sees on stderr while the work goes on."""

from __future__ import annotations

import re
import sys
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any, Self

import click

from align.model import Aligned, Failed, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType

__all__ = ["Progress", "UnitProgress", "counted", "describe", "one_line"]

PORTION = 10_000  # units between two lines
REDRAWN = 100  # units between two pictures of the bar

# Controls, line ends, and what sets the direction of all that comes after it.
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class _Shown:
    """A bar on a terminal, plain lines otherwise, silence when asked for."""

    def __init__(self, bar: Callable[..., Any], *, quiet: bool, verbose: bool) -> None:
        self._done = 0
        self._lines = not quiet and (verbose or not sys.stderr.isatty())
        self._bar: Any = bar(file=sys.stderr) if not quiet and not self._lines else None

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


class Progress(_Shown):
    """How many of a known number of jobs are done."""

    def __init__(self, total: int, *, quiet: bool, verbose: bool) -> None:
        """Prepare for ``total`` jobs."""
        self._total = total
        bar = partial(click.progressbar, length=total, label="aligning")
        super().__init__(bar, quiet=quiet, verbose=verbose)

    def show(self, outcome: Outcome) -> None:
        """Count one job as done; a failure is always told."""
        self._done += 1
        if self._bar is not None:
            self._bar.update(1)
        if self._lines or isinstance(outcome, Failed):
            line = f"[{self._done}/{self._total}] {outcome.job.id}: {describe(outcome)}"
            click.echo(one_line(line), err=True)


class UnitProgress(_Shown):
    """How many units of memories are done, of a number that nobody knows before the end."""

    def __init__(self, label: str, *, quiet: bool, verbose: bool) -> None:
        """Prepare for any number of units; ``label`` says what is done to them."""
        self._label = label
        bar = partial(click.progressbar, count(), label=label, show_pos=True)
        super().__init__(bar, quiet=quiet, verbose=verbose)

    def step(self) -> None:
        """Count one unit as done."""
        self._done += 1
        if self._bar is not None and self._done % REDRAWN == 0:
            self._bar.update(REDRAWN)
        if self._lines and self._done % PORTION == 0:
            click.echo(f"{self._label}: {self._done} units", err=True)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Show the last number and end the bar's line."""
        if self._bar is not None:
            self._bar.update(self._done % REDRAWN)
        super().__exit__(kind, error, traceback)

    def tell(self, files: Iterable[tuple[str, int]]) -> None:
        """Say how many units each file held."""
        told = list(files)
        for place, (name, units) in enumerate(told, 1):
            self.tell_one(name, units, place, len(told))

    def tell_one(self, name: str, units: int, place: int, number: int) -> None:
        """Say how many units a file held, which is the one at ``place`` of ``number``."""
        if self._lines:
            click.echo(one_line(f"[{place}/{number}] {name}: {counted(units)}"), err=True)


def one_line(text: str) -> str:
    r"""Return ``text`` as a terminal can show it: what would break or recolour a line is escaped.

    >>> one_line("a\nb")
    'a\\nb'
    """
    return UNPRINTABLE.sub(lambda match: repr(match.group())[1:-1], text)


def counted(number: int, what: str = "unit") -> str:
    """Return a number of units, or of other things, in words."""
    return f"1 {what}" if number == 1 else f"{number} {what}s"


def describe(outcome: Outcome) -> str:
    """Return what came of a job in a few words."""
    if isinstance(outcome, Failed):
        return f"failed: {outcome.message}"
    if isinstance(outcome, Aligned):
        units = sum(unit is not None for bitext in outcome.bitexts for unit in bitext.units)
        layouts = ", ".join(dict.fromkeys(b.alignment.bitext.layout for b in outcome.bitexts))
        return f"{counted(units)} ({layouts})"
    return f"monolingual ({outcome.lang}), nothing to align"
