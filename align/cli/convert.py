"""``align convert``: a memory from one format to another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from align import naming, registry
from align.cli.options import common_options, exchange_options, settings_from
from align.cli.progress import UnitProgress

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
  read only: .sdlxliff .mqxliff .mxliff .txlf .po .json, tables in .html and .docx
"""


@click.command(epilog=f"{EXAMPLES}\n\n{FORMATS}", short_help="A memory to another format.")
@click.argument(
    "source", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="IN"
)
@click.argument("output", type=click.Path(path_type=Path), metavar="OUT")
@click.option("--from", "read_as", metavar="FORMAT", help="Of IN.  [default: as its name says]")
@click.option("--to", "write_as", metavar="FORMAT", help="Of OUT.  [default: as its name says]")
@exchange_options
@common_options
def convert(source: Path, output: Path, **options: Any) -> int:
    """Write the units of IN to OUT, whose names say the formats.

    A format of several files (moses, vertical …) is read by the first of them and takes as OUT what
    their names begin with, with --to. Memories of any size are streamed; what could not be taken
    over is told. OUT appears whole or not at all. --langs A,B makes A the source.
    """
    from align.cli import exchanging  # noqa: PLC0415  --help needs none of it

    settings = settings_from(options)
    _check(output, settings, options)
    incoming = exchanging.incoming_units([source], settings, options)
    exchanging.check_outputs(output, incoming, options)
    converting = _converted(incoming, output, options)
    if options["as_json"]:
        document = exchanging.as_json(incoming.counts, converting.writer, converting.written)
        click.echo(json.dumps(document, ensure_ascii=False))
    if not options["quiet"]:
        exchanging.tell_losses(incoming.counts)
        exchanging.tell_written(converting.writer, converting.written)
    return 0


def _check(output: Path, settings: Settings, options: dict[str, Any]) -> None:
    """Refuse unknown formats before any work."""
    if options["read_as"] is not None:
        registry.check("memories", options["read_as"])
    if options["write_as"] is not None:
        registry.check("formats", options["write_as"])
    naming.output_of(output, options["write_as"], settings.langs)


def _converted(incoming: Incoming, output: Path, options: dict[str, Any]) -> Converting:
    from align.exchange.converting import Converting  # noqa: PLC0415

    converting = Converting(incoming, output, options["write_as"])
    with UnitProgress("converting", quiet=options["quiet"], verbose=options["verbose"]) as progress:
        for _ in converting.convert():
            progress.step()
    return converting
