from __future__ import annotations

import pytest

from align.checks.punctuation import punctuation
from tests.checks.made import ids, made, marked
from tests.own import gold


def test_our_own_pairs_have_no_unpaired_bracket() -> None:
    found = [
        flag
        for source, target in gold()
        if source and target
        for flag in punctuation(made(" ".join(source), " ".join(target)))
    ]
    assert [flag for flag in found if flag.id == "bracket"] == []


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("أين الباب؟", "Where is the door?"),
        ("قف!", "Stop!"),
        ("وصل.", "He came."),
        ("وصل۔", "He came."),
        ("قال: «وصل.»", "He said: “He came.”"),
        ("أولا،", "First,"),
        ("أولا؛", "First;"),
        ("أين؟!", "Where?!"),
        ("أين؟", "Where?!"),
        ("وصل...", "He came…"),
        ("وصل (أمس).", "He came (yesterday.)"),
        ("وصل.\u200f", "He came. "),
        ("باب", "A door"),
    ],
)
def test_the_same_end_in_both_scripts_is_the_same(arabic: str, english: str) -> None:
    assert ids(punctuation, arabic, english) == []


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("أين الباب؟", "Where is the door."),
        ("قف!", "Stop."),
        ("وصل", "He came."),
        ("أولا:", "First."),
        ("أولا،", "First"),
        ("وصل…", "He came."),
    ],
)
def test_different_ends_are_found(arabic: str, english: str) -> None:
    assert ids(punctuation, arabic, english) == ["end-punctuation"]


def test_the_end_is_marked_and_both_are_named() -> None:
    pair = made("أين الباب؟", "The door is “here.”")
    flags = list(punctuation(pair))
    assert ("end-punctuation", "target", ".") in marked(pair, flags)
    assert "a question mark" in flags[0].message
    assert "a full stop" in flags[0].message


def test_a_bracket_without_counterpart_is_marked() -> None:
    pair = made("وصل (أمس", "He came [yesterday]")
    assert marked(pair, punctuation(pair)) == [("bracket", "source", "(")]
    pair = made("وصل أمس", "He came) yesterday")
    assert marked(pair, punctuation(pair)) == [("bracket", "target", ")")]


def test_brackets_of_different_kinds_do_not_pair() -> None:
    assert ids(punctuation, "وصل (أمس)", "He came (yesterday]") == ["bracket", "bracket"]


def test_a_text_cut_inside_brackets_is_cut_on_both_sides() -> None:
    assert ids(punctuation, "(انظر أدناه", "(see below") == []


@pytest.mark.parametrize("text", ["1) open", "a) open", "b) :( open", "One: 1) two 2) three"])
def test_list_marks_and_smileys_need_no_counterpart(text: str) -> None:
    assert ids(punctuation, "افتح", text) == []


@pytest.mark.parametrize("text", ["see paragraph 1) of this", "o(pen", "(a open"])
def test_other_brackets_beside_short_words_need_one(text: str) -> None:
    assert ids(punctuation, "افتح", text) == ["bracket"]


def test_ornate_brackets_open_on_the_right() -> None:
    assert ids(punctuation, "قال ﴿كذا﴾", "He said so") == []
    assert ids(punctuation, "قال ﴿كذا", "He said so") == ["bracket"]


def test_a_longer_text_in_brackets_on_one_side_is_found() -> None:
    pair = made("وصل أمس", "He came (as he always does on Monday) yesterday")
    [(name, side, text)] = marked(pair, punctuation(pair))
    assert (name, side) == ("bracket", "target")
    assert text.startswith("(as he")
    assert ids(punctuation, "نفذ (deep learning) هنا", "Use it here") == []


@pytest.mark.parametrize("text", ['He said "come', "He said “come", "He said «come"])
def test_a_quotation_mark_without_counterpart_is_found(text: str) -> None:
    assert ids(punctuation, "قال «تعال»", text) == ["quote"]


def test_quotations_on_one_side_only_are_found() -> None:
    assert ids(punctuation, "قال تعال", 'He said "come"') == ["quote"]
    assert ids(punctuation, "قال «تعال»", "He said ‘come’ and it’s done") == []


def test_apostrophes_and_inches_are_no_quotation_marks() -> None:
    assert ids(punctuation, "شاشة الطلاب", 'The students’ 15" screen isn’t mine') == []


def test_marks_of_the_other_language_are_found_once_a_kind() -> None:
    pair = made("أولا, 2020, ثالثا; أين?", "First، second")
    assert marked(pair, [f for f in punctuation(pair) if f.id == "foreign-punctuation"]) == [
        ("foreign-punctuation", "source", ","),
        ("foreign-punctuation", "source", ";"),
        ("foreign-punctuation", "source", "?"),
        ("foreign-punctuation", "target", "،"),
    ]


@pytest.mark.parametrize("text", ["عدد 1,000 و GitHub, GitLab", "رابط a?b", "١،٥ غرام"])
def test_numbers_and_latin_words_keep_their_marks(text: str) -> None:
    assert ids(punctuation, text, "See 1,000") == []


@pytest.mark.parametrize("text", ["One,, two", "One.. two", "One;; two", "Why??", "Stop!!"])
def test_a_repeated_mark_is_found(text: str) -> None:
    assert "repeated-punctuation" in ids(punctuation, "واحد", text)


@pytest.mark.parametrize(
    ("arabic", "english"),
    [("واحد...", "One..."), ("قف!!", "Stop!!"), ("انظر ../a", "See ../a"), ("لماذا؟!", "Why?!")],
)
def test_ellipses_paths_and_shared_cries_are_no_repetition(arabic: str, english: str) -> None:
    assert ids(punctuation, arabic, english) == []
