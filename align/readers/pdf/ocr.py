"""Scanned pages read by OCRmyPDF, a program of its own, if it is installed and asked for."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from align.errors import MissingExtraError, ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ASK", "INSTALL", "recognised"]

INSTALL = "install ocrmypdf and tesseract-ocr-ara (apt install ocrmypdf tesseract-ocr-ara)"
ASK = f"{INSTALL} and add --set read.ocr=true"
LANGUAGES = "ara+eng"
# Pages with text stay as they are; nothing is asked of the user.
OPTIONS = ("--skip-text", "--quiet", "--output-type", "pdf", "-l", LANGUAGES)
SECONDS = 3_600  # for the whole file
LAST = 200  # characters of what the program says


@contextmanager
def recognised(path: Path, name: str) -> Iterator[Path]:
    """Yield a copy of a PDF whose scanned pages have a text layer; it is gone afterwards.

    Raises `MissingExtraError` if OCRmyPDF is not installed, `ReadError` if it fails.
    """
    program = shutil.which("ocrmypdf")
    if program is None:
        raise MissingExtraError(name, "has scanned pages, and ocrmypdf is not installed", INSTALL)
    with tempfile.TemporaryDirectory(prefix="align-ocr-") as folder:
        copy = Path(folder, "recognised.pdf")
        _run([program, *OPTIONS, str(path.absolute()), str(copy)], name)
        yield copy


def _run(command: list[str], name: str) -> None:
    # OCRmyPDF has a process for each core: more threads than one only wait for each other.
    surroundings = {"OMP_THREAD_LIMIT": "1", **os.environ}
    try:
        done = subprocess.run(
            command,
            check=False,
            capture_output=True,
            timeout=SECONDS,
            stdin=subprocess.DEVNULL,
            env=surroundings,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failed(name, type(error).__name__) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _failed(name, said[-1][:LAST] if said else f"exit code {done.returncode}")


def _failed(name: str, why: str) -> ReadError:
    return ReadError(name, f"could not be recognised by ocrmypdf ({why})", "run it by hand to see")
