"""Terms in Latin letters, addresses and placeholders."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.evidence.latin import latin_keys, latin_terms


def keys(text: str) -> list[tuple[str, str]]:
    return [(term.key, term.kind) for term in latin_terms(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ثبّت Node.js الآن", [("node.js", "word")]),
        ("لغة C++ ولغة C#", [("c++", "word"), ("c#", "word")]),
        ("شبكة 5G", [("5g", "word")]),
        ("GitHub's rules", [("github", "word"), ("rules", "word")]),
        ("ملف report.PDF هنا", [("report.pdf", "file")]),
        ("زر https://www.Example.org/a/.", [("example.org/a", "address")]),
        ("(http://a.org/b_(c))", [("a.org/b_(c)", "address")]),
        ("راسل Info@Example.org.", [("info@example.org", "email")]),
        ("<b>نص</b> &amp;", [("<b>", "tag"), ("</b>", "tag"), ("&amp;", "tag")]),
        ("{0} ${name} {{x}}", [(k, "placeholder") for k in ("{0}", "${name}", "{{x}}")]),
        ("%s و%1$d و%(name)s", [(k, "placeholder") for k in ("%s", "%1$d", "%(name)s")]),
        ("اكتب `git push`", [("`git push`", "code")]),
        ("انظر [١٢، ١٤]", [("[12,14]", "citation")]),
        ("as shown [12–14]", [(w, "word") for w in ("as", "shown")] + [("[12-14]", "citation")]),
        ("كما قال (Smith et al., 2004)", [("smith 2004", "author")]),
        ("البقرة ٢:٢٥٥", [("2:255", "verse")]),
        ("لا شيء هنا، ٢٠٢٤ و a", []),
    ],
)
def test_terms_have_a_kind_and_a_key(text: str, expected: list[tuple[str, str]]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("خدمة GitHub", "a GitHub-based service"),
        ("موقع example.org/a", "see https://example.org/a/"),
        ("الآية ٢:٢٥٥", "verse 2:255"),
        ("المرجع [٣،٤]", "reference [3, 4]"),
        ("(Ibn Sina 1025)", "(Ibn Sina, 1025)"),
    ],
)
def test_the_other_side_has_the_keys_of_the_arabic_one(arabic: str, english: str) -> None:
    ours = latin_keys(arabic)
    assert ours
    assert ours & latin_keys(english)


def test_another_name_has_another_key() -> None:
    assert not latin_keys("خدمة GitHub") & latin_keys("the GitLab service")


PIECES = ("Git", "ع", " ", ".", "@", "<", ">", "{", "}", "%s", "[1", "]", "(A", "2004)", "2:5", "'")


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES)).map("".join)))
@settings(deadline=None, max_examples=300)
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    reached = 0
    for term in latin_terms(text):
        assert reached <= term.start < term.end <= len(text)
        reached = term.end
        again = latin_terms(text[term.start : term.end])
        assert [other.key for other in again] == [term.key]


@pytest.mark.parametrize(
    "piece",
    ["a.", ".", "{", "<a", "a@", "1:", "[1,", "`", "(A", "a", "http://", "%(", "(Aa et al. ", "A'"],
)
def test_time_grows_with_the_length_of_the_text_only(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        start = time.process_time()
        latin_terms(text)
        return time.process_time() - start

    seconds(1000)
    assert seconds(100_000) < 40 * seconds(5_000) + 0.5
