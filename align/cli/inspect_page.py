"""An inspection as a web page, on stdout or in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from align.files import check_places, replacing
from align.report.page.inspection import render
from align.version import version

if TYPE_CHECKING:
    from pathlib import Path

    from align.inspecting import Inspection

__all__ = ["show"]


def show(inspection: Inspection, output: Path | None, read: Path) -> None:
    """Write the page to ``output``, which may not be the file ``read``, or to stdout."""
    page = render(inspection, version())
    if output is None:
        click.echo(page.decode(), nl=False)
        return
    check_places([output], [read])
    with replacing(output) as file:
        file.write(page)
    click.echo(f"the page is {output}", err=True)
