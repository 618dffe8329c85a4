from __future__ import annotations

import pytest

from align.text.languages import CANDIDATES
from align.text.names import language_name

CODES = sorted({lang for langs in CANDIDATES.values() for lang in langs.split()})


@pytest.mark.parametrize("lang", CODES)
def test_every_language_that_can_be_recognised_has_a_name(lang: str) -> None:
    assert language_name(lang) != lang


def test_a_region_or_capitals_change_no_name() -> None:
    assert language_name("AR-SA") == language_name("ar") == "Arabic"


def test_a_language_without_a_name_is_called_by_its_code() -> None:
    assert language_name("tlh-Latn") == "tlh-Latn"
