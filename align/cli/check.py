"""``align check``: the rehearsal of an import, and the repaired file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from align.cli.options import common_options, languages_option, settings_from
from align.cli.progress import UnitProgress, counted, one_line
from align.errors import UsageError
from align.files import check_places

if TYPE_CHECKING:
    from align.cli.check_json import JsonReport
    from align.cli.check_text import TextReport
    from align.config import Settings
    from align.exchange.checking.checking import Checking
    from align.exchange.checking.fixing import Fixing

__all__ = ["check"]

FINDINGS = 9

EXAMPLES = """\b
Examples:
  align check memory.tmx
  align check memory.tmx --cat trados
  align check client.tmx --cat trados --fix -o client.good.tmx
  align check *.tmx --cat omegat --strict --no-qa --json
"""
MEMORY = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(epilog=EXAMPLES, short_help="What CAT tools would refuse or change, and the fix.")
@click.argument("files", nargs=-1, required=True, type=MEMORY, metavar="FILE…")
@click.option(
    "--cat",
    metavar="NAME",
    help="One tool: omegat, trados, memoq, phrase, matecat, smartcat, wordfast, xtm or smartling.  "
    "[default: all of them]",
)
@click.option("--fix", "fixes", is_flag=True, help="Write a repaired TMX, and list the changes.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="OUT",
    help="The repaired file; the changes are listed in OUT.changes.jsonl.",
)
@click.option("--strict", is_flag=True, help="End with code 9 if any finding is an error.")
@languages_option
@click.option(
    "--tmx-lang", metavar="A=X,B=Y", help="Codes the units must have, e.g. ar=ar-SA,en=en-US."
)
@click.option("--no-qa", is_flag=True, help="Look at the import only: much faster.")
@click.option(
    "--ignore",
    "unwanted",
    multiple=True,
    metavar="ID,…",
    help="Findings that are not wanted, e.g. locale,double-space; repeatable.",
)
@click.option(
    "--glossary",
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE",
    help="Terms and their translations, which the units must keep to.",
)
@click.option("--date", metavar="DATE", help="Written into OUT, as 20261121T210000Z.")
@common_options
def check(files: tuple[Path, ...], **options: Any) -> int:
    """Rehearse the import of memories: which units would a CAT tool refuse or change, and why?

    An error has a unit or the file refused, a warning may have it changed or is worth a look. What
    OmegaT does was tried; of the other tools it is what their documentation says. Texts are
    compared too (numbers, names, punctuation …), as align score does; no tool refuses a unit for
    that. With --verbose every finding is shown.
    """
    settings = _settings(options)
    _check_output(files, settings, options)
    report = _report(options)
    errors = 0
    report.begin()
    for place, path in enumerate(files, 1):
        errors += _checked(path, settings, report, options | {"place": (place, len(files))})
    report.end()
    return FINDINGS if options["strict"] and errors else 0


def _settings(options: dict[str, Any]) -> Settings:
    """Return the settings; findings of an import may be unwanted too, and these are checked here.

    Raises `UsageError` for what cannot be.
    """
    from align.exchange.checking.findings import check_ignored_findings  # noqa: PLC0415

    settings = settings_from(options)
    given = ",".join(options["unwanted"]).split(",")
    unwanted = tuple(name.strip() for name in given if name.strip())
    check_ignored_findings(unwanted)
    ignore = (*settings.checks.ignore, *unwanted)
    return replace(settings, checks=replace(settings.checks, ignore=ignore))


def _check_output(files: tuple[Path, ...], settings: Settings, options: dict[str, Any]) -> None:
    """Refuse what cannot be written before any work."""
    from align.exchange.checking.fixing import changes_of  # noqa: PLC0415
    from align.formats.memories import places_of  # noqa: PLC0415

    output: Path | None = options["output"]
    if options["fixes"] != (output is not None):
        raise UsageError("", "--fix and -o OUT go together", "write --fix -o repaired.tmx")
    if output is None:
        return
    if len(files) > 1:
        raise UsageError(
            "--fix", f"takes one file, not {len(files)}", "unite them with align merge first"
        )
    glossary = settings.checks.glossary
    read = [*files, *([Path(glossary)] if glossary else [])]
    check_places([changes_of(output), *places_of(output, settings)], read)


def _report(options: dict[str, Any]) -> JsonReport | TextReport:
    from align.cli.check_json import JsonReport  # noqa: PLC0415
    from align.cli.check_text import TextReport  # noqa: PLC0415

    return JsonReport() if options["as_json"] else TextReport(every=options["verbose"])


def _checked(
    path: Path, settings: Settings, report: JsonReport | TextReport, options: dict[str, Any]
) -> int:
    """Check a file, repair it if that is wanted, and return how many findings are errors."""
    from align.exchange.checking.checking import Checking  # noqa: PLC0415

    shown = {"quiet": options["quiet"], "verbose": False}
    with Checking(path, settings, quality=not options["no_qa"]) as checking:
        report.begin_file(checking)
        with UnitProgress("checking", **shown) as progress:
            for finding in checking.findings(progress.step):
                report.add(finding)
        progress.tell_one(str(path), checking.tally.units, *options["place"])
        _hint(checking, settings)
        fixing = _fixed(checking, settings, options) if options["fixes"] else None
        report.end_file(checking, fixing)
        return checking.tally.errors()


def _hint(checking: Checking, settings: Settings) -> None:
    """Say which flag to try when not one unit has both languages."""
    found = dict(checking.tally.reasons()).get("missing-language")
    if found is not None and found.times == checking.tally.units:
        langs = " and ".join(settings.langs)
        line = f"{checking.path}: no unit has texts in {langs}; name its languages with --langs A,B"
        click.echo(one_line(f"align: {line}"), err=True)


def _fixed(checking: Checking, settings: Settings, options: dict[str, Any]) -> Fixing:
    from align.exchange.checking.fixing import Fixing, changes_of  # noqa: PLC0415

    output: Path = options["output"]
    fixing = Fixing(checking, output, settings)
    with UnitProgress("repairing", quiet=options["quiet"], verbose=False) as progress:
        for _ in fixing.fix():
            progress.step()
    if not options["quiet"]:
        for (what, finding), times in sorted(fixing.counts.items()):
            click.echo(f"align: {what}: {finding}, {times:,}", err=True)
        for remark in fixing.remarks:
            click.echo(one_line(f"align: {remark}"), err=True)
        places = ", ".join(map(str, fixing.paths))
        line = f"{counted(fixing.written)} in {places}; changes: {changes_of(output)}"
        click.echo(one_line(line), err=True)
    return fixing
