"""The command line as its users have it: in a process of its own, or in ours to save time."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.cli import main

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PROGRAM = (sys.executable, "-m", "align")
FAST = ("--aligner", "gale-church")


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def last_line(self) -> str:
        return self.err.rstrip("\n").rpartition("\n")[2]


def called(*arguments: object) -> Ran:
    """Run the command in this process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = end.code
    assert isinstance(code, int)
    return Ran(code, out.getvalue(), err.getvalue())


def spawned(
    *arguments: object,
    cwd: Path | None = None,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
) -> Ran:
    """Run the command in a process of its own; what it says must be UTF-8."""
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        env=surroundings() | dict(environment or {}),
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def surroundings() -> dict[str, str]:
    """Return the environment without settings for align, numeric libraries on one thread."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("ALIGN_")}
    return kept | {"OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": os.pathsep.join(sys.path)}


def refused(ran: Ran, code: int, *words: str) -> None:
    """Check that a command refused to work: its code, and one line on stderr with the words."""
    assert ran.code == code, ran.err
    assert ran.out == ""
    assert ran.err.startswith("align: error: "), ran.err
    assert ran.err.count("\n") == 1, ran.err
    for word in words:
        assert word in ran.err
