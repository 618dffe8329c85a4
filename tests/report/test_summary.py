"""The figures of report.json."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import pytest

from align.config import Settings
from align.errors import OutputError
from align.report import Report
from align.report.samples import FIRST_LEFT_OVERS, LONGEST_TEXT, LOWEST_UNITS
from tests.report.outcomes import Pair, aligned, failed, monolingual, pair, with_leftovers

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Aligned

MARKET = [
    pair("ذهبت إلى السوق.", "I went to the market.", 0.91),
    Pair(
        source=("كان الجو حارًا.",),
        target=("It was hot.", "Very hot."),
        score=0.44,
    ),
    pair("اشتريت تمرًا.", ""),
    pair("", "The end."),
]


def market() -> Aligned:
    return with_leftovers(
        aligned("market.txt", MARKET, notes=("Two wrapped lines were joined.",)),
        foreign=[("fa", "سلام دنیا"), ("fa", "خوبی؟")],
        removed=[("***", "furniture"), ("---", "furniture"), ("\x1f", "illegal-character")],
    )


def full_report() -> Report:
    report = Report(Settings())
    report.add(market())
    report.add(aligned("b.ar.txt+b.en.txt", [pair("نعم.", "Yes.", 1.0)], layout="pair"))
    report.add(monolingual("قصة.txt", "ar", "كان يا ما كان"))
    report.add(failed("scan.txt", "BinaryError", "scan.txt: is not text"))
    report.skip("photo.jpg", "no reader for .jpg")
    return report


def test_the_report_has_exactly_the_keys_of_the_contract() -> None:
    written = full_report().as_json()
    assert list(written) == ["jobs", "skipped", "totals", "settings_signature", "version"]
    expected = {
        "id",
        "status",
        "paths",
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
        "encoding": "utf-8",
        "bitexts": [
            {
                "layout": "stacked",
                "langs": ["ar", "en"],
                "segments": {"source": 3, "target": 4},
                "units": 2,
                "unaligned": {"source": 1, "target": 1},
                "crossings": 0,
                "mean_score": 0.675,
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
        "crossings": 0,
        "mean_score": 0.7833,
        "doubtful": 1,
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
    assert report.totals.doubtful == 1


def test_a_pair_in_two_encodings_names_both() -> None:
    outcome = aligned("b.ar.txt+b.en.txt", [pair("نعم.", "Yes.")], layout="pair")
    arabic, english = outcome.sources
    arabic = dataclasses.replace(arabic, encoding="windows-1256")
    report = Report(Settings())
    report.add(dataclasses.replace(outcome, sources=(arabic, english)))
    assert report.as_json()["jobs"][0]["encoding"] == "windows-1256, utf-8"


def test_stretches_after_the_first_are_crossings() -> None:
    outcome = aligned("a.txt", [pair("نعم.", "Yes."), pair("لا.", "No.")])
    bitext = outcome.bitexts[0]
    moved = dataclasses.replace(bitext.alignment, stretches=(range(1), range(1, 2)))
    bitext = dataclasses.replace(bitext, alignment=moved)
    report = Report(Settings())
    report.add(dataclasses.replace(outcome, bitexts=(bitext,)))
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


def test_only_the_lowest_units_are_kept_equals_in_order() -> None:
    report = Report(Settings())
    for number in range(40):
        rows = [pair(f"س {number} {k}", f"s {number} {k}", k % 10 / 10) for k in range(10)]
        report.add(aligned(f"{number}.txt", rows))
    kept = list(report.lowest)
    assert len(kept) == len(report.lowest) == LOWEST_UNITS
    assert [unit.score for unit in kept] == [0.0] * 40 + [0.1] * 10
    assert [unit.target for unit in kept] == [
        *(f"s {number} 0" for number in range(40)),
        *(f"s {number} 1" for number in range(10)),
    ]


def test_only_the_first_left_overs_are_kept_and_all_are_counted() -> None:
    report = Report(Settings())
    for number in range(3):
        report.add(aligned(f"{number}.txt", [pair(f"جملة {k}", "") for k in range(90)]))
    assert len(report.left_over.kept) == FIRST_LEFT_OVERS
    assert report.left_over.total == 270
    assert report.left_over.kept[-1].text == "جملة 19"


def test_a_very_long_text_is_kept_only_in_part() -> None:
    report = Report(Settings())
    report.add(aligned("a.txt", [pair("كلمة " * 50_000, "word " * 50_000, 0.1)]))
    (unit,) = report.lowest
    assert len(unit.source) <= LONGEST_TEXT + 2
    assert unit.source.endswith(" …")


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
