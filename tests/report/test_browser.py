"""The page in a real browser: CHROMIUM names it, or it is found on the path."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from lxml import html

from tests.report.test_page import HOSTILE, hostile_report
from tests.report.test_summary import full_report

if TYPE_CHECKING:
    from pathlib import Path

    from align.report import Report

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
SECONDS = 60
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path or in CHROMIUM")


def browse(report: Report, folder: Path) -> tuple[html.HtmlElement, str]:
    """Return the page as the browser holds it, and what the browser complained about."""
    report.write_html(folder / "report.html")
    command = [
        str(CHROMIUM),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--no-first-run",
        "--enable-logging=stderr",
        f"--user-data-dir={folder / 'profile'}",
        "--dump-dom",
        (folder / "report.html").as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, check=True, timeout=SECONDS)
    return html.document_fromstring(done.stdout.decode()), done.stderr.decode(errors="replace")


def test_a_browser_shows_the_figures_and_blocks_nothing(tmp_path: Path) -> None:
    page, complaints = browse(full_report(), tmp_path)
    assert len(page.xpath("//section[@id='documents']//tbody/tr")) == 4
    assert len(page.xpath("//ol[@class='pairs']/li")) == 3
    assert len(page.xpath("//ul[@class='passages']/li")) == 4
    assert len(page.xpath("//*[name()='svg']//*[name()='rect']")) == 3
    assert "Content Security Policy" not in complaints


def test_a_browser_runs_nothing_that_hostile_text_asks_for(tmp_path: Path) -> None:
    page, complaints = browse(hostile_report(), tmp_path)
    assert page.xpath("//script | //img | //b") == []
    assert page.xpath("string(//title)") == "Alignment report"
    assert HOSTILE in page.xpath("string(//ol[@class='pairs']/li[1])")
    assert "Content Security Policy" not in complaints
