"""PDFs are read in a process of their own, and whatever is done to it is done to it alone."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from align.config import ReadSettings
from align.errors import ReadError
from align.readers.pdf import apart
from align.readers.pdf.apart import pages_apart
from align.readers.pdf.pages import pages
from tests.cli.command import surroundings
from tests.readers.hostile_files import portable
from tests.readers.samples import SAMPLES

SETTINGS = ReadSettings()
TEXTS = ["The travellers reached the village at night and found nobody there.", "The well was dry."]
needs_limit = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux holds a process to its memory"
)


def drawing(content: str, resources: str = "") -> str:
    form = f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<{resources}>>"
    return f"<<{form}/Length {len(content)}>>stream\n{content}\nendstream"


def forms_in_forms() -> bytes:
    """Return a PDF whose page draws 10 forms, each of them 10 more, and so on, 30 deep."""
    resources = "/XObject<</F {} 0 R>>"
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<<{resources.format(5)}>>"
    forms = [drawing("/F Do " * 10, resources.format(at + 1)) for at in range(5, 35)]
    return portable(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        f"{page}/Contents 4 0 R>>",
        drawing("/F Do"),
        *forms,
        drawing("0 0 m 9 9 l S"),
    )


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sound.pdf"
    path.write_bytes(SAMPLES[".pdf"](TEXTS))
    return path


def test_the_pages_are_those_that_are_read_here(sound: Path) -> None:
    there = list(pages_apart(sound, "sound.pdf", SETTINGS))
    assert there == list(pages(sound, "sound.pdf", SETTINGS))
    assert there


def test_an_error_is_raised_here_and_the_next_file_is_read(sound: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nno more")
    with pytest.raises(ReadError, match=r"^broken\.pdf: "):
        list(pages_apart(broken, "broken.pdf", SETTINGS))
    assert list(pages_apart(sound, "sound.pdf", SETTINGS))


@needs_limit
def test_a_file_that_would_take_all_memory_costs_itself_only(sound: Path, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.pdf"
    bomb.write_bytes(forms_in_forms())
    began = time.monotonic()
    with pytest.raises(ReadError, match=r"^bomb\.pdf: page 1 .*; "):
        list(pages_apart(bomb, "bomb.pdf", SETTINGS))
    assert time.monotonic() - began < 30
    assert list(pages_apart(sound, "sound.pdf", SETTINGS))


def test_a_module_that_lies_beside_the_text_is_not_run(
    sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(apart, "_CHILDREN", [])
    assert list(apart.pages_apart(sound, "sound.pdf", SETTINGS))
    apart._CHILDREN[-1].end()


@needs_limit
def test_the_process_ends_with_the_one_that_asks_even_if_that_is_killed() -> None:
    serve = "import os; from align.readers.pdf.apart import serve; serve(os.getppid())"
    code = (
        "import subprocess, sys, time\n"
        f"child = subprocess.Popen([sys.executable, '-c', {serve!r}], stdin=sys.stdin)\n"
        "time.sleep(2); print(child.pid, flush=True); time.sleep(60)"
    )
    asking = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,  # which stays open: nothing else tells the child
        stdout=subprocess.PIPE,
        env=surroundings(),
    )
    assert asking.stdout is not None
    assert asking.stdin is not None
    with asking.stdout, asking.stdin:
        child = Path("/proc", asking.stdout.readline().decode().strip())
        assert child.exists()
        asking.kill()
        asking.wait()
        deadline = time.monotonic() + 20
        while _runs(child) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert not _runs(child)


def _runs(process: Path) -> bool:
    try:
        return process.joinpath("stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_pages_that_nobody_wants_any_more_are_not_taken_for_those_of_the_next_file(
    sound: Path, tmp_path: Path
) -> None:
    longer = tmp_path / "longer.pdf"
    longer.write_bytes(SAMPLES[".pdf"](TEXTS * 60))
    found = pages_apart(longer, "longer.pdf", SETTINGS)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert len(list(pages_apart(sound, "sound.pdf", SETTINGS))) == 1
