"""Files made to do harm, through ``align inspect``: refused or survived, soon, in little memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.readers.hostile_files import REFUSED, SURVIVED
from tests.readers.limited import MEGABYTES, SECONDS, Ended, inspected, needs_limits

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [needs_limits, pytest.mark.slow]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ended]:
    folder: Path = tmp_path_factory.mktemp("hostile")
    paths = []
    for name, make in {**{name: make for name, (make, _) in REFUSED.items()}, **SURVIVED}.items():
        paths.append(folder / name)
        paths[-1].write_bytes(make())
    return inspected(paths)


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_one_line_that_says_why(outcomes: dict[str, Ended], name: str) -> None:
    ended = outcomes[name]
    assert ended.code == 4, ended.err
    assert ended.err.startswith(f"align: error: {name}: ")
    assert ended.err.count("\n") == 1
    assert REFUSED[name][1] in ended.err
    assert ended.out == ""


@pytest.mark.parametrize("name", SURVIVED)
def test_it_is_read_all_the_same(outcomes: dict[str, Ended], name: str) -> None:
    assert outcomes[name].code == 0, outcomes[name].err
    assert outcomes[name].err == ""


@pytest.mark.parametrize("name", [*REFUSED, *SURVIVED])
def test_it_takes_little_time_and_memory(outcomes: dict[str, Ended], name: str) -> None:
    assert outcomes[name].seconds < SECONDS
    assert outcomes[name].megabytes < MEGABYTES
