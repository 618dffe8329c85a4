"""The figures of report.json."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import pytest

from align.config import Settings
from align.errors import OutputError
from align.report import Report
from align.report.leftovers import EXAMPLES, FIRST_LEFT_OVERS
from tests.report.outcomes import aligned, left_out, marked, pair, swapped, with_leftovers
from tests.report.reports import WENT, full_report, market

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Reason


def test_the_report_has_exactly_the_keys_of_the_contract() -> None:
    written = full_report().as_json()
    assert list(written) == ["jobs", "skipped", "totals", "settings_signature", "version"]
    expected = {
        "id",
        "status",
        "paths",
        "paired",
        "encoding",
        "bitexts",
        "removed",
        "other_languages",
        "notes",
    }
    statuses = [
        (job["status"], set(job) - expected, expected - set(job)) for job in written["jobs"]
    ]
    assert statuses == [
        ("aligned", set(), set()),
        ("aligned", set(), set()),
        ("monolingual", set(), set()),
        ("failed", {"error"}, set()),
    ]
    assert written["skipped"] == [{"path": "photo.jpg", "reason": "no reader for .jpg"}]
    assert written["settings_signature"] == Settings().signature()


def test_a_job_tells_its_figures_leftovers_and_notes() -> None:
    row = full_report().as_json()["jobs"][0]
    assert row == {
        "id": "market",
        "status": "aligned",
        "paths": ["market.txt"],
        "paired": None,
        "encoding": "utf-8",
        "bitexts": [
            {
                "layout": "stacked",
                "langs": ["ar", "en"],
                "segments": {"source": 3, "target": 4},
                "units": 2,
                "unaligned": {"source": 1, "target": 1},
                "coverage": {"source": 0.6842, "target": 0.8293},  # 26 of 38, 34 of 41
                "crossings": 0,
                "doubtful": 1,
                "mean_score": 0.675,
                "expected_precision": 0.675,
                "flags": {"negation": 1},
            }
        ],
        "removed": {"furniture": 2, "illegal-character": 1},
        "other_languages": {"fa": 12},
        "notes": ["Two wrapped lines were joined."],
    }


def test_a_failed_job_tells_its_error_and_nothing_else() -> None:
    row = full_report().as_json()["jobs"][3]
    assert row["error"] == "BinaryError: scan.txt: is not text"
    assert (row["encoding"], row["bitexts"], row["removed"]) == (None, [], {})


def test_totals_add_up_over_the_jobs() -> None:
    totals = full_report().as_json()["totals"]
    bins = totals.pop("scores")
    assert totals == {
        "jobs": 4,
        "aligned": 2,
        "monolingual": 1,
        "failed": 1,
        "segments": {"source": 4, "target": 5},
        "units": 3,
        "unaligned": {"source": 1, "target": 1},
        "coverage": {"source": 0.7143, "target": 0.8444},  # 30 of 42, 38 of 45
        "crossings": 0,
        "doubtful": 1,
        "mean_score": 0.7833,
        "expected_precision": 0.7833,
        "flags": {"negation": 1},
        "duplicates": 0,
        "kinds": {"1-1": 2, "0-1": 1, "1-0": 1, "1-2": 1},
        "layouts": {"pair": 1, "stacked": 1},
        "removed": {"furniture": 2, "illegal-character": 1},
        "other_languages": {"fa": 12},
    }
    assert {place: count for place, count in enumerate(bins) if count} == {8: 1, 18: 1, 19: 1}


@pytest.mark.parametrize(("place", "score"), [(place, place / 20) for place in range(20)])
def test_a_score_on_the_edge_of_a_bin_belongs_to_the_bin_it_opens(place: int, score: float) -> None:
    report = Report(Settings())
    report.add(aligned("a.txt", [pair("نعم.", "Yes.", round(score, 4))]))
    assert report.totals.bins[place] == 1


def test_doubtful_means_below_the_score_that_was_asked_for() -> None:
    report = Report(Settings(min_score=0.91))
    report.add(market())
    assert report.totals.counts.doubtful == 1


def test_a_pair_in_two_encodings_names_both() -> None:
    outcome = aligned("b.ar.txt+b.en.txt", [pair("نعم.", "Yes.")], layout="pair")
    arabic, english = outcome.sources
    arabic = dataclasses.replace(arabic, encoding="windows-1256")
    report = Report(Settings())
    report.add(dataclasses.replace(outcome, sources=(arabic, english)))
    assert report.as_json()["jobs"][0]["encoding"] == "windows-1256, utf-8"


def test_stretches_after_the_first_are_crossings() -> None:
    outcome = aligned("a.txt", [pair("نعم.", "Yes."), pair("لا.", "No.")])
    report = Report(Settings())
    report.add(swapped(outcome, 1))
    assert report.as_json()["totals"]["crossings"] == 1


def test_the_file_holds_what_as_json_returns_one_job_a_line(tmp_path: Path) -> None:
    report = full_report()
    report.write_json(tmp_path / "report.json")
    text = (tmp_path / "report.json").read_text(encoding="utf-8")
    assert json.loads(text) == report.as_json()
    rows = [line for line in text.splitlines() if line.startswith('{"id":')]
    assert len(rows) == len(report.jobs)
    assert "قصة.txt" in text


def test_a_report_of_nothing_is_json_too(tmp_path: Path) -> None:
    Report(Settings()).write_json(tmp_path / "report.json")
    written = json.loads((tmp_path / "report.json").read_bytes())
    assert (written["jobs"], written["skipped"], written["totals"]["mean_score"]) == ([], [], None)


def test_a_file_name_that_is_not_unicode_survives_in_json(tmp_path: Path) -> None:
    report = Report(Settings())
    report.skip("caf\udce9.txt", "not read")
    report.write_json(tmp_path / "report.json")
    written = json.loads((tmp_path / "report.json").read_bytes())
    assert written["skipped"][0]["path"] == "caf\udce9.txt"


def test_a_place_that_cannot_be_written_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        full_report().write_json(tmp_path / "absent" / "report.json")


def test_a_side_without_characters_has_no_coverage() -> None:
    report = Report(Settings())
    report.add(aligned("a.txt", [pair("نعم.", "")]))
    written = report.as_json()["totals"]
    assert written["coverage"] == {"source": 0.0, "target": None}
    assert (written["expected_precision"], written["flags"]) == (None, {})


def test_findings_are_counted_the_worst_and_most_frequent_first() -> None:
    number = marked("number", "target", WENT, "I")
    negation, quote = (marked(name, "target", WENT, "went") for name in ("negation", "quote"))
    report = Report(Settings())
    report.add(aligned("a.txt", [pair("س", WENT, 0.9, quote, quote, number)]))
    report.add(aligned("b.txt", [pair("س", WENT, 0.9, quote, negation)]))
    written = report.as_json()
    flags = [job["bitexts"][0]["flags"] for job in written["jobs"]]
    assert flags == [{"number": 1, "quote": 2}, {"negation": 1, "quote": 1}]
    assert list(written["totals"]["flags"].items()) == [
        ("number", 1),
        ("negation", 1),
        ("quote", 3),
    ]


def test_only_the_first_left_overs_are_kept_and_all_are_counted() -> None:
    report = Report(Settings())
    for number in range(3):
        report.add(aligned(f"{number}.txt", [pair(f"جملة {k}", "") for k in range(90)]))
    assert len(report.left_over.kept) == FIRST_LEFT_OVERS
    assert report.left_over.total == 270
    assert report.left_over.kept[-1].text == "جملة 19"


def test_a_left_over_tells_the_line_it_stands_on() -> None:
    report = Report(Settings())
    report.add(market())
    places = [(passage.lang, passage.place) for passage in report.left_over.kept]
    assert places == [
        ("ar", "line 3"),
        ("en", "line 7"),
        ("fa", "block b900"),
        ("fa", "block b900"),
    ]


def test_a_left_over_stands_between_its_neighbours_unless_they_are_left_over_too() -> None:
    report = Report(Settings())
    rows = [
        pair("أولًا.", "First."),
        pair("وحدها.", ""),
        pair("معها.", ""),
        pair("ثانيًا.", "Second."),
    ]
    report.add(aligned("a.txt", rows))
    first, second = report.left_over.kept
    assert (first.before, first.text, first.after) == ("أولًا.", "وحدها.", "")
    assert (second.before, second.text, second.after) == ("", "معها.", "ثانيًا.")


def test_a_few_examples_of_what_was_removed_are_kept_for_each_reason() -> None:
    report = Report(Settings())
    lines: list[tuple[str, Reason]] = [(f"line {place}", "furniture") for place in range(9)] + [
        ("\x1f", "illegal-character")
    ]
    report.add(with_leftovers(aligned("a.txt", [pair("نعم.", "Yes.")]), removed=lines))
    kept = [(one.reason, one.text) for one in report.removed.kept]
    assert kept == [
        *(("furniture", f"line {place}") for place in range(EXAMPLES)),
        ("illegal-character", "\x1f"),
    ]


def test_every_kind_of_furniture_has_its_own_examples() -> None:
    report = Report(Settings())
    lines = [left_out("Home", "menu")] * 9 + [left_out("Share", "share line")]
    report.add(with_leftovers(aligned("a.txt", [pair("نعم.", "Yes.")]), removed=lines))
    kept = [one.label for one in report.removed.kept]
    assert kept == ["menu"] * EXAMPLES + ["share line"]
