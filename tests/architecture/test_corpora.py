"""The corpora are what their manifest says."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from hashlib import sha256
from typing import Any

import pytest

from align.model import LAYOUTS
from tests import own

MANIFEST: dict[str, Any] = json.loads((own.CORPORA / "manifest.json").read_text("utf-8"))
DOCUMENTS: list[dict[str, Any]] = MANIFEST["documents"]
MARKS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")


@pytest.fixture(params=DOCUMENTS, ids=lambda document: str(document["name"]))
def document(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = request.param
    return found


def text_of(document: dict[str, Any]) -> str:
    return "".join((own.CORPORA / name).read_text("utf-8") for name in document["files"])


def without_space(text: str) -> str:
    return "".join(text.split())


def test_the_manifest_lists_every_file_and_no_other() -> None:
    listed = [name for one in DOCUMENTS for name in (*one["files"], one["gold"])]
    there = sorted(path.name for path in own.CORPORA.iterdir() if path.name != "manifest.json")
    assert sorted(listed) == there


def test_the_texts_are_our_own() -> None:
    assert (MANIFEST["licence"], MANIFEST["origin"]) == ("Apache-2.0", "written for this project")


def test_there_are_at_least_six_documents_of_five_genres_in_every_layout() -> None:
    assert len(DOCUMENTS) >= 6
    assert len({one["genre"] for one in DOCUMENTS}) >= 5
    assert {one["layout"] for one in DOCUMENTS} == {*LAYOUTS}


def test_digests_agree(document: dict[str, Any]) -> None:
    names = {*document["files"], document["gold"]}
    digests = {name: sha256((own.CORPORA / name).read_bytes()).hexdigest() for name in names}
    assert document["sha256"] == digests


def test_bead_and_segment_counts_agree(document: dict[str, Any]) -> None:
    beads = own.gold(document["name"])
    assert document["beads"] == Counter(f"{len(a)}-{len(b)}" for a, b in beads)
    source, target = own.sides(beads)
    assert document["segments"] == {"ar": len(source), "en": len(target)}


def test_the_kind_written_before_a_gold_bead_is_its_own(document: dict[str, Any]) -> None:
    lines = (own.CORPORA / document["gold"]).read_text("utf-8").splitlines()
    kinds = [line.split("\t")[0] for line in lines]
    assert kinds == [f"{len(a)}-{len(b)}" for a, b in own.gold(document["name"])]


def test_every_gold_segment_stands_in_the_text(document: dict[str, Any]) -> None:
    whole = without_space(text_of(document))
    for side in own.sides(own.gold(document["name"])):
        assert [text for text in side if without_space(text) not in whole] == []


def test_every_letter_of_the_text_is_in_the_gold(document: dict[str, Any]) -> None:
    golden = Counter("".join("".join(side) for side in own.sides(own.gold(document["name"]))))
    letters = {char: n for char, n in Counter(text_of(document)).items() if char.isalpha()}
    missing = {c: n - golden[c] for c, n in letters.items() if golden[c] != n}
    assert missing == {}


def test_vocalised_texts_and_only_they_are_called_so(document: dict[str, Any]) -> None:
    arabic = "".join(own.sides(own.gold(document["name"]))[0])
    share = sum(char in MARKS for char in arabic) / sum(char.isalpha() for char in arabic)
    assert document["vocalised"] == (share > 0.5)


def test_texts_are_in_canonical_composition(document: dict[str, Any]) -> None:
    assert unicodedata.is_normalized("NFC", text_of(document))
