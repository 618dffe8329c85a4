"""Subtitles of two files: one clock for both, cues joined to sentences, anchors where they begin.

What is made of our corpora is held to floors at the end.
"""

from __future__ import annotations

import time
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest

from align.layouts.cues.clock import clock_of
from align.layouts.cues.endings import Shown
from align.layouts.cues.joining import joined, joined_alone
from align.layouts.cues.pairing import cued
from align.model import Block, Place
from tests.bench.subtitles import counted, write
from tests.own import gold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FILM = 2_000  # cues
FLOORS = {
    "shift": 0.97,
    "small drift": 0.97,
    "frame rate": 0.97,
    "re-cut": 0.97,
    "whole sentences": 0.97,
    "together": 0.97,
}
NAMES = ("story-well", "phrases-museum", "leaflet-antibiotic")


def starts(count: int, seed: int) -> np.ndarray:
    """Return when cues of a film begin."""
    dice = Random(seed)
    return np.cumsum([dice.choice((1.5, 2.2, 3.1, 4.0, 9.0)) + dice.random() for _ in range(count)])


def shown(texts: Sequence[str], pause: float = 0.1) -> list[Shown]:
    """Return cues of two seconds each."""
    return [Shown(text, at * (2 + pause), at * (2 + pause) + 2) for at, text in enumerate(texts)]


def sentences(cues: Sequence[Shown], runs: Sequence[range]) -> list[str]:
    return [" ".join(cue.text for cue in cues[run.start : run.stop]) for run in runs]


def blocks(cues: Sequence[Shown]) -> list[Block]:
    made, at = [], 0
    for number, cue in enumerate(cues, 1):
        place = Place(line=number, start=at, length=len(cue.text))
        made.append(
            Block(
                id=f"b{number}", kind="cue", text=cue.text, place=place, time=(cue.start, cue.end)
            )
        )
        at += len(cue.text) + 1
    return made


@pytest.mark.parametrize(
    ("rate", "shift"),
    [(1.0, 0.0), (1.0, 83.0), (1.0, -400.0), (1.001, 2.0), (25 / 23.976, -1.5), (24 / 25, 30.0)],
)
@pytest.mark.parametrize("count", [60, 700])
def test_the_clock_is_found_through_noise_and_missing_cues(
    rate: float, shift: float, count: int
) -> None:
    source, dice = starts(count, 1), Random(2)
    kept = [start for start in source if dice.random() > 0.1]
    target = np.sort([rate * start + shift + dice.uniform(-0.3, 0.3) for start in kept])
    clock = clock_of(source, target)
    assert clock is not None
    assert np.abs(clock(source) - (rate * source + shift)).max() < 0.4


@pytest.mark.parametrize("seed", range(2, 12))
def test_two_films_have_no_clock_in_common(seed: int) -> None:
    assert clock_of(starts(400, 1), starts(380, seed)) is None


def test_the_clock_of_a_long_film_is_found_soon() -> None:
    source, other = starts(FILM, 1), starts(FILM, 2)
    began = time.process_time()
    assert clock_of(source, 1.001 * source + 12) is not None
    assert clock_of(source, other) is None
    assert time.process_time() - began < 5


def test_a_few_cues_tell_no_clock() -> None:
    assert clock_of(starts(3, 1), starts(3, 1)) is None


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["We came back", "before the rain."], ["We came back before the rain."]),
        (["It was late.", "Nobody came."], ["It was late.", "Nobody came."]),
        (["I met Mr.", "Sami there."], ["I met Mr. Sami there."]),
        (["He waited...", "...and left."], ["He waited... ...and left."]),
        (["- Are you in?", "- No."], ["- Are you in?", "- No."]),
        (["The nets (old", "and torn) were sold."], ["The nets (old and torn) were sold."]),
        (["عدنا من", "القرية."], ["عدنا من القرية."]),
        (["عدنا إلى القرية،", "ولم نجد أحدا."], ["عدنا إلى القرية، ولم نجد أحدا."]),
        (["Wait!", "Where is he?", "Gone."], ["Wait!", "Where is he?", "Gone."]),
    ],
)
def test_cues_are_joined_to_sentences(texts: list[str], expected: list[str]) -> None:
    cues = shown(texts)
    assert sentences(cues, joined_alone(cues)) == expected


def test_a_side_without_full_stops_ends_its_sentences_where_the_other_does() -> None:
    english = shown(["We left the town", "before the rain.", "Nobody saw us.", "It was late."] * 5)
    arabic = shown(["غادرنا المدينة", "قبل هطول المطر", "ما رآنا أحد", "تأخر الوقت"] * 5)
    runs = joined(arabic, english)
    assert runs[0] == runs[1]
    assert sentences(arabic, runs[0])[:3] == [
        "غادرنا المدينة قبل هطول المطر",
        "ما رآنا أحد",
        "تأخر الوقت",
    ]


def test_sides_that_are_cut_in_their_own_ways_are_joined_alike() -> None:
    english = [
        Shown("We left the town before the rain.", 0, 4),
        Shown("Nobody saw", 4.2, 5),
        Shown("us.", 5.1, 6),
    ] * 1
    arabic = [
        Shown("غادرنا المدينة", 0, 2),
        Shown("قبل هطول المطر.", 2.1, 4),
        Shown("لم يرنا أحد.", 4.2, 6),
    ]
    runs = joined(arabic, english)
    assert [len(side) for side in runs] == [2, 2]


def test_anchors_are_where_sentences_begin_on_both_sides() -> None:
    dice, lines = Random(3), 30
    times = starts(lines + 1, 5)
    source = [
        Shown(f"هذه هي الجملة رقم {at}.", start, end - 0.2)
        for at, (start, end) in enumerate(pairwise(times))
    ]
    target = [
        Shown(f"This is sentence {at}.", one.start + 60 + dice.uniform(-0.1, 0.1), one.end + 60)
        for at, one in enumerate(source)
        if at != 11  # a missing cue costs no more than its own bead
    ]
    found = cued(blocks(source), blocks(target))
    assert len(found.source) == lines
    assert len(found.anchors) == lines - 1
    for anchor in found.anchors:
        said = [found.source[at].text.split()[-1] for at in anchor.source]
        answered = [found.target[at].text.split()[-1] for at in anchor.target]
        assert {*answered} <= {*said}
    assert [anchor for anchor in found.anchors if len(anchor.source) > 1]


def test_blocks_without_times_stay_as_they_are() -> None:
    plain = [Block(id="b1", kind="cue", text="نعم", place=Place(line=1, start=0, length=3))]
    assert cued(plain, plain) == (tuple(plain), tuple(plain), ())


@pytest.mark.parametrize("trial", FLOORS)
def test_subtitles_of_our_corpora_are_aligned(tmp_path: Path, trial: str) -> None:
    paths = [write(tmp_path, f"corpora-{name}", list(gold(name)), trial) for name in NAMES]
    right, system, known = counted(paths, "hybrid")
    assert 2 * right / (system + known) >= FLOORS[trial]
