"""The setting ``encoder``: what it may be, and what it comes to."""

from __future__ import annotations

import pickle

import pytest

from align.config import Settings, load_settings
from align.encoders import check, chosen, destination
from align.encoders.http_endpoint import Endpoint
from align.errors import ConfigError, UnknownNameError

URL = "https://api.example.com/v1/embeddings"


def test_use_is_the_bundled_encoder() -> None:
    from align.encoders.use import encoder

    assert chosen("use") is encoder()


def test_none_is_no_encoder() -> None:
    assert chosen("none") is None


@pytest.mark.parametrize("setting", ["use", "none", "sentence-transformers:LaBSE", URL])
def test_a_setting_is_checked_without_loading_anything(setting: str) -> None:
    check(setting)


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("usee", "did you mean use?"),
        ("sentence-transformer:LaBSE", "did you mean sentence-transformers?"),
        ("htp://localhost/", "did you mean http?"),
        ("elmo", "known are http, https, none, sentence-transformers, use"),
        ("", "known are"),
    ],
)
def test_an_unknown_encoder_is_refused_with_the_nearest_name(setting: str, words: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        chosen(setting)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("sentence-transformers", "write sentence-transformers:LaBSE"),
        ("sentence-transformers:", "write sentence-transformers:LaBSE"),
        ("http", "write http://localhost"),
        ("http:", "write http://localhost"),
        ("use:large", "write use"),
        ("none:", "write none"),
        ("http:localhost/v1", "is not a URL of a service"),
        ("http://", "is not a URL of a service"),
        ("http://local host/v1", "is not a URL of a service"),
        ("http://localhost:port/v1", "is not a URL"),
        ("http://[::1/v1", "is not a URL"),
        ("https://مثال.com/v1", "is not a URL of a service"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_with_what_to_write(setting: str, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        chosen(setting)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "setting",
    [
        "https://me:s3cr3t@example.com/v1",
        f"{URL}?api-key=s3cr3t",
        f"{URL}?model=e5&access_token=s3cr3t",
    ],
)
def test_a_key_in_a_url_is_refused_and_not_repeated(setting: str) -> None:
    with pytest.raises(ConfigError, match="set ALIGN_HTTP_KEY") as caught:
        check(setting)
    assert "s3cr3t" not in str(caught.value)


def test_no_other_kind_of_address_is_an_endpoint() -> None:
    for address in ("ftp://example.com/v1", "file:///etc/hosts", "http:ftp://example.com/v1"):
        with pytest.raises(ConfigError, match="is not a URL of a service"):
            Endpoint.of(address, {})


def test_the_model_is_named_in_the_url_or_in_the_environment() -> None:
    environment = {"ALIGN_HTTP_MODEL": "e5"}
    assert Endpoint.of(URL, environment).model == "e5"
    assert Endpoint.of(f"{URL}?model=bge-m3", environment).model == "bge-m3"
    assert Endpoint.of(URL, {}).model == ""


def test_the_model_is_no_part_of_the_address_but_the_rest_of_the_query_is() -> None:
    endpoint = Endpoint.of(f"{URL}?version=2&model=a%2Fb#here", {})
    assert endpoint.url == f"{URL}?version=2"
    assert (endpoint.address, endpoint.host, endpoint.model) == (URL, "api.example.com", "a/b")


@pytest.mark.parametrize("prefix", ["", "http:", "https:"])
def test_a_url_may_stand_behind_the_encoders_name(prefix: str) -> None:
    assert Endpoint.of(prefix + URL, {}).url == URL


def test_a_key_is_not_shown() -> None:
    endpoint = Endpoint.of(URL, {"ALIGN_HTTP_KEY": " sk-secret\n"})
    assert endpoint.key == "sk-secret"
    assert "secret" not in repr(endpoint)


def test_a_key_that_is_none_is_refused_and_not_shown() -> None:
    with pytest.raises(ConfigError, match="ALIGN_HTTP_KEY") as caught:
        Endpoint.of(URL, {"ALIGN_HTTP_KEY": "sk secret"})
    assert "secret" not in str(caught.value)


def test_only_urls_send_texts_anywhere() -> None:
    settings = ("use", "none", "sentence-transformers:LaBSE", URL, "http:http://10.0.0.1:80/v1")
    assert [destination(setting) for setting in settings] == [
        *(None, None, None),
        *("api.example.com", "10.0.0.1:80"),
    ]


def test_key_and_model_of_a_service_are_no_settings() -> None:
    secret = {"ALIGN_HTTP_KEY": "sk-secret", "ALIGN_HTTP_MODEL": "e5"}
    settings = load_settings(environment={"ALIGN_ENCODER": URL, **secret})
    assert settings == Settings(encoder=URL)
    assert settings.signature() == Settings(encoder=URL).signature()


def test_the_encoder_is_in_the_signature_of_the_settings() -> None:
    encoders = ("use", "none", URL, f"{URL}?model=e5")
    assert len({Settings(encoder=encoder).signature() for encoder in encoders}) == len(encoders)


def test_a_refused_setting_survives_the_way_between_processes() -> None:
    with pytest.raises(ConfigError) as caught:
        check("http:")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
