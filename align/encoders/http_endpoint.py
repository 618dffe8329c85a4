"""The address of an embeddings service, its model and the key to it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from align.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Endpoint"]

MODEL, KEY = "ALIGN_HTTP_MODEL", "ALIGN_HTTP_KEY"
EXAMPLE = "write for example http://localhost:8080/v1/embeddings?model=NAME"
SCHEMES = ("http", "https")
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
SECRET = re.compile(r"key|token|secret|password", re.IGNORECASE)  # in the name of a parameter
VISIBLE = re.compile(r"[!-~]*")  # what a URL or a header may hold; no spaces


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where texts are sent to, and what is said with them."""

    url: str
    host: str  # with the port if it is written
    model: str = ""  # empty: the service has one only
    key: str = field(default="", repr=False)  # never shown, never in a signature

    @classmethod
    def of(cls, setting: str, environment: Mapping[str, str] | None = None) -> Self:
        """Return the endpoint of a setting, a URL; model and key may be in the environment.

        Raises `ConfigError` for what is no URL of a service, or names a key that others could see.
        """
        known = os.environ if environment is None else environment
        url = _split(setting)
        query = parse_qsl(url.query, keep_blank_values=True)
        models = [value for name, value in query if name == "model"]
        rest = urlencode([(name, value) for name, value in query if name != "model"])
        return cls(
            url=url._replace(query=rest, fragment="").geturl(),
            host=url.netloc,
            model=models[-1] if models else known.get(MODEL, ""),
            key=_key(known),
        )

    @property
    def address(self) -> str:
        """The URL as messages show it, without its query."""
        return self.url.partition("?")[0]

    @property
    def is_local(self) -> bool:
        """Whether the service is on this machine, with no proxy in between."""
        return urlsplit(self.url).hostname in LOCAL


def _split(setting: str) -> SplitResult:
    """Return the parts of a URL, which may stand behind ``http:`` as an encoder's name."""
    text = re.sub(r"^https?:(?=https?://)", "", setting)
    try:
        url = urlsplit(text)
        _ = url.port  # read here, for it may be no number
    except ValueError as error:
        raise ConfigError("encoder", f"{setting!r} is not a URL ({error})", EXAMPLE) from error
    names = (name for name, _ in parse_qsl(url.query, keep_blank_values=True))
    if "@" in url.netloc or any(map(SECRET.search, names)):  # would be shown in reports
        raise ConfigError("encoder", "a URL must not hold a key", f"set {KEY} to the key")
    if url.scheme not in SCHEMES or not url.hostname or not VISIBLE.fullmatch(text):
        raise ConfigError("encoder", f"{setting!r} is not a URL of a service", EXAMPLE)
    return url


def _key(environment: Mapping[str, str]) -> str:
    key = environment.get(KEY, "").strip()
    if not VISIBLE.fullmatch(key):
        raise ConfigError(KEY, "holds characters that no key has", "look at how it was set")
    return key
