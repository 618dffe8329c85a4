"""Arabic single-byte encodings are told apart by the letters they would give."""

from __future__ import annotations

import pytest

from align.readers.single_byte import guess_single_byte

ARABIC = "وصل المسافرون إلى القرية مساء ولم يجدوا فيها أحدا سوى حارس عجوز"
VOCALISED = "وَصَلَ المُسَافِرُونَ إِلَى القَرْيَةِ مَسَاءً وَلَمْ يَجِدُوا أَحَدًا"
PERSIAN = "ما ديروز به كتابخانه رفتيم و گفتگو كرديم"


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("text", [ARABIC, VOCALISED, f"{ARABIC} (Reuters, 2019)"])
def test_arabic_is_read_in_its_own_encoding(text: str, encoding: str) -> None:
    assert guess_single_byte(text.encode(encoding)) == encoding


@pytest.mark.parametrize("text", [PERSIAN, f"{ARABIC} في café و à Paris", "قال: “نعم”… ثم ذهب"])
def test_windows_1256_may_hold_persian_french_and_typographic_quotes(text: str) -> None:
    assert guess_single_byte(text.encode("windows-1256")) == "windows-1256"


@pytest.mark.parametrize(
    "text",
    [
        "Où est passée la bibliothèque ? Les élèves ont été déçus.",
        "El niño comió jamón; ¿dónde está la canción?",
        "Die Straße führt über die Brücke nach Österreich.",
        "“Yes” – she said – it’s £5",
    ],
)
def test_western_text_is_windows_1252(text: str) -> None:
    assert guess_single_byte(text.encode("windows-1252")) == "windows-1252"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Вчера вечером мы долго гуляли", "windows-1251"),
        ("Χθες το βράδυ περπατήσαμε", "iso-8859-7"),
        ("昨日の夜、海辺を散歩して本の話をしました", "shift_jis"),
        ("昨天晚上我们在海边散步，谈论书籍", "gbk"),
    ],
)
def test_other_writing_is_not_forced_into_a_candidate(text: str, encoding: str) -> None:
    assert guess_single_byte(text.encode(encoding)) is None
