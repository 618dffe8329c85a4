"""Inner loops as machine code: compiled once, kept on disk where a folder allows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

__all__ = ["compiled"]

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """Return ``function`` compiled at its first call; the machine code is kept for later runs.

    Where neither the folder of the code nor the user's own can be written, it is compiled anew
    in every run.
    """
    try:
        loop = njit(cache=True, nogil=True)(function)
    except RuntimeError:  # numba: "no locator available"
        loop = njit(nogil=True)(function)
    return cast("F", loop)
