"""Our own corpora as files of every format that is read, made by real programs: what comes back.

``python -m tests.bench.rendered [FORMAT …]`` writes every text of ``corpora/`` in each format,
reads it again, and prints the share of letters that came back in the right order and how the F1 of
its beads compares with that of the plain text. LibreOffice and Chromium have to be installed.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from align.config import ReadSettings, Settings
from align.evaluate import total
from align.gold import find_gold
from align.readers import read
from tests.own import CORPORA, gold
from tests.readers.letters import share_in_order
from tests.readers.pdf_producers import by_reportlab
from tests.readers.rendering import (
    NAMES,
    blocks_of,
    chromium,
    docx_of,
    html_of,
    office,
    texts_of,
)
from tests.readers.tables_of_beads import csv_of, docx_table_of, html_table_of, xlsx_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["FORMATS", "Figures", "figures_of"]

GOLDS = tuple(sorted(path.name.removesuffix(".gold.tsv") for path in CORPORA.glob("*.gold.tsv")))
TWO_COLUMNS = "body { column-count: 2 }"
TABLES = ("table", "xlsx, two columns", "csv, two columns", "side by side")
RUNNING = tuple(name for name in NAMES if "\t" not in "".join(texts_of(name)))
Made = dict[str, Path]  # by the name of the text


def _docx(folder: Path) -> Made:
    return {name: docx_of(blocks_of(name), folder / f"{name}.docx") for name in NAMES}


def _by_office(suffix: str) -> Callable[[Path], Made]:
    def make(folder: Path) -> Made:
        sources = _docx(_inner(folder))
        made = office(suffix, list(sources.values()), folder)
        return dict(zip(sources, made, strict=True))

    return make


def _by_chromium(style: str) -> Callable[[Path], Made]:
    """Print every text; in a ``style``, that is in columns, those without tables."""

    def make(folder: Path) -> Made:
        made = {}
        for name in RUNNING if style else NAMES:
            page = _inner(folder) / f"{name}.html"
            page.write_text(html_of(blocks_of(name), style), encoding="utf-8")
            made[name] = chromium(page, folder / f"{name}.pdf")
        return made

    return make


def _by_reportlab(folder: Path) -> Made:
    return {name: by_reportlab(texts_of(name), folder / f"{name}.pdf") for name in NAMES}


def _html(folder: Path) -> Made:
    made = {name: folder / f"{name}.html" for name in NAMES}
    for name, path in made.items():
        path.write_text(html_of(blocks_of(name)), encoding="utf-8")
    return made


def _table(suffix: str, make_one: Callable[[str, Path], Path]) -> Callable[[Path], Made]:
    def make(folder: Path) -> Made:
        return {name: make_one(name, folder / f"{name}{suffix}") for name in GOLDS}

    return make


def _printed_table(folder: Path) -> Made:
    pages = {name: html_table_of(name, _inner(folder) / f"{name}.html") for name in GOLDS}
    return {name: chromium(page, folder / f"{name}.pdf") for name, page in pages.items()}


def _office_table(folder: Path) -> Made:
    sources = {name: docx_table_of(name, _inner(folder) / f"{name}.docx") for name in GOLDS}
    return dict(zip(sources, office("pdf", list(sources.values()), folder), strict=True))


FORMATS: dict[str, Callable[[Path], Made]] = {
    "docx, python-docx": _docx,
    "docx, LibreOffice": _by_office("docx"),
    "odt, LibreOffice": _by_office("odt"),
    "rtf, LibreOffice": _by_office("rtf"),
    "html": _html,
    "epub, LibreOffice": _by_office("epub"),
    "docx, two-column table": _table(".docx", docx_table_of),
    "xlsx, two columns": _table(".xlsx", xlsx_of),
    "csv, two columns": _table(".csv", csv_of),
    "html, two-column table": _table(".html", html_table_of),
    "pdf, LibreOffice": _by_office("pdf"),
    "pdf, Chromium": _by_chromium(""),
    "pdf, reportlab, visual order": _by_reportlab,
    "pdf, Chromium, two columns": _by_chromium(TWO_COLUMNS),
    "pdf, Chromium, side by side": _printed_table,
    "pdf, LibreOffice, side by side": _office_table,
}


def _inner(folder: Path) -> Path:
    inner = folder / "sources"
    inner.mkdir(exist_ok=True)
    return inner


class Figures:
    """What came back of the files of one format: shares by text, and F1 of all texts."""

    def __init__(self, made: Made, folder: Path, *, tables: bool) -> None:
        """Read the files, and align them beside the gold; ``tables`` have a bead a row."""
        self.shares = {
            name: _share(_beads(name) if tables else texts_of(name), path)
            for name, path in made.items()
        }
        known = [name for name in GOLDS if any(text.startswith(name) for text in made)]
        for name in known:
            shutil.copy(CORPORA / f"{name}.gold.tsv", folder)
        self.f1 = _f1(folder)
        self.plain = _plain_f1(known)

    @property
    def least(self) -> tuple[float, str]:
        """The smallest share, and of which text it is."""
        return min((share, name) for name, share in self.shares.items())

    @property
    def mean(self) -> float:
        """The mean of the shares."""
        return sum(self.shares.values()) / len(self.shares)


def figures_of(name: str) -> Figures:
    """Return the figures of one format."""
    with tempfile.TemporaryDirectory() as place:
        made = FORMATS[name](Path(place))
        return Figures(made, Path(place), tables=name.endswith(TABLES))


def _beads(name: str) -> list[str]:
    return [" ".join(side) for bead in gold(name) for side in bead]


def _share(expected: Iterable[str], path: Path) -> float:
    """Return the share of letters in the right order; in a table row by row, cell by cell."""
    found = read(path, path.name, ReadSettings(furniture=False)).blocks
    cells = [text for block in found for text in block.text.split("\t")]
    return share_in_order(expected, cells)


def _f1(folder: Path) -> float:
    documents = find_gold(folder, "*", ("ar", "en"))
    results = [document.evaluate(Settings()) for document in documents]
    return total(results).measures["strict"].figures()["f1"]


def _plain_f1(names: Iterable[str]) -> float:
    """Return the F1 of the texts as they are in our corpora."""
    with tempfile.TemporaryDirectory() as place:
        for name in names:
            for path in CORPORA.glob(f"{name}.*"):
                shutil.copy(path, place)
        return _f1(Path(place))


def main() -> None:
    """Print a row for each format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help="begins with this")
    wanted = tuple(parser.parse_args().formats) or ("",)
    print(f"{'format':<32} letters   least (text)                 F1 (as text)")
    for name in FORMATS:
        if name.startswith(wanted):
            figures = figures_of(name)
            least, where = figures.least
            shares = f"{figures.mean:.4%} {least:.4%} ({where:<18})"
            print(f"{name:<32} {shares} {figures.f1:.4f} ({figures.plain:.4f})", flush=True)


if __name__ == "__main__":
    main()
