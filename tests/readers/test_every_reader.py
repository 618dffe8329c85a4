"""What holds for every registered reader: what it refuses, and that it loses nothing."""

from __future__ import annotations

import pickle
import random
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from align import registry
from align.config import ReadSettings
from align.errors import EmptyError, MalformedError, ReadError, UnknownNameError
from align.readers import read
from tests.readers.samples import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from align.model import Document

SUFFIXES = [suffix for suffix in registry.names("readers") if suffix != ".zip"]
ARABIC = "وصل المسافرون إلى القرية مساء، ولم يجدوا فيها أحدا."
ENGLISH = "The travellers reached the village at night and found nobody there."
TEXTS = [ARABIC, ENGLISH]
CUTS, DAMAGES = 50, 100
SECONDS = 10.0
every_reader = pytest.mark.parametrize("suffix", SUFFIXES)


def document(folder: Path, suffix: str, data: bytes) -> Document:
    path = folder / f"نص{suffix}"
    path.write_bytes(data)
    return read(path, path.name, ReadSettings())


def survives(folder: Path, suffix: str, data: bytes) -> None:
    """Read a damaged file: it gives a whole document, or an error of ours that names it, soon."""
    began = time.process_time()
    message = ""
    try:
        check_letters(document(folder, suffix, data))
    except ReadError as error:
        message = str(error)
    assert not message or message.startswith(f"نص{suffix}")
    assert "\n" not in message
    assert time.process_time() - began < SECONDS


def letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(filter(str.isalpha, "".join(texts)))


def check_letters(found: Document) -> None:
    left_out = (passage.text for passage in found.removed if passage.reason != "repair")
    kept = letters([*(block.text for block in found.blocks), *left_out])
    assert kept == letters([found.text])


def test_every_reader_has_a_sample() -> None:
    assert {*SAMPLES} == {*SUFFIXES}


@every_reader
def test_paragraphs_come_in_whole_and_in_order(tmp_path: Path, suffix: str) -> None:
    found = document(tmp_path, suffix, SAMPLES[suffix](TEXTS))
    assert [text for block in found.blocks for text in block.text.split("\t")] == TEXTS
    check_letters(found)


@every_reader
def test_places_are_spans_of_the_text_in_order(tmp_path: Path, suffix: str) -> None:
    found = document(tmp_path, suffix, SAMPLES[suffix](TEXTS))
    places = [block.place for block in found.blocks]
    for block in found.blocks:
        assert found.text[block.place.start : block.place.end] == block.text
    assert sorted(places, key=lambda place: place.start) == places
    assert len({block.id for block in found.blocks}) == len(found.blocks)


@every_reader
@pytest.mark.parametrize("data", [b"", b" \r\n\t\n"], ids=["empty", "blank"])
def test_nothing_is_refused_as_such(tmp_path: Path, suffix: str, data: bytes) -> None:
    with pytest.raises(ReadError, match=f"^نص{suffix}: ") as caught:
        document(tmp_path, suffix, data)
    if not data:
        assert isinstance(caught.value, EmptyError)


@every_reader
@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00",
        random.Random(7).randbytes(4096),
        b"PK\x03\x04" + random.Random(8).randbytes(4096),
        b"\xd0\xcf\x11\xe0" + bytes(4096),
        b"%PDF-1.7\n" + random.Random(9).randbytes(4096),
    ],
    ids=["png", "random", "no zip", "office 97", "no pdf"],
)
def test_what_is_no_text_is_refused_by_name(tmp_path: Path, suffix: str, data: bytes) -> None:
    with pytest.raises(ReadError, match=f"^نص{suffix}: "):
        document(tmp_path, suffix, data)


@every_reader
def test_a_file_cut_off_anywhere_is_survived(tmp_path: Path, suffix: str) -> None:
    whole = SAMPLES[suffix](TEXTS)
    dice = random.Random(6)
    for _ in range(CUTS):
        survives(tmp_path, suffix, whole[: dice.randrange(1, len(whole))])


@every_reader
def test_a_file_with_damaged_bytes_is_survived(tmp_path: Path, suffix: str) -> None:
    whole = SAMPLES[suffix](TEXTS)
    dice = random.Random(60)
    for _ in range(DAMAGES):
        damaged = bytearray(whole)
        for _ in range(dice.choice((1, 1, 4, 40))):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        survives(tmp_path, suffix, bytes(damaged))


@every_reader
@pytest.mark.parametrize("other", [".txt", ".pdf", ".docx", ".html", ".xlsx", ".srt"])
def test_a_wrong_name_is_survived(tmp_path: Path, suffix: str, other: str) -> None:
    survives(tmp_path, other, SAMPLES[suffix](TEXTS))


@every_reader
def test_document_survives_pickling(tmp_path: Path, suffix: str) -> None:
    found = document(tmp_path, suffix, SAMPLES[suffix](TEXTS))
    assert pickle.loads(pickle.dumps(found)) == found


@every_reader
def test_same_bytes_give_the_same_document(tmp_path: Path, suffix: str) -> None:
    data = SAMPLES[suffix](TEXTS)
    assert document(tmp_path, suffix, data) == document(tmp_path, suffix, data)


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".xlsx", ".rtf", ".epub"])
def test_plain_text_named_as_a_file_of_a_program_says_what_to_name_it(
    tmp_path: Path, suffix: str
) -> None:
    with pytest.raises(MalformedError, match=r"is plain text, and no [A-Z]+; name it \.txt"):
        document(tmp_path, suffix, (ARABIC * 60).encode())  # longer than what is looked at


def test_suffix_is_matched_in_any_case(tmp_path: Path) -> None:
    path = tmp_path / "A.TXT"
    path.write_text(ENGLISH)
    assert read(path, "A.TXT", ReadSettings()).source.format == "plain"


@pytest.mark.parametrize("name", ["a.xyz", "a"])
def test_unknown_suffix_lists_the_known_ones(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x")
    with pytest.raises(UnknownNameError, match=r"known are .*\.md .*\.txt"):
        read(tmp_path / name, name, ReadSettings())
