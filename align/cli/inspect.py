"""``align inspect``: what is made of a file before anything is aligned."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from align.cli.options import LAYOUT_CHOICE, common_options, languages_option, settings_from
from align.errors import UsageError

__all__ = ["inspect"]

EXAMPLES = """\b
Examples:
  align inspect contract.docx              what was read, block by block
  align inspect contract.docx -v           every segment whole
  align inspect scan.pdf --html -o scan.html
  align inspect page.html --json | jq .removed
"""


@click.command(epilog=EXAMPLES, short_help="What was read of a file, and what was left out.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--html", "as_html", is_flag=True, help="A web page that shows both sides.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PAGE",
    help="Where the page goes.  [default: stdout]",
)
@click.option(
    "--segment", metavar="HOW", help="sentence, paragraph, line or srx:FILE.  [default: sentence]"
)
@click.option(
    "--layout", type=LAYOUT_CHOICE, help="How a file holds its languages.  [default: recognised]"
)
@click.option("--encoding", metavar="NAME", help="For example windows-1256.  [default: detected]")
@languages_option
@common_options
def inspect(file: Path, as_html: bool, output: Path | None, **options: Any) -> None:
    """Show what is read of FILE: encoding, layout, the language of each block, its segments.

    Whatever is left out is listed with the reason, whatever is repaired as it was and as it is
    now. Nothing is aligned, and nothing is written but the page of --html.
    """
    settings = settings_from(options)
    if as_html and options["as_json"]:
        raise UsageError("--html", "cannot go with --json", "ask for one of them")
    if output is not None and not as_html:
        raise UsageError("-o", "is where the page of --html goes", "add --html")
    from align.cli import inspect_json, inspect_page, inspect_text  # noqa: PLC0415
    from align.inspecting import inspect as inspected  # noqa: PLC0415  --help needs none of it

    inspection = inspected(file, file.name, settings)
    if as_html:
        inspect_page.show(inspection, output, file)
    elif options["as_json"]:
        inspect_json.show(inspection)
    else:
        inspect_text.show(inspection, whole=options["verbose"])
