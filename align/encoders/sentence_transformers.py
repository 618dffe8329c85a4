"""Models of the package sentence-transformers: LaBSE, bge-m3, e5 and many more."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from align.encoders.additive import Additive
from align.errors import ConfigError, MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Model", "encoder"]

PREFIX = "sentence-transformers:"
INSTALL = 'pip install "sentence-transformers>=3"'  # not "align[…]": that name is another's on PyPI

Array = np.ndarray[Any, np.dtype[Any]]


@lru_cache(maxsize=1)  # so that the documents of a run share the model and what was encoded
def encoder(setting: str) -> Additive:
    """Return the encoder ``sentence-transformers:NAME``, a name on the hub or a folder.

    Raises `MissingExtraError` without the package, `ConfigError` without such a model.
    """
    return Additive(Model(setting.removeprefix(PREFIX)))


class Model:
    """Embeddings of texts by a model that runs here, on the GPU if there is one."""

    def __init__(self, name: str) -> None:
        """Load the model, which fetches it when it is not on this machine yet."""
        self._model = _loaded(name)
        shown = Path(name).name if Path(name).is_dir() else name  # the same wherever it lies
        release = version("sentence-transformers")
        self.signature = f"sentence-transformers/{shown}/{release}/{_hash(self._model)}"

    def encode(self, texts: Sequence[str]) -> Array:
        """Return a unit vector for each text."""
        vectors: Array = self._model.encode(
            list(texts), convert_to_numpy=True, normalize_embeddings=True, show_progress_bar=False
        )
        return vectors.astype(np.float32)


def _loaded(name: str) -> Any:
    try:
        package = import_module("sentence_transformers")
    except ImportError as error:
        fact = "the package sentence-transformers is not installed"
        step = f"{INSTALL}, or choose --encoder use"
        raise MissingExtraError(f"encoder {PREFIX}{name}", fact, step) from error
    try:
        return package.SentenceTransformer(name).float()
    except (OSError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        fact = f"the model {name!r} cannot be loaded ({reason})"
        step = "give a name on the hub, such as LaBSE, or a folder that holds a model"
        raise ConfigError("encoder", fact, step) from error


def _hash(model: Any) -> str:
    """Return a hash of the weights in memory: not every model comes with one."""
    digest = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(np.ascontiguousarray(tensor.cpu().numpy()).data)
    return digest.hexdigest()[:12]
