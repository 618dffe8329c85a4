"""Files appear whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from align.errors import OutputError, UsageError
from align.files import PARTIAL_SUFFIX, check_places, replacing

NAMES = ("memory.tmx", "نص.tmx", "a b\n.tmx", "-o")


def write(path: Path, content: bytes, error: BaseException | None = None) -> None:
    with replacing(path) as file:
        file.write(content)
        if error is not None:
            raise error


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_there_with_all_its_bytes_and_nothing_beside_it(
    tmp_path: Path, name: str
) -> None:
    write(tmp_path / name, b"whole")
    assert (tmp_path / name).read_bytes() == b"whole"
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_nothing_stands_under_the_final_name_before_the_end(tmp_path: Path) -> None:
    path = tmp_path / "out"
    with replacing(path) as file:
        file.write(b"x" * 100_000)
        assert not path.exists()
        assert path.with_name(f"out{PARTIAL_SUFFIX}").exists()
    assert path.stat().st_size == 100_000


def test_an_older_file_is_replaced_in_one_go(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"older")
    with replacing(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"older"
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), SystemExit(1), KeyError("x"), GeneratorExit()]
)
def test_an_error_inside_comes_through_and_leaves_all_as_it_was(
    tmp_path: Path, error: BaseException
) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"older")
    with pytest.raises(type(error)):
        write(path, b"new", error)
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_an_output_error_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "out"
    with pytest.raises(OutputError, match=r"out: cannot be written \(No space left") as caught:
        write(path, b"new", OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert caught.value.exit_code == 5
    assert isinstance(caught.value.__cause__, OSError)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="No such file"):
        write(tmp_path / "nowhere" / "out", b"")


def test_a_file_in_the_place_of_the_folder_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="Not a directory"):
        write(tmp_path / "file" / "out", b"")


def test_a_name_too_long_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="too long"):
        write(tmp_path / ("x" * 300), b"")


def test_a_folder_of_the_same_name_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(OutputError, match="out: cannot be written"):
        write(tmp_path / "out", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_file_that_is_read_is_not_written(tmp_path: Path) -> None:
    memory, other = tmp_path / "memory.tmx", tmp_path / "other.tmx"
    memory.write_text("units")
    os.link(memory, other)
    for place in (memory, tmp_path / "x" / ".." / "memory.tmx", other):
        (tmp_path / "x").mkdir(exist_ok=True)
        with pytest.raises(UsageError, match="read and written"):
            check_places([place], [memory])
    with pytest.raises(UsageError, match="read and written"):
        check_places([tmp_path / "new.tmx", tmp_path / "x" / ".." / "new.tmx"], [memory])
    check_places([tmp_path / "new.tmx", tmp_path / "new.tsv"], [memory])


def test_a_place_that_cannot_be_written_is_known_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"none.new\.tmx"):
        check_places([tmp_path / "none" / "new.tmx"], [])
    with pytest.raises(OutputError, match="is a folder"):
        check_places([tmp_path], [])
    check_places([Path("new.tmx")], [])
