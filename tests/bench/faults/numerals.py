"""Faults in numbers, dates and units."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tests.bench.faults.cases import ARABIC, ENGLISH, Case, Pair, Site, on_a_side, with_side

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

__all__ = [
    "currency_changed",
    "date_day_moved",
    "date_month_changed",
    "figure_changed",
    "figure_dropped",
    "figures_swapped",
    "told_date_changed",
    "unit_changed",
]

FIGURE = re.compile(r"(?<![\w.,:/\u066b\u066c-])\d+(?:[.,\u066b\u066c]\d+)*(?![\w:/])")
MONTHS = {
    ENGLISH: (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    ARABIC: (
        *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو"),
        *("أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
    ),
}
NAMES = "|".join(name for names in MONTHS.values() for name in names)
MONTH = re.compile(rf"(?<=\d )(?:{NAMES})\b|\b(?:{NAMES})(?= \d)")  # beside a figure
DAY = re.compile(rf"\b\d\d?(?= (?:{NAMES})\b)")
LEVANTINE = (
    *("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز"),
    *("آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"),
)
HIJRI = (("محرم", "Muharram"), ("رجب", "Rajab"), ("رمضان", "Ramadan"), ("شوال", "Shawwal"))
# Sentences that name a date, to stand behind those that name none.
TOLD = (
    ("انعقد المجلس يوم {day} {arabic} {year}.", "The council met on {day} {english} {year}."),
    ("وصلت الشحنة في {day} {levant} {year}.", "The shipment arrived on {english} {day}, {year}."),
    ("ينتهي العقد في {day}/{month}/{year}.", "The contract expires on {day} {english} {year}."),
    ("يبدأ العرض الساعة {hour}:45 مساءً.", "The show starts at {hour}:45 pm."),
    ("وُلد في {day} {hijri} {ah} هـ.", "He was born on {day} {hijri_english} {ah} AH."),
)
LIMITS = ((13, 25), (1, 12), (1950, 2024), (1, 11), (50, 140))  # of the parts of a date
UNITS = (
    (("كيلومترا", "kilometres"), ("كيلوغراما", "kilograms")),
    (("مترا", "metres"), ("لترا", "litres")),
    (("غراما", "grams"), ("سنتيمترا", "centimetres")),
    (("طنا", "tonnes"), ("كيلومترا", "km")),
    (("بالمئة", "percent"), ("دولارا", "dollars")),
)
MEASURED = (
    ("بلغ المجموع {n} {arabic} في النهاية.", "In the end the total was {n} {english}."),
    ("نحتاج إلى {n} {arabic} على الأقل.", "We need at least {n} {english}."),
)
CURRENCIES = (("دولار", "dollars"), ("يورو", "euros"), ("ريال", "riyals"), ("درهم", "dirhams"))


class Date(NamedTuple):
    """The parts a sentence may name of a date; the Hijri one beside it is another day."""

    day: int
    month: int
    year: int
    hour: int
    hijri: int

    def told(self, template: str) -> str:
        """Return a sentence that names it."""
        arabic, english = HIJRI[self.hijri % len(HIJRI)]
        return template.format(
            day=self.day,
            month=self.month,
            year=self.year,
            hour=self.hour,
            ah=1300 + self.hijri,
            arabic=MONTHS[ARABIC][self.month - 1],
            levant=LEVANTINE[self.month - 1],
            english=MONTHS[ENGLISH][self.month - 1],
            hijri=arabic,
            hijri_english=english,
        )


def figure_changed(site: Site) -> Case | None:
    """Put another digit for one of a number's."""

    def change(text: str) -> str | None:
        match = _figure(text, site.rng)
        return match and _replaced(text, match, _other_digit(match.group(), site.rng))

    return on_a_side(site, change)


def figure_dropped(site: Site) -> Case | None:
    """Leave out a number."""

    def drop(text: str) -> str | None:
        match = _figure(text, site.rng)
        return match and " ".join(_replaced(text, match, "").split())

    return on_a_side(site, drop)


def figures_swapped(site: Site) -> Case | None:
    """Swap two neighbouring digits."""

    def swap(text: str) -> str | None:
        pairs = [
            at
            for match in FIGURE.finditer(text)
            for at in range(match.start(), match.end() - 1)
            if text[at : at + 2].isdigit() and text[at] != text[at + 1]
        ]
        if not pairs:
            return None
        at = site.rng.choice(pairs)
        return f"{text[:at]}{text[at + 1]}{text[at]}{text[at + 2 :]}"

    return on_a_side(site, swap)


def date_day_moved(site: Site) -> Case | None:
    """Move the day beside a month's name by some days."""

    def move(text: str) -> str | None:
        match = DAY.search(text)
        if match is None:
            return None
        return _replaced(text, match, str((int(match.group()) + site.rng.randint(1, 9)) % 28 + 1))

    return on_a_side(site, move)


def date_month_changed(site: Site) -> Case | None:
    """Name another month."""

    def change(text: str) -> str | None:
        match = MONTH.search(text)
        if match is None:
            return None
        names = next(names for names in MONTHS.values() if match.group() in names)
        others = [month for month in names if month != match.group()]
        return _replaced(text, match, site.rng.choice(others))

    return on_a_side(site, change)


def told_date_changed(site: Site) -> Case | None:
    """Add a date to both sides, and on one side another one."""
    template = site.rng.choice(TOLD)
    date = Date(*(site.rng.randint(*limits) for limits in LIMITS))
    part = site.rng.choice(("day", "month", "year"))
    parts = date._asdict()
    parts[part] = date.month % 12 + 1 if part == "month" else parts[part] + 2
    wrong = Date(**parts)._replace(hour=date.hour % 11 + 1, hijri=date.hijri + 7)
    right = _with_sentences(site.pair, [date.told(sentence) for sentence in template])
    side = site.rng.choice((ARABIC, ENGLISH))
    faulty = _with_sentences(site.pair, [wrong.told(sentence) for sentence in template])
    return Case(right, with_side(right, side, faulty[side]))


def unit_changed(site: Site) -> Case | None:
    """Add a measure to both sides, on one side in another unit."""
    first, second = site.rng.choice(UNITS)
    return _measure(site, first, second)


def currency_changed(site: Site) -> Case | None:
    """Add an amount to both sides, on one side in another currency."""
    first, second = site.rng.sample(CURRENCIES, 2)
    return _measure(site, first, second)


def _measure(site: Site, unit: tuple[str, str], wrong: tuple[str, str]) -> Case:
    template = site.rng.choice(MEASURED)
    number = site.rng.randint(13, 980)
    right, other = (
        _with_sentences(
            site.pair,
            [part.format(n=number, arabic=arabic, english=english) for part in template],
        )
        for arabic, english in (unit, wrong)
    )
    side = site.rng.choice((ARABIC, ENGLISH))
    return Case(right, with_side(right, side, other[side]))


def _with_sentences(pair: Pair, sentences: Sequence[str]) -> Pair:
    arabic, english = sentences
    return Pair(f"{pair.arabic} {arabic}", f"{pair.english} {english}")


def _figure(text: str, rng: Random) -> re.Match[str] | None:
    found = list(FIGURE.finditer(text))
    return rng.choice(found) if found else None


def _replaced(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


def _other_digit(figure: str, rng: Random) -> str:
    at = rng.choice([at for at, char in enumerate(figure) if char.isdigit()])
    value = int(figure[at])
    others = [digit for digit in range(1 if at == 0 else 0, 10) if digit != value]
    digit = chr(ord(figure[at]) - value + rng.choice(others))
    return figure[:at] + digit + figure[at + 1 :]
