from __future__ import annotations

import pytest

from align.bitext import split
from tests.layouts.texts import PAIRS, document, layouts, sides

LANGS = ("ar", "en")
ARABIC = [source for source, _ in PAIRS]
ENGLISH = [target for _, target in PAIRS]


@pytest.mark.parametrize("mark", [" – ", " — ", " - ", " / ", " = ", ": ", "  ", " → ", "–"])
@pytest.mark.parametrize("first", [0, 1])
def test_both_halves_of_a_line_are_found(mark: str, first: int) -> None:
    found = split(document([mark.join((pair[first], pair[1 - first])) for pair in PAIRS]), LANGS)
    assert (layouts(found), sides(found)) == (["inline"], (ARABIC, ENGLISH))
    assert len(found.bitexts[0].anchors) == len(PAIRS)


def test_a_mere_space_between_the_scripts_is_a_separator() -> None:
    phrases = [PAIRS[index] for index in (0, 1, 2, 3, 5)]
    found = split(document([" ".join(pair) for pair in phrases]), LANGS)
    assert layouts(found) == ["inline"]
    assert sides(found) == ([pair[0] for pair in phrases], [pair[1] for pair in phrases])


def test_a_single_line_is_enough() -> None:
    found = split(document(["Opening hours – أوقات الدوام"]), LANGS)
    assert (layouts(found), sides(found)) == (["inline"], (["أوقات الدوام"], ["Opening hours"]))


def test_the_usual_order_decides_where_both_halves_are_latin() -> None:
    lines = [*(" – ".join(pair) for pair in PAIRS), "GitHub – GitHub", "COVID-19 – Covid disease"]
    source, target = sides(split(document(lines), LANGS))
    assert (source[-2:], target[-2:]) == (["GitHub", "COVID-19"], ["GitHub", "Covid disease"])


def test_a_separator_inside_a_half_does_not_cut_it() -> None:
    lines = [" – ".join(pair) for pair in PAIRS]
    lines.append("المكتبة – طابقها الأول – مغلقة – The library – its first floor – is closed")
    source, target = sides(split(document(lines), LANGS))
    assert source[-1] == "المكتبة – طابقها الأول – مغلقة"
    assert target[-1] == "The library – its first floor – is closed"


def test_an_address_stays_with_the_half_it_ends() -> None:
    lines = [": ".join(pair) for pair in PAIRS]
    lines.append("العنوان: https://lib.example: The address: https://lib.example")
    source, target = sides(split(document(lines), LANGS))
    assert (source[-1], target[-1]) == (
        "العنوان: https://lib.example",
        "The address: https://lib.example",
    )


def test_a_line_in_one_language_stays_whole() -> None:
    lines = [" – ".join(pair) for pair in PAIRS]
    found = split(document([*lines[:4], "قسم الأطفال – الطابق الأول", *lines[4:]]), LANGS)
    assert layouts(found) == ["inline"]
    assert sides(found)[0][4] == "قسم الأطفال – الطابق الأول"
