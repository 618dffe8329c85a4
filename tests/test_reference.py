"""Figures against a reference: those of sacreBLEU's own command line, and pairs counted by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from align.model import TranslationUnit
from align.reference import Comparison
from tests.own import gold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LANGS = ("ar", "en")
METRICS = ("-m", "bleu", "chrf", "ter", "--chrf-word-order", "2", "-w", "4", "-f", "json")


def unit(source: str, target: str, langs: tuple[str, str] = LANGS) -> TranslationUnit:
    return TranslationUnit(
        id="u1",
        source=source,
        target=target,
        source_lang=langs[0],
        target_lang=langs[1],
        kind="1-1",
        score=1.0,
    )


def compared(
    ours: Iterable[TranslationUnit],
    reference: Iterable[TranslationUnit],
    langs: tuple[str, str] = LANGS,
) -> dict[str, Any]:
    comparison = Comparison(reference, langs)
    for one in ours:
        comparison.add(one)
    return comparison.as_json()


def spoiled(text: str, number: int) -> str:
    """Return ``text`` as a translator in a hurry might have it."""
    words = text.split()
    if number % 3 == 0:
        words = words[2:] + words[:2]
    if number % 4 == 0:
        words = words[::2]
    return " ".join(words) + ("!" if number % 5 == 0 else "")


def by_command(folder: Path, ours: list[str], theirs: list[str]) -> list[dict[str, Any]]:
    """Return what the command ``sacrebleu`` says of the same lines."""
    (folder / "ours").write_text("".join(f"{line}\n" for line in ours), encoding="utf-8")
    (folder / "theirs").write_text("".join(f"{line}\n" for line in theirs), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "sacrebleu", "theirs", "-i", "ours", *METRICS],
        cwd=folder,
        capture_output=True,
        check=True,
    )
    figures: list[dict[str, Any]] = json.loads(done.stdout)
    return figures


@pytest.mark.parametrize("target", ["ar", "en"])
def test_the_figures_are_those_of_the_command_line_on_the_same_lines(
    tmp_path: Path, target: str
) -> None:
    beads = [(" ".join(ar), " ".join(en)) for ar, en in gold() if ar and en]
    pairs = [(en, ar) for ar, en in beads] if target == "ar" else beads
    pairs = list(dict(pairs).items())
    langs = ("en", "ar") if target == "ar" else LANGS
    ours = [spoiled(text, number) for number, (_, text) in enumerate(pairs)]
    found = compared(
        [unit(source, text, langs) for (source, _), text in zip(pairs, ours, strict=True)],
        [unit(source, text, langs) for source, text in pairs],
        langs,
    )["sacrebleu"]
    assert len(pairs) > 200
    assert found["segments"] == len(pairs)
    said = by_command(tmp_path, ours, [text for _, text in pairs])
    for name, one in zip(("bleu", "chrf", "ter"), said, strict=True):
        assert found[name] == {"score": one["score"], "signature": one["signature"]}


def test_a_memory_compared_with_itself_is_all_right() -> None:
    units = [unit(f"جملة رقم {number}", f"This is sentence number {number}") for number in range(9)]
    found = compared(units, units)
    scores = {name: found["sacrebleu"][name]["score"] for name in ("bleu", "chrf", "ter")}
    assert scores == {"bleu": 100, "chrf": 100, "ter": 0}
    assert found["pairs"] == {
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "units": 9,
        "right": 9,
        "reference": 9,
        "found": 9,
    }


def test_pairs_are_counted_as_worked_out_by_hand() -> None:
    reference = [unit("أ", "A"), unit("ب", "B"), unit("ب", "B2"), unit("ج", "C"), unit("ج", "C")]
    ours = [
        unit("أ", "A"),  # right
        unit("أ", "A"),  # right again, though found only once
        unit("ب", "B2"),  # right: the second target of its source
        unit("ج", "X"),  # wrong
        unit("د", "D"),  # of a source that the reference has not
    ]
    found = compared(ours, reference)
    # 3 of 5 units right; 2 of the 4 different pairs of the reference found
    assert found["pairs"] == {
        "precision": 0.6,
        "recall": 0.5,
        "f1": 0.5455,
        "units": 5,
        "right": 3,
        "reference": 4,
        "found": 2,
    }
    others = ("segments", "without_reference", "several_references")
    assert [found["sacrebleu"][name] for name in others] == [4, 1, 1]


def test_of_several_targets_the_first_is_compared_with() -> None:
    reference = [unit("نعم يا سيدي", "Yes of course"), unit("نعم يا سيدي", "Certainly so sir")]
    first = compared([unit("نعم يا سيدي", "Yes of course")], reference)["sacrebleu"]
    second = compared([unit("نعم يا سيدي", "Certainly so sir")], reference)["sacrebleu"]
    assert first["ter"]["score"] == 0
    assert second["ter"]["score"] == 100


def test_texts_are_compared_as_a_memory_would_hold_them() -> None:
    found = compared([unit(" نعم\n يا سيدي", "Yes\tsir ")], [unit("نعم يا سيدي", "Yes sir")])
    assert found["pairs"]["right"] == 1
    assert found["sacrebleu"]["chrf"]["score"] == 100
    other = compared([unit("نعم يا سيّدي", "Yes sir")], [unit("نعم يا سيدي", "Yes sir")])
    assert other["sacrebleu"]["without_reference"] == 1


def test_a_reference_in_the_other_direction_is_turned_round() -> None:
    reference = [unit("Yes, sir", "نعم يا سيدي", ("en-GB", "ar-EG"))]
    assert compared([unit("نعم يا سيدي", "Yes, sir")], reference)["pairs"]["right"] == 1


def test_without_a_common_source_there_are_no_figures() -> None:
    found = compared([unit("نعم", "Yes")], [unit("لا", "No")])
    assert found["sacrebleu"] == {
        "bleu": None,
        "chrf": None,
        "ter": None,
        "segments": 0,
        "without_reference": 1,
        "several_references": 0,
    }
    assert found["pairs"]["f1"] == 0.0


def test_an_empty_translation_counts_as_one_and_an_empty_reference_as_none() -> None:
    ours = [unit("نعم", ""), unit("لا", "No")]
    found = compared(ours, [unit("نعم", "Yes"), unit("لا", "")])
    assert found["sacrebleu"]["segments"] == 1
    assert found["sacrebleu"]["ter"]["score"] == 100
    assert found["pairs"]["reference"] == 1
