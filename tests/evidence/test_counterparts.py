"""Names of one text in the other."""

from __future__ import annotations

import pytest

from align.evidence.arabic_names import arabic_names_of
from align.evidence.counterparts import ArabicText, EnglishText
from align.evidence.names import names
from align.text.tokens import tokens


def in_arabic(english: str, arabic: str) -> list[bool]:
    text = ArabicText(arabic, tokens(arabic, "ar"))
    return [text.has(name) for name in names(english)]


def in_english(arabic: str, english: str) -> list[bool]:
    text = EnglishText(english, tokens(english, "en"))
    return [text.has(name) for name in arabic_names_of(arabic, tokens(arabic, "ar"))]


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        ("Later we met Laurent.", "ثم التقينا لوران"),
        ("It lies in Egypt.", "يقع في مصر"),
        ("It is an Egyptian cat.", "هي قطة مصرية"),
        ("It fell to Jinping.", "وصلت إلى جين بينغ"),
        ("We use Wikidata.", "نستخدم Wikidata"),
        ("It joined the United Nations.", "انضمت إلى الأمم المتحدة"),
        ("So Tamara Haddad left.", "ثم غادرت حداد"),
        ("They called the NATO office.", "اتصلوا بالحلف"),
    ],
)
def test_an_english_name_is_found_by_sound_or_in_the_table(english: str, arabic: str) -> None:
    assert all(in_arabic(english, arabic))


def test_an_english_name_that_is_not_there_is_not_found() -> None:
    text = "ذهب الولد إلى المدرسة في الصباح"
    assert in_arabic("So Tamara Haddad and Laurent left Vienna.", text) == [False] * 3


def test_a_family_name_does_for_the_whole_name_and_a_given_name_does_not() -> None:
    assert in_arabic("So Tamara Haddad left.", "ثم غادرت تمارا") == [False]


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("وصل إلى برشلونة", "He came to Barcelona."),
        ("سافر إلى النمسا", "He went to Austria."),
        ("وصل إلى نيويورك", "He works in NYC."),
        ("وصل إلى نيويورك", "He came to New York."),
        ("عشرون دولارًا أمريكيًا", "It costs $20."),
    ],
)
def test_an_arabic_name_is_found_by_sound_name_or_initial(arabic: str, english: str) -> None:
    assert in_english(arabic, english) == [True]


def test_an_arabic_name_that_is_not_there_is_not_found() -> None:
    assert in_english("سافر مصطفى إلى النمسا", "The boy went to school.") == [False, False]


def test_an_empty_text_has_no_names() -> None:
    assert in_arabic("So Laurent left.", "") == [False]
    assert in_english("سافر إلى النمسا", "") == [False]
