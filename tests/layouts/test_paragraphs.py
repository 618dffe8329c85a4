from __future__ import annotations

from align.bitext import split
from tests.layouts.texts import PAIRS, document, layouts, seconds, sides

LANGS = ("ar", "en")
ARABIC = [source for source, _ in PAIRS]
ENGLISH = [target for _, target in PAIRS]


def test_two_paragraphs_are_stacked() -> None:
    assert layouts(split(document([ARABIC[1], ENGLISH[1]]), LANGS)) == ["stacked"]


def test_two_pairs_are_interleaved() -> None:
    found = split(document([ARABIC[1], ENGLISH[1], ARABIC[2], ENGLISH[2]]), LANGS)
    assert layouts(found) == ["interleaved"]


def test_each_pair_of_an_interleaved_text_is_an_anchor() -> None:
    found = split(document([text for pair in PAIRS for text in reversed(pair)]), LANGS)
    anchors = found.bitexts[0].anchors
    assert sides(found) == (ARABIC, ENGLISH)
    assert [(list(a.source), list(a.target)) for a in anchors] == [([i], [i]) for i in range(8)]


def test_runs_of_several_paragraphs_are_sections() -> None:
    found = split(document([*ARABIC[:3], *ENGLISH[:3], *ARABIC[3:], *ENGLISH[3:]]), LANGS)
    anchors = found.bitexts[0].anchors
    assert (layouts(found), sides(found)) == (["sections"], (ARABIC, ENGLISH))
    assert [(a.source, a.target) for a in anchors] == [
        (range(3), range(3)),
        (range(3, 8), range(3, 8)),
    ]


def test_a_name_left_in_latin_letters_takes_its_turn_in_an_interleaved_text() -> None:
    lines = [ARABIC[1], ENGLISH[1], "GitHub Explore", "GitHub Explore", ARABIC[2], ENGLISH[2]]
    found = split(document(lines), LANGS)
    assert sides(found) == (
        [ARABIC[1], "GitHub Explore", ARABIC[2]],
        [ENGLISH[1], "GitHub Explore", ENGLISH[2]],
    )


def test_latin_names_at_the_border_go_to_either_side_by_their_copies() -> None:
    names = ["GitHub Explore", "First Timers Only", "CodeTriage"]
    found = split(document([*ARABIC, *names, *ENGLISH, *names]), LANGS)
    assert sides(found) == ([*ARABIC, *names], [*ENGLISH, *names])


def test_a_name_inside_an_arabic_run_stays_arabic() -> None:
    found = split(document([*ARABIC[:3], "GitHub", *ARABIC[3:], *ENGLISH]), LANGS)
    assert (layouts(found), sides(found)[1]) == (["stacked"], ENGLISH)


def test_an_english_paragraph_with_an_arabic_word_stays_english() -> None:
    english = [*ENGLISH[:4], "The sign reads «هدوء», which asks readers to be quiet.", *ENGLISH[4:]]
    assert sides(split(document([*ARABIC, *english]), LANGS)) == (ARABIC, english)


def test_a_title_before_sections_is_a_pair_of_its_own() -> None:
    lines = [ARABIC[0], ENGLISH[0], *ARABIC[1:4], *ENGLISH[1:4], *ARABIC[4:], *ENGLISH[4:]]
    found = split(document(lines), LANGS)
    assert layouts(found) == ["sections"]
    assert [len(anchor.source) for anchor in found.bitexts[0].anchors] == [1, 3, 4]


def test_a_paragraph_without_translation_keeps_the_others_paired() -> None:
    lines = [text for pair in PAIRS for text in pair]
    del lines[7]
    found = split(document(lines), LANGS)
    assert layouts(found) == ["interleaved"]
    assert sides(found) == (ARABIC, [*ENGLISH[:3], *ENGLISH[4:]])


def test_a_stray_arabic_note_behind_a_stacked_text_does_not_make_sections() -> None:
    found = split(document([*ARABIC, *ENGLISH, "انتهى"]), LANGS)
    assert layouts(found) == ["stacked"]
    assert sides(found) == ([*ARABIC, "انتهى"], ENGLISH)


def test_thousands_of_short_lines_in_two_blocks_are_stacked_in_little_time() -> None:
    arabic, english = ["كلمة جديدة"] * 5000, ["new word"] * 5000
    found, spent = seconds(lambda: split(document([*arabic, *english]), LANGS))
    assert (layouts(found), sides(found)) == (["stacked"], (arabic, english))
    assert spent < 4


def test_thousands_of_short_sections_are_found_in_little_time() -> None:
    lines = (["كلمة جديدة"] * 5 + ["new word"] * 5) * 1000
    found, spent = seconds(lambda: split(document(lines), LANGS))
    assert (layouts(found), len(found.bitexts[0].anchors)) == (["sections"], 1000)
    assert spent < 10
