"""The page, read back by an HTML parser."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

import pytest

from align.config import Settings
from align.report import Report
from align.report.page.documents import MOST_ROWS
from tests.report.outcomes import aligned, failed, left_out, pair, with_leftovers
from tests.report.reports import full_report, hostile_report, page_of, texts

if TYPE_CHECKING:
    from pathlib import Path

ARABIC = re.compile("[\u0621-\u064a]")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return tmp_path / "report.html"


def test_every_arabic_text_is_marked_right_to_left(here: Path) -> None:
    page = page_of(full_report(), here)
    cells = page.xpath("//*[@id='pairs' or @id='unaligned']//p[@dir]")
    arabic = [cell for cell in cells if ARABIC.search(cell.text_content())]
    assert len(arabic) == 6
    assert {cell.get("dir") for cell in arabic} == {"rtl"}
    assert {cell.get("lang") for cell in arabic} == {"ar", "fa"}
    others = [cell for cell in cells if cell not in arabic]
    assert {(cell.get("lang"), cell.get("dir")) for cell in others} == {("en", "ltr")}


def test_text_of_no_known_language_finds_its_own_direction(here: Path) -> None:
    report = Report(Settings())
    outcome = aligned("a.txt", [pair("نعم.", "Yes.")])
    report.add(with_leftovers(outcome, foreign=[("und", "١٢٣ — ؟")]))
    (passage,) = page_of(report, here).xpath("//*[@id='unaligned']//p[@dir='auto']")
    assert passage.get("lang") is None


def test_source_stands_first_whatever_the_direction(here: Path) -> None:
    page = page_of(full_report(), here)
    sides = page.xpath("(//ol[@class='pairs']/li)[1]//div[@class='sides']/p/@lang")
    assert sides == ["ar", "en"]


def test_hostile_text_is_text_and_nothing_else(here: Path) -> None:
    page = page_of(hostile_report(), here)
    assert page.xpath("//script | //img | //b | //iframe | //object | //link | //base") == []
    assert page.xpath("//@*[starts-with(name(), 'on')] | //@style | //@src") == []
    assert len(page.xpath("//style")) == 1
    shown = page.text_content()
    assert shown.count("<script>alert(1)</script>") >= 12
    assert "<script>" not in here.read_text(encoding="utf-8")


def test_nothing_is_loaded_from_anywhere(here: Path) -> None:
    page = page_of(full_report(), here)
    assert {link[:1] for link in page.xpath("//@href")} == {"#"}
    source = here.read_text(encoding="utf-8")
    assert re.search(r"https?:|url\(|@import", source) is None


def test_the_policy_allows_the_one_style_sheet_and_nothing_else(here: Path) -> None:
    page = page_of(full_report(), here)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    style = page.xpath("string(//style)")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_links_lead_to_sections_that_are_there(here: Path) -> None:
    page = page_of(full_report(), here)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//@href")} <= set(ids)
    labels = " ".join(page.xpath("//@aria-labelledby")).split()
    assert set(labels) <= set(ids)


def test_every_table_has_a_caption_and_headings_with_a_scope(here: Path) -> None:
    page = page_of(full_report(), here)
    tables = page.xpath("//table")
    assert len(tables) == 13
    for table in tables:
        assert table.xpath("string(caption)")
        assert set(table.xpath("thead//th/@scope")) == {"col"}
        assert table.xpath("count(tbody/tr)") == table.xpath("count(tbody/tr/th[@scope='row'])")
        widths = {len(row) for row in table.xpath(".//tr")}
        assert len(widths) == 1
    assert len(page.xpath("//main")) == len(page.xpath("//h1")) == 1


def test_the_cards_show_the_totals(here: Path) -> None:
    cards = page_of(full_report(), here).xpath("//dl[@class='cards']/div")
    assert [[" ".join(part.text_content().split()) for part in card] for card in cards] == [
        ["Documents", "4", "2 aligned, 1 in one language, 1 failed"],
        ["Translation units", "3", "from 9 segments"],
        ["Expected precision", "78%", "the mean score of all pairs"],
        ["Coverage", "ar71%", "en84%", "of the text is in a unit"],
        ["Doubtful units", "1", "score below 0.5"],
        ["Unaligned sentences", "2", "1 ar, 1 en"],
        ["Findings", "1", "1 warning"],
    ]


def test_units_that_were_made_twice_are_told(here: Path) -> None:
    report = full_report()
    report.totals.duplicates = 2
    page = page_of(report, here)
    assert texts(page, "//dl[@class='cards']/div[2]/dd[2]") == ["from 9 segments, 2 of them twice"]


def test_each_document_has_its_row(here: Path) -> None:
    page = page_of(full_report(), here)
    cells = [texts(row, "*") for row in page.xpath("//*[@id='documents']//tbody/tr")]
    assert cells == [
        [
            "market.txtTwo wrapped lines were joined.",
            *("67%", "2", "1", "0 · 1 · 0", "68%82%", "1 · 1", "3 · 4"),
            "stackedutf-8",
        ],
        [
            "b.ar.txt+ b.en.txt",
            *("100%", "1", "0", "0 · 0 · 0", "100%100%", "0 · 0", "1 · 1"),
            "pairutf-8",
        ],
        ["قصة.txt only Arabic", *["–"] * 7, "windows-1256"],
        ["scan.txt failed", *["–"] * 8],
    ]


def test_bars_are_as_full_as_the_figures_beside_them(here: Path) -> None:
    page = page_of(full_report(), here)
    bars = page.xpath("//*[@id='documents']//tr[1]//*[name()='svg']/*/@d")
    assert bars == ["M0 4h68", "M0 4h68", "M0 4h83"]
    assert set(page.xpath("//*[@class='bar']/@aria-hidden")) == {"true"}


def test_a_row_leads_to_the_details_of_its_document(here: Path) -> None:
    page = page_of(full_report(), here)
    links = page.xpath("//*[@id='documents']//tbody//th/a/@href")
    assert links == ["#document-1", "#document-2"]
    for link in links:  # inside, so that a browser unfolds what is folded around it
        (target,) = page.xpath(f"//details[@class='document']/*[@id='{link[1:]}']")
        assert target.tag == "div"


def test_the_histogram_draws_one_bar_for_each_bin_in_use(here: Path) -> None:
    page = page_of(full_report(), here)
    assert texts(page, "//*[@class='histogram']/*[name()='g']/*[name()='title']") == [
        "0.40 to 0.45: 1 unit",
        "0.90 to 0.95: 1 unit",
        "0.95 to 1.00: 1 unit",
    ]
    classes = page.xpath("//*[@class='histogram']/*[name()='g']/@class")
    assert classes == ["bar doubtful", "bar", "bar"]
    assert page.xpath("string(//*[@id='histogram-desc'])").startswith("3 units by score")


@pytest.mark.parametrize(("min_score", "doubtful"), [(0.44, 0), (0.45, 1), (0.94, 1), (1.0, 3)])
def test_a_bar_is_doubtful_when_all_of_it_is(here: Path, min_score: float, doubtful: int) -> None:
    report = Report(Settings(min_score=min_score))
    report.add(aligned("a.txt", [pair("س", "s", score) for score in (0.42, 0.93, 0.97)]))
    page = page_of(report, here)
    assert len(page.xpath("//*[@class='bar doubtful']")) == doubtful


def test_failures_and_skipped_files_tell_their_reason(here: Path) -> None:
    page = page_of(full_report(), here)
    assert texts(page, "//*[@id='failed']//tbody/tr/*") == [
        "scan.txt",
        "BinaryError: scan.txt: is not text",
    ]
    assert texts(page, "//*[@id='skipped']//tbody/tr/*") == ["photo.jpg", "no reader for .jpg"]


def test_a_thousand_rows_are_shown_and_the_rest_is_counted(here: Path) -> None:
    report = Report(Settings())
    for number in range(MOST_ROWS + 5):
        report.add(failed(f"{number}.txt", "EmptyError", "nothing in the file"))
        report.skip(f"{number}.jpg", "no reader")
    page = page_of(report, here)
    for section in ("documents", "failed", "skipped"):
        assert len(page.xpath(f"//*[@id='{section}']//tbody/tr")) == MOST_ROWS
        (sentence,) = texts(page, f"//*[@id='{section}']/p[@class='more']")
        assert sentence.startswith("The first 1,000 of 1,005 ")
        assert sentence.endswith("report.json.")


def test_a_name_that_html_cannot_hold_is_shown_by_signs(here: Path) -> None:
    report = Report(Settings())
    report.skip("a\nb\x07c\udce9/د.txt", "\x00")
    page = page_of(report, here)
    assert texts(page, "//*[@id='skipped']//tbody/tr/*") == ["a␤b␇c\ufffd/د.txt", ""]


def test_the_same_jobs_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        full_report().write_html(tmp_path / f"{name}.html")
        full_report().write_json(tmp_path / f"{name}.json")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert len(list(tmp_path.iterdir())) == 4


def test_settings_and_version_close_the_page(here: Path) -> None:
    report = Report(Settings(tmx_lang=(("ar", "ar-SA"),), layout="columns"))
    page = page_of(report, here)
    rows = {
        row[0].text_content(): row[1].text_content()
        for row in page.xpath("//*[@id='settings']//tbody/tr")
    }
    assert rows["langs"] == "ar, en"
    assert rows["layout"] == "columns"
    assert rows["tmx_lang"] == "ar=ar-SA"
    assert rows["read.repair"] == "false"
    assert rows["read.encoding"] == "–"
    assert report.settings.signature() in page.xpath("string(//*[@id='settings'])")


def test_what_was_removed_is_shown_by_its_kind_and_repairs_before_and_after(here: Path) -> None:
    report = Report(Settings())
    removed = [
        left_out("شارك المقال", "share line"),
        left_out("مرتين.", "doubled paragraph", "duplicate"),
        left_out("ﻻ", "presentation forms", "repair", instead="لا"),
    ]
    report.add(with_leftovers(aligned("a.txt", [pair("نعم.", "Yes.")]), removed=removed))
    page = page_of(report, here)
    tables = page.xpath("//*[@id='left-out']//details//table")
    shown = {
        table.xpath("string(caption)"): [
            cell.text_content() for cell in table.xpath("tbody/tr/*")[:-1]
        ]
        for table in tables
    }
    assert shown == {
        "Paragraphs that stand twice": ["doubled paragraph", "مرتين."],
        "Furniture of pages and marks of the format": ["share line", "شارك المقال"],
        "Repairs, before and after": ["presentation forms", "ﻻ", "لا"],
    }
