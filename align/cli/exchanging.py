"""What convert and merge share: units in, and what is told of those read, lost and written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from align import naming
from align.cli.progress import counted, one_line
from align.exchange.incoming import Incoming, Wish
from align.files import check_places
from align.formats.memories import places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from align.config import Settings
    from align.exchange.incoming import Counts
    from align.formats.writing import UnitWriter

__all__ = ["as_json", "check_outputs", "incoming_units", "tell_losses", "tell_written"]


def incoming_units(files: Sequence[Path], settings: Settings, options: dict[str, Any]) -> Incoming:
    """Return the units of files as the options of a command want them."""
    wish = Wish(
        format=options.get("read_as"),
        directed=options["langs"] is not None,
        least=options["min_score"],
    )
    return Incoming(files, settings, wish)


def check_outputs(
    output: Path, incoming: Incoming, options: dict[str, Any], lists: Iterable[Path] = ()
) -> None:
    """Refuse, before any work, to write over what is read, or where nothing can be written."""
    made = places_of(output, incoming.settings, options["write_as"])
    read = [part for file in incoming.files for part in (file, *naming.parts_of(file))]
    check_places([*made, *lists], read)


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


def tell_written(writer: UnitWriter, units: int) -> None:
    """Say where the units are now, and what there is to know of these files."""
    for remark in writer.remarks:
        click.echo(one_line(f"align: {remark}"), err=True)
    places = ", ".join(map(str, writer.paths))
    click.echo(one_line(f"{counted(units)} in {places}"), err=True)


def as_json(counts: Iterable[Counts], writer: UnitWriter, units: int) -> dict[str, Any]:
    """Return what was read and written as JSON values."""
    return {
        "read": [_read_as_json(count) for count in counts],
        "written": units,
        "files": [str(path) for path in writer.paths],
        "remarks": writer.remarks,
    }


def _read_as_json(count: Counts) -> dict[str, Any]:
    return {
        "path": str(count.path),
        "units": count.units,
        "turned": count.turned,
        "below": count.below,
        "losses": [loss._asdict() for loss in count.losses],
    }
