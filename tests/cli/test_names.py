"""File names and folders that careless programs stumble over: all of them end with exit code 0."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.cli.command import FAST, called, spawned
from tests.cli.texts import (
    ARABIC,
    PAIRS,
    PARAGRAPHS,
    content,
    job_ids,
    report,
    skipped,
    units,
    write,
    write_pair,
)

if TYPE_CHECKING:
    from pathlib import Path

LONG = "قصة القطار والفندق القديم على شاطئ البحر " * 3  # 123 characters, 219 bytes

needs_posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")


def test_a_name_in_arabic_stays_as_it_is(tmp_path: Path) -> None:
    write(tmp_path / "حكايات" / "قصّة القطار.txt")
    ran = called("run", tmp_path / "حكايات", "-o", tmp_path / "مخرجات", *FAST)
    assert ran.code == 0
    assert units(tmp_path / "مخرجات" / "قصّة القطار.tmx") == list(PAIRS)


@needs_posix
def test_a_name_with_a_line_feed_becomes_a_name_that_every_system_takes(tmp_path: Path) -> None:
    write(tmp_path / "in" / "two\nlines.txt")
    ran = called("run", tmp_path / "in", "-o", tmp_path / "out", *FAST)
    assert ran.code == 0
    assert job_ids(tmp_path / "out") == ["two_lines"]
    assert report(tmp_path / "out")["jobs"][0]["paths"] == ["two\nlines.txt"]


@needs_posix
def test_a_message_about_a_name_with_a_line_feed_is_one_line(tmp_path: Path) -> None:
    write(tmp_path / "two\nlines.txt", "")
    ran = called("run", tmp_path / "two\nlines.txt", "-o", tmp_path / "out", "-q", *FAST)
    assert ran.code == 4
    assert ran.err == "[1/1] two_lines: failed: two\\nlines.txt: is empty\n"


@needs_posix
def test_a_name_that_turns_the_line_round_or_colours_it_is_shown_with_escapes(
    tmp_path: Path,
) -> None:
    path = write(tmp_path / "\x1b[31m\u202exmt.exe\u2066.txt", "")
    ran = called("run", path, "-o", tmp_path / "out", "-q", *FAST)
    assert "\\x1b[31m\\u202exmt.exe\\u2066.txt: is empty\n" in ran.err


@pytest.mark.parametrize("arguments", [["--", "-story.txt"], ["."]])
def test_a_leading_dash_is_no_flag(tmp_path: Path, arguments: list[str]) -> None:
    write(tmp_path / "-story.txt")
    ran = spawned("run", "-o", "out", *FAST, *arguments, cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert job_ids(tmp_path / "out") == ["_story"]


def test_inputs_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    names = ("a/story.txt", "b/story.txt", "b/story.md", "c/Story.txt")
    paths = [write(tmp_path / name) for name in names]
    called("run", *paths, "-o", tmp_path / "out", *FAST)
    assert job_ids(tmp_path / "out") == ["story", "story~2", "story~3", "Story~4"]
    for job in job_ids(tmp_path / "out"):
        assert units(tmp_path / "out" / f"{job}.tmx") == list(PAIRS)


@pytest.mark.skipif(os.path.normcase("A") == "a", reason="this system takes x and X for one")
def test_names_that_differ_in_case_only_stay_apart(tmp_path: Path) -> None:
    for name in ("x.txt", "X.txt", "x.md"):
        write(tmp_path / "in" / name)
    called("run", tmp_path / "in", "-o", tmp_path / "out", *FAST)
    assert len({job.casefold() for job in job_ids(tmp_path / "out")}) == 3


def test_names_of_our_own_files_are_not_taken(tmp_path: Path) -> None:
    for name in ("memory.txt", "report.txt", "con.txt", "doubtful.md"):
        write(tmp_path / "in" / name)
    called("run", tmp_path / "in", "-o", tmp_path / "out", *FAST)
    assert job_ids(tmp_path / "out") == ["_con", "doubtful_", "memory_", "report_"]


def test_long_names_and_deep_folders_give_ids_that_fit(tmp_path: Path) -> None:
    for name in (f"{LONG}1.txt", f"{LONG}2.txt"):
        write(tmp_path / "in" / LONG[:60] / LONG[:60] / name)
    ran = called("run", tmp_path / "in", "-o", tmp_path / "out", *FAST)
    assert ran.code == 0
    ids = job_ids(tmp_path / "out")
    assert len(set(ids)) == 2
    assert all(len(job.encode()) <= 120 for job in ids)
    assert ids[1] == f"{ids[0][: len(ids[1]) - 2]}~2"


@pytest.mark.parametrize("inside", ["in", "in/out", "in/deep/down"])
def test_the_output_may_lie_in_the_input_and_is_never_read(tmp_path: Path, inside: str) -> None:
    write(tmp_path / "in" / "story.txt")
    runs = []
    for _ in range(2):
        ran = called("run", tmp_path / "in", "-o", tmp_path / inside, "--formats", "tmx,tsv", *FAST)
        assert ran.code == 0
        runs.append(content(tmp_path / inside))
    assert runs[0] == runs[1]
    assert skipped(tmp_path / inside) == {}


def test_the_output_may_be_named_among_the_inputs(tmp_path: Path) -> None:
    write(tmp_path / "story.txt")
    runs = []
    for named in (["story.txt"], ["story.txt", "output"]):  # as `align run *` has it
        assert spawned("run", *named, *FAST, cwd=tmp_path).code == 0
        runs.append(content(tmp_path / "output"))
    assert runs[0] == runs[1]


def test_patterns_work_where_no_shell_expands_them(tmp_path: Path) -> None:
    for name in ("a/one.txt", "b/two.txt", "b/three.md", "b/[4].txt"):
        write(tmp_path / name)
    called("run", tmp_path / "*" / "*.txt", "-o", tmp_path / "out", *FAST)
    assert job_ids(tmp_path / "out") == ["one", "[4]", "two"]
    called("run", tmp_path / "b" / "[4].txt", "-o", tmp_path / "out", *FAST)
    assert job_ids(tmp_path / "out") == ["[4]"]


def test_only_text_is_read_in_a_folder_and_the_rest_is_listed(tmp_path: Path) -> None:
    write(tmp_path / "in" / "story.txt")
    for name in ("old.tmx", "photo.jpg", "noise", "deep/table.xyz"):
        write(tmp_path / "in" / name, "x")
    for name in (".hidden.txt", "story.gold.tsv", "manifest.json", "LICENSE.txt", "README.md"):
        write(tmp_path / "in" / name, "x")
    called("run", tmp_path / "in", "-o", tmp_path / "out", *FAST)
    assert job_ids(tmp_path / "out") == ["story"]
    assert skipped(tmp_path / "out") == {
        "old.tmx": "translation memory",
        "photo.jpg": "no reader for .jpg",
        "noise": "no reader for a name without suffix",
        "deep/table.xyz": "no reader for .xyz",
    }


@needs_posix
def test_links_are_followed_once_and_never_out_of_the_folder(tmp_path: Path) -> None:
    write(tmp_path / "secret.txt")
    inside = tmp_path / "in"
    write(inside / "deep" / "story.txt")
    (inside / "deep" / "loop").symlink_to(inside)
    (inside / "deep" / "self.txt").symlink_to("self.txt")
    (inside / "again").symlink_to("deep")
    (inside / "away.txt").symlink_to(tmp_path / "secret.txt")
    (inside / "gone.txt").symlink_to("nowhere.txt")
    (inside / "up").symlink_to(tmp_path)
    ran = called("run", inside, "-o", tmp_path / "out", *FAST)
    assert ran.code == 0, ran.err
    assert [job["paths"] for job in report(tmp_path / "out")["jobs"]] == [["again/story.txt"]]
    assert skipped(tmp_path / "out") == {
        "away.txt": "link that leads out of the folder",
        "up": "link that leads out of the folder",
        "gone.txt": "link that leads nowhere",
        "again/self.txt": "link that leads nowhere",
    }


@needs_posix
def test_a_file_that_is_met_twice_is_read_once(tmp_path: Path) -> None:
    story = write(tmp_path / "in" / "story.txt")
    (tmp_path / "in" / "twin.txt").symlink_to("story.txt")
    called("run", story, tmp_path / "in", "-o", tmp_path / "out", *FAST)
    assert job_ids(tmp_path / "out") == ["story"]
    assert skipped(tmp_path / "out")["twin.txt"] == "already read under another name"


@needs_posix
def test_a_link_that_is_named_is_followed_wherever_it_leads(tmp_path: Path) -> None:
    write(tmp_path / "far" / "story.txt")
    (tmp_path / "near.txt").symlink_to(tmp_path / "far" / "story.txt")
    called("run", tmp_path / "near.txt", "-o", tmp_path / "out", *FAST)
    assert job_ids(tmp_path / "out") == ["near"]


def test_a_folder_that_cannot_be_opened_is_listed(tmp_path: Path) -> None:
    write(tmp_path / "in" / "story.txt")
    closed = tmp_path / "in" / "closed"
    closed.mkdir(mode=0o400)
    if os.access(closed, os.X_OK):
        pytest.skip("root may open every folder")
    called("run", tmp_path / "in", "-o", tmp_path / "out", *FAST)
    assert skipped(tmp_path / "out") == {"closed": "folder that cannot be opened"}


def test_a_folder_with_a_name_that_ends_like_a_text_is_a_folder(tmp_path: Path) -> None:
    write(tmp_path / "in" / "volume.txt" / "story.txt")
    called("run", tmp_path / "in", "-o", tmp_path / "out", *FAST)
    assert job_ids(tmp_path / "out") == ["volume.txt__story"]


@pytest.mark.parametrize(
    "text",
    [
        "؟!… -- ... ،؛ «»\n\n*** \n",
        "\n".join(ARABIC),
        "12 + 30 = 42\n",
        "این نامه را برای دوستم می‌نویسم که در تهران زندگی می‌کند.\n\n" + PARAGRAPHS,
    ],
    ids=["punctuation", "one language", "figures", "a third language"],
)
def test_texts_with_little_to_align_are_no_error(tmp_path: Path, text: str) -> None:
    write(tmp_path / "odd.txt", text)
    ran = called("run", tmp_path / "odd.txt", "-o", tmp_path / "out", *FAST)
    assert ran.code == 0, ran.err
    assert (tmp_path / "out" / "report.html").exists()


def test_a_pair_whose_files_lie_in_folders_of_their_own_is_found(tmp_path: Path) -> None:
    write_pair(tmp_path / "ar" / "law.txt", tmp_path / "en" / "law.txt")
    write_pair(tmp_path / "x" / "act.ar.txt", tmp_path / "y" / "act.en.txt")
    files = sorted(tmp_path.glob("*/*.txt"))
    called("run", *files, "-o", tmp_path / "out", *FAST)
    assert job_ids(tmp_path / "out") == ["law", "act"]


def test_pairs_of_one_name_in_two_folders_are_two_documents(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        write_pair(tmp_path / folder / "act.ar.txt", tmp_path / folder / "act.en.txt")
    called("run", *sorted(tmp_path.glob("*/*.txt")), "-o", tmp_path / "files", *FAST)
    assert job_ids(tmp_path / "files") == ["act", "act~2"]
    called("run", tmp_path / "x", tmp_path / "y", "-o", tmp_path / "folders", *FAST)
    assert job_ids(tmp_path / "folders") == ["act", "act~2"]
