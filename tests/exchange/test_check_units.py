"""What is wrong with a unit, which tools that concerns, and what each of them does."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from align.exchange.checking.catalogue import KINDS
from align.presets import PRESETS

from .broken import AR, EN, END, LINES_BEFORE, START, checked, ids, tu, tuv, whole, write

if TYPE_CHECKING:
    from pathlib import Path

LONG = "م" * 2_001
HI = "<hi>bridge</hi>"
CASES = {
    "an underscore in a code": (tu(ar="ar_SA"), "code"),
    "a code of three letters": (tu(ar="ara"), "code"),
    "a code without a region": (tu(ar="ar"), "locale"),
    "no code": (tu().replace(' xml:lang="en-US"', ""), "no-code"),
    "the code of old": (tu().replace('xml:lang="en-US"', 'lang="en-US"'), "no-code"),
    "one language": (f"<tu>{tuv('جسر', AR)}</tu>", "missing-language"),
    "three languages": (tu().replace("</tu>", f"{tuv('pont', 'fr')}</tu>"), "more-languages"),
    "one language twice": (tu().replace("</tu>", f"{tuv('a', 'en-GB')}</tu>"), "same-language"),
    "another source language": (tu(srclang="en-US"), "srclang"),
    "a source language that is not there": (tu(srclang="fr"), "srclang"),
    "an empty side": (tu("جسر", ""), "empty"),
    "a side of spaces": (tu("\n ", "bridge"), "empty"),
    "a side of nothing but a forbidden character": (tu("جسر", "&#2;"), "empty"),
    "a space at the end": (tu("جسر "), "edge-space"),
    "a no-break space at the start": (tu(target="\u00a0bridge"), "edge-space"),
    "a mark of direction at the end": (tu("جسر\u200f"), "edge-mark"),
    "a line break": (tu(target="old\nbridge"), "line-break"),
    "a tab": (tu(target="old&#9;bridge"), "line-break"),
    "a line separator": (tu(target="old\u2028bridge"), "line-break"),
    "too many characters": (tu(LONG), "over-limit"),
    "a forbidden character": (tu(target="old\x02bridge"), "forbidden-character"),
    "a reference to one": (tu(target="old&#x1F;bridge"), "forbidden-character"),
    "a reference to one in decimals": (tu(target="old&#31;bridge"), "forbidden-character"),
    "a surrogate": (tu(target="old&#xD800;bridge"), "forbidden-character"),
    "a lost character": (tu(target="br\ufffddge"), "lost-character"),
    "decomposed letters": (tu(unicodedata.normalize("NFD", "آمن")), "not-nfc"),
    "presentation forms": (tu("\ufe9f\ufeb4\ufeae"), "presentation-form"),
    "an inline code": (tu(target="old <ph x='1'>{b}</ph>bridge"), "inline-code"),
    "white space in its id": (tu(tuid="a b"), "id-space"),
    "a date of another form": (tu(creationdate="21.11.2026"), "date"),
    "a field of OmegaT": (tu(props='<prop type="x-auto">1</prop>'), "reserved-field"),
    "a field that binds it to a file": (tu(props='<prop type="file">a</prop>'), "reserved-field"),
    "a field without x-": (tu(props='<prop type="client">a</prop>'), "field-name"),
    "a field without a type": (tu(props="<prop>a</prop>"), "no-type"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_with_a_unit_is_found_with_line_and_id(tmp_path: Path, name: str) -> None:
    unit, wanted = CASES[name]
    findings, tally = checked(write(tmp_path / "a.tmx", whole(tu("ماء", "water"), unit)))
    (found,) = (finding for finding in findings if finding.id == wanted)
    assert (found.line, found.unit) == (LINES_BEFORE + 2, "a b" if "a b" in unit else "tu2")
    assert found.message
    assert found.severity == KINDS[wanted].severity
    assert tally.units == 2


def test_a_pair_a_source_and_an_id_that_come_again_are_found(tmp_path: Path) -> None:
    units = (tu(tuid="a"), tu(tuid="b"), tu(target="dam", tuid="a"), tu("ماء", "water"))
    findings, _ = checked(write(tmp_path / "a.tmx", whole(*units)))
    assert [(found.id, found.unit) for found in findings] == [
        ("duplicate", "b"),
        ("repeated-id", "a"),
        ("several-targets", "a"),
    ]
    assert findings[0].message == "the same pair as unit a in line 6"
    assert "line 6" in findings[1].message


def test_of_a_unit_that_is_no_pair_nothing_else_is_said(tmp_path: Path) -> None:
    foreign = "".join(map(tuv, ("Brücke", "pont"), ("de-DE", "fr-FR")))
    path = write(tmp_path / "a.tmx", whole(f"<tu>{foreign}</tu>"))
    assert ids(path, "trados") == ["missing-language"]


def test_another_region_than_before_is_found(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tmx", whole(tu(), tu("ماء", "water", ar="ar-EG")))
    (found,) = checked(path, "trados")[0]
    assert (found.id, found.severity, found.tools) == ("region", "error", ("trados",))
    assert found.message == "ar-EG where other units have ar-SA"
    assert [one.severity for one in checked(path, "omegat")[0]] == ["warning"]
    assert ids(path, "trados", tmx_lang=(("ar", "ar-EG"),)) == ["region"]
    assert checked(path, tmx_lang=(("ar", "ar-EG"),))[0][0].unit == "tu1"


def test_fields_should_name_their_type_for_a_tool_that_wants_it(tmp_path: Path) -> None:
    fields = '<prop type="x-a">1</prop><prop type="x-b:SingleString">2</prop>'
    path = write(tmp_path / "a.tmx", whole(tu(props=fields), tu("ماء", "water", props=fields)))
    (found,) = checked(path, "trados")[0]
    assert (found.id, found.severity, found.unit) == ("untyped-field", "info", "tu1")
    assert ids(path) == []


def test_text_around_codes_and_highlighted_text_is_no_white_space_at_an_edge(
    tmp_path: Path,
) -> None:
    units = (tu(target="<ph>x</ph> bridge"), tu("ماء", f"the {HI}"))
    assert ids(write(tmp_path / "a.tmx", whole(*units))) == ["inline-code"]


def test_a_reference_that_two_portions_share_is_found(tmp_path: Path) -> None:
    start = START + '<tu><tuv xml:lang="ar-SA"><seg>'
    portion = 1 << 16
    for back in range(1, 7):
        filler = "m" * (portion - len(start.encode()) - back)
        content = f"{start}{filler}&#x1F;</seg></tuv>{tuv('a', EN)}</tu>{END}"
        found = ids(write(tmp_path / "a.tmx", content), "omegat")
        assert "forbidden-character" in found, back
        assert "not-xml" not in found


def test_findings_can_be_ignored_and_then_count_for_nothing(tmp_path: Path) -> None:
    from align.config import CheckSettings

    path = write(tmp_path / "a.tmx", whole(tu("جسر", "")))
    assert checked(path, "trados")[1].verdicts()["trados"].refused == 1
    findings, tally = checked(path, "trados", checks=CheckSettings(ignore=("empty",)))
    assert findings == []
    assert tally.verdicts()["trados"].accepted == 1


def test_every_kind_says_what_is_wrong_and_what_known_tools_do() -> None:
    for name, kind in KINDS.items():
        assert kind.says, name
        assert kind.effects.keys() <= PRESETS.keys(), name
        assert kind.effects, name


def test_a_side_that_is_longer_than_the_settings_allow_is_found(tmp_path: Path) -> None:
    from align.config import CheckSettings

    path = write(tmp_path / "a.tmx", whole(tu("م" * 60)))
    assert ids(path) == []
    findings, _ = checked(path, checks=CheckSettings(longest=50))
    assert [(one.id, one.side, one.tools) for one in findings] == [("too-long", "source", ())]
