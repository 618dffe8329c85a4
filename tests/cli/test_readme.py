"""What the README shows of a run is what comes of it, here and now."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.architecture.sources import ROOT
from tests.cli.command import spawned

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text("utf-8")
DECIMAL = re.compile(r"\d+\.\d+")
NEAR = 0.02  # scores differ a little from processor to processor
ELLIPSIS = "…\n"  # lines that are not shown


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the corpora, aligned into ``output`` and ``by-length``."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "corpora", folder / "corpora")
    (folder / "said").write_text(spawned("run", "corpora/", cwd=folder).err, "utf-8")
    short = ("-o", "by-length", "--aligner", "gale-church", "-q")
    assert spawned("run", "corpora/", *short, cwd=folder).code == 0
    return folder


def shown(beginning: str) -> str:
    """Return the example of the README that begins like this."""
    (example,) = re.findall(rf"^```\w+\n({re.escape(beginning)}.*?)^```", README, re.M | re.S)
    assert isinstance(example, str)
    return example


def check_alike(said: str, example: str) -> None:
    """Check that what was said is what is shown, with about the same decimals."""
    assert DECIMAL.sub("0.0", said) == DECIMAL.sub("0.0", example)
    told = [float(number) for number in DECIMAL.findall(said)]
    assert told == pytest.approx([float(n) for n in DECIMAL.findall(example)], abs=NEAR)


def test_the_first_command_says_what_is_shown(folder: Path) -> None:
    check_alike((folder / "said").read_text("utf-8"), shown("[1/8]"))


@pytest.mark.parametrize("reference", [False, True])
def test_scoring_says_what_is_shown(folder: Path, *, reference: bool) -> None:
    memory = "by-length/memory.tmx --reference" if reference else "output/memory.tmx --worst"
    command, _, example = shown(f"$ align score {memory}").partition("\n")
    said = spawned(*command.split()[2:], cwd=folder).out
    if example.startswith(ELLIPSIS):
        example = example.removeprefix(ELLIPSIS)
        said = said[said.index(example.partition("\n")[0]) :].partition("\n\n")[0] + "\n"
    check_alike(said, example)


def test_the_units_that_are_shown_are_in_the_files(folder: Path) -> None:
    (unit,) = re.findall(r"^<tu tuid=.*?</tu>$", README, re.M | re.S)
    flag = shown("<prop").strip()
    news = (folder / "output" / "news-dam.tmx").read_text("utf-8")
    check_alike(_indented(news, unit.partition("\n")[0]), unit)
    assert flag in (folder / "output" / "contract-lease.tmx").read_text("utf-8")


def _indented(memory: str, start: str) -> str:
    """Return a unit of a memory without the indentation of the file."""
    body = memory[memory.index(start) :].partition("</tu>")[0] + "</tu>"
    return body.replace("\n    ", "\n")


def test_inspecting_says_what_is_shown(folder: Path) -> None:
    command, _, example = shown("$ align inspect").partition("\n")
    said = spawned(*command.split()[2:], cwd=folder).out
    assert said.startswith(example.removesuffix(ELLIPSIS))
