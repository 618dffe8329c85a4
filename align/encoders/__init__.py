"""Sentence encoders: texts in, vectors out; each module offers ``encoder``, a function.

The setting ``encoder`` is a name alone, ``use``, or a name and what it stands for after a colon,
``sentence-transformers:LaBSE`` or ``https://host/v1/embeddings``. In the first case the function
is called without an argument, in the second with the whole setting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align import registry
from align.encoders.http_endpoint import Endpoint
from align.errors import ConfigError

if TYPE_CHECKING:
    from align.stages import Encoder

__all__ = ["check", "chosen", "destination", "no_encoder"]

# What the encoders of ours that are no name alone want to know.
ARGUMENTS = {
    "sentence-transformers": "sentence-transformers:LaBSE or sentence-transformers:folder/model",
    "http": "http://localhost:8080/v1/embeddings",
    "https": "https://example.com/v1/embeddings?model=NAME",
}


def chosen(setting: str) -> Encoder | None:
    """Return the encoder of a setting, None for ``none``.

    Raises `UnknownNameError` or `ConfigError` for a setting that cannot be, `MissingExtraError`
    without the encoder's package and `WorkerError` when a service does not answer.
    """
    check(setting)
    name, colon, _ = setting.partition(":")
    make = registry.resolve("encoders", name)
    encoder: Encoder | None = make(setting) if colon else make()
    return encoder


def check(setting: str) -> None:
    """Raise `UnknownNameError` or `ConfigError` for what names no encoder, and load none.

    >>> check("sentence-transformers:LaBSE")
    """
    name, _, argument = setting.partition(":")
    registry.check("encoders", name)
    if name in ARGUMENTS and not argument:
        raise ConfigError("encoder", f"{setting!r} is not all", f"write {ARGUMENTS[name]}")
    if name in {"use", "none"} and setting != name:
        raise ConfigError("encoder", f"{setting!r} is too much", f"write {name}")
    if name in {"http", "https"}:
        Endpoint.of(setting)


def destination(setting: str) -> str | None:
    """Return the host that a setting sends texts to; None when they stay on this machine.

    >>> destination("http://localhost:8080/v1/embeddings")
    'localhost:8080'
    """
    remote = setting.startswith(("http:", "https:"))
    return Endpoint.of(setting).host if remote else None


def no_encoder() -> None:
    """Return None: the encoder of those who want none."""
