"""What goes through stdin and stdout: UTF-8 everywhere, and on stdout data only."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.cli.command import FAST, PROGRAM, called, refused, spawned, surroundings
from tests.cli.texts import (
    NUMBER_OF_UNITS,
    PAIRS,
    PARAGRAPHS,
    job_ids,
    report,
    units,
    write,
    write_pair,
)

if TYPE_CHECKING:
    from pathlib import Path

PLAIN_CONSOLE = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
HARSH_CONSOLE = {**PLAIN_CONSOLE, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_a_text_can_come_through_stdin(tmp_path: Path) -> None:
    ran = spawned("run", "-", "-o", "out", *FAST, cwd=tmp_path, stdin=PARAGRAPHS.encode())
    assert ran.code == 0, ran.err
    assert units(tmp_path / "out" / "stdin.tmx") == list(PAIRS)
    assert report(tmp_path / "out")["jobs"][0]["paths"] == ["stdin.txt"]


def test_stdin_can_stand_beside_files_and_more_than_once(tmp_path: Path) -> None:
    write(tmp_path / "stdin.txt")
    arguments = ("run", "stdin.txt", "-", "-", "-o", "out", *FAST)
    assert spawned(*arguments, cwd=tmp_path, stdin=PARAGRAPHS.encode()).code == 0
    assert job_ids(tmp_path / "out") == ["stdin", "stdin~2"]


def test_nothing_on_stdin_is_an_empty_text(tmp_path: Path) -> None:
    ran = spawned("run", "-", "-o", "out", "-q", cwd=tmp_path)
    assert ran.code == 4
    assert ran.err == "[1/1] stdin: failed: stdin.txt: is empty\n"


def test_stdin_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    flags = ("--set", "read.max_bytes=100", "-q")
    ran = spawned("run", "-", "-o", "out", *flags, cwd=tmp_path, stdin=PARAGRAPHS.encode())
    assert ran.code == 4
    assert "read.max_bytes" in ran.err


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_a_closed_stdin_is_told(tmp_path: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" <&-', "sh", *PROGRAM, "run", "-"],
        cwd=tmp_path,
        env=surroundings(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "standard input is closed" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("console", [PLAIN_CONSOLE, HARSH_CONSOLE], ids=["plain", "harsh"])
def test_stdout_is_one_json_document_in_utf_8_on_any_console(
    tmp_path: Path, console: dict[str, str]
) -> None:
    write(tmp_path / "in" / "قصّة.txt")
    write(tmp_path / "in" / "فارغ.txt", "")
    arguments = ("run", "in", "-o", "out", "--json", *FAST)
    ran = spawned(*arguments, cwd=tmp_path, environment=console)
    assert ran.code == 3
    jobs = json.loads(ran.out)["jobs"]
    assert jobs == report(tmp_path / "out")["jobs"]
    assert [job["status"] for job in jobs] == ["failed", "aligned"]
    assert sum(bitext["units"] for bitext in jobs[1]["bitexts"]) == NUMBER_OF_UNITS


def test_arabic_on_stdout_is_utf_8_on_a_console_that_is_not(tmp_path: Path) -> None:
    write_pair(tmp_path / "a.txt", tmp_path / "b.txt")
    arguments = ("lines", "a.txt", "b.txt", "--format", "tsv", *FAST)
    ran = spawned(*arguments, cwd=tmp_path, environment=HARSH_CONSOLE)
    assert [tuple(line.split("\t")[:2]) for line in ran.out.splitlines()] == list(PAIRS)


def test_warnings_and_progress_stay_off_stdout(tmp_path: Path) -> None:
    write(tmp_path / "story.txt")
    ran = spawned("run", "story.txt", "-v", *FAST, cwd=tmp_path)
    assert ran.code == 0
    assert ran.out == ""
    assert "Warning" not in ran.err


def test_a_message_can_hold_a_name_that_is_no_unicode(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    refused(called("run", tmp_path / name), 2, "no such file")
    ran = spawned("run", name, cwd=tmp_path)
    assert ran.code == 2
    assert "caf\\udce9.txt" in ran.err


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_a_reader_who_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        write(tmp_path / name, "A line of words.\n" * 3_000)  # more than a pipe holds
    arguments = ("lines", "a.txt", "b.txt", "--format", "tsv", *FAST)
    command = '{ "$@"; echo $? >code; } | head -n 1'
    done = subprocess.run(
        ["/bin/sh", "-c", command, "sh", *PROGRAM, *arguments],
        cwd=tmp_path,
        env=surroundings(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("A line of words.\tA line of words.\t")
    assert done.stderr == ""
    assert (tmp_path / "code").read_text() == "0\n"
