"""The Python API that the package exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import align
from align.config import Settings
from align.errors import EmptyError, ReadError, UnknownNameError
from align.registry import names
from tests import own

if TYPE_CHECKING:
    from pathlib import Path

LENGTH = Settings(aligner="gale-church")


@pytest.mark.parametrize("aligner", names("aligners"))
def test_sentences_become_beads_that_cover_them(aligner: str) -> None:
    source, target = own.sides(own.gold("news-dam"))
    beads = align.align_sentences(source, target, aligner=aligner)
    assert isinstance(beads, list)
    assert [i for bead in beads for i in bead.source] == list(range(len(source)))
    assert [j for bead in beads for j in bead.target] == list(range(len(target)))


def test_any_iterables_of_sentences_will_do() -> None:
    beads = align.align_sentences(iter(["ماء."]), (text for text in ["Water."]))
    assert [bead.kind for bead in beads] == ["1-1"]


def test_an_unknown_aligner_is_named() -> None:
    with pytest.raises(UnknownNameError, match="did you mean hybrid"):
        align.align_sentences(["a"], ["b"], aligner="hybird")


def test_a_bilingual_file_becomes_alignments() -> None:
    (alignment,) = align.align_file(own.CORPORA / "story-well.txt", settings=LENGTH)
    assert alignment.bitext.layout == "interleaved"
    assert (alignment.bitext.source.lang, alignment.bitext.target.lang) == ("ar", "en")
    assert len(alignment.source) == len(own.sides(own.gold("story-well"))[0])


def test_a_pair_of_files_becomes_one_alignment() -> None:
    paths = [str(own.CORPORA / f"essay-water.{lang}.txt") for lang in ("ar", "en")]
    (alignment,) = align.align_file(*paths, settings=LENGTH)
    assert alignment.bitext.layout == "pair"


def test_a_file_of_one_language_gives_no_alignment(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("هذه جملة عربية واحدة لا ترجمة لها.\n", "utf-8")
    assert align.align_file(tmp_path / "a.txt") == []


def test_a_file_that_cannot_be_read_is_a_read_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"^gone\.txt: "):
        align.align_file(tmp_path / "gone.txt")


def test_the_error_says_by_its_class_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(EmptyError, match=r"^empty\.txt: "):
        align.align_file(tmp_path / "empty.txt")


def test_units_written_are_read_again(tmp_path: Path) -> None:
    unit = align.TranslationUnit(
        id="u1",
        source="ماء",
        target="Water",
        source_lang="ar",
        target_lang="en",
        kind="1-1",
        score=0.9,
    )
    align.write_tmx([unit], tmp_path / "a.tmx")
    (found,) = align.read_tmx(tmp_path / "a.tmx")
    assert (found.source, found.target, found.score) == ("ماء", "Water", 0.9)
