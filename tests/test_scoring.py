"""Memories judged and scored: every unit once, in its order, by the prior that was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.config import Settings
from align.errors import NothingToReadError
from align.scorers.prior import DEFAULT, ENOUGH, Prior, probability
from align.scoring import Scoring, languages_of
from tests.cli.texts import PAIRS, write

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = Settings(encoder="none")
LANGS = ("ar", "en")


def memory(path: Path, times: int = 1) -> Path:
    rows = [f"{source} {n}\t{target} {n}" for n in range(times) for source, target in PAIRS]
    return write(path, "\n".join(rows) + "\n")


def test_units_of_several_files_come_scored_in_their_order(tmp_path: Path) -> None:
    files = [memory(tmp_path / "a.tsv"), memory(tmp_path / "b.tsv", 2)]
    with Scoring(files, SETTINGS) as scoring:
        judged = list(scoring.judge())
        scored = list(scoring.scored())
    assert [(one.unit.id, one.unit.source) for one in scored] == [
        (one.unit.id, one.unit.source) for one in judged
    ]
    assert [one.file for one in scored] == [str(files[0])] * 6 + [str(files[1])] * 12
    assert scoring.counts() == [(str(files[0]), 6), (str(files[1]), 12)]


@pytest.mark.parametrize("prior", [0.2, 0.97])
def test_scores_go_by_the_prior_that_is_given(tmp_path: Path, prior: float) -> None:
    with Scoring([memory(tmp_path / "a.tsv", 40)], SETTINGS, prior) as scoring:
        odds = [one.log_odds for one in scoring.judge()]
        scores = [one.unit.score for one in scoring.scored()]
    assert scores == [probability(one, prior) for one in odds]
    assert (scoring.prior, scoring.basis) == (prior, "given")


def test_the_prior_is_estimated_from_enough_units_only(tmp_path: Path) -> None:
    files = memory(tmp_path / "few.tsv"), memory(tmp_path / "many.tsv", ENOUGH // len(PAIRS) + 1)
    with Scoring(files[:1], SETTINGS) as few:
        list(few.judge())
    assert (few.prior, few.basis) == (DEFAULT, "default")
    expected = Prior()
    with Scoring(files[1:], SETTINGS) as many:
        for one in many.judge():
            expected.add(one.log_odds)
    assert (many.prior, many.basis) == (expected.estimate(), "estimated")


def test_units_cannot_be_scored_before_all_are_judged(tmp_path: Path) -> None:
    with Scoring([memory(tmp_path / "a.tsv")], SETTINGS) as scoring:
        next(scoring.judge())
        with pytest.raises(ValueError, match="judged to the end"):
            next(scoring.scored())


def test_texts_are_judged_as_they_stand_in_the_file(tmp_path: Path) -> None:
    file = write(tmp_path / "a.tsv", "نعم  يا سيدي \t Yes,  sir\n\tAlone\n")
    with Scoring([file], SETTINGS, 0.5) as scoring:
        list(scoring.judge())
        texts = [(one.unit.source, one.unit.target) for one in scoring.scored()]
    assert texts == [("نعم  يا سيدي ", " Yes,  sir"), ("", "Alone")]


def test_the_languages_are_those_of_the_first_unit(tmp_path: Path) -> None:
    nothing, english = write(tmp_path / "a.jsonl", ""), write(tmp_path / "b.tsv", "Yes\tنعم\n")
    assert languages_of([nothing, english], LANGS) == ("en", "ar")
    with pytest.raises(NothingToReadError, match=r"a\.jsonl: holds no unit"):
        languages_of([nothing], LANGS)
