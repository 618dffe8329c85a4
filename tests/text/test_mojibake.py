from __future__ import annotations

import pytest

from align.text.mojibake import garbled
from tests.own import gold

ARABIC = "قال المعلم: افتح الكتاب، من فضلك"


@pytest.mark.parametrize("encoding", ["latin-1", "windows-1256", "cp437", "cp850", "mac-roman"])
def test_arabic_in_utf8_read_as_something_else_is_read_again(encoding: str) -> None:
    text = ARABIC.encode().decode(encoding)
    assert garbled(text) == (0, len(text), ARABIC)


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6"])
def test_arabic_encodings_read_as_a_western_one_are_read_again(encoding: str) -> None:
    text = ARABIC.encode(encoding).decode("latin-1")
    found = garbled(text)
    assert found is not None
    assert found.meant == ARABIC


@pytest.mark.parametrize("encoding", ["latin-1", "windows-1256", "cp437", "cp850", "mac-roman"])
@pytest.mark.parametrize(("before", "letter"), [("caf", "é"), ("na", "ï"), ("It", "’")])
def test_one_letter_is_enough_in_a_latin_word(encoding: str, before: str, letter: str) -> None:
    wrong = letter.encode().decode(encoding)
    text = f"the {before}{wrong}"
    assert garbled(text) == (len(text) - len(wrong), len(text), letter)


def test_text_decoded_wrongly_twice_is_read_twice() -> None:
    text = "é".encode().decode("latin-1").encode().decode("latin-1")
    found = garbled(f"caf{text}")
    assert found is not None
    assert found.meant == "é"


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "Ünïcödé, façade, Ærø, Škoda",
        "10 °C ± 2 — “fine” … 5 €",
        "جاء في الباب، ثم: «أ»، ب؟",
        "ط، ظ؛ ع؟",
        "Straße äöü ÄÖÜ",
        "été à Çà et là",
        "½ × ¾ ÷ 2",
        "ÉCOLE DES ÉTÉS",
        "Việt Nam",
        "😀 ok",
    ],
)
def test_writing_is_no_mojibake(text: str) -> None:
    assert garbled(text) is None


def test_our_own_texts_are_no_mojibake() -> None:
    texts = [text for bead in gold() for side in bead for text in side]
    assert texts
    assert [text for text in texts if garbled(text)] == []
