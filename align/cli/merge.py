"""``align merge``: several memories to one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from align import naming, registry
from align.cli.options import common_options, exchange_options, settings_from
from align.cli.progress import UnitProgress, counted, one_line

if TYPE_CHECKING:
    from align.config import Settings
    from align.exchange.incoming import Incoming
    from align.exchange.merging import Uniting

__all__ = ["merge"]

EXAMPLES = """\b
Examples:
  align merge 2024.tmx 2025.tmx client.xlsx -o all.tmx
  align merge *.tmx -o all.tmx --conflicts conflicts.jsonl --removed duplicates.jsonl
  align merge a.tmx b.tmx -o all.tmx --duplicates exact --cat trados --min-score 0.7
"""
LIST = click.Path(dir_okay=False, path_type=Path)


@click.command(epilog=EXAMPLES, short_help="Several memories to one, without duplicates.")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="IN…",
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="OUT",
    help="The memory to write.",
)
@click.option("--to", "write_as", metavar="FORMAT", help="Of OUT.  [default: as its name says]")
@click.option(
    "--duplicates",
    type=click.Choice(["near", "exact", "none"]),
    default="near",
    show_default=True,
    help="What counts as one unit: near duplicates differ in case, marks, punctuation or spaces.",
)
@click.option("--removed", type=LIST, metavar="FILE", help="JSON lines: each duplicate removed.")
@click.option(
    "--conflicts", type=LIST, metavar="FILE", help="JSON lines: each source of several targets."
)
@exchange_options
@common_options
def merge(files: tuple[Path, ...], output: Path, **options: Any) -> int:
    """Unite memories of any formats in OUT: of duplicates the one with the best score stays.

    It stands where the first of them stood; several targets of one source stand together, the best
    first. Memories of any size are streamed through a temporary file.
    """
    from align.cli import exchanging  # noqa: PLC0415  --help needs none of it

    settings = settings_from(options)
    _check(output, settings, options)
    incoming = exchanging.incoming_units(files, settings, options)
    lists = filter(None, (options["removed"], options["conflicts"]))
    exchanging.check_outputs(output, incoming, options, lists)
    uniting = _united(incoming, output, options)
    if options["as_json"]:
        click.echo(json.dumps(_document(incoming, uniting), ensure_ascii=False))
    _tell(incoming, uniting, options)
    return 0


def _check(output: Path, settings: Settings, options: dict[str, Any]) -> None:
    """Refuse an unknown format before any work."""
    if options["write_as"] is not None:
        registry.check("formats", options["write_as"])
    naming.output_of(output, options["write_as"], settings.langs)


def _united(incoming: Incoming, output: Path, options: dict[str, Any]) -> Uniting:
    from align.exchange.merging import Uniting  # noqa: PLC0415

    shown = {"quiet": options["quiet"], "verbose": options["verbose"]}
    with Uniting(incoming, options["duplicates"]) as uniting:
        with UnitProgress("reading", **shown) as progress:
            for _ in uniting.take():
                progress.step()
        with UnitProgress("writing", **shown) as progress:
            for _ in uniting.write(output, options["write_as"]):
                progress.step()
        uniting.list_conflicts(options["conflicts"])
        if options["removed"] is not None:
            uniting.list_duplicates(options["removed"])
    return uniting


def _document(incoming: Incoming, uniting: Uniting) -> dict[str, Any]:
    from align.cli.exchanging import as_json  # noqa: PLC0415

    document = as_json(incoming.counts, uniting.writer, uniting.written)
    return document | {"duplicates": uniting.duplicates, "conflicts": uniting.conflicts}


def _tell(incoming: Incoming, uniting: Uniting, options: dict[str, Any]) -> None:
    from align.cli.exchanging import tell_losses, tell_written  # noqa: PLC0415

    if options["quiet"]:
        return
    tell_losses(incoming.counts)
    read = sum(count.units for count in incoming.counts)
    gone = counted(uniting.duplicates, "duplicate")
    click.echo(f"{counted(read)} read, {gone} removed", err=True)
    if uniting.conflicts:
        place = options["conflicts"] or "listed by --conflicts FILE"
        line = f"sources with several targets: {uniting.conflicts}, {place}"
        click.echo(one_line(line), err=True)
    tell_written(uniting.writer, uniting.written)
