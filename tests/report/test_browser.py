"""The page in a real browser: CHROMIUM names it, or it is found on the path.

AXE_CORE names the file ``axe.min.js`` of axe-core, which knows the rules of accessibility.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align.config import Settings
from align.report import Report
from tests.report.browser import CHROMIUM, DESKTOP, PHONE, Browser, browser
from tests.report.outcomes import aligned, marked, pair, swapped
from tests.report.reports import HOSTILE, full_report, hostile_report

if TYPE_CHECKING:
    from collections.abc import Iterator

AXE = os.environ.get("AXE_CORE")
GRAVE = ("serious", "critical")
LOOKS = [(width, scheme) for width in (PHONE, DESKTOP) for scheme in ("light", "dark")]
RUN_AXE = (
    "axe.run().then(found => found.violations.map(one => [one.impact, one.id, one.nodes[0].html]))"
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the path or in CHROMIUM")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def show(page: Browser, report: Report, folder: Path) -> None:
    report.write_html(folder / "report.html")
    page.look(DESKTOP)
    page.open(folder / "report.html")


def rich_report() -> Report:
    """Return a report that has every section and every kind of mark in it."""
    report = full_report()
    source, target = "دفعت ٢٥ دينارًا في مصر، نعم.", "I paid 52 dinars in Syria, did I not?"
    flags = (
        marked("number", "source", source, "٢٥"),
        marked("name", "target", target, "Syria"),
        marked("end-punctuation", "target", target, "?"),
    )
    rows = [pair(source, target, k / 8, *flags) for k in range(1, 9)]
    report.add(swapped(aligned("moved.txt", [*rows, pair("وحدها.", "")]), 4))
    return report


def count(page: Browser, selector: str) -> int:
    return int(page.run(f"document.querySelectorAll({selector!r}).length"))


def test_a_browser_shows_the_figures_and_complains_of_nothing(
    page: Browser, tmp_path: Path
) -> None:
    page.complaints.clear()
    show(page, full_report(), tmp_path)
    assert count(page, "#documents tbody tr") == 4
    assert count(page, "ol.pairs > li") == 2
    assert count(page, "ul.passages > li") == 4
    assert count(page, "svg.histogram rect") == 3
    assert page.complaints == []


def test_a_browser_runs_nothing_that_hostile_text_asks_for(page: Browser, tmp_path: Path) -> None:
    page.complaints.clear()
    show(page, hostile_report(), tmp_path)
    assert count(page, "script, img, b") == 0
    assert page.run("document.title") == "Alignment report"
    shown = page.run("document.querySelector('ol.pairs .sides p + p').textContent")
    assert shown == HOSTILE
    assert page.complaints == []


def test_a_link_unfolds_the_details_it_leads_to(page: Browser, tmp_path: Path) -> None:
    show(page, full_report(), tmp_path)
    assert page.run("document.querySelectorAll('details.document')[1].open") is False
    page.run("document.querySelector('a[href=\"#document-2\"]').click()")
    assert page.run("document.querySelectorAll('details.document')[1].open") is True


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_page_never_scrolls_sideways(page: Browser, tmp_path: Path, width: int) -> None:
    show(page, hostile_report(), tmp_path)
    page.look(width)
    assert page.run("document.documentElement.scrollWidth") <= width


def test_a_mark_leaves_the_letters_of_a_word_joined(page: Browser, tmp_path: Path) -> None:
    report = Report(Settings())
    word = "والمستشفيات"
    report.add(
        aligned("a.txt", [pair(word, "s", 0.4, marked("name", "source", word, "مستشفى"[:5]))])
    )
    show(page, report, tmp_path)
    width = "p.querySelector('mark').getBoundingClientRect().width"
    script = (
        "(() => {{ const p = document.querySelector('ol.pairs p[lang=ar]'); const range = "
        "document.createRange(); p.querySelector('sup').remove(); range.selectNodeContents(p); "
        "const parted = range.getBoundingClientRect().width; p.textContent = p.textContent; "
        "range.selectNodeContents(p); return parted - range.getBoundingClientRect().width; }})()"
    )
    assert page.run(width.replace("p.", "document.")) > 0
    assert abs(page.run(script.format())) < 0.5


@pytest.mark.skipif(AXE is None, reason="AXE_CORE does not name axe.min.js of axe-core")
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_grave(page: Browser, tmp_path: Path, width: int, scheme: str) -> None:
    show(page, rich_report(), tmp_path)
    page.look(width, scheme)
    page.run("document.querySelectorAll('details').forEach(one => { one.open = true })")
    page.run(Path(str(AXE)).read_text(encoding="utf-8"))
    grave = [found for found in page.run(RUN_AXE) if found[0] in GRAVE]
    assert grave == []
