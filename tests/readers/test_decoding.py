"""Loading gives normal text with LF line ends, and says what was done."""

from __future__ import annotations

import hashlib
import time
import unicodedata
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.errors import BinaryError, EmptyError, EncodingError, LimitError, MalformedError
from align.readers.decoding import Decoded, load

if TYPE_CHECKING:
    from pathlib import Path

ARABIC = "وصل المسافرون إلى القرية مساء ولم يجدوا أحدا"
SHAPED = "\ufeb3\ufefc\ufee1"  # "salam" in contextual shapes


def loaded(folder: Path, data: bytes, settings: ReadSettings | None = None) -> Decoded:
    path = folder / "a.txt"
    path.write_bytes(data)
    return load(path, "a.txt", settings or ReadSettings())


def test_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    data = ARABIC.encode("windows-1256")
    assert loaded(tmp_path, data).sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_line_ends_become_line_feeds(tmp_path: Path, end: str) -> None:
    assert loaded(tmp_path, f"one{end}two{end}".encode()).text == "one\ntwo\n"


def test_text_is_nfc(tmp_path: Path) -> None:
    split = unicodedata.normalize("NFD", "أُمَّة")
    assert loaded(tmp_path, split.encode()).text == unicodedata.normalize("NFC", "أُمَّة")


def test_utf8_needs_no_note_and_other_encodings_are_stated(tmp_path: Path) -> None:
    assert loaded(tmp_path, ARABIC.encode()).notes == ()
    found = loaded(tmp_path, ARABIC.encode("windows-1256"))
    assert found.encoding == "windows-1256"
    assert found.notes == ("read as windows-1256 (detected)",)


def test_named_encoding_overrides_the_evidence(tmp_path: Path) -> None:
    found = loaded(tmp_path, b"caf\xe9", ReadSettings(encoding="iso-8859-6"))
    assert found.text == "cafى"
    assert found.notes == ("read as iso-8859-6 (as told)",)


def test_named_encoding_is_strict(tmp_path: Path) -> None:
    with pytest.raises(EncodingError, match="offset 3"):
        loaded(tmp_path, b"caf\xe9", ReadSettings(encoding="utf-8"))


def test_nul_that_a_named_encoding_lets_through_is_binary(tmp_path: Path) -> None:
    with pytest.raises(BinaryError):
        loaded(tmp_path, b"a\x00b", ReadSettings(encoding="utf-8"))


@pytest.mark.parametrize("data", [b" \n\t\r\n", b"\xef\xbb\xbf", "\u3000\u00a0\n".encode()])
def test_white_space_alone_is_empty(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(EmptyError):
        loaded(tmp_path, data)


def test_long_line_is_refused_by_number_and_setting(tmp_path: Path) -> None:
    data = b"one\n" + b"x" * 11 + b"\n"
    with pytest.raises(LimitError, match=r"line 2 is longer than 10 .*read\.max_block"):
        loaded(tmp_path, data, ReadSettings(max_block=10))
    assert loaded(tmp_path, data, ReadSettings(max_block=11)).text == data.decode()


def test_length_of_a_line_is_counted_in_characters_not_bytes(tmp_path: Path) -> None:
    line = "س" * 10 + "\r\n"
    assert loaded(tmp_path, (line * 3).encode(), ReadSettings(max_block=10)).text.count("\n") == 3


def test_twenty_megabytes_in_one_line_are_refused_within_a_second(tmp_path: Path) -> None:
    start = time.perf_counter()
    with pytest.raises(LimitError, match="line 1 "):
        loaded(tmp_path, "سلام عليكم ".encode() * 1_000_000)
    assert time.perf_counter() - start < 1


def test_marks_without_end_are_refused_before_they_cost_anything(tmp_path: Path) -> None:
    start = time.process_time()
    with pytest.raises(MalformedError, match="combining marks"):
        loaded(tmp_path, ("a" + "\u0301\u0316" * 200_000).encode())
    assert time.process_time() - start < 2


def test_a_text_with_long_runs_of_spaces_is_no_utf_16(tmp_path: Path) -> None:
    text = f"{ARABIC}.\n" + "a." + " " * 50_000 + "b"
    assert loaded(tmp_path, text.encode()).encoding == "utf-8"


def test_presentation_forms_are_reported_and_stay(tmp_path: Path) -> None:
    found = loaded(tmp_path, f"قال {SHAPED}".encode())
    assert found.text == f"قال {SHAPED}"
    assert found.notes == (
        "3 characters in Arabic presentation forms; --set read.repair=true turns them into letters",
    )


def test_repair_is_listed_with_the_old_run_at_the_new_place(tmp_path: Path) -> None:
    found = loaded(tmp_path, f"{SHAPED} ثم {SHAPED}.".encode(), ReadSettings(repair=True))
    assert found.text == "سلام ثم سلام."
    assert [passage.text for passage in found.repairs] == [SHAPED, SHAPED]
    assert {found.text[passage.start : passage.end] for passage in found.repairs} == {"سلام"}
    assert {passage.reason for passage in found.repairs} == {"repair"}
