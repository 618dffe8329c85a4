"""The answer of an embeddings service: checked, for it is not ours."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

__all__ = ["embeddings"]

Array = np.ndarray[Any, np.dtype[Any]]


def embeddings(answer: bytes, count: int) -> Array:
    """Return the ``count`` embeddings of an answer, in the order of the texts.

    Raises `ValueError` that says what is wrong with the answer.

    >>> answer = b'{"data": [{"index": 1, "embedding": [0, 2]}, {"index": 0, "embedding": [1, 0]}]}'
    >>> embeddings(answer, 2).tolist()
    [[1.0, 0.0], [0.0, 2.0]]
    """
    rows = _rows(_parsed(answer), count)
    lengths = {len(row) for row in rows}
    if len(lengths) > 1 or 0 in lengths:
        raise ValueError("its embeddings are not all of one length")
    try:
        with np.errstate(over="ignore"):  # becomes infinite, which is refused
            found: Array = np.array(rows, np.float64).astype(np.float32)
    except (TypeError, ValueError, OverflowError) as error:
        raise ValueError("an embedding holds something else than numbers") from error
    if found.ndim != 2:  # noqa: PLR2004  rows of numbers
        raise ValueError("an embedding holds something else than numbers")
    if not np.isfinite(found).all():
        raise ValueError("an embedding holds a number that is not finite")
    return found


def _parsed(answer: bytes) -> Any:
    try:
        return json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise ValueError("it is not JSON") from error


def _rows(answer: Any, count: int) -> list[list[Any]]:
    """Return the embeddings by their index."""
    try:
        rows = {int(one["index"]): one["embedding"] for one in answer["data"]}
    except (TypeError, KeyError, ValueError, OverflowError) as error:
        raise ValueError("it holds no data of index and embedding") from error
    if sorted(rows) != list(range(count)):
        raise ValueError(f"it holds {len(rows)} embeddings for {count} texts")
    if not all(isinstance(row, list) for row in rows.values()):
        raise ValueError("an embedding is not a list of numbers")
    return [rows[index] for index in range(count)]
