"""What every format promises, asked of every format in the registry."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align.config import Settings
from align.errors import OutputError
from align.formats.memories import memory_writer
from align.naming import files_of
from align.registry import names

from . import samples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import AlignedBitext

LANGS = ("ar", "en")
FULL_DISK = Path("/dev/full")
BITEXTS = (samples.bitext(), samples.crossing(), samples.nasty())


# Formats whose bytes are no plain UTF-8: packed ones, and those that tools want otherwise.
OTHER_BYTES = {"xlsx", "parquet", "csv", "wordfast"}
TEXT = [name for name in names("formats") if name not in OTHER_BYTES]
WHOLE = [name for name in TEXT if name != "vertical"]  # where a text is in one piece


@pytest.fixture(params=names("formats"))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def write(name: str, folder: Path, bitexts: Sequence[AlignedBitext] = BITEXTS) -> bytes:
    """Write bitexts in a format and return the bytes of all its files."""
    paths = files_of(name, folder / "out", LANGS)
    with memory_writer(paths[0], Settings(), name) as file:
        for aligned in bitexts:
            file.write_bitext(aligned)
    return b"".join(path.read_bytes() for path in paths)


def write_and_raise(name: str, folder: Path, error: BaseException) -> None:
    with memory_writer(files_of(name, folder / "out", LANGS)[0], Settings(), name) as file:
        file.write_bitext(samples.bitext())
        raise error


def test_whole_files_stand_there_and_nothing_beside_them(name: str, tmp_path: Path) -> None:
    assert write(name, tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted(files_of(name, tmp_path / "out", LANGS))


def test_an_error_leaves_nothing(name: str, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write_and_raise(name, tmp_path, KeyError())
    assert list(tmp_path.iterdir()) == []


def test_an_error_leaves_older_files_as_they_were(name: str, tmp_path: Path) -> None:
    older = files_of(name, tmp_path / "out", LANGS)
    for path in older:
        path.write_text("older")
    with pytest.raises(KeyboardInterrupt):
        write_and_raise(name, tmp_path, KeyboardInterrupt())
    assert {path.read_text() for path in tmp_path.iterdir()} == {"older"}
    assert sorted(tmp_path.iterdir()) == sorted(older)


@pytest.mark.skipif(not FULL_DISK.exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_an_output_error(name: str, tmp_path: Path) -> None:
    for path in files_of(name, tmp_path / "out", LANGS):
        path.with_name(path.name + ".partial").symlink_to(FULL_DISK)
    with pytest.raises(OutputError, match="No space left"):
        write(name, tmp_path, [samples.bitext()] * 200)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_an_output_error(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write(name, tmp_path / "nowhere")


def test_the_same_bitexts_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    first = write(name, tmp_path)
    assert write(name, tmp_path) == first


def test_files_without_bitexts_are_whole_too(name: str, tmp_path: Path) -> None:
    write(name, tmp_path, [])
    assert all(path.exists() for path in files_of(name, tmp_path / "out", LANGS))


@pytest.mark.parametrize("name", TEXT)
def test_it_is_utf_8_without_mark_and_lines_end_in_lf_only(name: str, tmp_path: Path) -> None:
    text = write(name, tmp_path).decode("utf-8")
    assert not text.startswith("\ufeff")
    assert not text or text.endswith("\n")
    assert len(text.splitlines()) == text.count("\n")


@pytest.mark.parametrize("name", TEXT)
def test_no_control_character_gets_through(name: str, tmp_path: Path) -> None:
    text = write(name, tmp_path).decode("utf-8")
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
@pytest.mark.parametrize("name", WHOLE)
def test_marks_digits_and_emoji_stay_as_they_are(name: str, tmp_path: Path, text: str) -> None:
    assert text in write(name, tmp_path).decode("utf-8")


@pytest.mark.parametrize("name", WHOLE)
def test_a_long_segment_is_not_cut(name: str, tmp_path: Path) -> None:
    text = write(name, tmp_path).decode("utf-8")
    assert ("طويل " * 500).strip() in text


def test_no_clock_is_read(name: str, tmp_path: Path) -> None:
    assert b"20261121" not in write(name, tmp_path)
