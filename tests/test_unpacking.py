"""Archives in a run: which of their files are read, under which names, and where they go."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from align.archive_names import member_name
from align.config import ReadSettings
from align.finding import find_files
from align.unpacking import Archives

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.finding import Finding

SUFFIXES = (".txt", ".docx", ".zip")
LINK = 0o120777 << 16
ARABIC = "قصة البئر.txt"


@pytest.fixture
def archives() -> Iterator[Archives]:
    with Archives(ReadSettings()) as found:
        yield found


def zipped(path: Path, *names: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, f"text of {name}")
    return path


def found_in(path: Path, archives: Archives) -> Finding:
    return find_files([str(path)], SUFFIXES, (), archives)


def named(info: zipfile.ZipInfo) -> str:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(info, "")
    return member_name(zipfile.ZipFile(made).infolist()[0])


def test_an_archive_is_read_like_a_folder(tmp_path: Path, archives: Archives) -> None:
    path = zipped(tmp_path / "a.zip", "z/ar/b.txt", "z/en/b.txt", "c.txt")
    found = found_in(path, archives)
    assert [file.name for file in found.files] == [
        "a.zip/c.txt",
        "a.zip/z/ar/b.txt",
        "a.zip/z/en/b.txt",
    ]
    assert found.files[0].path.read_text() == "text of c.txt"


def test_an_archive_in_a_folder_is_one_more_folder(tmp_path: Path, archives: Archives) -> None:
    zipped(tmp_path / "in" / "b" / "a.zip", "c.txt")
    (tmp_path / "in" / "d.txt").write_text("d")
    files = found_in(tmp_path / "in", archives).files
    assert [file.name for file in files] == ["d.txt", "b/a.zip/c.txt"]
    assert {file.root for file in files} == {tmp_path / "in"}


def test_nothing_is_left_when_the_run_is_over(tmp_path: Path) -> None:
    with Archives(ReadSettings()) as archives:
        place = found_in(zipped(tmp_path / "a.zip", "c.txt"), archives).files[0].path
        assert place.exists()
    assert not place.parent.exists()


@pytest.mark.parametrize(
    "name", ["../evil.txt", "/evil.txt", "a/../../evil.txt", "C:/evil.txt", "..\\evil.txt"]
)
def test_names_that_lead_out_are_listed(tmp_path: Path, archives: Archives, name: str) -> None:
    found = found_in(zipped(tmp_path / "in" / "a.zip", name, "good.txt"), archives)
    assert [file.name for file in found.files] == ["a.zip/good.txt"]
    assert [reason for _, reason in found.skipped] == ["name that leads out of the archive"]
    assert not list(tmp_path.rglob("evil.txt"))


def test_what_is_not_read_is_listed(tmp_path: Path, archives: Archives) -> None:
    path = zipped(
        tmp_path / "a.zip", "b.txt", "b.png", "b.zip", "b.tmx", "__MACOSX/._b.txt", ".x.txt"
    )
    with zipfile.ZipFile(path, "a") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = LINK
        archive.writestr(link, "/etc/passwd")
    assert dict(found_in(path, archives).skipped) == {
        "a.zip/b.png": "no reader for .png",
        "a.zip/b.tmx": "translation memory",
        "a.zip/b.zip": "archive in an archive",
        "a.zip/link.txt": "link in an archive",
    }


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_files_of_one_name_the_second_is_listed(tmp_path: Path, archives: Archives) -> None:
    found = found_in(zipped(tmp_path / "a.zip", "b.txt", "b.txt"), archives)
    assert len(found.files) == 1
    assert found.skipped == [("a.zip/b.txt", "another file in the archive has this name")]


def test_a_damaged_file_costs_itself_and_is_told_of(tmp_path: Path, archives: Archives) -> None:
    path = zipped(tmp_path / "a.zip", "b.txt", "c.txt")
    path.write_bytes(path.read_bytes().replace(b"text of b.txt", b"text of x.txt"))
    found = found_in(path, archives)
    assert [file.name for file in found.files] == ["a.zip/c.txt", "a.zip"]
    assert found.skipped == [("a.zip/b.txt", "damaged in the archive")]


@pytest.mark.parametrize("names", [["[Content_Types].xml", "word/a.txt"], ["mimetype", "a.txt"]])
def test_a_document_is_no_folder(tmp_path: Path, archives: Archives, names: list[str]) -> None:
    path = zipped(tmp_path / "a.zip", *names)
    assert [file.path for file in found_in(path, archives).files] == [path]


def test_what_cannot_be_opened_is_left_to_its_reader(tmp_path: Path, archives: Archives) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"PK\3\4 and no more")
    assert [file.path for file in found_in(path, archives).files] == [path]


@pytest.mark.parametrize("encoding", ["utf-8", "cp720", "cp1256"])
def test_names_of_programs_that_do_not_say_their_encoding(encoding: str) -> None:
    info = zipfile.ZipInfo("x")
    info.filename = ARABIC.encode(encoding).decode("cp437")
    info.flag_bits = 0
    info.orig_filename = info.filename
    assert member_name(info) == ARABIC


def test_names_that_say_their_encoding_and_western_ones_stay() -> None:
    assert named(zipfile.ZipInfo(ARABIC)) == ARABIC
    western = zipfile.ZipInfo("caf\N{LATIN SMALL LETTER E WITH ACUTE}.txt")
    western.flag_bits = 0
    assert member_name(western) == western.filename
