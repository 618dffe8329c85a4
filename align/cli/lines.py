"""``align lines``: a drop-in sentence aligner for files of one segment a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from align.cli.options import alignment_options, common_options, settings_from

if TYPE_CHECKING:
    from align.lines import LineBead

__all__ = ["lines"]

EXAMPLES = """\b
Examples:
  align lines book.ar.txt book.en.txt > book.beads
  align lines de.txt fr.txt --langs de,fr --format ladder
  align lines a.txt b.txt --aligner gale-church --format tsv
"""
LINE_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(epilog=EXAMPLES, short_help="Align two files of one segment a line.")
@click.argument("source", type=LINE_FILE, metavar="AR.txt")
@click.argument("target", type=LINE_FILE, metavar="EN.txt")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["vecalign", "ladder", "tsv"]),
    default="vecalign",
    show_default=True,
    help="[0]:[0, 1] · rungs as hunalign writes them · the texts themselves.",
)
@alignment_options
@click.option("--encoding", metavar="NAME", help="Of both files.  [default: detected]")
@common_options
def lines(source: Path, target: Path, shape: str, **options: Any) -> None:
    """Align two files in which every line is a segment, and print the beads.

    A blank line comes out alone, as a bead with an empty other side. Ladder and tsv lines end
    with the bead's posterior probability.
    """
    from align.lines import align_lines, read_lines  # noqa: PLC0415

    settings = settings_from(options)
    sides = read_lines(source, settings.read), read_lines(target, settings.read)
    beads = align_lines(*sides, settings)
    if options["as_json"]:
        click.echo(json.dumps([_as_json(bead) for bead in beads]))
        return
    if shape == "ladder":
        _print_ladder(beads)
        return
    for bead in beads:
        click.echo(_line(bead, shape, sides))


def _print_ladder(beads: list[LineBead]) -> None:
    """Print the rungs as hunalign does: where each bead begins, and the end.

    Rungs part the lines between them, so blank lines inside a bead stay inside it.
    """
    source = target = 0
    for bead in beads:
        behind = max((source, *(i + 1 for i in bead.source)))
        beyond = max((target, *(j + 1 for j in bead.target)))
        if (behind, beyond) == (source, target):
            continue  # a blank line that the bead before it has taken in
        click.echo(f"{source}\t{target}\t{bead.posterior:.4f}")
        source, target = behind, beyond
    click.echo(f"{source}\t{target}\t0")


def _line(bead: LineBead, shape: str, sides: tuple[list[str], list[str]]) -> str:
    if shape == "vecalign":
        return f"{list(bead.source)}:{list(bead.target)}"
    texts = (
        " ".join(lines[i].strip() for i in side)
        for lines, side in zip(sides, (bead.source, bead.target), strict=True)
    )
    return "\t".join((*(text.replace("\t", " ") for text in texts), f"{bead.posterior:.4f}"))


def _as_json(bead: LineBead) -> dict[str, Any]:
    return {
        "source": list(bead.source),
        "target": list(bead.target),
        "cost": bead.cost,
        "posterior": bead.posterior,
    }
