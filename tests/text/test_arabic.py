"""The Arabic comparison key and the repair of presentation forms."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.text.arabic import encoder_key, presentation_forms, repair

SHAPED_PEACE = "\ufeb3\ufefc\ufee1"  # seen, lam-alef, meem in their contextual shapes
ARABIC = st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF), max_size=40)
FORMS = st.text(
    alphabet=st.one_of(
        st.characters(min_codepoint=0xFB50, max_codepoint=0xFEFC, categories=["Lo"]),
        st.sampled_from("\u064e\u0651\u0654\u0653 \u0627\u0640b"),
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("vocalised", "plain"),
    [
        ("ذَهَبَ الوَلَدُ إِلَى المَدْرَسَةِ", "ذهب الولد إلى المدرسة"),
        ("الســـلام عليكم", "السلام عليكم"),
        ("\u200fمرحبا\u200e \u2067بك\u2069", "مرحبا بك"),
        ("رقم ٣ و3", "رقم ٣ و3"),
        ("Hello\u200b, world", "Hello, world"),
    ],
)
def test_marks_tatweel_and_invisible_controls_leave_the_encoder_key(
    vocalised: str, plain: str
) -> None:
    assert encoder_key(vocalised) == plain


def test_encoder_key_folds_no_letter() -> None:
    letters = "أإآاؤئءىيةه"
    assert encoder_key(letters) == letters


@pytest.mark.parametrize(
    ("uthmani", "modern"),
    [
        ("ٱلرَّحْمَـٰنِ", "الرحمن"),
        ("ذَٰلِكَ ٱلْكِتَـٰبُ", "ذلك الكتاب"),
        ("هَـٰذَا ٱلْبَلَدُ", "هذا البلد"),
        ("وَلَـٰكِنَّ ٱلنَّاسَ", "ولكن الناس"),
        ("أُو۟لَـٰٓئِكَ ٱلَّذِينَ", "أولئك الذين"),
        ("ٱلصَّلَوٰةَ وَٱلزَّكَوٰةَ", "الصلاة والزكاة"),
        ("ٱلسَّمَـٰوَٰتِ", "السماوات"),
        ("مُوسَىٰ ٱلْكِتَـٰبَ", "موسى الكتاب"),
        ("هَدَىٰهُمُ ٱللَّهُ", "هداهم الله"),
        ("ءَامَنُوا۟ بِٱلْءَاخِرَةِ", "آمنوا بالآخرة"),
        ("شَيْـًٔا مِّنَ ٱلْخَوْفِ", "شيئا من الخوف"),
    ],
)
def test_uthmani_spelling_becomes_todays(uthmani: str, modern: str) -> None:
    assert encoder_key(unicodedata.normalize("NFC", uthmani)) == modern


def test_dagger_alef_in_ordinary_spelling_is_a_mark_like_the_others() -> None:
    assert encoder_key("هٰذا") == "هذا"


def test_presentation_forms_are_found_with_their_marks() -> None:
    text = f"قال {SHAPED_PEACE}\u064c اليوم"
    assert [text[start:end] for start, end in presentation_forms(text)] == [SHAPED_PEACE + "\u064c"]


def test_repair_writes_the_letters_the_forms_show() -> None:
    assert repair(f"قال {SHAPED_PEACE}.") == "قال سلام."
    assert repair("\ufdf2") == "الله"


@pytest.mark.parametrize("typed", ["\ufd3eآية\ufd3f", "محمد \ufdfa", "\ufdfc 5", "plain", "سلام"])
def test_repair_leaves_what_is_typed_on_purpose(typed: str) -> None:
    assert repair(typed) == typed
    assert not list(presentation_forms(typed))


def test_mark_shown_alone_is_put_on_its_letter_without_a_space() -> None:
    assert repair("\ufe91\ufe70") == "ب\u064b"
    assert encoder_key("\ufe91\ufe70\ufe95") == "بت"


@given(FORMS)
def test_repair_of_normal_text_is_normal_and_final(text: str) -> None:
    normal = unicodedata.normalize("NFC", text)
    repaired = repair(normal)
    assert unicodedata.is_normalized("NFC", repaired)
    assert repair(repaired) == repaired


@given(ARABIC)
def test_the_key_is_final(text: str) -> None:
    assert encoder_key(encoder_key(text)) == encoder_key(text)


def test_a_million_vocalised_characters_take_less_than_two_seconds() -> None:
    text = "ذَهَبَ الوَلَدُ إِلَى المَدْرَسَةِ " * 30_000
    start = time.perf_counter()
    encoder_key(text)
    assert time.perf_counter() - start < 2
