"""The figures of pairs, of our own texts and the real encoder."""

from __future__ import annotations

import numpy as np
import pytest

from align.encoders.use import encoder
from align.evidence.pair import Pair, Text
from align.evidence.pairs.saying import Saying
from align.evidence.pairs.table import (
    COVERAGE_COLUMNS,
    PAIR_COLUMNS,
    SURFACE_COLUMNS,
    Compared,
    Comparing,
    surface_table,
)
from align.evidence.pairs.texts import Texts
from align.evidence.reading import read
from tests.own import gold

LANGS = ("ar", "en")
BEADS = tuple(bead for bead in gold("news-dam") if all(bead))


def pairs(sides: list[tuple[str, str]]) -> list[Pair]:
    return [Pair(source=Text(a, "ar"), target=Text(b, "en")) for a, b in sides]


def right() -> list[tuple[str, str]]:
    return [(" ".join(source), " ".join(target)) for source, target in BEADS]


def compared(sides: list[tuple[str, str]]) -> Compared:
    return Comparing(encoder(), LANGS).read(pairs(sides))


def column(found: Compared, name: str) -> np.ndarray:
    return found.pair_table()[:, PAIR_COLUMNS.index(name)]


def test_every_pair_has_a_finite_figure_in_every_column() -> None:
    found = compared(right())
    assert found.pair_table().shape == (len(BEADS), len(PAIR_COLUMNS))
    assert found.coverage_table(0).shape == (len(BEADS), len(COVERAGE_COLUMNS))
    assert surface_table(pairs(right())).shape == (len(BEADS), len(SURFACE_COLUMNS))
    assert np.isfinite(found.pair_table()).all()


def test_right_pairs_look_better_than_shifted_ones() -> None:
    good = compared(right())
    sources, targets = zip(*right(), strict=True)
    bad = compared(list(zip(sources, targets[1:] + targets[:1], strict=True)))
    for name in ("cosine", "margin", "low_ahead", "low_above", "low_words", "low_clauses"):
        assert column(good, name).mean() > column(bad, name).mean() + 0.1, name
    assert column(good, "high_gap").mean() < column(bad, "high_gap").mean()


def test_a_bead_of_several_segments_is_as_its_joined_text() -> None:
    source = [text for bead in BEADS for text in bead[0]]
    target = [text for bead in BEADS for text in bead[1]]
    ends = np.cumsum([[0, 0], *([len(a), len(b)] for a, b in BEADS)], axis=0)
    runs = [[range(a, b) for a, b in zip(ends[:-1, k], ends[1:, k], strict=True)] for k in (0, 1)]
    assert any(len(run) > 1 for run in (*runs[0], *runs[1]))
    sides = (
        Texts(encoder(), read(encoder(), source), runs[0]),
        Texts(encoder(), read(encoder(), target), runs[1]),
    )
    parts = Comparing(encoder(), LANGS).compared(sides, pairs(right())).pair_table()
    whole = compared(right()).pair_table()
    for name in ("cosine", "low_words", "high_words", "low_clauses"):
        place = PAIR_COLUMNS.index(name)
        assert parts[:, place] == pytest.approx(whole[:, place], abs=0.15), name


def test_turning_the_sides_changes_nothing_in_the_figures_of_pairs() -> None:
    turned = [Pair(source=pair.target, target=pair.source) for pair in pairs(right())]
    there = compared(right()).pair_table()
    back = Comparing(encoder(), ("en", "ar")).read(turned).pair_table()
    place = [PAIR_COLUMNS.index(name) for name in ("cosine", "margin", "low_words", "terms_found")]
    assert back[:, place] == pytest.approx(there[:, place], abs=1e-3)
    assert back == pytest.approx(there, abs=0.25)  # lengths: a median is not quite its inverse's


def test_figures_do_not_depend_on_an_unlucky_neighbourhood_of_one() -> None:
    alone = compared(right()[:1]).pair_table()
    assert np.isfinite(alone).all()


def test_the_words_that_are_not_said_are_named_with_their_place() -> None:
    sides = right()
    text = sides[0][1]
    sides[0] = (sides[0][0], f"{text} The bakery sells fresh bread and cakes on Sundays.")
    found = compared(sides)
    likely = np.full(len(sides), 0.9)
    saying = Saying(found, (np.zeros(len(sides)), likely))
    (first, *_) = pairs(sides)
    words = saying.words(first, 0, 0), saying.words(first, 0, 1)
    assert [first.target.text[word.start : word.end] for word in words[1][:2]] == text.split()[:2]
    assert sum(word.owed for word in words[1]) == pytest.approx(1)
    (unsaid,) = saying.unsaid(0, words)
    assert unsaid.side == "target"
    cited = first.target.text[unsaid.start : unsaid.end]
    assert "bread" in cited
    assert unsaid.start >= len(text) - 30


def beside(changed: int, added: str) -> bool:
    """Say whether text added to a target is taken to be the neighbouring unit's."""
    sides = right()
    sides[changed] = (sides[changed][0], f"{sides[changed][1]} {added}")
    saying = Saying(compared(sides), (np.zeros(len(sides)), np.full(len(sides), 0.9)))
    pair = pairs(sides)[changed]
    words = saying.words(pair, changed, 0), saying.words(pair, changed, 1)
    return any(unsaid.elsewhere for unsaid in saying.unsaid(changed, words))


def test_words_of_the_next_unit_are_mostly_known_as_such() -> None:
    places = range(0, len(BEADS) - 1, 3)
    assert sum(beside(place, right()[place + 1][1]) for place in places) >= len(places) / 2


def test_words_of_no_unit_are_not_taken_for_the_neighbours() -> None:
    bread = "The bakery sells fresh bread and cakes on Sundays."
    assert not any(beside(place, bread) for place in range(0, len(BEADS) - 1, 3))


@pytest.mark.parametrize("text", ["", "…", "ـ", "123", "a" * 3_000, "كلمة " * 2_000])
def test_odd_texts_have_figures_too(text: str) -> None:
    sides = [*right()[:3], (text, "A short answer."), ("جواب قصير.", text)]
    assert np.isfinite(compared(sides).pair_table()).all()
