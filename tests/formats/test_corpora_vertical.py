"""Vertical files of Sketch Engine made by others, and texts out of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from align.errors import MalformedError
from align.formats.corpora.tokens import GLUE, text_of, tokens_of
from align.formats.memories import read_memory, units_of
from align.formats.reading import Reading
from align.text.tidy import tidy

from .keeps import LANGS
from .units import RAW

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import TranslationUnit

ARABIC = """<doc id="tale" author="unknown">
<s>
نعم\tNOUN
</s>
<s>
لا\tPART
<g/>
!\tPUNCT
</s>
<s>
بلى
</s>
</doc>
<s>
هيا
</s>
"""
ENGLISH = "<s n=1>\nYes\n</s>\n<s>\nNo\n<s>\nAT&T &lt; 3\n</s>\nlost\n<s>\nGo \n"


def corpus(folder: Path, mapping: str, arabic: str = ARABIC, english: str = ENGLISH) -> Path:
    texts = {"ar-en.map": mapping, "ar.vert": arabic, "en.vert": english}
    for name, text in texts.items():
        (folder / f"tale.{name}").write_text(text, encoding="utf-8")
    return folder / "tale.ar-en.map"


def read(path: Path) -> tuple[list[TranslationUnit], dict[str, int]]:
    reading = Reading(strict=False)
    units = list(units_of(path, reading))
    return units, {loss.kind: loss.times for loss in reading.losses}


@settings(deadline=None)
@given(RAW.map(tidy))
def test_tokens_give_back_their_text(text: str) -> None:
    tokens = list(tokens_of(text))
    assert text_of(tokens) == text
    assert not any(" " in token for token in tokens)
    assert "".join(token for token in tokens if token != GLUE) == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قال: «نعم!»", "قال : « نعم ! »"),
        ("don't re-enter, ever.", "don't re-enter , ever ."),
        ("١٢٣٫٤٥٪ of 1,000.", "١٢٣٫٤٥ ٪ of 1,000 ."),
        ("مُحَمَّدٌ تطويـــل", "مُحَمَّدٌ تطويـــل"),
        ("a \U0001f469\u200d\U0001f467!", "a \U0001f469\u200d\U0001f467 !"),
        ("\u2067نعم\u2069.", "\u2067نعم\u2069 ."),
    ],
)
def test_a_token_is_a_word_a_number_or_a_sign(text: str, words: str) -> None:
    assert [token for token in tokens_of(text) if token != GLUE] == words.split(" ")


def test_a_mapping_may_have_ranges_runs_and_empty_sides(tmp_path: Path) -> None:
    units, losses = read(corpus(tmp_path, "0,1\t0\n-1    1\n2:3\t2:3\n"))
    assert [(unit.source, unit.target, unit.kind) for unit in units] == [
        ("نعم لا!", "Yes", "2-1"),
        ("بلى", "AT&T < 3", "1-1"),
        ("هيا", "Go", "1-1"),
    ]
    assert [unit.id for unit in units] == ["tu1", "tu2", "tu3"]
    assert [unit.origin.document if unit.origin else None for unit in units] == [
        "tale",
        "tale",
        None,
    ]
    # Three tags of words; the author; a word outside of all segments and one without counterpart.
    assert losses == {"property": 1, "markup": 3, "text": 1, "unaligned": 1}


def test_the_structure_align_is_what_is_aligned_where_there_is_one(tmp_path: Path) -> None:
    arabic = "<align>\n<s>\nنعم\n</s>\n<s>\nلا\n</s>\n</align>\n"
    (unit,), losses = read(corpus(tmp_path, "0\t0\n", arabic, "<align>\nYes\n</align>\n"))
    assert (unit.source, unit.target, losses) == ("نعم لا", "Yes", {"markup": 2})


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("9\t0", "line 2: 9 is no place among 4 structures"),
        ("1,0\t0", "line 2: 1,0 is no place"),
        ("0:3\t0:2", "line 2: a run of pairs that has not the same length"),
        ("0:999999999\t0", "is no place among 4"),
        ("a\tb", "line 2: 'a' is no place"),
        ("0", "line 2: no mapping"),
    ],
)
def test_a_line_that_makes_no_sense_is_left_out(tmp_path: Path, line: str, reason: str) -> None:
    path = corpus(tmp_path, f"0\t0\n{line}\n1\t1\n")
    with pytest.raises(MalformedError, match=reason):
        list(read_memory(path, LANGS))
    units, losses = read(path)
    assert (len(units), losses["unit"]) == (2, 1)


def test_a_line_of_brackets_is_no_trouble(tmp_path: Path) -> None:
    hostile = (
        f"<s {'a= ' * 50_000}>\n<s{' ' * 100_000}x>\n<{'s' * 100_000}>\n<?pi?>\n<!-- -->\n<>\n"
    )
    units, _ = read(corpus(tmp_path, "1\t0\n", hostile))
    assert [unit.source for unit in units] == ["<>"]
