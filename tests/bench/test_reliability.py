"""How far scores can be believed, on cases worked by hand."""

from __future__ import annotations

import numpy as np
import pytest
from lxml import etree

from tests.bench.reliability import Reliability, auc, calibration_error, diagram


def test_the_area_is_one_when_every_right_one_is_above_every_wrong_one() -> None:
    assert auc(np.array([0.8, 0.9]), np.array([0.1, 0.7])) == 1.0
    assert auc(np.array([0.1]), np.array([0.2, 0.3])) == 0.0
    assert auc(np.array([0.5, 0.5]), np.array([0.5])) == 0.5
    assert auc(np.array([0.2, 0.8]), np.array([0.5])) == 0.5
    assert np.isnan(auc(np.array([]), np.array([1.0])))


def test_scores_that_come_true_have_no_calibration_error() -> None:
    scores = np.repeat([0.25, 0.75], 100)
    right = np.tile([1, 0, 0, 0], 25).tolist() + np.tile([1, 1, 1, 0], 25).tolist()
    assert calibration_error(scores, np.array(right)) == pytest.approx(0.0)


def test_the_error_is_how_far_scores_are_from_what_comes_true() -> None:
    assert calibration_error(np.full(100, 0.9), np.tile([1, 0], 50)) == pytest.approx(0.4)


def test_precision_and_recall_are_of_the_beads_that_are_kept() -> None:
    found = Reliability(
        name="x", scores=np.array([0.9, 0.6, 0.4]), right=np.array([True, False, True]), gold=4
    )
    assert found.at(0.5) == (0.5, 0.25)
    assert found.at(0.95) == (1.0, 0.0)
    assert ">= .9: 1.000" in str(found)


def test_the_diagram_is_a_drawing_with_a_dot_for_every_bin() -> None:
    one = Reliability(name="a", scores=np.linspace(0, 1, 40), right=np.arange(40) > 20, gold=40)
    root = etree.fromstring(diagram([one, one]))
    assert len(root.findall(".//{*}circle")) == 20
    assert {text.text for text in root.iterfind(".//{*}text")} >= {"a"}
