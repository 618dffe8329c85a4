"""``align convert``: a memory from one format to another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from align import naming, registry
from align.cli.options import (
    common_options,
    languages_option,
    settings_from,
    writing_options,
)
from align.cli.progress import UnitProgress, counted, one_line
from align.files import check_places

if TYPE_CHECKING:
    from align.config import Settings
    from align.exchange.converting import Converting
    from align.exchange.incoming import Incoming

__all__ = ["convert"]

EXAMPLES = """\b
Examples:
  align convert memory.tmx memory.xlsx
  align convert memory.tmx trados.tmx --cat trados --prop client=ACME
  align convert corpus.tmx.gz corpus --to moses
  align convert corpus.ar-en.ar corpus.jsonl
  align convert old.sdlxliff good.tmx --langs ar,en --min-score 0.7
"""
FORMATS = f"""\b
Formats, known by the name of the file:
  {"  ".join(naming.FILES)}
  read only: .sdlxliff .mqxliff .mxliff .po .json, tables in .html and .docx
"""


@click.command(epilog=f"{EXAMPLES}\n\n{FORMATS}", short_help="A memory to another format.")
@click.argument(
    "source", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="IN"
)
@click.argument("output", type=click.Path(path_type=Path), metavar="OUT")
@click.option("--from", "read_as", metavar="FORMAT", help="Of IN.  [default: as its name says]")
@click.option("--to", "write_as", metavar="FORMAT", help="Of OUT.  [default: as its name says]")
@languages_option
@click.option(
    "--min-score", type=float, metavar="S", help="Leave out units with less.  [default: all]"
)
@writing_options
@common_options
def convert(source: Path, output: Path, **options: Any) -> int:
    """Write the units of IN to OUT, whose names say the formats.

    A format of several files (moses, vertical …) is read by the first of them and takes as OUT what
    their names begin with, with --to. Memories of any size are streamed; what could not be taken
    over is told. OUT appears whole or not at all. --langs A,B makes A the source.
    """
    settings = settings_from(options)
    _check(source, output, settings, options)
    incoming = _incoming(source, settings, options)
    converting = _converted(incoming, output, options)
    if options["as_json"]:
        click.echo(json.dumps(_document(incoming, converting), ensure_ascii=False))
    _tell(incoming, converting, options)
    return 0


def _check(source: Path, output: Path, settings: Settings, options: dict[str, Any]) -> None:
    """Refuse unknown formats, and to write over what is read, before any work."""
    if options["read_as"] is not None:
        registry.check("memories", options["read_as"])
    if options["write_as"] is not None:
        registry.check("formats", options["write_as"])
    made = naming.output_of(output, options["write_as"], settings.langs)
    read = naming.format_of(source, reading=True)
    parts = naming.files_of(read.format, read.stem, settings.langs) if read is not None else ()
    check_places(made.files, [source, *parts])


def _incoming(source: Path, settings: Settings, options: dict[str, Any]) -> Incoming:
    from align.exchange.incoming import Incoming, Wish  # noqa: PLC0415  --help needs none of it

    wish = Wish(
        format=options["read_as"],
        directed=options["langs"] is not None,
        least=options["min_score"],
    )
    return Incoming([source], settings, wish)


def _converted(incoming: Incoming, output: Path, options: dict[str, Any]) -> Converting:
    from align.exchange.converting import Converting  # noqa: PLC0415

    converting = Converting(incoming, output, options["write_as"])
    with UnitProgress("converting", quiet=options["quiet"], verbose=options["verbose"]) as progress:
        for _ in converting.convert():
            progress.step()
    return converting


def _document(incoming: Incoming, converting: Converting) -> dict[str, Any]:
    from align.cli.losses import as_json  # noqa: PLC0415

    return {
        "read": [as_json(count) for count in incoming.counts],
        "written": converting.written,
        "files": [str(path) for path in converting.writer.paths],
        "remarks": converting.writer.remarks,
    }


def _tell(incoming: Incoming, converting: Converting, options: dict[str, Any]) -> None:
    from align.cli.losses import tell_losses  # noqa: PLC0415

    if options["quiet"]:
        return
    tell_losses(incoming.counts)
    for remark in converting.writer.remarks:
        click.echo(one_line(f"align: {remark}"), err=True)
    places = ", ".join(str(path) for path in converting.writer.paths)
    click.echo(one_line(f"{counted(converting.written)} in {places}"), err=True)
