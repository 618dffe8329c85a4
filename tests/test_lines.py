"""Line files: line i is segment i."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.config import ReadSettings, Settings
from align.errors import ReadError, UnknownNameError
from align.lines import LineBead, align_lines, read_lines
from tests import own

if TYPE_CHECKING:
    from pathlib import Path

LENGTH = Settings(aligner="gale-church")
TEXTS = own.sides(tuple(bead for bead in own.gold("story-well") if all(map(len, bead))))


def written(path: Path, content: bytes) -> list[str]:
    path.write_bytes(content)
    return read_lines(path, ReadSettings())


def as_beads(beads: list[LineBead]) -> list[tuple[list[int], list[int]]]:
    return [(list(bead.source), list(bead.target)) for bead in beads]


@pytest.mark.parametrize(
    "content", [b"one\ntwo\n", b"one\r\ntwo\r\n", b"one\ntwo", b"\xef\xbb\xbfone\ntwo\n"]
)
def test_line_ends_of_every_system_are_no_part_of_a_line(tmp_path: Path, content: bytes) -> None:
    assert written(tmp_path / "a.txt", content) == ["one", "two"]


def test_blank_lines_count_as_lines(tmp_path: Path) -> None:
    assert written(tmp_path / "a.txt", b"\none\n\n\ntwo\n\n") == ["", "one", "", "", "two", ""]


def test_other_separators_end_no_line(tmp_path: Path) -> None:
    text = f"{TEXTS[1][0]}\u2028b\x0bc\x85d\x1c{TEXTS[1][1]}"
    assert written(tmp_path / "a.txt", f"{text}\n".encode()) == [text]


def test_lines_in_the_old_arabic_encoding_are_read(tmp_path: Path) -> None:
    text = "\n".join(TEXTS[0])
    assert written(tmp_path / "a.txt", text.encode("windows-1256")) == TEXTS[0]


def test_a_missing_file_is_a_read_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"gone\.txt"):
        read_lines(tmp_path / "gone.txt", ReadSettings())


def test_lines_without_blanks_are_aligned_as_they_are() -> None:
    beads = align_lines(*TEXTS, LENGTH)
    assert [i for bead in beads for i in bead.source] == list(range(len(TEXTS[0])))
    assert [j for bead in beads for j in bead.target] == list(range(len(TEXTS[1])))


def test_blank_lines_come_out_alone_at_their_place_free_and_certain() -> None:
    source = [TEXTS[0][0], "", TEXTS[0][0], " \t"]
    target = ["", TEXTS[1][0], TEXTS[1][0]]
    beads = align_lines(source, target, LENGTH)
    assert as_beads(beads) == [([], [0]), ([0], [1]), ([1], []), ([2], [2]), ([3], [])]
    blank = [bead for bead in beads if not (bead.source and bead.target)]
    assert {(bead.cost, bead.posterior) for bead in blank} == {(0.0, 1.0)}


def test_blank_lines_do_not_change_how_the_others_are_aligned() -> None:
    plain = as_beads(align_lines(*TEXTS, LENGTH))
    spaced = [[part for text in side for part in (text, "")] for side in TEXTS]
    beads = as_beads(align_lines(spaced[0], spaced[1], LENGTH))
    full = [bead for bead in beads if all(number % 2 == 0 for side in bead for number in side)]
    assert [([i // 2 for i in a], [j // 2 for j in b]) for a, b in full] == plain


def test_only_blank_lines_are_all_left_out() -> None:
    assert as_beads(align_lines(["", " "], [""], LENGTH)) == [([0], []), ([1], []), ([], [0])]


def test_no_lines_give_no_beads() -> None:
    assert align_lines([], [], LENGTH) == []


def test_an_unknown_aligner_is_named() -> None:
    with pytest.raises(UnknownNameError, match="did you mean gale-church"):
        align_lines(["a"], ["b"], Settings(aligner="gale-chruch"))


@given(
    source=st.lists(st.sampled_from(["", " ", "جملة.", "جملة طويلة جدا هنا."]), max_size=9),
    target=st.lists(st.sampled_from(["", "\u00a0", "Short.", "A rather longer line."]), max_size=9),
)
@settings(max_examples=100, deadline=None)
def test_every_line_is_in_one_bead(source: list[str], target: list[str]) -> None:
    beads = align_lines(source, target, LENGTH)
    assert sorted(i for bead in beads for i in bead.source) == list(range(len(source)))
    assert sorted(j for bead in beads for j in bead.target) == list(range(len(target)))
    for bead in beads:
        assert bead.source or bead.target
        assert list(bead.source) == sorted(bead.source)
        assert list(bead.target) == sorted(bead.target)
