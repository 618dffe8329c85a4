"""Models of the package sentence-transformers; without it only the message is tried."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from importlib.metadata import version as installed
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from align.encoders import chosen
from align.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

WORDS = ("water", "is", "life", "fire", "burns", "ماء", "حياة", ".", "[UNK]")
needs_package = pytest.mark.skipif(
    find_spec("sentence_transformers") is None, reason="sentence-transformers is not installed"
)


def test_without_the_package_the_error_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['sentence_transformers'] = None\n"
        "from align.encoders import chosen\n"
        "from align.errors import MissingExtraError\n"
        "try: chosen('sentence-transformers:LaBSE')\n"
        "except MissingExtraError as error: print(error.exit_code, error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout == (
        "7 encoder sentence-transformers:LaBSE: the package sentence-transformers is not "
        'installed; pip install "sentence-transformers>=3", or choose --encoder use\n'
    )


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a small model of the static kind, with weights of its own."""
    package, tokenizers = import_module("sentence_transformers"), import_module("tokenizers")
    try:
        modules = import_module("sentence_transformers.sentence_transformer.modules")
    except ImportError:  # the place before release 6
        modules = import_module("sentence_transformers.models")
    vocabulary = {word: i for i, word in enumerate(WORDS)}
    words = tokenizers.models.WordLevel(vocabulary, unk_token="[UNK]")
    tokenizer = tokenizers.Tokenizer(words)
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    weights: Any = np.random.default_rng(1).normal(size=(len(WORDS), 24)).astype(np.float32)
    folder = tmp_path_factory.mktemp("models") / "tiny"
    static = modules.StaticEmbedding(tokenizer, embedding_weights=weights)
    package.SentenceTransformer(modules=[static]).save(str(folder))
    return folder


@needs_package
def test_a_model_in_a_folder_gives_unit_vectors(model: Path) -> None:
    encoder = chosen(f"sentence-transformers:{model}")
    assert encoder is not None
    features = encoder.features([["water is life ."], ["fire burns .", "ماء"], [""]])
    vectors = encoder.vectors(features.texts)
    assert vectors.shape == (3, 24)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors[:2], axis=1) == pytest.approx(1, abs=1e-5)
    assert {*features.types} == {"water", "is", "life", "fire", "burns", "ماء"}


@needs_package
def test_the_signature_names_model_version_and_weights_but_no_folder(model: Path) -> None:
    encoder = chosen(f"sentence-transformers:{model}")
    assert encoder is not None
    kind, name, version, weights = encoder.signature.split("/")
    assert (kind, name, version) == (
        "sentence-transformers",
        "tiny",
        installed("sentence-transformers"),
    )
    assert len(weights) == 12


@needs_package
def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be loaded"):
        chosen(f"sentence-transformers:{tmp_path}")
