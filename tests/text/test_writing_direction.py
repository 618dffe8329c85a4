from __future__ import annotations

import pytest

from align.text.writing_direction import unpaired


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("plain", None),
        ("a\u200fb\u061c", None),
        ("\u202aa\u202c \u2067b\u2069", None),
        ("\u202aa\u2067b\u2069\u202c", None),
        ("a\u202b", 1),
        ("a\u202c", 1),
        ("\u2066a\u202c", 2),
        ("\u202aa\u202eb\u202c", 0),
    ],
)
def test_the_first_mark_without_its_pair_is_found(text: str, place: int | None) -> None:
    assert unpaired(text) == place
