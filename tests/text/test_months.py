"""Names of months, regional and Hijri."""

from __future__ import annotations

import pytest

from align.text.numerals import quantities

MONTHS = (
    ("January", "كانون الثاني", "يناير", "جانفي"),
    ("February", "شباط", "فبراير", "فيفري"),
    ("March", "آذار", "مارس", "مارس"),
    ("April", "نيسان", "إبريل", "أفريل"),
    ("May", "أيار", "مايو", "ماي"),
    ("June", "حزيران", "يونيه", "جوان"),
    ("July", "تموز", "يوليو", "جويلية"),
    ("August", "آب", "أغسطس", "غشت"),
    ("Sept", "أيلول", "سبتمبر", "شتنبر"),
    ("Oct", "تشرين الأول", "أكتوبر", "أكتوبر"),
    ("Nov", "تشرين الثاني", "نوفمبر", "نونبر"),
    ("December", "كانون الأول", "ديسمبر", "دجنبر"),
)


@pytest.mark.parametrize(
    ("number", "names"), list(enumerate(MONTHS, 1)), ids=[n[0] for n in MONTHS]
)
def test_months_of_every_region_are_one(number: int, names: tuple[str, ...]) -> None:
    for name in names:
        found = quantities(f"1 {name} 1999")
        assert [quantity.kind for quantity in found] == ["number", "month", "number"]
        assert [int(quantity.value) for quantity in found] == [1, number, 1999]


@pytest.mark.parametrize(
    ("number", "names"),
    [
        (1, ("محرم", "Muharram")),
        (2, ("شهر صفر", "Safar")),
        (3, ("ربيع الأول", "Rabi al-Awwal", "Rabi' I")),
        (4, ("ربيع الآخر", "Rabi’ al-Thani", "Rabi II")),
        (5, ("جمادى الأولى", "Jumada al-Ula")),
        (6, ("جمادى الآخرة", "Jumada al-Akhirah")),
        (8, ("شعبان", "Sha'ban", "Shaaban")),
        (9, ("رمضان", "Ramadan")),
        (11, ("ذي القعدة", "Dhu al-Qa'dah", "Dhul-Qadah")),
        (12, ("ذو الحجة", "Dhu al-Hijjah", "Zul-Hijja", "Dhu'l-Hijja")),
    ],
)
def test_hijri_months_are_known_in_both_scripts(number: int, names: tuple[str, ...]) -> None:
    for name in names:
        found = quantities(f"7 {name} 1445")
        assert [quantity.kind for quantity in found] == ["number", "hijri-month", "number"]
        assert [int(quantity.value) for quantity in found] == [7, number, 1445]


@pytest.mark.parametrize(
    "text",
    ["You may go.", "They march on.", "الأب قال", "آب إلى بيته", "مارس الرياضة", "هذا محرم"],
)
def test_words_that_only_look_like_months_are_none(text: str) -> None:
    assert quantities(text) == ()


def test_words_that_may_be_months_are_so_beside_a_figure_or_behind_in() -> None:
    for text in ("May 5", "5 مارس", "in March", "شهر آب", "1st of May"):
        assert "month" in {quantity.kind for quantity in quantities(text)}
