"""Addresses, placeholders, tags and terms that one side has and the other has not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.checks.terms import terms
from align.evidence.pair import Pair, Text
from tests.checks.gold import NEEDS_GOLD, RIGHT, pair, right_pairs, seconds

ERRORS = {"address", "placeholder", "tag"}


def found(both: Pair) -> list[tuple[str, str | None, str]]:
    """Return the id and side of every flag, and the text it marks."""
    return [
        (flag.id, flag.side, both.side(flag.side).text[flag.start : flag.end])
        for flag in terms(both)
        if flag.side is not None
    ]


def test_a_flag_says_what_is_missing_where() -> None:
    (flag,) = terms(pair("راسل info@example.org", "Write to us"))
    assert flag.id == "address"
    assert flag.severity == "error"
    assert flag.message == "“info@example.org” is not in the target"


@pytest.mark.parametrize(
    ("arabic", "english", "flags"),
    [
        (
            "انظر https://example.org/a.",
            "See https://example.org/b.",
            [
                ("address", "source", "https://example.org/a"),
                ("address", "target", "https://example.org/b"),
            ],
        ),
        ("راسلنا", "Mail a@example.org", [("address", "target", "a@example.org")]),
        ("مرحبا {name}", "Hello {names}", [
            ("placeholder", "source", "{name}"),
            ("placeholder", "target", "{names}"),
        ]),
        ("بقي %d ملف", "%d of %d left", [("placeholder", "target", "%d")]),
        ("بقي %1$d", "%2$d left", [("placeholder", "source", "%1$d"),
                                   ("placeholder", "target", "%2$d")]),
        ("بقي %(n)d", "some left", [("placeholder", "source", "%(n)d")]),
        ("<b>مهم</b>", "<b>Important", [("tag", "source", "</b>")]),
        ("سطر<br/>سطر", "line line", [("tag", "source", "<br/>")]),
        ("كلمة&nbsp;هنا", "word here", [("tag", "source", "&nbsp;")]),
        ("كلمة هنا", "word&nbsp;here", [("tag", "target", "&nbsp;")]),
        ("خدمة GitLab", "the GitHub service", [("term", "source", "GitLab")]),
        ("ورق بحجم A5", "A4 paper", [("term", "source", "A5"), ("term", "target", "A4")]),
        ("افتح الملف", "open notes.docx", [("term", "target", "notes.docx")]),
        ("اكتب الأمر", "type `git log`", [("term", "target", "`git log`")]),
    ],
)  # fmt: skip
def test_what_is_changed_or_left_out_is_marked(
    arabic: str, english: str, flags: list[tuple[str, str, str]]
) -> None:
    assert found(pair(arabic, english)) == flags


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("زر www.example.org/ اليوم", "Visit https://example.org today"),
        ("الموقع example.org", "the site https://example.org"),
        ("https://ar.example.org/ar/help", "https://en.example.org/en/help"),
        ("من %2$s إلى %1$s", "to %s from %s"),
        ("{b} ثم {a}", "{a} then {b}"),
        ("<b>أ</b> <i>ب</i>", "<i>a</i> <b>b</b>"),
        ("سطر<br>سطر", "line<br />line"),
        ('<a href="/ar">هنا</a>', '<a href="/en">here</a>'),
        ("أمن وسلامة", "safety &amp; security"),
        ("زادت 50% في السنة", "It rose 50% in a year"),
        ("فيروس كوفيد-19", "COVID-19"),
        ("انفلونزا إتش1 إن1", "H1N1 flu"),
        ("شبكات الجيل الخامس", "5G networks"),
        ("منظمة الصحة العالمية", "the WHO"),
        ("في منتصف الستينيات", "in the mid-1960s"),
        ("فتح fork جديد", "he forked it"),
        ("نص Wi-Fi", "the wifi text"),
        ("وزنه 5kg", "it weighs 5 kilos"),
        ("<https://example.org>", "https://example.org"),
    ],
)
def test_what_is_the_same_is_not_flagged(arabic: str, english: str) -> None:
    assert found(pair(arabic, english)) == []


def test_the_arabic_side_is_known_by_its_language_and_not_by_its_place() -> None:
    turned = Pair(source=Text("the GitHub service", "en"), target=Text("خدمة GitLab", "ar"))
    assert found(turned) == [("term", "target", "GitLab")]


def test_a_side_that_is_not_arabic_at_all_is_left_to_other_checks() -> None:
    assert found(pair("Bonjour à tous les amis", "Hello to all friends")) == []


@given(st.text(max_size=80))
@settings(deadline=None)
def test_a_text_lacks_nothing_of_itself(text: str) -> None:
    assert found(pair(text, text)) == []


@given(st.text(max_size=60), st.text(max_size=60))
@settings(deadline=None)
def test_spans_lie_in_their_texts(arabic: str, english: str) -> None:
    both = pair(arabic, english)
    for flag in terms(both):
        assert flag.side is not None
        assert 0 <= flag.start < flag.end <= len(both.side(flag.side).text)


@pytest.mark.parametrize("piece", ["A1 ", "{a} ", "<b>", "%s ", "www.a ", "a@b.c ", "`a` "])
def test_time_grows_with_the_length_of_the_texts_only(piece: str) -> None:
    def taken(length: int) -> float:
        return seconds(terms, pair("كلمة " * length, (piece * length)[:length]))

    taken(1000)
    assert taken(8_000) < 40 * taken(2_000) + 0.5


@NEEDS_GOLD
@pytest.mark.parametrize("name", RIGHT)
def test_hardly_any_right_pair_is_flagged(name: str) -> None:
    right = right_pairs(name)
    flags = [{flag.id for flag in terms(both)} for both in right]
    assert sum(bool(ids & ERRORS) for ids in flags) <= 0.002 * len(right)
    assert sum("term" in ids for ids in flags) <= 0.02 * len(right)
