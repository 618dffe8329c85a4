from __future__ import annotations

import pytest

from align.checks.characters import characters
from tests.checks.made import ids, made, marked
from tests.own import gold

ARABIC = "وصل القطار في موعده."
ENGLISH = "The train came on time."


def test_our_own_texts_hold_no_wrong_character() -> None:
    for source, target in gold():
        assert ids(characters, " ".join(source), " ".join(target)) == []


@pytest.mark.parametrize(
    "char", ["\x00", "\x0b", "\x1f", "\ufffd", "\ufffe", "\ufdd0", "\U0001ffff", "\ue000"]
)
def test_characters_that_xml_forbids_or_that_mean_nothing_are_found(char: str) -> None:
    pair = made(ARABIC, f"The {char}train")
    assert marked(pair, characters(pair)) == [("forbidden-character", "target", char)]


def test_half_of_a_surrogate_pair_is_found() -> None:
    assert ids(characters, ARABIC, f"The {chr(0xD800)}train") == ["forbidden-character"]


def test_a_lost_character_is_called_one() -> None:
    [flag] = characters(made(ARABIC, "The tra\ufffdn"))
    assert "lost" in flag.message


@pytest.mark.parametrize(
    "char", ["\u200b", "\u00ad", "\ufeff", "\u2060", "\x85", "\x7f", "\u2028", "\u200d"]
)
def test_invisible_characters_are_found_and_named(char: str) -> None:
    [flag] = characters(made(ARABIC, f"The tr{char}ain"))
    assert flag.id == "control-character"
    assert flag.message.startswith("U+")


def test_joiners_within_arabic_words_and_pictures_are_fine() -> None:
    assert ids(characters, "می\u200cخواهم ه\u200d", "Families \U0001f468\u200d\U0001f469") == [
        "mixed-script"
    ]
    assert ids(characters, "ال\u200cكتاب", ENGLISH) == []


def test_mojibake_is_marked_and_read() -> None:
    garbled = "وصل القطار".encode().decode("windows-1256")
    pair = made(garbled, ENGLISH)
    [flag] = characters(pair)
    assert (flag.id, flag.side, flag.start, flag.end) == ("mojibake", "source", 0, len(garbled))
    assert "وصل القطار" in flag.message


def test_controls_within_mojibake_are_not_told_apart() -> None:
    assert ids(characters, "وصل".encode().decode("latin-1"), ENGLISH) == ["mojibake"]


def test_arabic_turned_into_question_marks_is_lost() -> None:
    assert ids(characters, "??? ?????? ?? ?????", ENGLISH) == ["mojibake"]
    assert ids(characters, "ماذا؟؟ ??", "What??") == []


def test_a_mark_of_direction_is_reported_once_with_their_number() -> None:
    [flag] = characters(made("\u200fوصل\u200f القطار\u200f", ENGLISH))
    assert flag.id == "bidi-control"
    assert "U+200F RIGHT-TO-LEFT MARK (and 2 more)" in flag.message


def test_an_embedding_without_an_end_is_reported_as_such() -> None:
    [flag] = characters(made("وصل \u202bالقطار", ENGLISH))
    assert (flag.id, flag.start) == ("bidi-control", 4)
    assert "not paired" in flag.message


def test_letters_in_the_shapes_of_old_fonts_are_found_and_read() -> None:
    [flag] = characters(made("هذا \ufedb\ufe98\ufe8e\ufe8f", ENGLISH))
    assert (flag.id, flag.start, flag.end) == ("presentation-form", 4, 8)
    assert flag.message.endswith("كتاب")


def test_ligatures_of_whole_words_are_typed_on_purpose() -> None:
    assert ids(characters, "محمد \ufdfa", "Muhammad, peace be upon him") == []


def test_letters_that_only_look_right_are_found() -> None:
    pair = made("كتاب علي", "The \u0441at")
    assert marked(pair, characters(pair)) == [("mixed-script", "target", "\u0441at")]
    pair = made("كتاب عل\u06cc", "Ali's book")
    assert marked(pair, characters(pair)) == [("mixed-script", "source", "عل\u06cc")]
