"""Embeddings by a service, tried against a real one on this machine."""

from __future__ import annotations

import json
import shutil
import ssl
import subprocess
import time
import traceback
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from align.encoders import http_post
from align.encoders.http import Service, encoder
from align.encoders.http_endpoint import Endpoint
from align.encoders.http_post import Patience
from align.errors import WorkerError
from tests.encoders import service as services
from tests.encoders.service import DIMENSIONS, Answer, data, letters

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HURRIED = Patience(timeout=5, retries=5, first_wait=0.001)
SECRET = "sk-secret-1234"


@pytest.fixture
def server() -> Iterator[services.Service]:
    with services.running() as service:
        yield service


def client(
    server: services.Service, patience: Patience = HURRIED, query: str = "", **environment: str
) -> Service:
    return Service(Endpoint.of(server.url + query, environment), patience)


def failure(server: services.Service, patience: Patience = HURRIED, **environment: str) -> str:
    """Return the message of the error that a request ends with."""
    with pytest.raises(WorkerError) as caught:
        client(server, patience, **environment).encode(["water"])
    message = str(caught.value)
    assert message.startswith(f"encoder {server.url}: ")
    assert message.count("; ") == 1, "no advice"
    return message


def test_every_text_gets_its_embedding(server: services.Service) -> None:
    texts = ["water", "ماء", '\u200fa\n"b"', "🜄"]
    assert client(server).encode(texts).tolist() == [letters(text) for text in texts]


def test_texts_go_in_batches_of_64(server: services.Service) -> None:
    texts = [f"text {number}" for number in range(150)]
    found = client(server).encode(texts)
    assert [len(request["input"]) for request in server.heard] == [64, 64, 22]
    assert found.tolist() == [letters(text) for text in texts]


def test_embeddings_are_put_in_the_order_of_their_index(server: services.Service) -> None:
    def backwards(texts: list[str]) -> dict[str, Any]:
        return {"data": data(texts)["data"][::-1]}

    server.answer = backwards
    assert client(server).encode(["one", "two"]).tolist() == [letters("one"), letters("two")]


def test_model_and_key_are_sent(server: services.Service) -> None:
    client(server, query="?model=bge-m3", ALIGN_HTTP_KEY=SECRET).encode(["water"])
    assert server.heard == [{"model": "bge-m3", "input": ["water"]}]
    assert server.headers[0]["Authorization"] == f"Bearer {SECRET}"


def test_without_model_and_key_none_is_sent(server: services.Service) -> None:
    client(server).encode(["water"])
    assert server.heard == [{"input": ["water"]}]
    assert server.headers[0]["Authorization"] is None


def test_the_signature_names_host_and_model_but_no_key(server: services.Service) -> None:
    host = server.url.split("/")[2]
    made = client(server, ALIGN_HTTP_MODEL="e5", ALIGN_HTTP_KEY=SECRET)
    assert made.signature == f"http/{host}/e5"
    assert client(server).signature == f"http/{host}/default"


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_service_that_is_busy_is_asked_again(server: services.Service, status: int) -> None:
    server.first = [Answer(status)] * 5
    assert client(server).encode(["water"]).tolist() == [letters("water")]
    assert len(server.heard) == 6


def test_each_wait_is_twice_as_long_as_the_one_before(server: services.Service) -> None:
    assert list(Patience(first_wait=0.5).waits()) == [0.5, 1, 2, 4, 8]
    server.first = [Answer(500)] * 4
    started = time.monotonic()
    client(server, Patience(first_wait=0.02)).encode(["water"])
    assert time.monotonic() - started >= 0.02 + 0.04 + 0.08 + 0.16


def test_a_service_may_say_how_long_to_wait(server: services.Service) -> None:
    server.first = [Answer(429, headers={"Retry-After": "1"})]
    started = time.monotonic()
    client(server).encode(["water"])
    assert 1 <= time.monotonic() - started < 3


def test_a_wait_that_is_no_number_is_not_waited_for(server: services.Service) -> None:
    server.first = [Answer(429, headers={"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"})]
    started = time.monotonic()
    client(server).encode(["water"])
    assert time.monotonic() - started < 1


def test_a_service_that_always_fails_ends_the_run(server: services.Service) -> None:
    server.answer = lambda _: Answer(500, b'{"error": {"message": "out of\\n memory"}}')
    message = failure(server)
    assert "answers 500 (out of memory), 6 times" in message
    assert "--encoder use" in message
    assert len(server.heard) == 6


@pytest.mark.parametrize(
    ("status", "advice"),
    [(401, "ALIGN_HTTP_KEY"), (403, "ALIGN_HTTP_KEY"), (404, "/v1/embeddings"), (400, "?model=")],
)
def test_a_request_that_is_refused_is_not_repeated(
    server: services.Service, status: int, advice: str
) -> None:
    server.answer = lambda _: Answer(status, b"no such thing")
    message = failure(server)
    assert f"answers {status} (no such thing); " in message
    assert advice in message
    assert len(server.heard) == 1


