"""What a run leaves behind, and what its flags change."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

import pytest

from align.segmenters.omegat import segmentation_conf
from tests.cli.command import FAST, called, spawned
from tests.cli.texts import (
    ARABIC,
    ENGLISH,
    LOPSIDED,
    NUMBER_OF_UNITS,
    PAIRS,
    PARAGRAPHS,
    STACKED,
    content,
    job_ids,
    lines,
    report,
    units,
    write,
    write_pair,
)

if TYPE_CHECKING:
    from pathlib import Path

PASSAGE_KEYS = ["job", "lang", "block", "start", "end", "text", "reason"]
RULES = """<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
<header segmentsubflows="yes" cascade="no"/>
<body><languagerules><languagerule languagerulename="commas"><rule break="yes">
<beforebreak>[,،]</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule></languagerules>
<maprules><languagemap languagepattern=".*" languagerulename="commas"/></maprules></body></srx>
"""


def test_a_run_leaves_every_file_it_promises(tmp_path: Path) -> None:
    write(tmp_path / "in" / "story.txt")
    write_pair(tmp_path / "in" / "train.ar.txt", tmp_path / "in" / "train.en.txt")
    ran = called("run", tmp_path / "in", "-o", tmp_path / "out", *FAST)
    assert ran.code == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        *("story.tmx", "story.tei.xml", "train.tmx", "train.tei.xml"),
        *("memory.tmx", "segmentation.srx", "segmentation.conf"),
        *("report.html", "report.json", "run.json"),
        *("unaligned.jsonl", "removed.jsonl", "failed.jsonl"),
    }
    assert units(tmp_path / "out" / "story.tmx") == list(PAIRS)
    assert units(tmp_path / "out" / "train.tmx") == list(PAIRS)
    assert units(tmp_path / "out" / "memory.tmx") == list(PAIRS)  # the same units only once


def test_the_default_aligner_finds_the_pairs_too(tmp_path: Path) -> None:
    write(tmp_path / "story.txt", STACKED)
    assert called("run", tmp_path / "story.txt", "-o", tmp_path / "out").code == 0
    assert units(tmp_path / "out" / "story.tmx") == list(PAIRS)


def test_a_quiet_run_says_nothing(tmp_path: Path) -> None:
    write(tmp_path / "story.txt")
    ran = called("run", tmp_path / "story.txt", "-o", tmp_path / "out", "--quiet", *FAST)
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_progress_and_places_are_told_on_stderr(tmp_path: Path) -> None:
    write(tmp_path / "story.txt")
    ran = called("run", tmp_path / "story.txt", "-o", tmp_path / "out", *FAST)
    assert ran.out == ""
    assert ran.err.splitlines()[0] == f"[1/1] story: {NUMBER_OF_UNITS} units (interleaved)"
    assert f"memory: {tmp_path / 'out' / 'memory.tmx'}" in ran.err


def test_two_runs_and_two_processes_give_the_same_bytes(tmp_path: Path) -> None:
    for number in range(5):
        write(tmp_path / "in" / f"story{number}.txt", STACKED if number % 2 else PARAGRAPHS)
    formats = ("--formats", "tmx,tei,tsv,jsonl")
    outputs = [tmp_path / name for name in ("first", "second", "parallel")]
    for output in outputs:
        jobs = ("--jobs", "2") if output.name == "parallel" else ()
        assert spawned("run", tmp_path / "in", "-o", output, *formats, *jobs, *FAST).code == 0
    first, second, parallel = map(content, outputs)
    assert len(first) == 5 * 4 + 8
    assert first == second
    assert first == parallel


def test_a_run_with_fewer_documents_removes_what_it_left_before_and_nothing_else(
    tmp_path: Path,
) -> None:
    one, two = write(tmp_path / "in" / "one.txt"), write(tmp_path / "in" / "two.txt")
    output = tmp_path / "out"
    called("run", one, two, "-o", output, *FAST)
    stranger = write(output / "one-notes.tmx", "mine")
    called("run", two, "-o", output, "--formats", "tmx", *FAST)
    assert stranger.read_text() == "mine"
    left = {path.name for path in output.iterdir()}
    assert {"two.tmx", "memory.tmx"} <= left
    assert not left & {"one.tmx", "one.tei.xml", "two.tei.xml"}


def test_what_is_in_no_unit_is_listed_with_exactly_the_promised_keys(tmp_path: Path) -> None:
    persian = "این نامه را برای دوستم که در تهران زندگی می‌کند و پزشک است می‌نویسم."
    alone = write(tmp_path / "alone.txt", "\n".join(ARABIC))
    mixed = write(tmp_path / "mixed.txt", f"{PARAGRAPHS}\n{persian}\n\nA bell\x07rang.\n")
    output = tmp_path / "out"
    assert called("run", alone, mixed, "-o", output, *FAST).code == 0
    unaligned, removed = (lines(output / f"{name}.jsonl") for name in ("unaligned", "removed"))
    assert {tuple(line) for line in (*unaligned, *removed)} == {tuple(PASSAGE_KEYS)}
    reasons = {(line["job"], line["reason"]) for line in unaligned}
    assert {("alone", "monolingual"), ("mixed", "other-language")} <= reasons
    assert [(line["text"], line["reason"]) for line in removed] == [("\x07", "illegal-character")]


def test_a_run_without_a_unit_says_why_and_what_to_try(tmp_path: Path) -> None:
    alone = write(tmp_path / "alone.txt", "\n".join(ARABIC))
    ran = called("run", alone, "-o", tmp_path / "out", *FAST)
    assert ran.code == 0
    assert not (tmp_path / "out" / "memory.tmx").exists()
    assert "no unit was made" in ran.err
    assert "one language only" in ran.err
    assert "--pair" in ran.err
    assert "memory.tmx" not in ran.err


def test_units_below_the_least_score_go_to_the_doubtful_memory(tmp_path: Path) -> None:
    write(tmp_path / "story.txt", PARAGRAPHS + "\n" + LOPSIDED)
    output = tmp_path / "out"
    ran = called("run", tmp_path / "story.txt", "-o", output, "--min-score", "0.999", *FAST)
    assert ran.code == 0
    assert len(units(output / "doubtful.tmx")) > 0
    kept = units(output / "memory.tmx") if (output / "memory.tmx").exists() else []
    every = [*kept, *units(output / "doubtful.tmx")]
    assert sorted(every) == sorted(units(output / "story.tmx"))
    assert f", {len(units(output / 'doubtful.tmx'))} of them doubtful\n" in ran.err
    assert f"doubtful: {output / 'doubtful.tmx'} " in ran.err


def test_several_targets_of_one_source_stand_by_falling_score(tmp_path: Path) -> None:
    rival = "The little guard of the old station by the sea laughed and laughed and laughed."
    other = [(ARABIC[3], rival) if pair == PAIRS[3] else pair for pair in PAIRS]
    write(tmp_path / "a.txt", "\n\n".join(f"{arabic}\n\n{english}" for arabic, english in other))
    write(tmp_path / "b.txt")
    output = tmp_path / "out"
    called("run", tmp_path / "a.txt", tmp_path / "b.txt", "-o", output, "--min-score", "0")
    merged = units(output / "memory.tmx")
    targets = [english for arabic, english in merged if arabic == ARABIC[3]]
    assert targets == [ENGLISH[3], rival]  # though the rival came first


def test_a_pair_made_twice_stands_once_in_the_memory_and_is_counted(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        write(tmp_path / "in" / name)
    ran = called("run", tmp_path / "in", "-o", tmp_path / "out", *FAST)
    totals = report(tmp_path / "out")["totals"]
    assert totals["duplicates"] * 2 == totals["units"] > 0
    assert f"{totals['duplicates']} of them duplicates" in ran.err
    assert len(units(tmp_path / "out" / "memory.tmx")) == totals["duplicates"]


def test_a_memory_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    story = write(tmp_path / "story.txt")
    (tmp_path / "story.tmx").write_text("precious")
    ran = called("run", story, "-o", tmp_path, *FAST)
    assert ran.code == 5
    assert "story.tmx: cannot be written (it is there already" in ran.err
    assert (tmp_path / "story.tmx").read_text() == "precious"
    assert not (tmp_path / "memory.tmx").exists()


def test_a_setting_that_cannot_be_leaves_an_earlier_run_alone(tmp_path: Path) -> None:
    story, output = write(tmp_path / "story.txt"), tmp_path / "out"
    called("run", story, "-o", output, *FAST)
    before = {path.name: path.read_bytes() for path in output.iterdir()}
    for flag in ("layout=pair", "date=20261399T256199Z"):
        assert called("run", story, "-o", output, "--set", flag, *FAST).code == 2
    assert {path.name: path.read_bytes() for path in output.iterdir()} == before


def test_properties_and_language_codes_stand_in_the_memory(tmp_path: Path) -> None:
    write(tmp_path / "story.txt")
    flags = ("--prop", "client=ACME, Ltd", "--prop", "project=7", "--tmx-lang", "ar=ar-SA,en=en-US")
    called("run", tmp_path / "story.txt", "-o", tmp_path / "out", *flags, *FAST)
    memory = (tmp_path / "out" / "memory.tmx").read_text(encoding="utf-8")
    assert memory.count('<prop type="x-client">ACME, Ltd</prop>') == NUMBER_OF_UNITS
    assert memory.count('<prop type="x-project">7</prop>') == NUMBER_OF_UNITS
    assert memory.count('xml:lang="ar-SA"') == memory.count('xml:lang="en-US"') == NUMBER_OF_UNITS


def test_dates_are_written_only_when_they_are_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = write(tmp_path / "story.txt")
    called("run", story, "-o", tmp_path / "without", *FAST)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    called("run", story, "-o", tmp_path / "epoch", *FAST)
    called("run", story, "-o", tmp_path / "flag", "--date", "20200101T000000Z", *FAST)
    without, epoch, flag = (
        (tmp_path / name / "memory.tmx").read_text(encoding="utf-8")
        for name in ("without", "epoch", "flag")
    )
    assert "date=" not in without
    assert 'date="19700102T000000Z"' in epoch
    assert 'date="20200101T000000Z"' in flag


def test_english_can_be_the_source(tmp_path: Path) -> None:
    write(tmp_path / "story.txt")
    called("run", tmp_path / "story.txt", "-o", tmp_path / "out", "--langs", "en,ar", *FAST)
    memory = tmp_path / "out" / "memory.tmx"
    assert 'srclang="en"' in memory.read_text(encoding="utf-8")
    assert units(memory) == [(english, arabic) for arabic, english in PAIRS]


def test_a_layout_can_be_imposed(tmp_path: Path) -> None:
    write(tmp_path / "story.txt", STACKED)
    for layout in ("stacked", "sections"):
        called("run", tmp_path / "story.txt", "-o", tmp_path / layout, "--layout", layout, *FAST)
        bitexts = report(tmp_path / layout)["jobs"][0]["bitexts"]
        assert [bitext["layout"] for bitext in bitexts] == [layout]


def test_an_encoding_can_be_imposed(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes(PARAGRAPHS.encode("windows-1256"))
    ran = called(
        "run", tmp_path / "story.txt", "-o", tmp_path / "out", "--encoding", "windows-1256", *FAST
    )
    assert ran.code == 0
    assert report(tmp_path / "out")["jobs"][0]["encoding"] in {"windows-1256", "cp1256"}
    assert units(tmp_path / "out" / "story.tmx") == list(PAIRS)


@pytest.mark.parametrize(("how", "expected"), [("sentence", 6), ("paragraph", 1), ("line", None)])
def test_segments_are_sentences_paragraphs_or_lines(
    tmp_path: Path, how: str, expected: int | None
) -> None:
    wrapped = [textwrap.wrap(" ".join(side), 60) for side in (ARABIC, ENGLISH)]
    write(tmp_path / "story.txt", "\n\n".join("\n".join(rows) for rows in wrapped) + "\n")
    output = tmp_path / "out"
    called("run", tmp_path / "story.txt", "-o", output, "--segment", how, *FAST)
    sizes = [expected or len(rows) for rows in wrapped]
    assert report(output)["totals"]["segments"] == {"source": sizes[0], "target": sizes[1]}


def test_segments_can_follow_rules_of_ones_own(tmp_path: Path) -> None:
    write(tmp_path / "story.txt")
    rules = write(tmp_path / "commas.srx", RULES)
    output = tmp_path / "out"
    ran = called("run", tmp_path / "story.txt", "-o", output, "--segment", f"srx:{rules}", *FAST)
    assert ran.code == 0, ran.err
    # One Arabic sentence and one English one hold a comma.
    assert report(output)["totals"]["segments"] == {"source": 7, "target": 7}
    assert (output / "segmentation.srx").read_text(encoding="utf-8") == RULES
    conf = (output / "segmentation.conf").read_bytes()
    assert conf == segmentation_conf(RULES.encode())


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("law.ar.txt", "law.en.txt"),
        ("law_ar.txt", "law_en.txt"),
        ("law-ar.md", "law-en.txt"),
        ("law.ar-SA.txt", "law.en-GB.txt"),
        ("ar/law.txt", "en/law.txt"),
    ],
)
def test_two_files_are_one_document_when_their_names_say_so(
    tmp_path: Path, arabic: str, english: str
) -> None:
    write_pair(tmp_path / "in" / arabic, tmp_path / "in" / english)
    called("run", tmp_path / "in", "-o", tmp_path / "out", *FAST)
    assert [(job["id"], job["paths"]) for job in report(tmp_path / "out")["jobs"]] == [
        ("law", [arabic, english])
    ]
    assert units(tmp_path / "out" / "law.tmx") == list(PAIRS)


def test_two_files_can_be_named_as_a_pair(tmp_path: Path) -> None:
    write_pair(tmp_path / "one.txt", tmp_path / "two.txt")
    ran = called(
        "run", "--pair", tmp_path / "one.txt", tmp_path / "two.txt", "-o", tmp_path / "out", *FAST
    )
    assert ran.code == 0
    assert units(tmp_path / "out" / "one.tmx") == list(PAIRS)


def test_pairs_of_one_name_and_the_folder_they_lie_in_do_not_get_in_each_others_way(
    tmp_path: Path,
) -> None:
    pairs: list[object] = []
    for folder in ("a", "b"):
        source, target = (tmp_path / folder / name for name in ("law.txt", "act.txt"))
        write_pair(source, target)
        pairs += ["--pair", source, target]
    write(tmp_path / "a" / "story.txt")
    called("run", tmp_path / "a", *pairs, "-o", tmp_path / "out", *FAST)
    assert job_ids(tmp_path / "out") == ["story", "law", "law~2"]


def test_flags_outweigh_the_environment_and_that_outweighs_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = write(tmp_path / "story.txt")
    config = write(tmp_path / "settings.toml", 'aligner = "gale-church"\nformats = ["tsv"]\n')

    def suffixes(*flags: object) -> set[str]:
        assert called("run", story, "-o", tmp_path / "out", *flags).code == 0
        return {path.suffix for path in (tmp_path / "out").glob("story.*")}

    assert suffixes(*FAST) == {".tmx", ".xml"}
    assert suffixes("--config", config) == {".tsv"}
    monkeypatch.setenv("ALIGN_FORMATS", "jsonl")
    assert suffixes("--config", config) == {".jsonl"}
    assert suffixes("--config", config, "--set", "formats=tei") == {".xml"}
    assert suffixes("--config", config, "--set", "formats=tei", "--formats", "tmx") == {".tmx"}


def test_json_is_the_report_and_the_only_thing_on_stdout(tmp_path: Path) -> None:
    write(tmp_path / "story.txt")
    ran = called("run", tmp_path / "story.txt", "-o", tmp_path / "out", "--json", *FAST)
    assert json.loads(ran.out) == report(tmp_path / "out")
    assert ran.out.count("\n") == 1


def test_the_manifest_lists_the_files_and_what_differs_from_run_to_run(tmp_path: Path) -> None:
    write(tmp_path / "story.txt")
    output = tmp_path / "out"
    called("run", tmp_path / "story.txt", "-o", output, *FAST)
    manifest = json.loads((output / "run.json").read_text(encoding="utf-8"))
    assert {"started", "seconds", "host", "peak_memory_mb"} <= manifest.keys()
    assert manifest["files"] == sorted(content(output))
