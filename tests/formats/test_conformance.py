"""What every format promises, asked of every format in the registry."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from align.config import Settings
from align.errors import OutputError
from align.registry import names, resolve

from . import samples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import AlignedBitext

FULL_DISK = Path("/dev/full")
BITEXTS = (samples.bitext(), samples.crossing(), samples.nasty())


@pytest.fixture(params=names("formats"))
def writer(request: pytest.FixtureRequest) -> Any:
    return resolve("formats", request.param)


def write(writer: Any, path: Path, bitexts: Sequence[AlignedBitext] = BITEXTS) -> bytes:
    with writer(path, Settings()) as file:
        for aligned in bitexts:
            file.write_bitext(aligned)
    return path.read_bytes()


def write_and_raise(writer: Any, path: Path, error: BaseException) -> None:
    with writer(path, Settings()) as file:
        file.write_bitext(samples.bitext())
        raise error


def test_a_whole_file_stands_there_and_nothing_beside_it(writer: Any, tmp_path: Path) -> None:
    written = write(writer, tmp_path / "out")
    assert written.endswith(b"\n")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_error_leaves_nothing(writer: Any, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write_and_raise(writer, tmp_path / "out", KeyError())
    assert list(tmp_path.iterdir()) == []


def test_an_error_leaves_an_older_file_as_it_was(writer: Any, tmp_path: Path) -> None:
    older = tmp_path / "out"
    older.write_text("older")
    with pytest.raises(KeyboardInterrupt):
        write_and_raise(writer, older, KeyboardInterrupt())
    assert older.read_text() == "older"
    assert list(tmp_path.iterdir()) == [older]


@pytest.mark.skipif(not FULL_DISK.exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_an_output_error(writer: Any, tmp_path: Path) -> None:
    (tmp_path / "out.partial").symlink_to(FULL_DISK)
    with pytest.raises(OutputError, match="No space left"):
        write(writer, tmp_path / "out", [samples.bitext()] * 200)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_an_output_error(writer: Any, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write(writer, tmp_path / "nowhere" / "out")


def test_the_same_bitexts_give_the_same_bytes(writer: Any, tmp_path: Path) -> None:
    assert write(writer, tmp_path / "first") == write(writer, tmp_path / "second")


def test_a_file_without_bitexts_is_whole_too(writer: Any, tmp_path: Path) -> None:
    write(writer, tmp_path / "out", [])
    assert (tmp_path / "out").exists()


def test_it_is_utf_8_without_mark_and_lines_end_in_lf_only(writer: Any, tmp_path: Path) -> None:
    text = write(writer, tmp_path / "out").decode("utf-8")
    assert not text.startswith("\ufeff")
    assert len(text.splitlines()) == text.count("\n")


def test_no_control_character_gets_through(writer: Any, tmp_path: Path) -> None:
    text = write(writer, tmp_path / "out").decode("utf-8")
    controls = {c for c in text if unicodedata.category(c) in {"Cc", "Cn", "Zl", "Zp"}}
    assert controls <= {"\n", "\t"}


@pytest.mark.parametrize(
    "text",
    [
        "مُحَمَّدٌ رَّسُولُ",
        "\u2067معزولة\u2069",
        "تطويـــل",
        "\U0001f469\u200d\U0001f469",
        "with\u00a0a no-break",
        "١٢٣٫٤٥٪",
    ],
)
def test_marks_digits_and_emoji_stay_as_they_are(writer: Any, tmp_path: Path, text: str) -> None:
    assert text in write(writer, tmp_path / "out").decode("utf-8")


def test_a_long_segment_is_not_cut(writer: Any, tmp_path: Path) -> None:
    text = write(writer, tmp_path / "out").decode("utf-8")
    assert ("طويل " * 500).strip() in text


def test_no_clock_is_read(writer: Any, tmp_path: Path) -> None:
    assert b"20261121" not in write(writer, tmp_path / "out")
