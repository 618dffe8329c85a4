"""``align score``: how likely each unit of a memory is right, and what is wrong with it."""

from __future__ import annotations

import gc
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from align import naming
from align.cli.options import (
    common_options,
    judging_options,
    settings_from,
    writing_options,
)
from align.cli.progress import UnitProgress, counted, one_line
from align.errors import NothingToReadError
from align.files import check_places

if TYPE_CHECKING:
    from align.config import Settings
    from align.reference import Comparison
    from align.scoring import Scoring
    from align.sifting import Sifting
    from align.tally import Tally

__all__ = ["score"]

FINDINGS = 9

EXAMPLES = """\b
Examples:
  align score memory.tmx
  align score memory.tmx -o good.tmx --rejected doubtful.jsonl --min-score 0.7
  align score a.tmx b.tsv --ignore double-space,quote --glossary terms.tsv --json
  align score translated.tmx --reference gold.tmx
"""
MEMORY = click.Path(exists=True, dir_okay=False, path_type=Path)
OUTPUT = click.Path(path_type=Path)


@click.command(epilog=EXAMPLES, short_help="Score and check the units of any memory.")
@click.argument("files", nargs=-1, required=True, type=MEMORY, metavar="FILE…")
@click.option(
    "--min-score", type=float, metavar="S", help="Least score of units to keep.  [default: 0.5]"
)
@click.option(
    "-o", "--output", "kept", type=OUTPUT, metavar="KEPT", help="A memory of the units to keep."
)
@click.option("--rejected", type=OUTPUT, metavar="FILE", help="A memory of all others.")
@click.option(
    "--prior",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    metavar="P",
    help="Share of right units, as far as known.  [default: estimated; 0.9 of less than 200 units]",
)
@click.option(
    "--reference",
    type=MEMORY,
    metavar="REF.tmx",
    help="A memory held to be right: adds sacreBLEU's BLEU, chrF2++ and TER (slow on many "
    "thousand units), and precision and recall of the pairs.",
)
@click.option(
    "--worst",
    type=click.IntRange(0),
    default=10,
    show_default=True,
    metavar="N",
    help="How many of the lowest units are shown.",
)
@click.option("--strict", is_flag=True, help="End with code 9 if any finding is an error.")
@judging_options
@writing_options
@common_options
def score(files: tuple[Path, ...], strict: bool, **options: Any) -> int:
    """Score the units of memories (TMX, XLIFF, XLSX …), and say what is wrong with them.

    The score is the probability that a unit is a right pair. It goes by the two texts alone and
    by how common right units are in these memories; earlier scores and flags are not looked at.
    KEPT and the file of the rejected are memories of the kind their suffix says.
    """
    from align.scoring import Scoring, languages_of  # noqa: PLC0415  --help needs none of it

    settings = settings_from(options)
    langs = languages_of(files, settings.langs)
    _check_places(files, settings, langs, options)
    comparison = _comparison(options["reference"], langs)
    with Scoring(files, settings, options["prior"]) as scoring:
        _judge(scoring, options)
        tally = _sift(scoring, settings, langs, options)
        if comparison is not None:
            _compare(scoring, comparison, options)
        _show(scoring, tally, comparison, options)
    return FINDINGS if strict and tally.flagged["error"] else 0


def _check_places(
    files: tuple[Path, ...],
    settings: Settings,
    langs: tuple[str, str],
    options: dict[str, Any],
) -> None:
    """Refuse to write over what is read, or where nothing can be written, before any work."""
    from align.formats.memories import places_of  # noqa: PLC0415
    from align.sifting import settings_for  # noqa: PLC0415

    others = filter(None, (options["reference"], settings.checks.glossary))
    read = [*chain.from_iterable(map(naming.parts_of, files)), *files, *map(Path, others)]
    memories = filter(None, (options["kept"], options["rejected"]))
    made = [places_of(path, settings_for(settings, langs)) for path in memories]
    check_places([*chain.from_iterable(made)], read)


def _comparison(reference: Path | None, langs: tuple[str, str]) -> Comparison | None:
    from align.formats.memories import read_memory  # noqa: PLC0415
    from align.reference import Comparison  # noqa: PLC0415

    if reference is None:
        return None
    comparison = Comparison(read_memory(reference, langs, exact=True), langs)
    if not comparison.pairs:
        raise NothingToReadError(str(reference), "holds no pair to compare with")
    return comparison


def _judge(scoring: Scoring, options: dict[str, Any]) -> None:
    with UnitProgress("scoring", quiet=options["quiet"], verbose=options["verbose"]) as progress:
        for number, _ in enumerate(scoring.judge()):
            if not number:
                gc.freeze()  # the encoder stays: looking through it again and again takes time
            progress.step()
    progress.tell(scoring.counts())


def _sift(
    scoring: Scoring, settings: Settings, langs: tuple[str, str], options: dict[str, Any]
) -> Tally:
    """Count every unit, and write it to the file it belongs to."""
    from align.sifting import Sifting  # noqa: PLC0415
    from align.tally import Tally  # noqa: PLC0415

    tally = Tally(settings.min_score, options["worst"])
    with Sifting(options["kept"], options["rejected"], settings, langs) as sifting:
        for one in scoring.scored():
            sifting.add(one.unit)
            tally.add(one)
    if options["kept"] or options["rejected"]:
        _tell(sifting, settings, options)
    return tally


def _compare(scoring: Scoring, comparison: Comparison, options: dict[str, Any]) -> None:
    """Compare every unit, which takes a while: TER tries where words may have moved from."""
    with UnitProgress("comparing", quiet=options["quiet"], verbose=options["verbose"]) as progress:
        for one in scoring.scored():
            comparison.add(one.unit)
            progress.step()


def _tell(sifting: Sifting, settings: Settings, options: dict[str, Any]) -> None:
    """Say on stderr where the units are; those that no file can hold are never passed over."""
    if not options["quiet"]:
        kept = _written(sifting.kept, options["kept"])
        click.echo(f"kept: {kept} (score {settings.min_score:g} and more)", err=True)
        others = _written(sifting.rejected - sifting.unwritten, options["rejected"])
        click.echo(f"rejected: {others}", err=True)
        for remark in sifting.remarks:
            click.echo(one_line(f"align: {remark}"), err=True)
    if sifting.unwritten:
        more = sifting.unwritten - len(sifting.names)
        names = ", ".join(sifting.names) + (f" and {more} more" if more else "")
        line = f"{counted(sifting.unwritten)} with an empty side in no file: {names}"
        click.echo(one_line(f"align: {line}; --rejected FILE.jsonl takes them"), err=True)


def _show(
    scoring: Scoring, tally: Tally, comparison: Comparison | None, options: dict[str, Any]
) -> None:
    """Print the JSON document, or what is to be said of all units together."""
    from align.cli import score_json, score_text  # noqa: PLC0415

    show = score_json.show if options["as_json"] else score_text.show
    show(scoring, tally, comparison)


def _written(units: int, path: Path | None) -> str:
    return one_line(f"{counted(units)} in {path or 'no file'}")
