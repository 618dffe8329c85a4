"""``align inspect`` of files by strangers, each in a process of its own whose needs are measured.

One program loads the package and forks for each file, so that a file costs no start.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.cli.command import surroundings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["MEGABYTES", "SECONDS", "Ended", "inspected", "needs_limits"]

SECONDS = 10  # of processor time that a hostile file may take
MEGABYTES = 500  # of memory
PATIENCE = 300  # seconds, for all files of a test
CHILD = """
import json, os, resource, sys, tempfile
from align import inspecting
from align.cli import main
from tests.readers import samples

STOP, MOST = 20, 4_000_000_000  # seconds and bytes, at which the system ends it

def run(path, out, err):
    os.dup2(out.fileno(), 1)
    os.dup2(err.fileno(), 2)
    resource.setrlimit(resource.RLIMIT_CPU, (STOP, STOP))
    resource.setrlimit(resource.RLIMIT_AS, (MOST, MOST))
    try:
        main(["inspect", path])
    except SystemExit as end:
        sys.stdout.flush()
        os._exit(end.code)

def ended(path):
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if not child:
            run(path, out, err)
        _, status, used = os.wait4(child, 0)
        texts = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read(1_000_000).decode("utf-8", "replace"))
    code = os.waitstatus_to_exitcode(status)
    return [code, *texts, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024]

print(json.dumps([ended(path) for path in sys.argv[1:]]))
"""
needs_limits = pytest.mark.skipif(sys.platform != "linux", reason="what is used is told by Linux")


@dataclass(frozen=True, slots=True)
class Ended:
    """How the command ended, what it said, and what it took of processor time and memory."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: int


def inspected(paths: Sequence[Path]) -> dict[str, Ended]:
    """Return how the command ended for each of the files, by their names."""
    command = [sys.executable, "-c", CHILD, *map(str, paths)]
    done = subprocess.run(
        command, capture_output=True, check=True, timeout=PATIENCE, env=surroundings()
    )
    found = json.loads(done.stdout)
    return {path.name: Ended(*each) for path, each in zip(paths, found, strict=True)}
