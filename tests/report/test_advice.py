"""What a run without one unit says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from align.config import Settings
from align.report import Report
from align.report.advice import advise
from tests.report.outcomes import aligned, failed, monolingual, pair, with_leftovers

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Outcome


def advice(*outcomes: Outcome) -> tuple[str, str]:
    report = Report(Settings())
    for outcome in outcomes:
        report.add(outcome)
    given = advise(report)
    return given.cause, given.flag


def test_documents_in_one_language_are_advised_to_pair() -> None:
    cause, flag = advice(monolingual("a.txt", "ar", "نعم"), failed("b.txt", "EmptyError", "empty"))
    assert "in one language only (Arabic)" in cause
    assert flag == "--pair AR EN"


def test_a_language_not_asked_for_takes_the_side_it_is_written_like() -> None:
    persian = advice(monolingual("a.txt", "fa", "سلام"))
    french = advice(monolingual("a.txt", "fr", "Bonjour"))
    assert "Persian" in persian[0]
    assert persian[1] == "--langs fa,en"
    assert french[1] == "--langs ar,fr"


def test_a_passage_of_another_language_is_a_cause_too() -> None:
    outcome = with_leftovers(aligned("a.txt", [pair("نعم.", "")]), foreign=[("ur", "ہاں")])
    assert advice(outcome)[1] == "--langs ur,en"


def test_undecodable_documents_are_advised_to_name_the_encoding() -> None:
    assert advice(failed("a.txt", "EncodingError", "?"))[1] == "--encoding windows-1256"


def test_documents_that_failed_for_other_reasons_point_to_the_reasons() -> None:
    cause, _ = advice(failed("a.txt", "BinaryError", "?"))
    assert "failed.jsonl has the reasons" in cause


def test_two_languages_without_a_pair_are_advised_to_try_another_layout() -> None:
    assert advice(aligned("a.txt", [pair("نعم.", "")]))[1] == "--layout interleaved"
    columns = aligned("a.txt", [pair("نعم.", "")], layout="columns")
    assert advice(columns)[1] == "--layout stacked"


def test_the_page_says_so_at_the_top_and_only_then(tmp_path: Path) -> None:
    report = Report(Settings())
    report.add(monolingual("a.txt", "ar", "نعم"))
    report.write_html(tmp_path / "report.html")
    page = html.parse(tmp_path / "report.html")
    assert page.xpath("string(//main/section[1]/div[@role='note']//code)") == "--pair AR EN"
    assert not page.xpath("//*[@id='scores' or @id='pairs' or @id='details']")
    report.add(aligned("b.txt", [pair("نعم.", "Yes.")]))
    report.write_html(tmp_path / "report.html")
    assert not html.parse(tmp_path / "report.html").xpath("//*[@role='note']")