@pytest.mark.parametrize("status", [401, 500])
def test_a_key_that_the_service_repeats_is_not_shown(server: services.Service, status: int) -> None:
    server.answer = lambda _: Answer(status, f"bad key {SECRET}".encode())
    with pytest.raises(WorkerError, match="bad key …") as caught:
        client(server, ALIGN_HTTP_KEY=SECRET).encode(["water"])
    assert SECRET not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_told_and_not_followed(server: services.Service, status: int) -> None:
    with services.running() as elsewhere:
        server.answer = lambda _: Answer(status, headers={"Location": elsewhere.url})
        message = failure(server, ALIGN_HTTP_KEY=SECRET)
        assert f"redirects to {elsewhere.url} ({status})" in message
        assert elsewhere.heard == []


def test_a_service_that_is_not_there_is_an_error() -> None:
    with services.running() as gone:
        pass
    message = failure(gone)
    assert "cannot be reached (Connection refused), 6 times" in message


def test_a_service_that_does_not_answer_in_time_is_an_error(server: services.Service) -> None:
    def slow(texts: list[str]) -> dict[str, Any]:
        time.sleep(0.5)
        return data(texts)

    server.answer = slow
    message = failure(server, Patience(timeout=0.1, retries=1, first_wait=0.001))
    assert "does not answer within 0.1 s, 2 times" in message


def test_an_answer_that_drips_is_not_waited_for(server: services.Service) -> None:
    server.answer = lambda _: Answer(body=b" " * 40, pause=0.05)
    started = time.monotonic()
    message = failure(server, Patience(timeout=0.2, retries=0))
    assert "does not answer within 0.2 s" in message
    assert time.monotonic() - started < 1


def test_an_answer_that_breaks_off_is_asked_for_again(server: services.Service) -> None:
    server.first = [Answer(body=b'{"data": [', headers={"Content-Length": "999"})]
    assert client(server).encode(["water"]).tolist() == [letters("water")]


def test_an_answer_larger_than_any_embeddings_is_refused(server: services.Service) -> None:
    server.answer = lambda _: Answer(body=b" " * (http_post.MOST_BYTES + 1))
    assert "more than 64,000,000 bytes" in failure(server)
    assert len(server.heard) == 1


GOOD = letters("water")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"<html>", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"", "not JSON"),
        (b"null", "no data"),
        (b"[]", "no data"),
        ({"embeddings": []}, "no data"),
        ({"data": [{"embedding": GOOD}]}, "no data"),
        ({"data": []}, "0 embeddings for 1 texts"),
        ({"data": [{"index": 1, "embedding": GOOD}]}, "1 embeddings for 1 texts"),
        ({"data": [{"index": i, "embedding": GOOD} for i in (0, 1)]}, "2 embeddings for 1 texts"),
        ({"data": [{"index": 0, "embedding": "AAAA"}]}, "not a list"),
        ({"data": [{"index": 0, "embedding": []}]}, "one length"),
        ({"data": [{"index": 0, "embedding": ["one"]}]}, "else than numbers"),
        ({"data": [{"index": 0, "embedding": [None]}]}, "finite|else than numbers"),
        ({"data": [{"index": 0, "embedding": [[1.0]]}]}, "else than numbers"),
        ({"data": [{"index": 0, "embedding": [10**400]}]}, "else than numbers"),
        ({"data": [{"index": 0, "embedding": [1.0, float("nan")]}]}, "not finite"),
        ({"data": [{"index": 0, "embedding": [float("inf"), 1.0]}]}, "not finite"),
        ({"data": [{"index": 0, "embedding": [1e300, 1.0]}]}, "not finite"),
    ],
)
def test_an_answer_of_no_use_is_an_error_and_not_repeated(
    server: services.Service, answer: Any, words: str
) -> None:
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    server.answer = lambda _: Answer(body=body)
    message = failure(server)
    assert any(word in message for word in words.split("|")), message
    assert len(server.heard) == 1


def test_embeddings_of_one_answer_must_have_one_length(server: services.Service) -> None:
    server.answer = lambda texts: data(texts, lambda text: [1.0] * len(text))
    with pytest.raises(WorkerError, match="not all of one length"):
        client(server).encode(["one", "three"])


def test_all_answers_must_have_the_same_dimensions(server: services.Service) -> None:
    made = client(server)
    made.encode(["water"])
    server.answer = lambda texts: data(texts, lambda _: [1.0, 2.0])
    with pytest.raises(WorkerError, match=f"gives 2 dimensions after {DIMENSIONS}"):
        made.encode(["fire"])


def test_documents_of_a_run_share_an_encoder_and_send_no_text_twice(
    server: services.Service,
) -> None:
    first = encoder(server.url).features([["Water is life."], ["Fire."]])
    sent = len(server.texts)
    second = encoder(server.url).features([["Fire."], ["Water is life."]])
    assert len(server.texts) == sent == len({*server.texts})
    assert np.array_equal(first.texts.total, second.texts.total[::-1])


def test_empty_texts_are_not_sent(server: services.Service) -> None:
    encoder(server.url).features([[""], ["\u064e"], ["a", ""]])
    assert all(server.texts)


def test_an_https_address_that_speaks_plain_http_is_an_error(server: services.Service) -> None:
    place = Endpoint.of(server.url.replace("http:", "https:"), {})
    with pytest.raises(WorkerError, match="cannot be reached"):
        Service(place, Patience(timeout=2, retries=0)).encode(["water"])
    assert server.heard == []


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_a_certificate_that_nobody_vouches_for_is_refused_at_once(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1"),
            *("-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    with services.running(tls) as server:
        assert "shows no valid certificate" in failure(server, Patience(timeout=2, first_wait=9))
        assert server.heard == []
