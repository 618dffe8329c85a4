from __future__ import annotations

import pytest

from align.bitext import split
from tests.layouts.texts import PAIRS, document, layouts, seconds, sides

LANGS = ("ar", "en")
ARABIC = [source for source, _ in PAIRS]
ENGLISH = [target for _, target in PAIRS]


@pytest.mark.parametrize("gloss", ["{0} ({1})", "{0} [{1}]", "{1} ({0})", "{1} [{0}]"])
@pytest.mark.parametrize("size", [1, 3, 8])
def test_each_sentence_and_its_gloss_are_an_anchor(gloss: str, size: int) -> None:
    sentences = [gloss.format(*pair) for pair in PAIRS]
    lines = [" ".join(sentences[at : at + size]) for at in range(0, len(sentences), size)]
    found = split(document(lines), LANGS)
    assert (layouts(found), sides(found)) == (["glossed"], (ARABIC, ENGLISH))
    assert len(found.bitexts[0].anchors) == len(PAIRS)


def test_phrases_without_full_stops_are_glossed_too() -> None:
    phrases = [
        ("صباح الخير", "good morning"),
        ("أين المحطة", "where is the station"),
        ("كم الثمن", "how much is it"),
    ]
    found = split(document([" ".join(f"{source} ({target})" for source, target in phrases)]), LANGS)
    assert sides(found) == ([source for source, _ in phrases], [target for _, target in phrases])


def test_an_acronym_in_brackets_stays_in_its_sentence() -> None:
    text = (
        "أعلنت منظمة الصحة العالمية (WHO) انتهاء الوباء. "
        "(The World Health Organization (WHO) declared the epidemic over.) "
        "وعاد التلاميذ إلى مدارسهم. (The pupils went back to school.)"
    )
    source, target = sides(split(document([text]), LANGS))
    assert source == [
        "أعلنت منظمة الصحة العالمية (WHO) انتهاء الوباء.",
        "وعاد التلاميذ إلى مدارسهم.",
    ]
    assert target[0] == "The World Health Organization (WHO) declared the epidemic over."


def test_a_numbered_list_in_a_gloss_does_not_close_it() -> None:
    english = "Please 1) wash your hands and 2) dry them well before you eat."
    text = f"اغسل يديك ثم جففهما جيدًا قبل الأكل. ({english})"
    assert sides(split(document([text]), LANGS))[1] == [english]


def test_a_name_repeated_as_its_own_gloss_is_cut() -> None:
    lines = [f"{source} ({target})" for source, target in PAIRS]
    source, target = sides(split(document([*lines, "GitHub Explore (GitHub Explore)"]), LANGS))
    assert (source[-1], target[-1]) == ("GitHub Explore", "GitHub Explore")


def test_a_full_stop_behind_the_gloss_belongs_to_neither_side() -> None:
    text = (
        "تفتح المكتبة في التاسعة (The library opens at nine). وتغلق في الخامسة (It closes at five)."
    )
    source, target = sides(split(document([text]), LANGS))
    assert source == ["تفتح المكتبة في التاسعة", "وتغلق في الخامسة"]
    assert target == ["The library opens at nine", "It closes at five"]


def test_arabic_with_terms_in_brackets_is_not_glossed() -> None:
    lines = [*ARABIC, "افتح طلب دمج (pull request) في المستودع ثم انتظر مراجعة الفريق.", *ENGLISH]
    assert layouts(split(document(lines), LANGS)) == ["stacked"]


def test_a_heading_inside_a_glossed_paragraph_has_its_own_gloss() -> None:
    text = (
        "الباب 3 (Chapter 3) يحق لكل قارئ أن يستعير ثلاثة كتب في المرة الواحدة. "
        "(Every reader has the right to borrow three books at a time.)"
    )
    assert sides(split(document([text]), LANGS))[1][0] == "Chapter 3"


def test_marks_behind_a_gloss_are_listed_as_furniture() -> None:
    text = "هل أنت بخير (Are you well)؟ نعم أنا بخير (Yes I am well). شكرًا لك (Thank you)…"
    found = split(document([text]), LANGS)
    assert sides(found)[0] == ["هل أنت بخير", "نعم أنا بخير", "شكرًا لك"]
    listed = [(passage.lang, passage.reason, passage.text) for passage in found.passages]
    assert listed == [("und", "furniture", mark) for mark in "؟.…"]
    assert all(text[passage.start : passage.end] == passage.text for passage in found.passages)


def test_every_sentence_of_long_glossed_paragraphs_is_cut_in_little_time() -> None:
    paragraph = "ذهب الولد إلى المدرسة. (The boy went to school.) " * 40
    found, spent = seconds(lambda: split(document([paragraph] * 10), LANGS))
    assert sides(found)[0] == ["ذهب الولد إلى المدرسة."] * 400
    assert spent < 3


@pytest.mark.parametrize("text", ["ذهب (went) " * 450, "(" * 4000 + "ذهب went" + ")" * 4000])
def test_a_paragraph_full_of_brackets_takes_little_time(text: str) -> None:
    assert seconds(lambda: split(document([text]), LANGS))[1] < 3


def test_brackets_that_never_close_take_little_time() -> None:
    text = "كتاب جديد new book " + "(" * 40_000
    assert seconds(lambda: split(document([text]), LANGS))[1] < 3
