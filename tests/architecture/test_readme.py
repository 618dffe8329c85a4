"""The README is the manual: every command, flag, format, layout, setting and exit code is in it."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

import click
import pytest

from align import errors, naming, registry
from align.checks.catalogue import FLAGS
from align.cli import BUG, COMMANDS, INTERRUPTED, TERMINATED, cli
from align.cli.run import ALL_FAILED, SOME_FAILED
from align.cli.score import FINDINGS
from align.config import CheckSettings, ReadSettings, Settings
from align.model import LAYOUTS, Reason
from align.presets import PRESETS
from tests.architecture.sources import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

README = (ROOT / "README.md").read_text("utf-8")
HELP = frozenset({"--help", "-h"})


def commands() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        yield name, command


def options() -> list[str]:
    """Return every option of every command, and of ``align`` itself."""
    every = [*cli.params, *(option for _, command in commands() for option in command.params)]
    return sorted(
        {
            name
            for option in every
            if isinstance(option, click.Option)
            for name in (*option.opts, *option.secondary_opts)
        }
        - HELP
    )


def choices() -> list[str]:
    """Return every value that an option of a command may be given by name."""
    return sorted(
        {
            choice
            for _, command in commands()
            for option in command.params
            if isinstance(option.type, click.Choice)
            for choice in option.type.choices
        }
    )


def settings() -> list[str]:
    """Return every setting, those of a part with a dot."""
    parts = {"read": ReadSettings, "checks": CheckSettings}
    own = [field.name for field in dataclasses.fields(Settings) if field.name not in parts]
    inner = [
        f"{part}.{field.name}" for part, kind in parts.items() for field in dataclasses.fields(kind)
    ]
    return [*own, *inner]


def exit_codes() -> list[int]:
    kinds = (getattr(errors, name) for name in errors.__all__)
    return sorted(
        {
            0,
            BUG,
            SOME_FAILED,
            ALL_FAILED,
            FINDINGS,
            INTERRUPTED,
            TERMINATED,
            *(kind.exit_code for kind in kinds),
        }
    )


def code_spans() -> str:
    """Return what stands in code in the README, by which a name is told from a common word."""
    fences = re.findall(r"^```.*?^```", README, re.MULTILINE | re.DOTALL)
    return "\n".join([*fences, *re.findall(r"`([^`\n]+)`", README)])


def section(title: str) -> str:
    """Return what stands in the README under a heading of the third level."""
    return README.partition(f"### {title}\n")[2].partition("\n#")[0]


def named(text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(text)}(?![\w-])", code_spans()) is not None


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_section(command: str) -> None:
    assert re.search(rf"^#+ .*`align {command}\b", README, re.MULTILINE)


def test_no_command_is_promised_that_is_not_there() -> None:
    promised = re.findall(r"^#+ .*`align (\w+)\b", README, re.MULTILINE)
    assert {*promised} == {*COMMANDS}


@pytest.mark.parametrize("option", options())
def test_every_option_is_named(option: str) -> None:
    assert named(option)


def test_no_option_is_promised_that_is_not_there() -> None:
    promised = {*re.findall(r"(?<![\w-])--[a-z][a-z-]+", README)}
    of_our_bench = {"--data", "--draws", "--gold", "--peers", "--seg", "--units"}
    of_pytest = {"--dist"}
    assert promised - of_our_bench - of_pytest <= {*options(), *HELP}


@pytest.mark.parametrize("choice", choices())
def test_every_choice_of_an_option_is_named(choice: str) -> None:
    assert named(choice)


@pytest.mark.parametrize(
    "kind", ["formats", "aligners", "segmenters", "encoders", "readers", "memories"]
)
def test_every_part_of_the_registry_is_named(kind: str) -> None:
    assert [name for name in registry.TABLES[kind] if not named(name)] == []


@pytest.mark.parametrize("name", naming.FILES)
def test_a_format_has_a_row_with_all_its_files(name: str) -> None:
    (files,) = re.findall(rf"^\| `{name}` \|(.*?)\|", section("Formats"), re.MULTILINE)
    suffixes = {suffix.format(a="ar", b="en") for suffix in naming.FILES[name]}
    assert {*re.findall(r"`(\.[^`]+)`", files)} == suffixes


@pytest.mark.parametrize("suffix", [*naming.READ_AS, *naming.PACKED])
def test_every_suffix_that_is_read_is_named(suffix: str) -> None:
    assert f"`{suffix}`" in section("Formats")


def test_the_table_of_tools_has_every_preset_in_its_order() -> None:
    assert re.findall(r"^\| `(\w+)` \|", section("CAT tools"), re.MULTILINE) == [*PRESETS]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_is_named(layout: str) -> None:
    assert named(layout)


@pytest.mark.parametrize("reason", Reason.__args__)  # type: ignore[attr-defined]
def test_every_reason_for_text_in_no_unit_is_named(reason: str) -> None:
    assert named(reason)


@pytest.mark.parametrize("setting", settings())
def test_every_setting_is_named(setting: str) -> None:
    assert named(setting)


@pytest.mark.parametrize("code", exit_codes())
def test_every_exit_code_is_explained(code: int) -> None:
    assert re.search(rf"^\| *`?{code}`? *\| *\w", README, re.MULTILINE)


def test_no_exit_code_is_promised_that_does_not_come() -> None:
    table = section("Exit codes")
    assert [
        int(code) for code in re.findall(r"^\| *`?(\d+)`? *\|", table, re.MULTILINE)
    ] == exit_codes()


def test_the_help_text_tells_the_same_exit_codes() -> None:
    told = (cli.help or "").partition("Exit codes:")[2]
    assert sorted(map(int, re.findall(r"\b\d+\b", told))) == exit_codes()


def test_the_table_of_flags_is_the_catalogue_in_its_order() -> None:
    table = section("Flags").replace("\\<", "<")  # which Markdown would take for markup
    rows = re.findall(r"^\| `([a-z-]+)` \| (\w+) \| (.+) \|$", table, re.MULTILINE)
    assert rows == [(name, kind.severity, kind.says) for name, kind in FLAGS.items()]


def test_every_flag_that_is_shown_is_one_there_is() -> None:
    shown = re.findall(r"(?:error|warning|info) ([a-z-]+)(?: \(| (?:source|target) \d|:)", README)
    assert shown
    assert {*shown} <= {*FLAGS}


def test_nothing_is_left_to_be_filled_in() -> None:
    blanks = re.findall(r"^[A-Z]{4,}$|\| [A-Z]{6,} \|", README, re.MULTILINE)
    assert blanks == []


@pytest.mark.parametrize("command", [name for name, _ in commands()])
def test_every_command_has_examples_and_every_option_a_help_text(command: str) -> None:
    (found,) = (made for name, made in commands() if name == command)
    assert found.epilog
    assert f"align {command}" in found.epilog
    bare = [p.name for p in found.params if isinstance(p, click.Option) and not p.help]
    assert bare == []
