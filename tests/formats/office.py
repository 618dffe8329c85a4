"""LibreOffice, to see what a spreadsheet makes of our files: skipped where it is not installed."""

from __future__ import annotations

import csv
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["ALL_TEXT", "NASTY_CELLS", "needs_office", "rows_of_csv", "through_office"]

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
# What a spreadsheet takes for something else, or a careless library breaks; all of it is tidied.
NASTY_CELLS = [
    "=1+1",
    "+49 30 1234",
    "@x",
    "-5",
    "00123",
    "1e5",
    "12/11",
    "12/11/2026",
    "'apostrophe",
    "TRUE",
    "1,5",
    "٣٫٥",
    'one "quoted" word, and another',
    '=HYPERLINK("http://example.org")',
    "http://example.org",
    "_x0041_ and _x000D_",
    "<b>&amp; 'single' ]]>",
    "نص \u200fبعلامات\u200e \u2067معزولة\u2069 وتطويـــل.",
    "no-break\u00a0space and \u202fnarrow",
    "family \U0001f469\u200d\U0001f469\u200d\U0001f467",
]
ALL_TEXT = "/".join(f"{column}/2" for column in range(1, 30))


def through_office(path: Path, to: str, filter_in: str = "") -> Path:
    """Convert a file with LibreOffice and return the new one; ``to`` may name a filter."""
    out = path.parent / "office"
    assert OFFICE is not None
    command = [OFFICE, "--headless", f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"]
    command += [f"--infilter={filter_in}"] if filter_in else []
    command += ["--convert-to", to, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return out / f"{path.stem}.{to.partition(':')[0]}"


def rows_of_csv(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file by column."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
