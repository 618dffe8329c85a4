"""The floors of the benchmark: on our own texts always, on real ones where they are at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.bench.bilingual import Pairs, documents
from tests.bench.layouts import FLOORS, Figures, cases, measured
from tests.bench.rendering import RENDERERS

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("EVALUATION_DATA", ROOT.parent / "shared" / "data"))
CASES = 30


def assert_floors(layout: str, texts: list[Pairs]) -> None:
    figures = Figures()
    for lines in cases(layout, texts, CASES):
        measured(layout, lines, figures)
    for share, floor in zip(figures.shares(), FLOORS, strict=True):
        assert share >= floor, figures


@pytest.mark.parametrize("layout", RENDERERS)
def test_our_own_texts_are_told_apart_in_every_layout(layout: str) -> None:
    assert_floors(layout, list(documents(None, ROOT / "corpora")))


@pytest.mark.skipif(not DATA.is_dir(), reason="evaluation data not found: set EVALUATION_DATA")
@pytest.mark.parametrize("layout", RENDERERS)
def test_real_texts_are_told_apart_in_every_layout(layout: str) -> None:
    assert_floors(layout, list(documents(DATA, None)))
