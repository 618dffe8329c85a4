"""Files that names leave alone are paired by what they say, before any is aligned."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Any, TypeVar

import click

from align.cli.progress import counted, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from align.config import Settings
    from align.model import Job
    from align.pairing import Found
    from align.pairing.portrait import Portrait

__all__ = ["by_content", "pairs_told"]

T = TypeVar("T")
PORTION = 100  # files between two lines
MANNERS = ("name", "folder", "content")


def by_content(
    found: Found, settings: Settings, imap: Callable[..., Any], options: dict[str, Any]
) -> Found:
    """Return the jobs with those paired that translate one another, if that is asked for."""
    if settings.pairing != "content":
        return found
    from align.pairing.by_content import pair_by_content  # noqa: PLC0415  --help needs none of it

    def watched(
        draw: Callable[[Job], Portrait | None], jobs: Sequence[Job]
    ) -> Iterator[Portrait | None]:
        return _shown(imap(draw, jobs), len(jobs), quiet=options["quiet"])

    paired = pair_by_content(found, settings, watched)
    for remark in paired.remarks:
        click.echo(one_line(f"align: {remark}"), err=True)
    return paired


def _shown(results: Iterable[T], total: int, *, quiet: bool) -> Iterator[T]:
    """Yield the results and say how many there are already, where that takes a while."""
    label = "comparing files by content"
    if not quiet and sys.stderr.isatty():
        with click.progressbar(results, length=total, label=label, file=sys.stderr) as shown:
            yield from shown
        return
    for number, result in enumerate(results, 1):
        if not quiet and number % PORTION == 0:
            click.echo(f"{label}: {number} of {total}", err=True)
        yield result


def pairs_told(rows: Iterable[dict[str, Any]]) -> str:
    """Return how many pairs were made in which way, nothing without any.

    >>> pairs_told([{"paired": {"by": "content", "score": 0.9}}, {"paired": None}])
    '1 pair by content'
    """
    ways = Counter(row["paired"]["by"] for row in rows if row["paired"] is not None)
    told = [f"{counted(ways[way], 'pair')} by {way}" for way in MANNERS if ways[way]]
    return ", ".join(told)
