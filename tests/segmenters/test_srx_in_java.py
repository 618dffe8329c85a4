"""``default.srx`` cuts alike in Java: with the JDK alone, and in OmegaT itself."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

import pytest

from tests.segmenters.java import OMEGAT, hard_texts, in_java, in_python, needs_java, needs_omegat

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def rules() -> Iterator[Path]:
    with resources.as_file(resources.files("align.segmenters") / "default.srx") as path:
        yield path


@pytest.fixture(scope="module")
def ours() -> list[list[str]]:
    """Return our own cuts of the hard texts, found once for all."""
    return in_python(hard_texts())


@needs_java
def test_java_compiles_every_rule_and_cuts_where_we_cut(rules: Path, ours: list[list[str]]) -> None:
    assert in_java("SrxCuts.java", rules, hard_texts()) == ours


@needs_java
@needs_omegat
def test_omegat_cuts_where_we_cut(rules: Path, ours: list[list[str]]) -> None:
    assert in_java("OmegatCuts.java", rules, hard_texts(), "-cp", str(OMEGAT)) == ours
