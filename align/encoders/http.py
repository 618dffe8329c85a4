"""Any service that speaks the embeddings part of the OpenAI API, on this machine or elsewhere.

The protocol is a POST of ``{"model": NAME, "input": [texts]}``, answered by ``{"data":
[{"index": 0, "embedding": [numbers]} ...]}``: https://platform.openai.com/docs/api-reference.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from align.encoders.additive import Additive
from align.encoders.http_answer import embeddings
from align.encoders.http_endpoint import Endpoint
from align.encoders.http_post import Patience, Poster

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Service", "encoder"]

LOG = logging.getLogger(__name__)
TEXTS_AT_ONCE = 64  # what the strictest of the known services take
PATIENCE = Patience()

Array = np.ndarray[Any, np.dtype[Any]]


def encoder(setting: str) -> Additive:
    """Return the encoder behind a URL; raises `WorkerError` when it does not answer."""
    return _encoder(Endpoint.of(setting))


@lru_cache(maxsize=1)  # so that the documents of a run share what was encoded
def _encoder(endpoint: Endpoint) -> Additive:
    return Additive(Service(endpoint))


class Service:
    """Embeddings of texts by a service."""

    def __init__(self, endpoint: Endpoint, patience: Patience = PATIENCE) -> None:
        """Send nothing yet."""
        self.signature = f"http/{endpoint.host}/{endpoint.model or 'default'}"
        self._host = endpoint.host
        self._model = {"model": endpoint.model} if endpoint.model else {}
        self._poster = Poster(endpoint, patience)
        self._dimensions: int | None = None

    def encode(self, texts: Sequence[str]) -> Array:
        """Return a row of numbers for each text; raises `WorkerError` if the service fails."""
        LOG.info("%d texts go to %s", len(texts), self._host)
        starts = range(0, len(texts), TEXTS_AT_ONCE)
        return np.concatenate([self._batch(texts[at : at + TEXTS_AT_ONCE]) for at in starts])

    def _batch(self, texts: Sequence[str]) -> Array:
        answer = self._poster.post({**self._model, "input": list(texts)})
        try:
            found = embeddings(answer, len(texts))
        except ValueError as error:
            step = "check that the URL is that of an embeddings service like OpenAI's"
            self._poster.fail(f"gives an answer of no use: {error}", step, error)
        if self._dimensions not in {None, found.shape[1]}:
            what = f"gives {found.shape[1]} dimensions after {self._dimensions}"
            self._poster.fail(what, "check that one model answers all requests")
        self._dimensions = found.shape[1]
        return found
