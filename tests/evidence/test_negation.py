"""Denials in Arabic and English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.evidence.negation import denials
from align.text.tokens import tokens


def found(text: str, *, sure: bool = True) -> list[str]:
    family = "en" if text.isascii() else "ar"
    every = denials(text, tokens(text, family), family)
    return [text[denial.start : denial.end] for denial in every if denial.sure is sure]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bread was not fresh.", ["not"]),
        ("He doesn't bake on Fridays", ["doesn't"]),
        ("Nobody came, nor did anyone call.", ["Nobody"]),
        ("It has never rained without wind", ["never", "without"]),
        ("We cannot wait.", ["cannot"]),
        ("لا يبيع الخباز الخبز يوم الجمعة", ["لا"]),
        ("ولم يصل القطار", ["ولم"]),
        ("لن نذهب غدًا", ["لن"]),
        ("ليست الغرفة واسعة", ["ليست"]),
        ("أليس كذلك؟", ["أليس"]),
        ("طلب منهم ألا يتأخروا", ["ألا"]),
        ("بعدم الحضور", ["بعدم"]),
        ("خرج دون معطفه", ["دون"]),
        ("وما كان يعلم بالأمر، لكنه ما عاد يسأل", ["وما كان"]),
        ("ما من أحد في البيت", ["ما من أحد"]),
    ],
)
def test_words_that_deny_are_found_where_they_stand(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "She is not only a baker but a singer.",
        "There is no doubt about the price.",
        "See page no 5.",
        "It is warm, isn't it?",
        "The university is open until nine.",
        "لا يزال المتجر مفتوحًا",
        "ما زالت تعمل هناك",
        "لا شك أن الخبز طازج",
        "نحب الفاكهة، ولا سيما التين",
        "ليس الخبز طازجًا فقط",
        "هل تريد شايًا أم لا؟",
        "أعرف ما تريد وما كتب أخوك",
        "لمّ الأطفال ألعابهم",
        "جاء الطلاب الستة إلا أن المعلم تأخر",
    ],
)
def test_what_only_looks_like_a_denial_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("We were unable to sleep.", "unable"),
        ("They refused the soup.", "refused"),
        ("The only spoon is lost.", "only"),
        ("Do not call unless it burns.", "not call unless"),
        ("The room was windowless", "windowless"),
        ("لا نبيع إلا التمر", "لا نبيع إلا"),
        ("سعر غير معروف", "غير"),
        ("رفض الطفل الحساء", "رفض"),
        ("ندر المطر هذا العام", "ندر"),
        ("لا يقل عن عشرة", "لا يقل"),
    ],
)
def test_a_hidden_denial_may_answer_another_but_is_not_sure(text: str, word: str) -> None:
    assert found(text) == []
    assert word in found(text, sure=False)


def test_a_phrase_does_not_reach_across_punctuation() -> None:
    assert found("لا نبيع، إلا التمر") == ["لا"]


def test_a_denial_that_goes_on_counts_once() -> None:
    assert found("لا نبيع التين ولا التمر") == ["لا"]
    assert found("ولا نبيع التين") == ["ولا"]


def test_vowel_marks_hide_no_denial() -> None:
    assert found("لَمْ يَصِلْ") == ["لَمْ"]


@given(st.text(max_size=60), st.sampled_from(["ar", "en"]))
def test_spans_are_in_order_and_inside_the_text(text: str, family: str) -> None:
    end = 0
    for denial in denials(text, tokens(text, family), family):
        assert end <= denial.start < denial.end <= len(text)
        end = denial.end
