"""Only regular, readable, small enough files are opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from align.errors import EmptyError, LimitError, ReadError
from align.readers.opening import read_bytes


def test_bytes_come_back_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xff\r\n\x00")
    assert read_bytes(tmp_path / "a", "a", 4) == b"\xff\r\n\x00"


def test_folder_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"^box: is a folder"):
        read_bytes(tmp_path, "box", 10)


def test_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReadError, match="is a pipe"):
        read_bytes(tmp_path / "pipe", "pipe", 10)


def test_device_is_refused() -> None:
    with pytest.raises(ReadError, match="is a device"):
        read_bytes(Path("/dev/zero"), "/dev/zero", 10)


def test_missing_file_says_why(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"gone\.txt: cannot be read \(No such file"):
        read_bytes(tmp_path / "gone.txt", "gone.txt", 10)


def test_unreadable_file_says_why(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("root may read everything")
    with pytest.raises(ReadError, match=r"cannot be read \(Permission denied\)"):
        read_bytes(path, "secret.txt", 10)


def test_link_in_a_circle_is_a_read_error(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(ReadError, match="cannot be read"):
        read_bytes(tmp_path / "loop", "loop", 10)


def test_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(EmptyError):
        read_bytes(tmp_path / "a", "a", 10)


def test_file_above_the_limit_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    with pytest.raises(LimitError, match=r"read\.max_bytes"):
        read_bytes(tmp_path / "a", "a", 4)
    assert len(read_bytes(tmp_path / "a", "a", 5)) == 5


def test_file_whose_size_the_system_does_not_tell_is_limited_too() -> None:
    with pytest.raises(LimitError):
        read_bytes(Path("/proc/self/status"), "status", 10)
