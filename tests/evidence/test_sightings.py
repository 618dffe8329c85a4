"""Names of the English side heard on the Arabic one."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import numpy as np
import pytest

from align.evidence.names import names
from align.evidence.sightings import ArabicWords, name_links
from align.text.capitals import capitals
from tests.own import gold

PUD = Path(os.environ.get("EVALUATION_DATA", "")) / "gold" / "pud" / "docs"


def seen(key: str, *texts: str) -> list[tuple[int, str]]:
    return [
        (sighting.segment, texts[sighting.segment][sighting.start : sighting.end])
        for sighting in ArabicWords(texts).sightings(key)
    ]


def test_a_transliterated_name_is_seen_with_its_clitics() -> None:
    assert seen("haddad", "قال كريم", "ذهبت ولحداد إلى السوق") == [(1, "ولحداد")]


@pytest.mark.parametrize("arabic", ["عاد إلى مصر", "أهل مصر القدماء", "شعر المصريين", "بمصر"])
def test_a_name_of_the_table_is_seen_in_all_its_forms(arabic: str) -> None:
    assert seen("egypt", arabic)


def test_an_arabic_name_of_two_words_is_seen_as_one() -> None:
    text = "قررت الأمم المتحدة اليوم"
    assert seen("united nations", text) == [(0, "الأمم المتحدة")]
    assert seen("united nations", "أمم كثيرة ومتحدة") == []


def test_compounds_are_seen_written_apart_or_not() -> None:
    assert seen("abdulkarim", "جاء عبد الكريم") == [(0, "عبد الكريم")]
    assert seen("abdulkarim", "جاء عبدالكريم") == [(0, "عبدالكريم")]


def test_an_adjective_of_a_people_is_seen() -> None:
    assert seen("canaanite", "المدينة الكنعانية") == [(0, "الكنعانية")]


def test_a_name_left_in_latin_letters_is_seen() -> None:
    assert seen("wikidata", "موقع Wikidata مفيد") == [(0, "Wikidata")]


@pytest.mark.parametrize("key", ["salma", "omar", "lisbon", "germany", "ali"])
def test_a_name_is_not_seen_in_text_without_it(key: str) -> None:
    assert seen(key, "ذهب الولد إلى المدرسة في الصباح وعاد منها عند المساء.") == []


def test_vowel_marks_hide_no_name() -> None:
    assert seen("khadijah", "قَالَتْ خَدِيجَةُ") == [(0, "خَدِيجَةُ")]


def test_links_join_the_segments_that_share_a_name() -> None:
    english = ["We saw Salma.", "It rained.", "Then Karim met Salma in Cairo."]
    arabic = ["نزل المطر", "رأينا سلمى", "ثم التقى كريم سلمى في القاهرة"]
    links = name_links(english, arabic)
    ends = zip(links.source.tolist(), links.target.tolist(), strict=True)
    pairs = dict(zip(ends, links.weight.tolist(), strict=True))
    assert pairs.keys() == {(0, 1), (0, 2), (2, 1), (2, 2)}
    assert pairs[2, 2] > 2.7
    assert pairs[0, 1] == pairs[0, 2] == pairs[2, 1] <= 1


@pytest.mark.parametrize(("english", "arabic"), [([], ["سلمى"]), (["We saw Salma."], []), ([], [])])
def test_an_empty_side_has_no_links(english: list[str], arabic: list[str]) -> None:
    assert len(name_links(english, arabic)) == 0


def test_names_of_our_own_texts_link_true_beads_more_than_others() -> None:
    beads = [bead for bead in gold() if bead[0] and bead[1]]
    links = name_links([" ".join(en) for _, en in beads], [" ".join(ar) for ar, _ in beads])
    near = links.weight[links.source == links.target].sum()
    next_to = links.weight[np.abs(links.source - links.target) == 1].sum() / 2
    assert near > 3 * next_to


def test_a_name_in_every_segment_makes_links_linear_in_the_text() -> None:
    start = time.perf_counter()
    links = name_links(["And Salma spoke."] * 4000, ["وتكلمت سلمى"] * 4000)
    assert len(links) <= 40 * 8000
    assert time.perf_counter() - start < 10


@pytest.mark.skipif(not PUD.is_dir(), reason="evaluation data not found: set EVALUATION_DATA")
def test_most_names_of_news_are_seen_on_the_right_side_and_few_on_a_random_one() -> None:
    right = wrong = total = 0
    for path in sorted(PUD.glob("*.en.txt")):
        english = path.read_text("utf-8").split("\n")
        arabic = path.with_name(re.sub(r"en\.txt$", "ar.txt", path.name)).read_text("utf-8")
        words, said = ArabicWords(arabic.split("\n")), capitals(english)
        for number, text in enumerate(english):
            other = (number + len(english) // 2) % len(english)
            for name in names(text, said):
                there = [{s.segment for s in words.sightings(p.key)} for p in name.parts]
                right += 2 * sum(number in part for part in there) >= len(there)
                wrong += 2 * sum(other in part for part in there) >= len(there)
                total += 1
    assert right >= 0.83 * total
    assert wrong <= 0.04 * total
