from __future__ import annotations

import pytest
import regex

from align.segmenters.dialect import compiled


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"a\h+b", "a\t\u00a0b"),
        (r"a[\h,]+b", "a ,b"),
        (r"a\H\Vb", "axxb"),
        (r"a\vb", "a\u2028b"),
        (r"\x{41}\x{1F600}", "A😀"),
        (r"\Qe.g.\E.", "e.g.!"),
        (r"[\Q]-\E]+", "]-]"),
        (r"[a-z&&[^b]]", "c"),
        (r"\u0621\p{L}\p{IsArabic}", "ءبت"),
        (r"a\z", "a"),
        (r"\\Qa", "\\Qa"),
    ],
)
def test_patterns_of_icu_and_java_are_understood(pattern: str, text: str) -> None:
    assert compiled(pattern).fullmatch(text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [(r"\Qe.g.\E", "eXgX"), (r"a\Hb", "a b"), (r"[a-z&&[^b]]", "b"), (r"a\vb", "ab")],
)
def test_and_no_more_than_they_say(pattern: str, text: str) -> None:
    assert not compiled(pattern).fullmatch(text)


def test_end_of_text_before_a_last_line_break_is_java_s() -> None:
    assert compiled(r"a\Z").match("a\n")
    assert not compiled(r"a\z").match("a\n")


@pytest.mark.parametrize(
    "pattern", ["(", "[a", "a\\", "a**", r"\p{javaLowerCase}", r"\Y", r"(a)\1", r"(?<n>a)\k<n>"]
)
def test_what_means_nothing_here_is_refused(pattern: str) -> None:
    with pytest.raises(regex.error):
        compiled(pattern)
