from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from align.errors import OutputError
from align.scratch import Scratch

SCHEMA = "CREATE TABLE text (number INTEGER PRIMARY KEY, content TEXT)"
FILLING = """
import sys
from align.scratch import Scratch
with Scratch("CREATE TABLE text (content TEXT)") as scratch:
    for number in range(200):
        scratch._run("INSERT INTO text VALUES (?)", str(number) * 50_000)
    print("filled", flush=True)
    sys.stdin.read()
"""


def test_what_is_kept_is_found_until_it_is_closed() -> None:
    with Scratch(SCHEMA) as scratch:
        scratch._run("INSERT INTO text VALUES (?, ?)", 1, "نعم")
        assert scratch._run("SELECT content FROM text").fetchone() == ("نعم",)
    with pytest.raises(sqlite3.ProgrammingError):
        scratch._connection.execute("SELECT 1")


@pytest.mark.skipif(sys.platform == "win32", reason="an open file has its name on Windows")
def test_nothing_is_left_of_it_even_when_the_process_is_killed(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", FILLING],
        cwd=Path(__file__).parents[1],
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"filled\n"
        process.send_signal(signal.SIGKILL)
    assert list(tmp_path.iterdir()) == []


def test_a_full_folder_is_an_output_error_that_names_the_way_out() -> None:
    with Scratch(SCHEMA) as scratch:
        scratch._run("PRAGMA max_page_count = 10")
        with pytest.raises(OutputError, match=r"temporary folder: cannot be written .*TMPDIR"):
            scratch._run("INSERT INTO text VALUES (?, ?)", 1, "x" * 100_000)
