"""Numbers, dates and units that one side has and the other has not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.checks.numbers import numbers
from tests.checks.gold import NEEDS_GOLD, RIGHT, pair, right_pairs, seconds


def found(arabic: str, english: str) -> list[tuple[str, str | None, str]]:
    """Return the id and side of every flag, and the text it marks."""
    both = pair(arabic, english)
    return [
        (flag.id, flag.side, both.side(flag.side).text[flag.start : flag.end])
        for flag in numbers(both)
        if flag.side is not None
    ]


def test_a_changed_number_is_marked_on_both_sides_with_what_is_wrong() -> None:
    flags = list(numbers(pair("دفع ٢٥ ريالا", "He paid 36 riyals")))
    assert [(flag.id, flag.severity, flag.message, flag.side) for flag in flags] == [
        ("number", "error", "25 is not in the target", "source"),
        ("number", "error", "36 is not in the source", "target"),
    ]
    assert found("دفع ٢٥ ريالا", "He paid 36 riyals") == [
        ("number", "source", "٢٥ ريالا"),
        ("number", "target", "36 riyals"),
    ]


def test_a_number_that_is_left_out_is_marked_where_it_is() -> None:
    assert found("حضر ٤٠ طالبا", "Students came") == [("number", "source", "٤٠")]
    assert found("حضر الطلاب", "40 students came") == [("number", "target", "40")]


def test_a_number_in_words_is_marked_as_the_counterpart_of_a_wrong_figure() -> None:
    assert found("اشترى ستة كتب", "He bought 7 books") == [
        ("number", "source", "ستة"),
        ("number", "target", "7"),
    ]


def test_small_numbers_in_words_alone_prove_nothing() -> None:
    assert found("جاء ثلاثة منهم", "A few of them came") == []
    assert found("في الدرجة الأولى", "mainly") == []


def test_large_numbers_in_words_are_missed() -> None:
    assert found("عمره اثنان وسبعون عاما", "He is old") == [("number", "source", "اثنان وسبعون")]


@pytest.mark.parametrize(
    ("arabic", "english", "marked"),
    [
        ("في 12 مايو 2019", "on 13 May 2019", ["12", "13"]),
        ("في 12 أيار 2019", "on June 12, 2019", ["أيار", "June"]),
        ("الاجتماع يوم 5/3/2021", "The meeting is on 6 March 2021", ["5/3/2021", "6"]),
        ("الساعة 10:30", "at 10:45", ["10:30", "10:45"]),
        ("منذ عام 1987", "since 1978", ["1987", "1978"]),
        ("في رمضان", "in Shawwal", ["رمضان", "Shawwal"]),
    ],
)
def test_changed_dates_and_times_are_dates(arabic: str, english: str, marked: list[str]) -> None:
    flags = found(arabic, english)
    assert {name for name, _, _ in flags} == {"date"}
    assert [text for _, _, text in flags][: len(marked)] == marked


SAME = [
    ("صدر في ٣ محرم ١٤٤٥ هـ", "It was issued on 3 Muharram 1445 AH"),
    ("في عام 1435 هـ (2014م)", "in 2014"),
    ("في عام 1435 هـ", "in 2014"),
    ("يوم 15 رمضان 1445 هـ", "on 25 March 2024"),
    ("بتاريخ 1/9/1445هـ", "on 11 March 2024"),
    ("قبل سنتين", "2 years ago"),
    ("لمدة سنة", "for 1 year"),
    ("مليونا شخص", "2 million people"),
    ("الساعة الثالثة والنصف", "at 3:30"),
    ("الساعة 3:30", "at half past three"),
    ("الساعة العاشرة إلا ربعا", "at 9:45"),
    ("في تمام الساعة 8 مساء", "at 20:00"),
    ("نصف السكان", "50% of the population"),
    ("25 في المئة من الدخل", "a quarter of the income"),
    ("بين 10 ملايين و20 مليون", "between 10 and 20 million"),
    ("150 000 لاجئ", "150,000 refugees"),
    ("٠٠٠ ١٥٠ لاجئ", "150,000 refugees"),
    ("1,2 مليار دولار", "$1.2bn"),
    ("10 آلاف", "10k"),
    ("موسم 2019/2020", "the 2019-20 season"),
    ("حرب ٦٧", "the 1967 war"),
    ("خدمة على مدار الساعة", "a 24/7 service"),
    ("كوفيد 19 ثم كوفيد 19", "COVID-19"),
    ("مجموعة العشرين", "the G20"),
    ("طابعة ثلاثية الأبعاد", "a 3D printer"),
    ("هجمات 11 سبتمبر", "the 9/11 attacks"),
    ("اتصل على 8001234567", "call 800 123 4567"),
    ("1. مقدمة", "Introduction"),
    ("كما ورد", "as reported [12, 13]"),
    ("(البقرة: 255)", "(2:255)"),
    ("المادة الثالثة والثلاثون", "Article 33"),
    ("النوع 2", "type II"),
    ("القرن التاسع عشر", "the 1800s"),
    ("ستينيات القرن العشرين", "the 1960s"),
    ("نصف قرن", "50 years"),
    ("الفقرة (٥) خمسة أيام", "paragraph (5), five days"),
    ("يوم 4 مارس ويوم 5 مارس", "on March 4 and 5"),
    ("نقلته جون لندن إلينا", "June London brought it to us"),
    ("https://example.org/2019/7", "https://example.org/2019/7 of {0} and report-3.pdf"),
    ("درجة الحرارة 37", "a temperature of 37 °C"),
    ("خمسون جنيها", "£50"),
]


@pytest.mark.parametrize(("arabic", "english"), SAME)
def test_what_is_the_same_otherwise_written_is_not_flagged(arabic: str, english: str) -> None:
    assert found(arabic, english) == []


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("في عام 1435 هـ", "in 2019"),
        ("يوم 15 رمضان 1445 هـ", "on 25 May 2024"),
        ("60 في المئة من السكان", "half of the population"),
        ("150 000 لاجئ", "160,000 refugees"),
        ("بتاريخ 11/3/2024", "9/11"),
        ("الفقرة (1) من المادة", "a paragraph of the article"),
        ("2. مقدمة", "3. Introduction"),
        ("1,000 شخص", "1 person"),
    ],
)
def test_what_only_looks_like_it_is_flagged(arabic: str, english: str) -> None:
    assert found(arabic, english)


def test_another_unit_or_currency_is_a_measure() -> None:
    assert found("اشترى 5 كيلوغرامات", "He bought 5 metres") == [
        ("measure", "source", "5 كيلوغرامات"),
        ("measure", "target", "5 metres"),
    ]
    assert found("زادت 5 بالمئة", "It rose by 5") == [("measure", "source", "5 بالمئة")]


@given(st.text(max_size=80))
@settings(deadline=None)
def test_a_text_lacks_nothing_of_itself(text: str) -> None:
    assert found(text, text) == []


@given(st.text(max_size=60), st.text(max_size=60))
@settings(deadline=None)
def test_spans_lie_in_their_texts(arabic: str, english: str) -> None:
    both = pair(arabic, english)
    for flag in numbers(both):
        assert flag.side is not None
        assert 0 <= flag.start < flag.end <= len(both.side(flag.side).text)


@pytest.mark.parametrize("piece", ["1 ", "٢ ", "000 ", "1/2 ", "12:3 ", "مليون و", "1-", "كانون "])
def test_time_grows_with_the_length_of_the_texts_only(piece: str) -> None:
    def taken(length: int) -> float:
        return seconds(numbers, pair((piece * length)[:length], "seven"))

    taken(1000)
    assert taken(8_000) < 40 * taken(2_000) + 0.5


@NEEDS_GOLD
@pytest.mark.parametrize("name", RIGHT)
def test_hardly_any_right_pair_is_flagged(name: str) -> None:
    right = right_pairs(name)
    flagged = sum(any(True for _ in numbers(both)) for both in right)
    assert flagged <= 0.013 * len(right)
