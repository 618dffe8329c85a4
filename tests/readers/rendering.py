"""Our own corpora as files of other formats, made by real programs: what the readers are held to.

Every text is read as plain text first; its blocks go into a DOCX by python-docx and into an HTML
page, and LibreOffice and Chromium make the others of these. Texts whose layout is rows (glossaries)
become tables.
"""

from __future__ import annotations

import html
import shutil
import subprocess
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.readers import markdown, plain
from align.text.scripts import letters_of
from tests.own import CORPORA

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from align.model import Block

__all__ = [
    "ARABIC_FONT",
    "NAMES",
    "blocks_of",
    "chromium",
    "docx_of",
    "html_of",
    "is_arabic",
    "needs_chromium",
    "needs_office",
    "office",
    "texts_of",
]

OFFICE = shutil.which("soffice")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARABIC_FONT = "Noto Naskh Arabic"
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
PATHS = {path.stem: path for path in CORPORA.glob("*.*") if path.suffix in {".txt", ".md"}}
NAMES = tuple(sorted(PATHS))  # essay-water.ar among them
SECONDS = 120


@cache
def blocks_of(name: str) -> tuple[Block, ...]:
    """Return the blocks of one of our texts, by its name without suffix."""
    path = PATHS[name]
    read = plain.read if path.suffix == ".txt" else markdown.read
    return read(path, path.name, ReadSettings()).blocks


def texts_of(name: str) -> list[str]:
    """Return the texts of its blocks."""
    return [block.text for block in blocks_of(name)]


def is_arabic(text: str) -> bool:
    """Say whether most letters of a text are Arabic."""
    return letters_of(text, "Arab") >= letters_of(text, "Latn")


def html_of(blocks: Iterable[Block], style: str = "") -> str:
    """Return a page of the blocks, each with its direction."""
    groups = groupby(blocks, key=lambda block: block.kind == "cell" and "\t" in block.text)
    body = "\n".join(_table(group) if ruled else _plain(group) for ruled, group in groups)
    font = f"body {{ font: 12pt '{ARABIC_FONT}', serif }} td {{ padding: 3px 8px }} {style}"
    head = f'<meta charset="utf-8"><title>-</title><style>{font}</style>'
    return f"<!doctype html>\n<html><head>{head}</head><body>\n{body}\n</body></html>\n"


def _table(rows: Iterable[Block]) -> str:
    """Return rows of cells as one table."""
    lines = []
    for row in rows:
        cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in row.text.split("\t"))
        lines.append(f"<tr>{cells}</tr>")
    return f"<table>{''.join(lines)}</table>"


def _plain(blocks: Iterable[Block]) -> str:
    return "\n".join(map(_element, blocks))


def _element(block: Block) -> str:
    """Return a paragraph or heading with its direction."""
    tag, way = "h2" if block.kind == "heading" else "p", "rtl" if is_arabic(block.text) else "ltr"
    return f'<{tag} dir="{way}">{html.escape(block.text)}</{tag}>'


def docx_of(blocks: Iterable[Block], path: Path) -> Path:
    """Write a Word file of the blocks by python-docx; rows of tabs become tables."""
    import docx
    from docx.oxml import OxmlElement

    document = docx.Document()
    for block in blocks:
        cells = block.text.split("\t")
        if block.kind == "cell" and len(cells) > 1:
            row = document.add_table(rows=1, cols=len(cells)).rows[0]
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
            continue
        style = "Heading 2" if block.kind == "heading" else None
        paragraph = document.add_paragraph(block.text, style=style)
        if is_arabic(block.text):
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
            for run in paragraph.runs:
                run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
    document.save(str(path))
    return path


def office(suffix: str, paths: Sequence[Path], folder: Path) -> list[Path]:
    """Return the files that LibreOffice makes of ``paths`` in ``folder``, for a suffix like pdf."""
    folder.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", suffix, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=SECONDS)
    return [folder / f"{path.stem}.{suffix.partition(':')[0]}" for path in paths]


def chromium(page: Path, path: Path) -> Path:
    """Return the PDF that Chromium prints of an HTML page."""
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    flags += ["--disable-component-update", "--no-first-run", "--no-pdf-header-footer"]
    profile = f"--user-data-dir={path.parent / 'chromium'}"
    command = [str(CHROMIUM), *flags, profile, f"--print-to-pdf={path}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return path
