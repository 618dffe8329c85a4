"""Furniture of pages: what goes, with its label, and above all what must stay."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from align.config import ReadSettings
from align.readers import read
from align.readers.furniture import cleared
from align.readers.furniture.phrases import folded, phrases, said
from tests.own import CORPORA
from tests.readers.pages import PAGES, page
from tests.readers.rendering import texts_of

if TYPE_CHECKING:
    from pathlib import Path

    from align.model import Document

ARTICLE = texts_of("news-dam")[1:13:2]
ENGLISH = texts_of("fable-crow")[1:6]
SENTENCE = "The long road to the harbour had been closed since the storm, and nobody used it."
SECONDS = 10.0
ENOUGH = 0.95  # share of the furniture of a page that must go, and of all pages together


def document(folder: Path, *lines: str, gap: str = "\n") -> Document:
    path = folder / "text.txt"
    path.write_text(gap.join(lines) + "\n", "utf-8")
    return read(path, path.name, ReadSettings())


def removed(found: Document) -> list[tuple[str, str]]:
    return [(passage.label, passage.text) for passage in found.removed]


def texts(found: Document) -> list[str]:
    return [block.text for block in found.blocks]


def test_nearly_all_furniture_of_the_pages_goes_and_no_line_of_text(tmp_path: Path) -> None:
    known = gone = 0
    for name in PAGES:
        expected = page(name)
        found = document(tmp_path, expected.text)
        assert [text for text in texts(found) if text in expected.kept] == list(expected.kept), name
        known += len(expected.furniture)
        gone += len([passage for passage in found.removed if passage.label])
    assert len(PAGES) >= 10
    assert gone >= ENOUGH * known


@pytest.mark.parametrize("name", PAGES)
def test_every_letter_of_a_page_is_kept_or_listed(tmp_path: Path, name: str) -> None:
    text = page(name).text
    found = document(tmp_path, text)
    both = "".join([*texts(found), *(passage.text for passage in found.removed)])
    assert Counter(filter(str.isalpha, both)) == Counter(filter(str.isalpha, text))
    for passage in found.removed:
        assert found.text[passage.start : passage.end] == passage.text


@pytest.mark.parametrize(
    "path", sorted({*CORPORA.glob("*.txt"), *CORPORA.glob("*.md")}), ids=lambda path: path.name
)
def test_nothing_of_our_own_texts_goes(path: Path) -> None:
    found = read(path, path.name, ReadSettings())
    assert removed(found) == []


def test_both_halves_of_a_bilingual_page_are_cleared_alike(tmp_path: Path) -> None:
    for name in ("stacked", "interleaved"):
        found = document(tmp_path, page(name).text)
        arabic = [passage for passage in found.removed if not passage.text.isascii()]
        assert len(arabic) * 2 == len(found.removed)


def test_a_doubled_paragraph_is_a_duplicate_and_the_first_one_stays(tmp_path: Path) -> None:
    found = document(tmp_path, "عنوان", ARTICLE[0], *ARTICLE)
    assert [(one.reason, one.label) for one in found.removed] == [
        ("duplicate", "doubled paragraph")
    ]
    assert texts(found) == ["عنوان", *ARTICLE]
    assert found.blocks[1].id == "b2"


def test_a_teaser_goes_and_the_paragraph_it_begins_stays(tmp_path: Path) -> None:
    teaser = ARTICLE[0][:70].rpartition(" ")[0] + "…"
    found = document(tmp_path, teaser, *ARTICLE)
    assert removed(found) == [("teaser of the paragraph below", teaser)]


def test_the_same_category_at_the_end_goes_whatever_it_is(tmp_path: Path) -> None:
    found = document(tmp_path, *ARTICLE, *["شؤون الحي"] * 4)
    assert removed(found) == [("repeated line", "شؤون الحي")] * 4


def test_a_notice_of_the_source_goes_between_title_and_text(tmp_path: Path) -> None:
    notice = 'هذا الخبر بعنوان "الماء يعود" نشر أولاً على موقع example.org وتم جلبه من مصدره.'
    found = document(tmp_path, "عودة الماء إلى الوادي", notice, *ARTICLE)
    assert removed(found) == [("source notice", notice)]


@pytest.mark.parametrize(
    "line",
    ["By Huda Salem", "بقلم: هدى السالم", "5 March 2024", "آخر تحديث: 2 مايو 2024", "فريق التحرير"],
)
def test_bylines_and_dates_stay_among_furniture(tmp_path: Path, line: str) -> None:
    found = document(
        tmp_path, "Home", "News", "Share this article", line, "Print", *ENGLISH, line, "Print"
    )
    assert texts(found).count(line) == 2


@pytest.mark.parametrize(
    "lines",
    [
        ["Home", "الرئيسية", "Share this article", "شارك هذا المقال", "Print", "طباعة"] * 3,
        ["نعم.", "Yes.", "نعم.", "Yes.", "لا.", "No.", "نعم.", "Yes."] * 6,
        ["يا ليل طال السهر", "والنجم في كبد السماء", "يا ليل طال السهر", "والريح تبكي والشجر"] * 4,
        [f"{en}\t{ar}" for en, ar in [("Home", "الرئيسية"), ("News", "أخبار"), ("X", "س")] * 9],
        ["Where is the station?", "أين المحطة؟", "Share a taxi?", "هل نتشارك سيارة؟"] * 5,
    ],
    ids=["words of an app", "dialogue", "poem", "glossary", "phrase book"],
)
def test_lists_poems_and_phrase_books_stay_whole(tmp_path: Path, lines: list[str]) -> None:
    found = document(tmp_path, *lines)
    assert removed(found) == []


def test_a_refrain_between_paragraphs_stays(tmp_path: Path) -> None:
    refrain = "And the river said to the stones: I have time, I have all the time in the world."
    lines = [line for paragraph in ENGLISH for line in (paragraph, refrain)]
    found = document(tmp_path, *lines)
    assert removed(found) == []


def test_headings_repeated_in_every_chapter_stay(tmp_path: Path) -> None:
    lines = [line for text in ARTICLE for line in ("تمارين", text, "ملخص", "أسئلة للنقاش")]
    found = document(tmp_path, *lines, ARTICLE[0][::-1])
    assert removed(found) == []


def test_a_name_that_is_its_own_translation_stays(tmp_path: Path) -> None:
    pairs = [line for texts in zip(ENGLISH, ARTICLE, strict=False) for line in texts]
    found = document(tmp_path, "GitHub Actions 2024", "GitHub Actions 2024", *pairs)
    assert removed(found) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Share this article with a friend who has never seen the sea, he said, and laughed aloud.",
        "Follow us, the children cried, and ran down the hill towards the harbour in the rain.",
        "تابعنا السير على الطريق القديم حتى وصلنا إلى القرية قبل غروب الشمس بقليل.",
        "شارك المقال الذي كتبه الأستاذ في تغيير رأي كثير من الناس في المدينة.",
    ],
)
def test_sentences_that_begin_like_furniture_stay(tmp_path: Path, sentence: str) -> None:
    found = document(tmp_path, *ENGLISH[:2], sentence, *ENGLISH[2:])
    assert sentence in texts(found)


def test_a_list_that_the_text_announces_stays(tmp_path: Path) -> None:
    found = document(tmp_path, *ENGLISH, "The page has five parts:", "Home", "News", "Contact")
    assert removed(found) == []


def test_a_text_about_sharing_keeps_its_headings(tmp_path: Path) -> None:
    lines = [line for text in ENGLISH for line in ("Share", text)]
    lines[2], lines[4] = "Comments", "Newsletter"
    assert removed(document(tmp_path, *lines)) == []


def test_a_heading_after_a_list_of_links_stays_with_its_text(tmp_path: Path) -> None:
    links = [
        "Related articles",
        "Farmers count the cost of a dry winter",
        "River festival comes back",
    ]
    lines = [ENGLISH[0], "The crow and his bargain", ENGLISH[1], *links, "What the crow said then"]
    found = document(tmp_path, *lines, *ENGLISH[2:])
    assert [text for _, text in removed(found)] == links


def test_where_the_author_is_stays_between_name_and_share_line(tmp_path: Path) -> None:
    head = [
        "Skip to content",
        "Home",
        "News",
        "Sport",
        "The crow of the old tower",
        "By Huda Salem",
    ]
    found = document(tmp_path, *head, "In Marsa", "Share", "Print", *ENGLISH)
    assert texts(found)[:3] == ["The crow of the old tower", "By Huda Salem", "In Marsa"]


def test_a_list_of_short_lines_before_a_share_line_stays_if_it_is_a_list(tmp_path: Path) -> None:
    items = ["red lentils", "one onion", "olive oil"]
    bullets = [f"- {item}" for item in items]
    found = document(tmp_path, *ENGLISH, *bullets, "Share this article", "Print", "Most read")
    assert [text for text in texts(found) if text in items] == items


def test_the_menus_over_a_title_go_with_the_words_among_them(tmp_path: Path) -> None:
    menu = ["Valley Gazette", "Fixtures", "Transfers", "Home", "Cups", "News"]
    found = document(tmp_path, *menu, "The crow of the old tower", *ENGLISH)
    assert [text for _, text in removed(found)] == menu
    assert texts(found)[0] == "The crow of the old tower"


@pytest.mark.parametrize(
    "line",
    ["Save this story", "Print the recipe", "احفظ هذه الوصفة", "استمع إلى الخبر", "قيّم المقالة"],
)
def test_a_page_says_what_to_do_with_it_in_any_words_for_itself(tmp_path: Path, line: str) -> None:
    found = document(tmp_path, *ENGLISH[:2], line, *ENGLISH[2:])
    assert [text for _, text in removed(found)] == [line]


def test_heads_of_pages_go_where_they_break_into_sentences(tmp_path: Path) -> None:
    half = len(SENTENCE) // 2
    cut = SENTENCE.find(" ", half)
    lines = [SENTENCE]
    for number in range(5, 9):
        lines += [SENTENCE[:cut] + " every day of that year", f"Valley Tales {number}", SENTENCE]
    found = document(tmp_path, *lines)
    assert [text for label, text in removed(found) if label == "repeated line"] == [
        f"Valley Tales {number}" for number in range(5, 9)
    ]


def test_numbers_of_chapters_stay_and_numbers_of_pages_go(tmp_path: Path) -> None:
    chapters = [line for number, text in enumerate(ENGLISH, 1) for line in (str(number), text)]
    assert removed(document(tmp_path, *chapters)) == []
    pages = [line for number, text in enumerate(ENGLISH, 7) for line in (f"- {number} -", text)]
    assert {label for label, _ in removed(document(tmp_path, *pages))} == {"page number"}


def test_furniture_can_be_kept(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(page("arabic_news").text, "utf-8")
    found = read(path, path.name, ReadSettings(furniture=False))
    assert not found.removed


def test_clearing_twice_finds_nothing_more(tmp_path: Path) -> None:
    for name in PAGES:
        once = document(tmp_path, page(name).text)
        assert texts(cleared(once)) == texts(once)


def test_every_phrase_stands_in_both_languages_and_says_its_own_label() -> None:
    for phrase, meaning in phrases():
        plain = phrase.replace("{n}", "7").replace("{net}", "تويتر").replace("{x}", "name")
        plain = plain.replace("{this}", "هذا المقال")
        key = folded(plain.replace(": …", ": more of it").replace(" …", " more of it"))
        assert said(key) is not None, phrase
        assert meaning.label
    assert said(folded("no such phrase")) is None


@pytest.mark.parametrize(
    "lines",
    [
        ["Share this article", "Home", "Read also", SENTENCE, SENTENCE[:60]] * 4_000,
        ["Read also", "A harbour opens again after ten years"] * 10_000,
        ["Home", "Something else"] * 10_000,
        [f"{number}" for number in range(20_000)],
        ["http://a " * 20_000, "| Home " * 20_000, "# " * 20_000, "Read also: " * 5_000],
    ],
    ids=["mixed", "openers", "menu", "numbers", "long lines"],
)
def test_a_page_of_very_many_lines_is_cleared_soon(tmp_path: Path, lines: list[str]) -> None:
    began = time.process_time()
    document(tmp_path, *ARTICLE, *lines, *ARTICLE)
    assert time.process_time() - began < SECONDS
