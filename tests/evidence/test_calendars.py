"""The Hijri calendar against the Gregorian one."""

from __future__ import annotations

import pytest

from align.evidence.calendars import days, gregorian_years, same_day, same_days, years_of_other
from align.evidence.pair import Text
from align.text.numerals import quantities

# Days announced in Saudi Arabia or known to history.
KNOWN = [
    ("1 محرم 1445", "19 July 2023"),
    ("١ رمضان ١٤٤٥", "11 March 2024"),
    ("10 ذو الحجة 1441", "July 31, 2020"),
    ("29 شعبان 1439", "15 May 2018"),
    ("27 رجب 1400", "June 10, 1980"),
    ("1 محرم 1400", "21 November 1979"),
]


@pytest.mark.parametrize(("hijri", "gregorian"), KNOWN)
def test_known_days_are_the_same_by_both_calendars(hijri: str, gregorian: str) -> None:
    (one,), (other,) = (list(days(quantities(text))) for text in (hijri, gregorian))
    assert one.hijri
    assert not other.hijri
    assert same_day(one, other)
    assert same_day(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("15 رمضان 1445", "25 April 2024"),
        ("1 محرم 1445", "24 July 2023"),
        ("25 آذار 2024", "25 March 2024"),  # of one calendar: compared by value elsewhere
    ],
)
def test_other_days_are_not(one: str, other: str) -> None:
    assert same_days(Text(one, "ar"), Text(other, "en")) == []


@pytest.mark.parametrize("text", ["1445/9/15", "15-09-1445", "١٥/٩/١٤٤٥هـ"])
def test_dates_in_figures_may_have_day_or_month_first(text: str) -> None:
    (one,) = days(quantities(text))
    assert one.hijri
    assert same_days(Text(text, "ar"), Text("25 March 2024", "en")) == [one]


def test_the_span_of_a_date_holds_its_day_and_year() -> None:
    text = "وُلد يوم 15 رمضان من عام 1445 هـ هنا"
    (day,) = days(quantities(text))
    assert text[day.start : day.end] == "15 رمضان من عام 1445"


@pytest.mark.parametrize("text", ["رمضان", "15 رمضان", "99 March 2020", "31 February 2020"])
def test_what_names_no_day_is_the_same_as_none(text: str) -> None:
    hijri = next(days(quantities("1 محرم 1445")))
    assert not any(same_day(hijri, day) for day in days(quantities(text)))


@pytest.mark.parametrize(("hijri", "years"), [(1, (622, 623)), (1400, (1979, 1980))])
def test_a_year_lies_in_two(hijri: int, years: tuple[int, int]) -> None:
    assert gregorian_years(hijri) == years


def test_years_are_compared_only_where_the_hijra_is_named() -> None:
    english = Text("in 2023", "en")
    for text in ("عام 1445 هـ", "عام 1445 هجرية"):
        assert years_of_other(Text(text, "ar"), english) == {1445}
        assert years_of_other(english, Text(text, "ar")) == {2023}
    assert years_of_other(Text("عام 1445 AH", "ar"), english) == {1445}
    assert years_of_other(Text("عام 1445", "ar"), english) == set()
    assert years_of_other(Text("عام 1435 هـ", "ar"), english) == set()
