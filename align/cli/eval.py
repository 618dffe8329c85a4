"""``align eval``: how right are the beads, against gold."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from align.cli.options import alignment_options, common_options, settings_from
from align.errors import NothingToReadError

if TYPE_CHECKING:
    from align.config import Settings
    from align.evaluate import Counts, Result
    from align.gold import GoldDocument

__all__ = ["evaluate"]

EXAMPLES = """\b
Examples:
  align eval corpora/
  align eval gold/law gold/news --docs 'law*'
  align eval text-berg/ --langs de,fr --aligner gale-church --json
"""
GOLD_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command(epilog=EXAMPLES, short_help="Precision and recall against gold alignments.")
@click.argument("folders", nargs=-1, required=True, type=GOLD_FOLDER, metavar="DIR…")
@click.option(
    "--docs", default="*", show_default=True, metavar="GLOB", help="Only documents of such names."
)
@alignment_options
@common_options
def evaluate(folders: tuple[Path, ...], docs: str, **options: Any) -> None:
    """Align documents whose gold alignment is known, and count what is right.

    DIR holds DOC.ar.txt, DOC.en.txt (one segment a line; any two language codes) and DOC.gold,
    lines of [0]:[0, 1]; or bilingual files DOC.txt with DOC.gold.tsv, which are read, told apart,
    cut and aligned from scratch. Precision, recall and F1 are strict and lax as in Vecalign's
    scorer, over all documents together; beads with an empty side are counted as omissions.
    """
    from align.gold import find_gold  # noqa: PLC0415  --help needs none of it

    settings = settings_from(options)
    documents = [d for folder in folders for d in find_gold(folder, docs, settings.langs)]
    if not documents:
        where = ", ".join(map(str, folders))
        raise NothingToReadError(where, f"holds no gold document {docs}", "see align eval -h")
    results = [_timed(document, settings, options) for document in documents]
    summary = _summary(results)
    if options["as_json"]:
        click.echo(json.dumps(summary, ensure_ascii=False))
    else:
        _print(summary)


def _timed(document: GoldDocument, settings: Settings, options: dict[str, Any]) -> dict[str, Any]:
    started = time.perf_counter()
    result = document.evaluate(settings)
    seconds = time.perf_counter() - started
    if not options["quiet"]:
        click.echo(f"{document.name}: {seconds:.1f} s", err=True)
    return {"name": document.name, "result": result, "seconds": seconds}


def _summary(results: list[dict[str, Any]]) -> dict[str, Any]:
    from align.evaluate import total  # noqa: PLC0415

    every: Result = total(one["result"] for one in results)
    return {
        "documents": [
            {"document": one["name"], **_figures(one["result"], one["seconds"])} for one in results
        ],
        "by_kind": {kind: _with_counts(counts) for kind, counts in every.by_kind.items()},
        "overall": _figures(every, sum(one["seconds"] for one in results)),
    }


def _figures(result: Result, seconds: float) -> dict[str, Any]:
    return {
        **{measure: counts.figures() for measure, counts in result.measures.items()},
        "beads_gold": result.beads_gold,
        "beads_system": result.beads_system,
        "seconds": round(seconds, 3),
        "sentences_per_second": round(result.sentences / seconds, 1) if seconds else 0.0,
    }


def _with_counts(counts: Counts) -> dict[str, Any]:
    return {**counts.figures(), "gold": counts.gold, "system": counts.system}


def _print(summary: dict[str, Any]) -> None:
    rows = [(one["document"], one) for one in summary["documents"]]
    width = max(len("all"), len("document"), *(len(name) for name, _ in rows))
    heads = ("strict P", "strict R", "strict F1", "lax F1", "omissions F1", "gold", "found")
    click.echo("  ".join(("document".ljust(width), *heads)))
    for name, one in (*rows, ("all", summary["overall"])):
        strict = one["strict"]
        figures = (*strict.values(), one["lax"]["f1"], one["omissions"]["f1"])
        cells = (*(f"{figure:.3f}" for figure in figures), one["beads_gold"], one["beads_system"])
        padded = (str(cell).rjust(len(head)) for cell, head in zip(cells, heads, strict=True))
        click.echo("  ".join((name.ljust(width), *padded)))
    overall = summary["overall"]
    click.echo(f"{overall['sentences_per_second']:.0f} sentences a second")
