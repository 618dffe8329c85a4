from __future__ import annotations

import pytest

from align.bitext import split
from align.model import LAYOUTS, Layout
from tests.layouts.texts import document, layouts, letters, seconds, sides

LANGS = ("ar", "en")
TERMS = (
    "لتشغيل خدمة nginx على Debian 12 نفّذ الأمر sudo systemctl restart nginx. ثم اقرأ السجل "
    "بالأمر journalctl -u nginx.service. انظر https://docs.example.org/get-started/ للمزيد.",
    "To run the nginx service on Debian 12, run sudo systemctl restart nginx. Then read the log "
    "with journalctl -u nginx.service. See https://docs.example.org/get-started/ for more.",
)
COMMAND = ("شغّل git pull --rebase origin في مجلد project.", "Run git pull --rebase origin there.")


def test_arabic_with_more_latin_letters_than_its_own_is_still_a_side() -> None:
    found = split(document(list(TERMS)), LANGS)
    assert (layouts(found), sides(found)) == (["stacked"], ([TERMS[0]], [TERMS[1]]))


def test_commands_in_an_interleaved_text_do_not_hide_the_arabic() -> None:
    found = split(document([*COMMAND] * 4), LANGS)
    assert (layouts(found), sides(found)) == (["interleaved"], ([COMMAND[0]] * 4, [COMMAND[1]] * 4))


@pytest.mark.parametrize(
    "lines", [["مرحبا", "Hello"], ["مرحبا\nHello\n"], ["مرحبا - Hello"], ["Hello", "مرحبا"]]
)
def test_two_words_are_a_pair(lines: list[str]) -> None:
    assert sides(split(document(lines), LANGS)) == (["مرحبا"], ["Hello"])


def test_a_paragraph_and_a_name_are_no_pair() -> None:
    arabic = "تفتح المكتبة أبوابها كل صباح في الساعة التاسعة، وتغلق في الخامسة مساء كل يوم."
    assert split(document([arabic, "GitHub"]), LANGS).monolingual == "ar"


@pytest.mark.parametrize("layout", LAYOUTS[:-1])
def test_a_layout_asked_for_makes_a_side_of_a_single_name(layout: Layout) -> None:
    lines = ["تفتح المكتبة أبوابها كل صباح في الساعة التاسعة.", "نعيد الكتب إلى الرفوف.", "GitHub"]
    assert sides(split(document(lines), LANGS, layout))[1] == ["GitHub"]


def test_a_layout_asked_for_does_not_make_a_second_side_of_nothing() -> None:
    assert split(document(["نعيد الكتب.", "نفتح الباب."]), LANGS, "stacked").monolingual == "ar"


def test_passages_of_a_monolingual_text_have_the_language_of_their_script() -> None:
    english = ["We go out to the market to buy bread and fruit for the whole week."] * 9
    found = split(document([*english, "انتهى الدرس"]), LANGS)
    assert found.monolingual == "en"
    assert [passage.lang for passage in found.passages] == ["en"] * 9 + ["ar"]


@pytest.mark.parametrize("word", ["a", "a.", "ا", "www.", "a@"])
def test_a_word_without_end_is_read_in_linear_time(word: str) -> None:
    lines = ["مرحبا بكم " + word * 30_000, "hello there friend " + word * 30_000]
    found, spent = seconds(lambda: split(document(lines), LANGS))
    texts = [*sides(found)[0], *sides(found)[1], *(passage.text for passage in found.passages)]
    assert letters(texts) == letters(lines)
    assert spent < 5


def test_arabic_lines_full_of_terms_are_not_cut_at_them() -> None:
    lines = ["ثبّت Python و pip و NumPy و Pandas و SciPy و Matplotlib.", COMMAND[0]]
    found = split(document(lines), LANGS)
    assert (found.bitexts, found.monolingual) == ((), "ar")
