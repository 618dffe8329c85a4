"""Subtitles: what is speech, in which language, and when; the rest is listed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.errors import LimitError, MalformedError
from align.readers import read
from tests.readers.subtitle_samples import advanced, srt, web_vtt

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Document

ENGLISH = ["Where were you last night?", "At the harbour, mending nets.", "Nobody saw you there."]
ARABIC = ["أين كنت ليلة أمس؟", "في الميناء أصلح الشباك.", "لم يرك أحد هناك."]


def found(folder: Path, suffix: str, data: bytes | str) -> Document:
    path = folder / f"film{suffix}"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    document = read(path, path.name, ReadSettings())
    check_letters(document)
    return document


def check_letters(document: Document) -> None:
    """Every letter of the text is in a block or listed."""
    texts = [block.text for block in document.blocks]
    texts += [passage.text for passage in document.removed]
    kept = Counter(filter(str.isalpha, "".join(texts)))
    assert kept == Counter(filter(str.isalpha, document.text))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def left_out(document: Document) -> list[tuple[str, str]]:
    return [(passage.text, passage.label) for passage in document.removed]


def test_cues_tell_when_they_are_shown(tmp_path: Path) -> None:
    document = found(tmp_path, ".srt", srt(ENGLISH))
    assert texts(document) == ENGLISH
    assert [block.time for block in document.blocks] == [(0.0, 3.0), (6.0, 9.0), (12.0, 15.0)]
    assert {block.kind for block in document.blocks} == {"cue"}


def test_tags_and_positions_are_no_text(tmp_path: Path) -> None:
    marked = ["<i>Where</i> were you?", '{\\an8}<font color="#ff0000">At sea</font>, {he} said.']
    document = found(tmp_path, ".srt", srt(marked))
    assert texts(document) == ["Where were you?", "At sea, {he} said."]


def test_a_cue_of_two_lines_keeps_its_line_break(tmp_path: Path) -> None:
    document = found(tmp_path, ".srt", srt(["It was late\nand nobody came."]))
    assert texts(document) == ["It was late\nand nobody came."]


def test_two_speakers_of_a_cue_are_two(tmp_path: Path) -> None:
    document = found(tmp_path, ".srt", srt(["- Are you coming?\n- Not yet.", "He waited."]))
    assert texts(document) == ["- Are you coming?", "- Not yet.", "He waited."]
    assert document.blocks[0].time == document.blocks[1].time


@pytest.mark.parametrize(
    "credit",
    ["Subtitles by nour_99", "ترجمة: محمد العلي", "Downloaded from www.films.example.com"],
)
@pytest.mark.parametrize("place", [0, 9], ids=["first", "last"])
def test_who_made_the_subtitles_is_listed(tmp_path: Path, credit: str, place: int) -> None:
    spoken = [*ENGLISH, *ENGLISH, *ENGLISH]
    spoken = [f"{number}: {text}" for number, text in enumerate(spoken)]
    document = found(tmp_path, ".srt", srt([*spoken[:place], credit, *spoken[place:]]))
    assert texts(document) == spoken
    assert left_out(document) == [(credit, "subtitle credit")]


def test_an_address_in_a_sentence_is_no_credit(tmp_path: Path) -> None:
    spoken = [*ENGLISH, "You will find it all at", "www.nets.example.com, if you look."]
    assert texts(found(tmp_path, ".srt", srt(spoken))) == spoken


def test_windows_1256_is_recognised(tmp_path: Path) -> None:
    document = found(tmp_path, ".srt", srt([*ARABIC, *ARABIC[::-1]]).decode().encode("cp1256"))
    assert texts(document) == [*ARABIC, *ARABIC[::-1]]
    assert document.source.encoding == "windows-1256"


def test_notes_voices_and_entities_of_webvtt(tmp_path: Path) -> None:
    head = "WEBVTT - film\n\nNOTE\nchecked by Rana\n\nSTYLE\n::cue { color: lime }\n\n"
    cues = web_vtt(["<v Sami>Salt &amp; bread</v>", "<c.loud>Run!</c> <00:00:07.000>Now."])
    document = found(tmp_path, ".vtt", head + cues.decode().partition("\n\n")[2])
    assert texts(document) == ["Salt & bread", "Run! Now."]
    assert ("checked by Rana", "comment") in left_out(document)


def test_drawings_and_comments_of_ass_are_no_speech(tmp_path: Path) -> None:
    lines = [
        "{\\pos(10,20)}Where were\\Nyou?",
        "{\\p1}m 0 0 l 100 0 100 100{\\p0}",
        "At sea.{check this}",
    ]
    data = advanced(lines).decode()
    data += "Comment: 0,0:00:30.00,0:00:32.00,Default,,0,0,0,,sign: harbour\n"
    document = found(tmp_path, ".ass", data)
    assert texts(document) == ["Where were\nyou?", "At sea."]
    assert left_out(document) == [("check this", "comment"), ("sign: harbour", "comment")]


@pytest.mark.parametrize("arabic_first", [True, False])
def test_both_languages_of_a_cue_come_side_by_side(tmp_path: Path, arabic_first: bool) -> None:
    pairs = list(zip(ARABIC, ENGLISH, strict=True))
    lines = ["\n".join(pair if arabic_first else pair[::-1]) for pair in pairs]
    document = found(tmp_path, ".srt", srt(lines))
    assert [sorted(text.split("\t")) for text in texts(document)] == [
        sorted(pair) for pair in pairs
    ]
    assert {block.table for block in document.blocks} == {1}


def test_two_tracks_of_ass_come_side_by_side(tmp_path: Path) -> None:
    one, other = advanced(ARABIC).decode(), advanced(ENGLISH, "Sign").decode()
    document = found(tmp_path, ".ass", one + other.partition("Effect, Text\n")[2])
    assert texts(document) == [
        f"{source}\t{target}" for source, target in zip(ARABIC, ENGLISH, strict=True)
    ]


def test_cues_that_alternate_at_the_same_times_come_side_by_side(tmp_path: Path) -> None:
    cues = [srt(track).decode().strip().split("\n\n") for track in (ARABIC, ENGLISH)]
    data = "\n\n".join(cue for pair in zip(*cues, strict=True) for cue in pair)
    assert texts(found(tmp_path, ".srt", data)) == [
        f"{source}\t{target}" for source, target in zip(ARABIC, ENGLISH, strict=True)
    ]


def test_a_sentence_over_several_cues_is_one_row(tmp_path: Path) -> None:
    lines = [
        "عدنا إلى القرية\nWe came back to the village",
        "قبل أن يهطل المطر.\nbefore the rain.",
        "لم يكن أحد هناك.\nNobody was there.",
    ]
    assert texts(found(tmp_path, ".srt", srt(lines))) == [
        "عدنا إلى القرية قبل أن يهطل المطر.\tWe came back to the village before the rain.",
        "لم يكن أحد هناك.\tNobody was there.",
    ]


def test_languages_that_are_never_shown_together_stay_cues(tmp_path: Path) -> None:
    document = found(tmp_path, ".srt", srt([*ARABIC, *ENGLISH]))
    assert texts(document) == [*ARABIC, *ENGLISH]
    assert {block.kind for block in document.blocks} == {"cue"}


def test_a_file_without_cues_says_so(tmp_path: Path) -> None:
    with pytest.raises(MalformedError, match=r"^film\.srt: has no cue .*name it \.txt"):
        found(tmp_path, ".srt", "There is nothing here but a sentence.\n")


@pytest.mark.parametrize(
    "data", ["1\n00:00:01,000 --> 00:00:02,000\nno\n\n" * 40_001, "many words\n" * 500_000]
)
def test_what_is_longer_than_any_film_is_refused_soon(tmp_path: Path, data: str) -> None:
    with pytest.raises(LimitError, match=r"^film\.srt: has more than .*; cut it"):
        found(tmp_path, ".srt", data)
