from __future__ import annotations

import pytest

from align.checks.languages import languages
from tests.checks.made import ids, made, marked
from tests.own import gold

ARABIC = "وافق المجلس على الميزانية مساء أمس."
ENGLISH = "The council approved the budget last night."


def test_our_own_pairs_are_in_their_languages() -> None:
    pairs = [(" ".join(source), " ".join(target)) for source, target in gold() if source and target]
    assert pairs
    assert [pair for pair in pairs if ids(languages, *pair)] == []


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Good morning, sir!",
        "Le conseil a approuvé le budget hier soir.",
        "Совет вчера утвердил бюджет.",
        "המועצה אישרה אתמול את התקציב.",
        "市议会昨晚批准了预算。",
        "شورای شهر بودجه سال آینده را دیشب تصویب کرد.",
        "شہر کی کونسل نے کل رات بجٹ منظور کر لیا۔",
        "ایستگاه کجاست؟",
    ],
)
def test_an_arabic_side_in_another_language_is_found(text: str) -> None:
    assert ids(languages, text, ENGLISH) == ["wrong-language"]


@pytest.mark.parametrize(
    "text",
    [
        ARABIC,
        "نعم",
        "Le conseil municipal a approuvé hier soir le budget de l’année scolaire.",
        "Der Stadtrat hat gestern Abend den Haushalt für das nächste Jahr beschlossen.",
        "El ayuntamiento aprobó anoche el presupuesto para el próximo curso.",
        "Où est la gare ?",
        "Wo ist der Bahnhof?",
        "Городской совет вчера утвердил бюджет.",
    ],
)
def test_an_english_side_in_another_language_is_found(text: str) -> None:
    assert ids(languages, ARABIC, text) == ["wrong-language"]


def test_the_whole_side_is_marked() -> None:
    pair = made(ENGLISH, ENGLISH)
    assert marked(pair, languages(pair)) == [("wrong-language", "source", ENGLISH)]


@pytest.mark.parametrize(
    "text",
    [
        "Microsoft Visual Studio",
        "GitHub",
        "— @someone, مشرف في Homebrew",
        "شغّل الأمر `pip install align` من جديد.",
        "https://example.org/one/two",
        "كتاب Clean Code للمهندس Robert Martin",
        "2024",
        "",
    ],
)
def test_names_addresses_and_code_are_at_home_in_arabic(text: str) -> None:
    assert ids(languages, text, ENGLISH) == []


def test_arabic_typed_on_a_persian_keyboard_is_arabic() -> None:
    assert ids(languages, "وافق المجلس علی المیزانیة أمس فی اللیل", ENGLISH) == []


def test_english_words_left_in_the_arabic_are_marked() -> None:
    pair = made("أعلنت الوزارة that the new road will open قريبا.", ENGLISH)
    assert marked(pair, languages(pair)) == [
        ("untranslated", "source", "that the new road will open")
    ]


def test_arabic_words_left_in_the_english_are_marked() -> None:
    pair = made(ARABIC, "The council وافق على الميزانية last night.")
    assert marked(pair, languages(pair)) == [("untranslated", "target", "وافق على الميزانية")]


@pytest.mark.parametrize(
    "text",
    [
        'قرأنا قصة "the man who sold the moon" أمس.',
        "قرأنا عن التعلم العميق (deep learning of many layers) أمس.",
        "درس في Massachusetts Institute of Technology سنتين.",
        "استعمل `git log --oneline only here` لترى ما تغير.",
        "زر www.example.org/left in here أمس.",
    ],
)
def test_titles_glosses_names_and_code_are_not_left_untranslated(text: str) -> None:
    assert ids(languages, text, ENGLISH) == []


def test_arabic_quoted_in_english_is_not_left_untranslated() -> None:
    assert ids(languages, ARABIC, "The sign says «ممنوع الدخول إلى هنا» in red.") == []
