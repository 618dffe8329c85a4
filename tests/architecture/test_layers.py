"""Imports go down only."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.sources import MODULES, ROOT

BESIDE = Path(sys.executable).with_name("lint-imports")
LINTER = str(BESIDE) if BESIDE.exists() else shutil.which("lint-imports")
LIBRARY_FREE = ("align.model", "align.errors", "align.stages", "align.config", "align.registry")


def contracts() -> list[dict[str, list[str]]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found: list[dict[str, list[str]]] = settings["tool"]["importlinter"]["contracts"]
    return found


@pytest.mark.skipif(LINTER is None, reason="import-linter is not installed")
def test_the_contracts_of_the_rooms_hold() -> None:
    assert LINTER is not None
    done = subprocess.run(
        [LINTER, "--no-cache"], cwd=ROOT, capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_room_has_its_layer() -> None:
    (layers,) = (contract["layers"] for contract in contracts() if "layers" in contract)
    placed = {room for layer in layers for room in re.split(r"\s*[|:]\s*", layer)}
    rooms = {name for name in MODULES if name.count(".") == 1} - {"align.__main__"}
    assert placed == rooms


def test_the_records_and_settings_are_promised_to_need_no_library() -> None:
    (contract,) = (contract for contract in contracts() if "forbidden_modules" in contract)
    assert {*LIBRARY_FREE} <= {*contract["source_modules"]}
