"""A POST that waits for a busy service, follows no redirect and believes no length."""

from __future__ import annotations

import json
import ssl
import time
from contextlib import suppress
from http.client import HTTPException, IncompleteRead
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from align.errors import WorkerError
from align.version import version

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.client import HTTPResponse

    from align.encoders.http_endpoint import Endpoint

__all__ = ["Patience", "Poster"]

MOST_BYTES = 64_000_000  # of an answer: 64 embeddings of 4,096 numbers take 6 MB
PORTION = 1 << 16
MOST_DETAIL = 300  # characters of what the service says about an error
LONGEST_WAIT = 60.0  # seconds, whatever the service asks for
TOO_MANY, SERVER_ERRORS, REDIRECTS = 429, range(500, 600), range(300, 400)
LATER = "try again later, or choose --encoder use"
ADVICE = {
    401: "set ALIGN_HTTP_KEY to a valid key",
    403: "set ALIGN_HTTP_KEY to a key that may use this model",
    404: "check the URL, most end in /v1/embeddings, and the model, ?model=NAME",
    413: "choose a service that takes longer texts, or --encoder use",
}


class Patience(NamedTuple):
    """How long to wait for a service, in seconds."""

    timeout: float = 60.0  # of one request
    retries: int = 5
    first_wait: float = 0.5  # doubled before each further retry

    def waits(self) -> Iterator[float]:
        """Yield the seconds before each retry."""
        for retry in range(self.retries):
            yield self.first_wait * 2**retry


class _PassingError(Exception):
    """A failure that may be over in a while; ``wait`` is what the service asks for."""

    def __init__(self, what: str, wait: float = 0.0) -> None:
        super().__init__(what)
        self.wait = wait


class _NoRedirects(HTTPRedirectHandler):
    """Texts and key go to the address that was named, and nowhere else."""

    def redirect_request(self, *_: Any) -> None:
        """Leave the redirect to be an error."""


class Poster:
    """Sends JSON to one endpoint."""

    def __init__(self, endpoint: Endpoint, patience: Patience) -> None:
        self._endpoint = endpoint
        self._patience = patience
        no_proxy = [ProxyHandler({})] if endpoint.is_local else []
        self._opener = build_opener(_NoRedirects, *no_proxy)

    def post(self, content: dict[str, Any]) -> bytes:
        """Return the answer; raises `WorkerError` when there is none after all retries."""
        body = json.dumps(content).encode()
        for wait in self._patience.waits():
            try:
                return self._answer(body)
            except _PassingError as error:
                time.sleep(min(max(wait, error.wait), LONGEST_WAIT))
        try:
            return self._answer(body)
        except _PassingError as error:
            self.fail(f"{error}, {self._patience.retries + 1} times", LATER, error)

    def fail(self, what: str, next_step: str, cause: BaseException | None = None) -> NoReturn:
        """Raise `WorkerError` for the endpoint."""
        raise WorkerError(f"encoder {self._endpoint.address}", what, next_step) from cause

    def _answer(self, body: bytes) -> bytes:
        """Return the answer to one request; raises `_PassingError` if another may do better."""
        headers = {"Content-Type": "application/json", "User-Agent": f"align/{version()}"}
        if self._endpoint.key:
            headers["Authorization"] = f"Bearer {self._endpoint.key}"
        request = Request(self._endpoint.url, body, headers)  # http or https: see Endpoint
        try:
            with self._opener.open(request, timeout=self._patience.timeout) as response:
                return self._content(response)
        except HTTPError as error:
            with error:
                self._refused(error)
        except (OSError, HTTPException) as error:
            reason = error.reason if isinstance(error, URLError) else error
            if isinstance(reason, ssl.SSLCertVerificationError):
                self.fail(f"shows no valid certificate ({reason})", "check the URL", error)
            raise _PassingError(_in_words(reason, self._patience.timeout)) from error

    def _content(self, response: HTTPResponse) -> bytes:
        """Return the body, which is read in portions: it may be endless, or never end."""
        until = time.monotonic() + self._patience.timeout
        content = bytearray()
        while portion := response.read1(PORTION):
            content += portion
            if len(content) > MOST_BYTES:
                self.fail(f"answers with more than {MOST_BYTES:,} bytes", "check the URL")
            if time.monotonic() > until:
                raise TimeoutError
        if response.length:  # bytes that were promised
            raise IncompleteRead(bytes(content), response.length)
        return bytes(content)

    def _refused(self, error: HTTPError) -> NoReturn:
        """Raise what an answer of another status than 200 comes to."""
        if error.code in REDIRECTS:
            to = self._keyless(error.headers.get("Location", ""))
            self.fail(f"redirects to {to or 'nowhere'} ({error.code})", "name that URL itself")
        said = " ".join(self._keyless(_said(error)).split())[:MOST_DETAIL]
        what = f"answers {error.code} ({said})"
        if error.code == TOO_MANY or error.code in SERVER_ERRORS:
            raise _PassingError(what, _seconds(error.headers.get("Retry-After", ""))) from error
        advice = ADVICE.get(error.code, "check the URL and the model, ?model=NAME")
        self.fail(what, advice, error)

    def _keyless(self, text: str) -> str:
        """Return what a service says without the key, should it repeat it."""
        return text.replace(self._endpoint.key, "…") if self._endpoint.key else text


def _said(error: HTTPError) -> str:
    """Return what the service says beside the status."""
    said = ""
    with suppress(OSError, HTTPException):
        said = error.read(PORTION).decode("utf-8", "replace")
    with suppress(ValueError, KeyError, TypeError):
        said = str(json.loads(said)["error"]["message"])
    return said or str(error.reason)


def _seconds(text: str) -> float:
    """Return the seconds of a Retry-After; its other form, a date, counts as none."""
    return float(text) if text.isascii() and text.isdigit() else 0.0


def _in_words(reason: object, timeout: float) -> str:
    if isinstance(reason, TimeoutError):
        return f"does not answer within {timeout:g} s"
    return f"cannot be reached ({getattr(reason, 'strerror', None) or reason})"
