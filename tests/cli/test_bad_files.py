"""A folder of files of all kinds, of which one of each kind is bad: it costs that file alone."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.cli.command import FAST, Ran, called
from tests.cli.texts import ARABIC, ENGLISH, lines, report
from tests.readers.samples import SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

FILES = 100
NOISE = 3_000  # bytes, which no format begins with
TEXTS = [*ARABIC, *ENGLISH]
KINDS = tuple(SAMPLES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("folder")
    whole = {kind: make(TEXTS) for kind, make in SAMPLES.items()}
    for number in range(FILES - len(KINDS)):
        kind = KINDS[number % len(KINDS)]
        (made / f"good{number}{kind}").write_bytes(whole[kind])
    for at, kind in enumerate(KINDS):
        (made / f"bad{at}{kind}").write_bytes(b"\0" + random.Random(at).randbytes(NOISE))
    return made


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("output") / "out"


@pytest.fixture(scope="module")
def ran(folder: Path, output: Path) -> Ran:
    return called("run", folder, "-o", output, "--pairing", "name", *FAST)


def test_the_run_goes_on_and_says_that_some_failed(ran: Ran) -> None:
    assert ran.code == 3, ran.err
    assert "Traceback" not in ran.err


@pytest.mark.usefixtures("ran")
def test_every_bad_file_is_named_and_no_good_one(output: Path) -> None:
    jobs = report(output)["jobs"]
    failed = {path for job in jobs if job["status"] == "failed" for path in job["paths"]}
    assert failed == {f"bad{at}{kind}" for at, kind in enumerate(KINDS)}
    assert sum(len(job["paths"]) for job in jobs) == FILES


@pytest.mark.usefixtures("ran")
def test_failures_are_listed_with_their_reasons(output: Path) -> None:
    entries = lines(output / "failed.jsonl")
    assert len(entries) == len(KINDS)
    for entry in entries:
        assert entry["message"].startswith("bad")
        assert "\n" not in entry["message"]
