"""What reading and writing memories could not keep, told on stderr and in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from align.cli.progress import counted, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.exchange.incoming import Counts
    from align.formats.reading import Losses

__all__ = ["as_json", "losses_json", "tell_losses"]


def tell_losses(counts: Iterable[Counts]) -> None:
    """Say of every file what of it was not taken over."""
    for count in counts:
        lines = [str(loss) for loss in count.losses]
        if count.below:
            lines.append(f"{counted(count.below)} left out: the score is too low")
        if count.turned:
            lines.append(f"{counted(count.turned)} turned: source and target exchanged")
        for line in lines:
            click.echo(one_line(f"align: {count.path}: {line}"), err=True)


def as_json(count: Counts) -> dict[str, Any]:
    """Return what was read from a file as JSON values."""
    return {
        "path": str(count.path),
        "units": count.units,
        "turned": count.turned,
        "below": count.below,
        "losses": losses_json(count.losses),
    }


def losses_json(losses: Losses) -> list[dict[str, Any]]:
    """Return losses as JSON values."""
    return [
        {"kind": loss.kind, "times": loss.times, "line": loss.line, "reason": loss.reason}
        for loss in losses
    ]
