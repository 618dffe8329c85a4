"""The drawings of a document, and how much the page weighs whatever it is given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from align.checks.catalogue import flag
from align.config import Settings
from align.report import Report
from align.report.page.details import AT_ONCE
from align.report.pictures import MOST_BITEXTS, MOST_PICTURES
from tests.report.outcomes import Pair, aligned, marked, pair, swapped, with_leftovers
from tests.report.reports import page_of, texts

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Flag

MEGABYTE = 1_000_000
OVERRIDE = "\N{RIGHT-TO-LEFT OVERRIDE}"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return tmp_path / "report.html"


def test_the_map_tells_scores_apart_by_colour_and_by_shape(here: Path) -> None:
    report = Report(Settings())
    rows = [pair("أ", "a", 0.95), pair("ب", "b", 0.2), pair("ج", ""), pair("د", "d", 0.7)]
    report.add(swapped(aligned("a.txt", rows), 2))
    page = page_of(report, here)
    paths = {path.get("class"): path.get("d") for path in page.xpath("//*[@role='img'][1]/*[@d]")}
    drawn = page.xpath("//*[contains(@class, 'map')]/*[@d]")
    paths = {path.get("class"): path.get("d") for path in drawn}
    assert paths["sure"] == "M80 320h0"
    assert paths["fair"] == "M560 107h0"
    assert paths["doubtful"] == "M240 533h0M240 533m-8-8l16 16m0-16l-16 16"
    assert paths["alone"] == "M400 642v14"
    assert paths["moved"].count("M") == 1  # the other block is a single bead
    assert texts(page, "(//*[@class='legend'])[1]/li") == [
        "score 0.9 and above: 1",
        "from 0.5 to 0.9: 1",
        "doubtful, below 0.5: 1",
        "on the edge: a segment in no unit",
        "a block that has moved",
    ]


def test_the_lengths_are_drawn_with_their_ratio_and_what_strays(here: Path) -> None:
    report = Report(Settings())
    stray = pair("س" * 10, "s" * 500, 0.95, flag("length", "too long"))
    report.add(aligned("a.txt", [pair("س" * 100, "s" * 100), stray]))
    page = page_of(report, here)
    (label,) = page.xpath("//*[contains(@class, 'lengths')]/@aria-label")
    assert "Usual are 5.45 en characters for each ar character; 1 pair strays far" in label
    (ring,) = page.xpath("//*[contains(@class, 'lengths')]/*[@class='outlier']/@d")
    assert ring.count("M") == 1


def test_every_drawing_says_what_it_shows(here: Path) -> None:
    report = Report(Settings())
    report.add(aligned("a.txt", [pair("نعم.", "Yes."), pair("لا.", "")]))
    page = page_of(report, here)
    labels = page.xpath("//*[contains(@class, 'plot')][@role='img']/@aria-label")
    assert labels[0] == (
        "Map of 1 unit between 2 ar and 1 en segments; marks on the edges for segments in no unit."
    )
    assert len(labels) == 2
    unnamed = "//*[name()='svg'][not(@aria-hidden)][not(@aria-label)][not(@aria-labelledby)]"
    assert page.xpath(unnamed) == []


def test_the_least_sure_document_is_unfolded(here: Path) -> None:
    report = Report(Settings())
    for number, score in enumerate((0.9, 0.4, 0.7)):
        report.add(aligned(f"{number}.txt", [pair("نعم.", "Yes.", score)]))
    report.add(aligned("none.txt", [pair("نعم.", "")]))
    page = page_of(report, here)
    assert page.xpath("//details[@open]/div/@id") == ["document-2"]


def test_very_many_documents_are_folded_away(here: Path) -> None:
    report = Report(Settings())
    for number in range(MOST_PICTURES + 5):
        report.add(aligned(f"{number}.txt", [pair("نعم.", "Yes.")]))
    page = page_of(report, here)
    assert len(page.xpath("//*[@id='details']/details[@class='document']")) == AT_ONCE
    assert len(page.xpath("//details[@class='rest']/details[@class='document']")) == 32
    assert len(page.xpath("//details[@open]")) == 1
    assert texts(page, "//*[@id='details']/p[@class='more']") == [
        "The first 40 of 45 aligned documents; all of them are in report.json."
    ]


def test_of_many_bitexts_in_a_document_the_first_are_drawn(here: Path) -> None:
    outcome = aligned("a.txt", [pair("نعم.", "Yes.")])
    report = Report(Settings())
    report.add(replace(outcome, bitexts=outcome.bitexts * 5))
    page = page_of(report, here)
    assert len(page.xpath("//*[@class='plots']")) == MOST_BITEXTS
    (sentence,) = texts(page, "//*[@class='document']//p[@class='more']")
    assert sentence.startswith("The first 3 of 5 bitexts")


def test_two_thousand_units_in_one_document_weigh_little(here: Path) -> None:
    report = Report(Settings())
    source, target = "جملة طويلة فيها ١٢ كلمة " * 8, "a long sentence of 21 words " * 8
    flags = marked("number", "source", source, "١٢"), marked("number", "target", target, "21")
    report.add(aligned("a.txt", [pair(source, target, n % 10 / 10, *flags) for n in range(2_000)]))
    report.write_html(here)
    assert here.stat().st_size < MEGABYTE


def test_very_many_documents_weigh_no_more_than_the_first_of_them(here: Path) -> None:
    report = Report(Settings())
    rows = [pair("جملة " * 20, "sentence " * 20, 0.4, flag("number", "gone")), pair("وحدها", "")]
    outcome = aligned("folder/of/some/depth/document.txt", rows, notes=("hard-wrapped", "joined"))
    for _ in range(5_000):
        report.add(outcome)
    report.write_html(here)
    assert here.stat().st_size < 3 * MEGABYTE


def hostile_flags(side: str) -> list[Flag]:
    spans = (0, len(side)), (len(side) - 9, len(side)), (-5, 10**9), (7, 3)
    return [flag("number", side[:5_000], "source", *span) for span in spans] * 20


def test_a_document_made_to_swamp_the_page_stays_text_and_bounded(here: Path) -> None:
    side = f"</script><img onerror=x>{OVERRIDE}\x00\x1b\ufffe" * 40_000
    assert len(side) > MEGABYTE
    rows = [pair(side, side, 0.1, *hostile_flags(side)), pair(side, "")]
    rows += [
        Pair(source=("س",) * (n % 9), target=("s",) * (n % 7), score=n % 2) for n in range(5_000)
    ]
    report = Report(Settings())
    outcome = with_leftovers(aligned("a.txt", rows, notes=(side,) * 50), removed=[(side, "repair")])
    report.add(outcome)
    page = page_of(report, here)
    assert page.xpath("//script | //img") == []
    assert here.stat().st_size < MEGABYTE
    text = here.read_text(encoding="utf-8")
    assert not any(illegal in text for illegal in "\x00\x1b\ufffe")
    assert page.xpath("//ol[@class='pairs']/li[1]//mark")
