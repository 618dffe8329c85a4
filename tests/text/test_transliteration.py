"""How alike names sound in two scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.text.transliteration import (
    arabic_sounds,
    consonants,
    distance,
    latin_sounds,
    likeness,
    skeletons,
    weight,
)

LATIN = st.text(alphabet="abcdefghijklmnopqrstuvwxyz'", max_size=12)
ARABIC = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويةءأؤئپڤگچ", max_size=10)
PAIRS = [
    *(
        ("Baghdad", "بغداد"),
        ("Khadijah", "خديجة"),
        ("Churchill", "تشرشل"),
        ("Victoria", "فيكتوريا"),
    ),
    *(("Venezuela", "فنزويلا"), ("Gaza", "غزة"), ("Google", "جوجل"), ("Google", "غوغل")),
    *(("George", "جورج"), ("Thomas", "توماس"), ("Edith", "إديث"), ("Paul", "پول")),
    *(("Alice", "أليس"), ("Omar", "عمر"), ("Ḥusayn", "حسين"), ("Šarīf", "شريف")),
    *(("Qing", "تشينغ"), ("Juan", "خوان"), ("Wuhan", "ووهان"), ("Maxim", "مكسيم")),
    *(("Fatima", "فاطمة"), ("Yusuf", "يوسف"), ("Hassan", "حسن"), ("Dhahran", "الظهران"[2:])),
]


def alike(latin: str, arabic: str) -> float:
    return likeness(latin_sounds(latin), arabic_sounds(arabic))


@pytest.mark.parametrize(("latin", "arabic"), PAIRS)
def test_a_name_is_like_its_transliteration(latin: str, arabic: str) -> None:
    assert alike(latin, arabic) >= 0.85


@pytest.mark.parametrize(("latin", "arabic"), PAIRS)
def test_a_name_and_its_transliteration_share_a_skeleton(latin: str, arabic: str) -> None:
    keys = skeletons(latin_sounds(latin), latin=True)
    assert keys & skeletons(arabic_sounds(arabic), latin=False)


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [("Baghdad", "البصرة"), ("Omar", "كريم"), ("Laila", "مدرسة"), ("Sam", "دار")],
)
def test_other_words_are_not_like_a_name(latin: str, arabic: str) -> None:
    assert alike(latin, arabic) == 0


def test_the_better_spelling_is_more_alike() -> None:
    assert alike("Karim", "كريم") > alike("Karim", "غريم") > alike("Karim", "كرم") - 0.1


def test_one_consonant_of_a_long_name_may_differ() -> None:
    latin, arabic = latin_sounds("Konstantin"), arabic_sounds("كونستنتي")
    assert skeletons(latin, latin=True) & skeletons(arabic, latin=False)
    assert likeness(latin, arabic) >= 0.75


def test_doubled_letters_and_silent_ones_say_nothing() -> None:
    assert latin_sounds("Hassan") == latin_sounds("Hasan")
    assert latin_sounds("Sarah") == latin_sounds("Sara")
    assert arabic_sounds("أوباما") == arabic_sounds("اوباما")


@given(LATIN, ARABIC)
def test_likeness_is_a_share(latin: str, arabic: str) -> None:
    assert 0 <= alike(latin, arabic) <= 1


@given(LATIN, ARABIC)
def test_no_two_spellings_differ_less_than_their_consonants_say(latin: str, arabic: str) -> None:
    a, b = latin_sounds(latin), arabic_sounds(arabic)
    least = distance(consonants(a), consonants(b))
    both = (weight(a) + weight(b)) / 2
    if likeness(a, b):
        assert (1 - likeness(a, b)) * both >= least - 1e-3


@given(st.text(max_size=40))
def test_any_text_has_sounds_and_skeletons(text: str) -> None:
    for latin, sounds in ((True, latin_sounds(text)), (False, arabic_sounds(text))):
        assert weight(sounds) >= 0
        assert 1 <= len(skeletons(sounds, latin=latin)) <= 400
