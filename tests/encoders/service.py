"""A real embeddings service on this machine, which can be told to misbehave."""

from __future__ import annotations

import json
import time
import zlib
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator

DIMENSIONS = 48


def letters(text: str) -> list[float]:
    """Return an embedding of counts of pairs of letters; longer texts have larger numbers."""
    counts = [0.0] * DIMENSIONS
    for pair in zip(f" {text}", f"{text} ", strict=True):
        counts[zlib.crc32("".join(pair).encode()) % DIMENSIONS] += 1
    return counts


def data(texts: list[str], embed: Callable[[str], Any] = letters) -> dict[str, Any]:
    """Return the answer that the protocol wants."""
    rows = [{"index": i, "embedding": embed(text)} for i, text in enumerate(texts)]
    return {"object": "list", "data": rows}


@dataclass
class Answer:
    """What the service says once."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    pause: float = 0.0  # seconds between the bytes of the body


@dataclass
class Service:
    """What a running service has heard, and what it says."""

    url: str = ""
    heard: list[dict[str, Any]] = field(default_factory=list)
    headers: list[Any] = field(default_factory=list)
    first: list[Answer] = field(default_factory=list)  # answers before the good ones
    answer: Callable[[list[str]], Answer | dict[str, Any]] = data

    @property
    def texts(self) -> list[str]:
        return [text for request in self.heard for text in request["input"]]

    def reply(self, request: dict[str, Any]) -> Answer:
        self.heard.append(request)
        if self.first:
            return self.first.pop(0)
        answer = self.answer(request["input"])
        return answer if isinstance(answer, Answer) else Answer(body=json.dumps(answer).encode())


@contextmanager
def running(tls: ssl.SSLContext | None = None) -> Iterator[Service]:
    """Run a service on a free port of this machine."""
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size = int(self.headers["Content-Length"])
            service.headers.append(self.headers)
            answer = service.reply(json.loads(self.rfile.read(size)))
            with suppress(OSError):  # the client may have given up
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.write(answer)

        def write(self, answer: Answer) -> None:
            if not answer.pause:
                self.wfile.write(answer.body)
                return
            for byte in answer.body:
                self.wfile.write(bytes([byte]))
                time.sleep(answer.pause)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        service.url = f"http{'s' if tls else ''}://127.0.0.1:{server.server_port}/v1/embeddings"
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield service
        finally:
            server.shutdown()
            thread.join()
