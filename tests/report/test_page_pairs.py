"""The pairs to look at first, as the page shows them: marks in both texts, reasons in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.checks.catalogue import FLAGS, flag
from align.config import Settings
from align.model import Flag
from align.report import Report
from align.report.page.pairs import AT_ONCE
from tests.report.outcomes import aligned, marked, pair
from tests.report.reports import page_of, texts

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

SOURCE, TARGET = "دفعت ٢٥ دينارًا في مصر.", "I paid 52 dinars in Syria."


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return tmp_path / "report.html"


def page_with(here: Path, source: str, target: str, *flags: Flag) -> HtmlElement:
    report = Report(Settings())
    report.add(aligned("a.txt", [pair(source, target, 0.9, *flags)]))
    return page_of(report, here)


def test_a_missing_number_is_marked_in_both_texts_and_told_below_them(here: Path) -> None:
    flags = (
        marked("number", "source", SOURCE, "٢٥"),
        flag("length", "too long"),
        marked("number", "target", TARGET, "52"),
        marked("name", "target", TARGET, "Syria"),
    )
    page = page_with(here, SOURCE, TARGET, *flags)
    side = "//ol[@class='pairs']/li//p[@lang='{}']"
    assert texts(page, side.format("ar")) == ["دفعت ٢٥a دينارًا في مصر."]
    assert texts(page, side.format("en")) == ["I paid 52b dinars in Syriac."]
    assert [mark.get("class") for mark in page.xpath("//mark")] == ["error", "error", "warning"]
    assert [texts(reason, "*") for reason in page.xpath("//ul[@class='reasons']/li")] == [
        ["a", "error", "٢٥ is not on the other side", "number"],
        ["b", "error", "52 is not on the other side", "number"],
        ["warning", "too long", "length"],
        ["c", "warning", "Syria is not on the other side", "name"],
    ]


def test_a_message_keeps_its_direction_whatever_it_begins_with(here: Path) -> None:
    page = page_with(here, SOURCE, TARGET, flag("partial", "«دفعت» is not in the target"))
    assert page.xpath("//ul[@class='reasons']//bdi/@dir") == ["ltr"]


def test_a_letter_stands_where_its_mark_ends_not_where_another_begins(here: Path) -> None:
    inner = marked("number", "target", TARGET, "52")
    outer = marked("partial", "target", TARGET, "paid 52 dinars")
    page = page_with(here, SOURCE, TARGET, inner, outer)
    assert texts(page, "//p[@lang='en']") == ["I paid 52a dinarsb in Syria."]
    assert texts(page, "//mark") == ["paid", "52", "dinars"]


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [("\N{RIGHT-TO-LEFT OVERRIDE}", "U+202E"), ("  ", "␣␣"), ("\N{ZERO WIDTH SPACE}", "U+200B")],
)
def test_what_is_invisible_is_marked_by_its_name(here: Path, hidden: str, shown: str) -> None:
    target = f"one{hidden}two"
    page = page_with(here, SOURCE, target, marked("bidi-control", "target", target, hidden))
    report = page_with(here, SOURCE, target, marked("number", "target", target, hidden))
    assert not page.xpath("//mark")  # an info alone is no reason to look at a sure pair
    assert texts(report, "//mark") == [shown]


def test_what_each_finding_means_is_told_by_kind(here: Path) -> None:
    own = Flag(id="house-style", severity="info", message="we write grey")
    page = page_with(here, SOURCE, TARGET, own, flag("number", "gone"), flag("number", "gone too"))
    assert [texts(row, "*") for row in page.xpath("//*[@id='findings']//tbody/tr")] == [
        ["number", "error", FLAGS["number"].says, "2"],
        ["house-style", "info", "a finding of a check of your own", "1"],
    ]


def test_where_nothing_was_found_wrong_the_page_says_so(here: Path) -> None:
    page = page_with(here, SOURCE, TARGET, flag("quote", "unpaired"))
    assert texts(page, "//*[@id='pairs']/p") == [
        "Nothing was found wrong: no error, no warning, and no score below 0.9."
    ]
    assert not page.xpath("//ol[@class='pairs']")


def test_the_first_pairs_are_shown_at_once_and_the_others_on_request(here: Path) -> None:
    report = Report(Settings())
    report.add(aligned("a.txt", [pair("س", f"s {k}", 0.4) for k in range(150)]))
    page = page_of(report, here)
    shown, folded = page.xpath("//ol[@class='pairs']")
    assert (len(shown), len(folded), folded.get("start")) == (AT_ONCE, 80, str(AT_ONCE + 1))
    assert texts(page, "//*[@id='pairs']/details/summary") == ["80 more pairs"]
    (sentence,) = texts(page, "//*[@id='pairs']/p")
    assert sentence.startswith("150 pairs with an error, a warning or a score below 0.9; here are")


def test_more_reasons_than_can_be_told_are_counted(here: Path) -> None:
    page = page_with(here, SOURCE, TARGET, *(flag("name", f"{k} is missing") for k in range(15)))
    assert texts(page, "//ul[@class='reasons']/li")[-1] == "and 3 more findings"


def test_unaligned_sentences_stand_between_their_neighbours(here: Path) -> None:
    report = Report(Settings())
    report.add(aligned("a.txt", [pair("س", "One."), pair("", "Two."), pair("س", "Three.")]))
    page = page_of(report, here)
    assert texts(page, "//ul[@class='passages']/li/p") == [
        "enline 4",
        "before: One.",
        "Two.",
        "after: Three.",
    ]


def test_very_many_unaligned_sentences_are_shown_in_part_and_the_rest_on_request(
    here: Path,
) -> None:
    report = Report(Settings())
    report.add(aligned("a.txt", [pair("وحدها.", "") for _ in range(300)]))
    page = page_of(report, here)
    assert len(page.xpath("//*[@id='unaligned']/div/ul/li")) == 30
    assert len(page.xpath("//*[@id='unaligned']/details/div/ul/li")) == 170
    assert texts(page, "//*[@id='unaligned']/p[@class='more']") == [
        "The first 200 of 300 passages; all of them are in unaligned.jsonl."
    ]
