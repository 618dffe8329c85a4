"""Ctrl-C, a lost worker, a killed program: what is there is whole, and the next run tidies up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tests.cli.command import FAST, PROGRAM, called, surroundings
from tests.cli.texts import PARAGRAPHS, content, write

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups like these")

DOCUMENTS = 400  # far more than are done when the first file is seen
PATIENCE = 60.0  # seconds


@pytest.fixture(autouse=True)
def _what_the_killed_leave_behind_goes_with_the_test(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))


@pytest.fixture
def many(tmp_path: Path) -> Path:
    for number in range(DOCUMENTS):
        write(tmp_path / "in" / f"story{number:03}.txt", PARAGRAPHS * 3)
    return tmp_path / "in"


def started(*arguments: object) -> subprocess.Popen[str]:
    """Start the command in a process group of its own, as a terminal does."""
    return subprocess.Popen(
        [*PROGRAM, *map(str, arguments)],
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_for(condition: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.01)


def check_that_all_is_whole(output: Path) -> None:
    assert not list(output.glob("*.partial"))
    memories = list(output.glob("*.tmx"))
    assert 0 < len(memories) < DOCUMENTS, "it was not in the middle"
    for memory in memories:
        etree.parse(memory)
    assert not (output / "memory.tmx").exists()


def check_that_the_next_run_tidies_up(story: Path, output: Path) -> None:
    stranger = write(output / "stranger.txt", "mine")
    assert called("run", story, "-o", output, "-q", *FAST).code == 0
    stranger.unlink()
    fresh = output.with_name("fresh")
    called("run", story, "-o", fresh, "-q", *FAST)
    assert content(output) == content(fresh)


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_in_the_middle_ends_with_130_and_leaves_only_whole_files(
    many: Path, tmp_path: Path, jobs: int
) -> None:
    output = tmp_path / "out"
    with started("run", many, "-o", output, "--jobs", jobs, *FAST) as program:
        wait_for(lambda: len(list(output.glob("*.tmx"))) > 2)
        os.killpg(program.pid, signal.SIGINT)
        out, err = program.communicate(timeout=PATIENCE)
    assert program.returncode == 130
    assert out == ""
    assert "Traceback" not in err
    assert err.endswith("align: interrupted; documents already done are kept\n")
    check_that_all_is_whole(output)
    check_that_the_next_run_tidies_up(many / "story000.txt", output)


def test_a_polite_end_stops_the_workers_too(many: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    with started("run", many, "-o", output, "--jobs", 2, *FAST) as program:
        wait_for(lambda: len(list(output.glob("*.tmx"))) > 2)
        program.terminate()
        _, err = program.communicate(timeout=PATIENCE)
    assert program.returncode == 143
    assert "Traceback" not in err
    check_that_all_is_whole(output)
    wait_for(lambda: not somebody_left(program.pid))


def test_a_program_that_was_killed_is_tidied_up_after_by_the_next_run(
    many: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    with started("run", many, "-o", output, *FAST) as program:
        wait_for(lambda: len(list(output.glob("*.tmx"))) > 2)
        os.killpg(program.pid, signal.SIGKILL)
        program.communicate(timeout=PATIENCE)
    assert list(output.glob("*.partial"))  # nobody was left to take them away
    check_that_the_next_run_tidies_up(many / "story000.txt", output)


def test_workers_end_with_a_parent_that_was_killed(many: Path, tmp_path: Path) -> None:
    with started("run", many, "-o", tmp_path / "out", "--jobs", 2, *FAST) as program:
        wait_for(lambda: len(list((tmp_path / "out").glob("*.tmx"))) > 2)
        os.kill(program.pid, signal.SIGKILL)
        program.communicate(timeout=PATIENCE)
    wait_for(lambda: not somebody_left(program.pid))


def somebody_left(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_a_killed_worker_ends_the_run_with_8_and_leaves_only_whole_files(
    many: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    with started("run", many, "-o", output, "--jobs", 2, "-q", *FAST) as program:
        wait_for(lambda: len(list(output.glob("*.tmx"))) > 2)
        os.kill(workers(program.pid)[0], signal.SIGKILL)
        out, err = program.communicate(timeout=PATIENCE)
    assert program.returncode == 8
    assert out == ""
    assert err.startswith("align: error: ")
    assert "--jobs" in err
    assert err.count("\n") == 1
    check_that_all_is_whole(output)
    check_that_the_next_run_tidies_up(many / "story000.txt", output)


def workers(parent: int) -> list[int]:
    """Return the processes that ``parent`` gave jobs to."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state = (folder / "stat").read_text().rpartition(")")[2].split()
            command = (folder / "cmdline").read_text()
        except OSError:
            continue  # it ended while we looked
        if int(state[1]) == parent and "spawn_main" in command:
            found.append(int(folder.name))
    return found
