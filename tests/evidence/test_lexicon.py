"""The lexicon learned from beads."""

from __future__ import annotations

import os
import pickle
import random
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.evidence.lexicon import Lexicon, coverage, learned, stems

TICO = Path(os.environ.get("EVALUATION_DATA", "")) / "gold" / "tico19" / "docs"
Beads = list[tuple[list[str], list[str]]]


def invented(beads: int, words: int, *, types: int = 500, seed: int = 7) -> Beads:
    """Return beads of an invented language, whose words are those of the other with a t before."""
    weights = [1 / (rank + 3) for rank in range(types)]
    names = [f"w{number}" for number in range(types)]
    drawn = random.Random(seed).choices(names, weights, k=beads * words)
    sources = [drawn[k : k + words] for k in range(0, len(drawn), words)]
    return [(source, [f"t{word}" for word in source]) for source in sources]


def share(lexicon: Lexicon, source: list[str], target: list[str]) -> float:
    there = coverage(lexicon.forward, lexicon.source_rarity, source, target)
    back = coverage(lexicon.backward, lexicon.target_rarity, target, source)
    return (there.share + back.share) / 2


def test_translations_are_learned_in_both_directions() -> None:
    lexicon = learned(invented(600, 8))
    for known, prefix in ((lexicon.forward, "w"), (lexicon.backward, "tw")):
        for number in range(5, 40):
            entry = known[f"{prefix}{number}"]
            other = f"tw{number}" if prefix == "w" else f"w{number}"
            assert max(entry, key=lambda word: entry[word]) == other


def test_a_word_indirectly_associated_is_explained_away() -> None:
    beads: Beads = [(["tea", "cup"], ["شاي", "كوب"])] * 12 + [(["tea"], ["شاي"])] * 6
    lexicon = learned(beads + [(["x"], ["س"])] * 40)
    assert lexicon.forward["tea"]["شاي"] > 4 * lexicon.forward["tea"].get("كوب", 0.0)
    assert lexicon.forward["cup"]["كوب"] > lexicon.forward["cup"].get("شاي", 0.0)


def test_coverage_is_the_share_of_known_words_by_their_rarity() -> None:
    entries, rarity = {"a": {"x": 0.5}, "b": {"y": 0.4, "z": 0.2}}, {"a": 1.0, "b": 3.0, "c": 9.0}
    found = coverage(entries, rarity, ["a", "b", "c"], ["x", "z"])
    assert found.known == 4.0
    assert found.share == pytest.approx((1.0 + 3.0 * 0.5) / 4.0)


def test_nothing_known_is_nothing_covered() -> None:
    found = coverage({}, {}, ["a"], ["x"])
    assert (found.share, found.known) == (0.0, 0.0)


@pytest.mark.parametrize("beads", [[], [([], [])], [(["a"], [])] * 9, [(["a"], ["b"])]])
def test_too_little_to_learn_from_is_an_empty_lexicon(beads: Beads) -> None:
    assert learned(beads).forward == {}


def test_the_same_beads_teach_the_same_whatever_their_order() -> None:
    beads = invented(200, 6)
    assert learned(beads) == learned(beads) == learned(beads[::-1])


def test_a_lexicon_pickles() -> None:
    lexicon = learned(invented(100, 5))
    assert pickle.loads(pickle.dumps(lexicon)) == lexicon


def test_stems_leave_out_function_words_and_clitics() -> None:
    assert stems(["The cats of Basra"], "en") == [["cat", "basra"]]
    assert stems(["بيت", "في بيت", "لبيت"], "ar") == [["بيت"], ["بيت"], ["بيت"]]


@given(
    st.lists(
        st.tuples(
            st.lists(st.text(max_size=2), max_size=4), st.lists(st.text(max_size=2), max_size=4)
        ),
        max_size=10,
    )
)
def test_weights_and_shares_are_between_nought_and_one(beads: Beads) -> None:
    lexicon = learned(beads * 4)
    assert all(0 < w <= 1 for entry in lexicon.forward.values() for w in entry.values())
    assert all(0 <= share(lexicon, source, target) <= 1 for source, target in beads)


def test_the_right_pair_is_covered_better_than_another() -> None:
    beads = invented(900, 8)
    lexicon, unseen = learned(beads[:600]), beads[600:]
    right = [share(lexicon, source, target) for source, target in unseen]
    wrong = [
        share(lexicon, a[0], b[1]) for a, b in zip(unseen, unseen[1:] + unseen[:1], strict=True)
    ]
    assert sum(r > w for r, w in zip(right, wrong, strict=True)) >= 0.98 * len(right)


def test_twenty_thousand_beads_are_learned_from_in_twenty_seconds() -> None:
    beads = invented(20_000, 20, types=20_000)
    start = time.perf_counter()
    assert len(learned(beads).forward) > 5_000
    assert time.perf_counter() - start < 20


@pytest.mark.skipif(not TICO.is_dir(), reason="evaluation data not found: set EVALUATION_DATA")
def test_documents_teach_to_tell_pairs_of_others_from_their_neighbours() -> None:
    documents = [_pairs(path) for path in sorted(TICO.glob("*.ar.txt"))]
    train = [pair for document in documents[::2] for pair in document]
    lexicon = learned(_stemmed(train))
    better = total = 0
    for document in documents[1::2]:
        beads = _stemmed(document)
        for (source, target), (_, neighbour) in pairwise(beads):
            better += share(lexicon, source, target) > share(lexicon, source, neighbour)
            total += 1
    assert better >= 0.98 * total


def _pairs(path: Path) -> list[tuple[str, str]]:
    other = path.with_name(path.name.replace(".ar.", ".en."))
    texts = (file.read_text("utf-8").splitlines() for file in (path, other))
    return list(zip(*texts, strict=True))


def _stemmed(pairs: list[tuple[str, str]]) -> Beads:
    sides = (stems([pair[k] for pair in pairs], lang) for k, lang in enumerate(("ar", "en")))
    return list(zip(*sides, strict=True))
