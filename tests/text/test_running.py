from __future__ import annotations

import pytest

from align.text.running import running_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Close the door", ["the", "door"]),
        ("Yes", ["Yes"]),
        ("GitHub", []),
        ("see https://example.org/a-b and a_name", ["see", "and"]),
        ("run `make all` now", ["run", "now"]),
        ("<b>bold</b> {name}", ["bold"]),
        ('Somebody in "A long story"', ["in"]),
        ("“the whole is quoted”", ["the", "whole", "is", "quoted"]),
        ("أغلق الباب", ["أغلق", "الباب"]),
        ("a 5kg mp3", []),
    ],
)
def test_names_codes_and_titles_are_no_running_words(text: str, words: list[str]) -> None:
    assert running_words(text) == words
