"""Times told against that of encoding, and on long texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.bench import speed

if TYPE_CHECKING:
    from pathlib import Path

SENTENCES = 40


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    docs = tmp_path / "udhr" / "docs"
    docs.mkdir(parents=True)
    numbers = range(SENTENCES)
    arabic = "".join(f"هذه جملة عربية قصيرة رقمها {number} في النص.\n" for number in numbers)
    english = "".join(f"This is a short English sentence, number {n}.\n" for n in numbers)
    (docs / "a.ar.txt").write_text(arabic, "utf-8")
    (docs / "a.en.txt").write_text(english, "utf-8")
    (docs / "a.gold").write_text("".join(f"[{n}]:[{n}]\n" for n in numbers))
    return tmp_path


@pytest.mark.slow
def test_a_set_is_timed_against_encoding(gold: Path) -> None:
    header, line, everything = speed.against_encoding(gold, ["udhr"], "gale-church")
    assert header.split()[:4] == ["set", "encoding", "once", "gale-church"]
    name, encoding, _, aligning, _, ratio, *_ = line.split()
    assert name == "udhr"
    assert float(encoding) > 0
    assert float(ratio) == pytest.approx(float(aligning) / float(encoding), rel=0.3)
    assert everything.split()[1:] == line.split()[1:]


def test_a_ratio_over_the_target_is_marked() -> None:
    assert speed.ratio("law", 10.0, 20.0).endswith(" 2.00")
    assert speed.ratio("law", 10.0, 20.1).endswith(" 2.01  over the target")


def test_long_texts_are_measured_for_both_aligners() -> None:
    lines = list(speed.long_texts([100]))
    assert [re.sub(": .*", "", line).split() for line in lines] == [
        ["gale-church", "100", "segments"],
        ["hybrid", "100", "segments"],
    ]


def test_what_cannot_be_measured_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed, "LONGEST_WAIT", 0.001)
    assert all("not measured: " in line for line in speed.long_texts([100]))
