"""`align score`: scores, findings and the comparison with a reference, as shown and as JSON."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.cli.command import PROGRAM, called, refused, spawned, surroundings
from tests.cli.memories import LIGHT, document, score, tmx, tsv
from tests.cli.texts import PAIRS, write

if TYPE_CHECKING:
    from pathlib import Path


def test_json_has_a_unit_for_each_of_the_input_in_order_and_the_promised_keys(
    tmp_path: Path,
) -> None:
    files = tmx(tmp_path / "a.tmx"), tsv(tmp_path / "b.tsv", PAIRS[:2])
    found = document(*files)
    assert found.keys() == {"units", "summary"}
    assert [(one["source"], one["target"]) for one in found["units"]] == [*PAIRS, *PAIRS[:2]]
    assert [one["file"] for one in found["units"]] == [str(files[0])] * 6 + [str(files[1])] * 2
    assert [one["id"] for one in found["units"]] == [*(f"t{n}" for n in range(6)), "tu1", "tu2"]
    keys = {"id", "source", "target", "score", "flags", "file"}
    assert all(one.keys() == keys and 0 <= one["score"] <= 1 for one in found["units"])
    summary = found["summary"]
    assert (summary["units"], summary["prior"], summary["prior_basis"]) == (8, 0.9, "default")
    assert [(one["file"], one["units"]) for one in summary["files"]] == [
        (str(files[0]), 6),
        (str(files[1]), 2),
    ]
    mean = sum(one["score"] for one in found["units"]) / 8
    assert summary["expected_precision"] == pytest.approx(mean, abs=1e-4)
    assert sum(summary["tenths"]) == 8


def test_findings_have_their_places_and_null_where_they_are_about_the_whole(
    tmp_path: Path,
) -> None:
    pairs = [(PAIRS[0][0], ""), ("وصل  القطار", "The train  arrived")]
    first, second = document(tsv(tmp_path / "a.tsv", pairs))["units"]
    (empty,) = (flag for flag in first["flags"] if flag["id"] == "empty")
    assert (empty["severity"], empty["side"]) in {("error", "target"), ("error", None)}
    doubled = [flag for flag in second["flags"] if flag["id"] == "double-space"]
    assert [(flag["side"], flag["start"], flag["end"]) for flag in doubled] == [
        ("source", 3, 5) if flag["side"] == "source" else ("target", 9, 11) for flag in doubled
    ]
    assert {flag["side"] for flag in doubled} == {"source", "target"}
    for flag in (*first["flags"], *second["flags"]):
        assert flag.keys() == {"id", "severity", "message", "side", "start", "end"}
        assert (flag["side"] is None) == (flag["start"] is None) == (flag["end"] is None)


def test_stdout_holds_the_json_alone_and_quiet_says_nothing(tmp_path: Path) -> None:
    memory = tsv(tmp_path / "a.tsv")
    ran = spawned("score", memory, "--json", *LIGHT)
    assert ran.code == 0
    assert len(json.loads(ran.out)["units"]) == 6
    assert ran.err == f"[1/1] {memory}: 6 units\n"
    assert score(memory, "--json", "--quiet").err == ""


def test_a_higher_prior_makes_every_score_higher(tmp_path: Path) -> None:
    memory = tsv(tmp_path / "a.tsv")
    low, high = (document(memory, "--prior", prior) for prior in ("0.2", "0.8"))
    assert (low["summary"]["prior"], low["summary"]["prior_basis"]) == (0.2, "given")
    for one, other in zip(low["units"], high["units"], strict=True):
        assert one["score"] <= other["score"]
    assert low["summary"]["expected_precision"] < high["summary"]["expected_precision"]


def test_strict_ends_with_9_when_a_finding_is_an_error_and_not_ignored(tmp_path: Path) -> None:
    good, bad = tsv(tmp_path / "good.tsv"), tsv(tmp_path / "bad.tsv", [*PAIRS, ("وحده", "")])
    assert score(bad).code == 0
    assert score(good, "--strict").code == 0
    assert document(bad, "--strict", code=9)["summary"]["flagged"]["error"] == 1
    assert score(bad, "--strict", "--ignore", "empty").code == 0


def test_findings_can_be_ignored_by_flag_and_by_setting(tmp_path: Path) -> None:
    memory = tsv(tmp_path / "a.tsv", [("وصل  القطار", "The train  arrived"), ("وحده", "")])

    def kinds(*flags: str) -> set[str]:
        findings = document(memory, *flags)["summary"]["findings"]
        return {one["id"] for one in findings}

    assert {"double-space", "empty"} <= kinds()
    assert not {"double-space", "empty"} & kinds("--ignore", "double-space,empty")
    assert not {"double-space", "empty"} & kinds("--ignore", "double-space", "--ignore", "empty")
    assert "empty" not in kinds("--set", "checks.ignore=empty")
    refused(score(memory, "--set", "checks.ignore=typo"), 2, "'typo'")


def test_people_are_shown_the_counts_the_findings_and_the_lowest_units(tmp_path: Path) -> None:
    memory = tsv(tmp_path / "a.tsv", [*PAIRS, ("وحده", "")])
    ran = score(memory, "--quiet", "--worst", "2")
    assert (ran.code, ran.err) == (0, "")
    rows = [line.split() for line in ran.out.splitlines()]
    assert ["units", "7"] in rows
    assert any(row[:3] == ["prior", "0.900", "(as"] for row in rows)
    assert "a side holds no text" in ran.out
    assert "lowest scores (2 of 7)" in ran.out
    assert ran.out.count("\n  ar  ") == 2
    assert score(memory, "--worst", "0").out.count("\n  ar  ") == 0


def test_a_text_cannot_break_the_lines_on_the_terminal(tmp_path: Path) -> None:
    pairs = [("وصل\x1b[31m", "Red\u2028alert")]
    lines = [json.dumps({"src": {"text": ar}, "tgt": {"text": en}}) for ar, en in pairs]
    memory = write(tmp_path / "a.jsonl", "\n".join(lines) + "\n")
    shown = score(memory).out
    assert "\x1b" not in shown
    assert "\u2028" not in shown
    (unit,) = document(memory)["units"]
    assert (unit["source"], unit["target"]) == pairs[0]


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX terminal")
def test_on_a_terminal_a_bar_counts_to_the_last_unit(tmp_path: Path) -> None:
    import pty

    ours, terminal = pty.openpty()
    memory = tsv(tmp_path / "a.tsv", PAIRS * 50)
    with subprocess.Popen(
        [*PROGRAM, "score", str(memory), *LIGHT],
        stdout=subprocess.PIPE,
        stderr=terminal,
        env=surroundings(),
    ) as child:
        os.close(terminal)
        assert child.stdout is not None
        assert b"300" in child.stdout.readline()
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "scoring" in shown
    assert shown.rstrip().rstrip("\x1b[?25h").rstrip().endswith(" 300")


def test_a_reference_adds_the_figures_and_the_pairs(tmp_path: Path) -> None:
    memory = tsv(tmp_path / "a.tsv", [*PAIRS[:4], (PAIRS[4][0], "Something else"), ("x", "y")])
    reference = tmx(tmp_path / "ref.tmx")
    found = document(memory, "--reference", reference)
    assert found.keys() == {"units", "summary", "sacrebleu", "pairs"}
    assert found["sacrebleu"]["segments"] == 5
    assert 50 < found["sacrebleu"]["bleu"]["score"] < 100
    assert found["sacrebleu"]["bleu"]["signature"].startswith("nrefs:1|case:mixed|eff:no|tok:13a")
    assert "nw:2" in found["sacrebleu"]["chrf"]["signature"]
    rates = {name: found["pairs"][name] for name in ("precision", "recall", "f1")}
    assert rates == {"precision": 0.6667, "recall": 0.6667, "f1": 0.6667}
    shown = score(memory, "--reference", reference).out
    for words in ("BLEU", "chrF2++", "TER", "tok:13a", "precision 0.667", "(4 of 6 units)"):
        assert words in shown


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_run_takes_what_to_ignore_and_a_glossary_too(tmp_path: Path) -> None:
    story = write(tmp_path / "story.txt")
    out = ("-o", tmp_path / "out", "--aligner", "gale-church")
    refused(called("run", story, *out, "--ignore", "typo"), 2, "'typo'")
    refused(called("run", story, *out, "--glossary", tmp_path / "none.tsv"), 2, "none.tsv")
    assert called("run", story, *out, "--ignore", "quote,capital", "-q").code == 0
