from __future__ import annotations

import pickle
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from align.errors import ConfigError, LimitError, UsageError
from align.segmenters.srx import SrxSegmenter, default_rules, parse, segmenter
from tests.segmenters.samples import block

if TYPE_CHECKING:
    from pathlib import Path

STOPS = ("yes", r"\.", r"\s")


def rule(breaks: str, before: str, after: str) -> str:
    return (
        f'<rule break="{breaks}"><beforebreak>{before}</beforebreak>'
        f"<afterbreak>{after}</afterbreak></rule>"
    )


def srx(
    groups: dict[str, list[tuple[str, str, str]]],
    maps: list[tuple[str, str]],
    *,
    cascade: str = "yes",
) -> bytes:
    rules = "".join(
        f'<languagerule languagerulename="{name}">{"".join(rule(*one) for one in members)}'
        "</languagerule>"
        for name, members in groups.items()
    )
    mapped = "".join(
        f'<languagemap languagepattern="{pattern}" languagerulename="{name}"/>'
        for pattern, name in maps
    )
    return (
        '<srx xmlns="http://www.lisa.org/srx20" version="2.0">'
        f'<header segmentsubflows="yes" cascade="{cascade}"/>'
        f"<body><languagerules>{rules}</languagerules><maprules>{mapped}</maprules></body></srx>"
    ).encode()


def one_group(*rules: tuple[str, str, str]) -> SrxSegmenter:
    return parse(srx({"All": list(rules)}, [(".*", "All")]), "own.srx")


def cut(rules: SrxSegmenter, text: str, lang: str = "en") -> list[str]:
    return [segment.text for segment in rules(block(text), lang)]


def test_text_is_cut_between_what_ends_and_what_begins() -> None:
    assert cut(one_group(STOPS), "One. Two. 3.5") == ["One.", "Two.", "3.5"]


def test_the_first_rule_that_speaks_decides() -> None:
    exception = ("no", r"\bMr\.", r"\s")
    assert cut(one_group(exception, STOPS), "Mr. A. B") == ["Mr. A.", "B"]
    assert cut(one_group(STOPS, exception), "Mr. A. B") == ["Mr.", "A.", "B"]


def test_a_break_rule_may_overrule_a_later_exception() -> None:
    rules = one_group(("yes", r"etc\.", r"\sThe"), ("no", r"etc\.", r"\s"), STOPS)
    assert cut(rules, "etc. The etc. a. b") == ["etc.", "The etc. a.", "b"]


def test_an_empty_side_of_a_rule_matches_anything() -> None:
    assert cut(one_group(("yes", "", r"\n")), "a b\nc") == ["a b", "c"]
    assert cut(one_group(("yes", r"\n", "")), "a b\nc") == ["a b", "c"]


def test_a_flag_holds_only_for_its_own_side() -> None:
    rules = one_group(("no", r"(?i)mr\.", r"\sA"), STOPS)
    assert cut(rules, "MR. A. b MR. a. c") == ["MR. A.", "b MR.", "a.", "c"]


def test_with_cascade_all_maps_that_match_are_asked_in_order() -> None:
    groups = {"English": [("no", r"Mr\.", r"\s")], "Default": [STOPS]}
    maps = [("EN.*", "English"), (".*", "Default")]
    rules = parse(srx(groups, maps), "own.srx")
    assert cut(rules, "Mr. A. B", "en-GB") == ["Mr. A.", "B"]
    assert cut(rules, "Mr. A. B", "de") == ["Mr.", "A.", "B"]


def test_without_cascade_only_the_first_map_that_matches_is_asked() -> None:
    groups = {"English": [("no", r"Mr\.", r"\s")], "Default": [STOPS]}
    maps = [("EN.*", "English"), (".*", "Default")]
    assert cut(parse(srx(groups, maps, cascade="no"), "own.srx"), "Mr. A. B") == ["Mr. A. B"]


def test_a_language_no_map_matches_is_not_cut() -> None:
    rules = parse(srx({"All": [STOPS]}, [("fr", "All")]), "own.srx")
    assert cut(rules, "Un. Deux.") == ["Un. Deux."]


def test_srx_1_0_without_a_namespace_is_read() -> None:
    old = (
        '<srx version="1.0"><header segmentsubflows="yes"/><body><languagerules>'
        f'<languagerule languagerulename="All">{rule(*STOPS)}</languagerule></languagerules>'
        '<maprules><maprule maprulename="Main">'
        '<languagemap languagepattern=".*" languagerulename="All"/></maprule></maprules>'
        "</body></srx>"
    )
    assert cut(parse(old.encode(), "old.srx"), "One. Two.") == ["One.", "Two."]


def test_a_rule_without_the_break_attribute_breaks() -> None:
    data = srx({"All": [STOPS]}, [(".*", "All")]).replace(b' break="yes"', b"")
    assert cut(parse(data, "own.srx"), "One. Two.") == ["One.", "Two."]


def test_comments_inside_a_pattern_are_no_part_of_it() -> None:
    data = srx({"All": [STOPS]}, [(".*", "All")]).replace(b"\\.<", b"<!-- a stop -->\\.<")
    assert cut(parse(data, "own.srx"), "One. Two.") == ["One.", "Two."]


@pytest.mark.parametrize("before", ["(", "[a", r"\p{Unheard}", "a)(b", r"(a)\1"])
def test_a_pattern_that_does_not_compile_is_named_with_file_and_rule(before: str) -> None:
    data = srx({"All": [STOPS, ("no", before, r"\s")]}, [(".*", "All")])
    with pytest.raises(ConfigError, match=r"own\.srx, rule 2 of All \(line 1\): .*not compile"):
        parse(data, "own.srx")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is not XML"),
        (b"<srx", "is not XML"),
        (b"<tmx/>", "root is <tmx>"),
        (b"<srx/>", "no <languagemap>"),
        (srx({"All": [STOPS]}, [(".*", "Al")]), "'Al', which is no <languagerule>; known are All"),
        (srx({"All": [STOPS]}, [("(", "All")]), r"languagemap '\(': .* does not compile"),
        (srx({"All": [("maybe", "a", "b")]}, [(".*", "All")]), "neither yes nor no"),
        (b"<srx><languagemap languagerulename='a'/></srx>", "is no <languagerule>"),
        (b"<srx><languagerule/></srx>", "line 1: <languagerule> has no languagerulename"),
    ],
)
def test_what_is_not_sound_srx_is_refused_with_the_reason(data: bytes, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        parse(data, "own.srx")


def test_entities_are_neither_expanded_nor_fetched() -> None:
    body = srx({"All": [("yes", "&out;", r"\s")]}, [(".*", "All")])
    declared = b'<!DOCTYPE srx [<!ENTITY out SYSTEM "file:///etc/hostname">]>' + body
    with pytest.raises(ConfigError, match="uses the entity &out;"):
        parse(declared, "own.srx")


def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "قواعد.srx"
    path.write_bytes(srx({"All": [STOPS]}, [(".*", "All")]))
    assert cut(segmenter(str(path)), "One. Two.") == ["One.", "Two."]


def test_a_file_that_cannot_be_read_is_a_usage_error(tmp_path: Path) -> None:
    for path in (tmp_path / "none.srx", tmp_path):
        with pytest.raises(UsageError, match="cannot be read"):
            segmenter(str(path))


def test_a_pattern_that_backtracks_without_end_is_stopped_and_named() -> None:
    rules = replace(one_group(("yes", r"y(?:x+x+)+", r"\.")), seconds=0.2)
    with pytest.raises(LimitError, match=r"rule 1 of All .* takes more than 0\.2 s"):
        cut(rules, "x" * 5000 + ". a")


def test_an_exception_that_backtracks_without_end_is_stopped_too() -> None:
    rules = replace(one_group(("no", r"\.", r"\s(?:a+a+)+b"), STOPS), seconds=0.2)
    with pytest.raises(LimitError, match="rule 1 of All"):
        cut(rules, "x. " + "a" * 5000)


def test_a_segmenter_can_be_sent_to_another_process() -> None:
    rules = pickle.loads(pickle.dumps(default_rules()))
    assert cut(rules, "Dr. Hall left. He ran.") == ["Dr. Hall left.", "He ran."]


def test_the_default_rules_are_parsed_once() -> None:
    assert default_rules() is default_rules()


@pytest.mark.parametrize(
    "unit",
    [
        "Dr. Hall left at 5 p.m. for the U.S. “Why?” she asked. See Fig. 3, i.e. the map. [4] ",
        "حضر أ.د. سامي سنة 1990 م. وقال: «انتهى الأمر. لن أعود». ثم مضى… أين؟ ",
        *[")", " ", ".", ". ", "[1] ", "a.", "U.S. ", ". [1] ", "\u200f", "." + " " * 50, ' "'],
    ],
)
def test_a_hundred_thousand_characters_take_a_moment(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    default_rules().cuts(unit, "ar")
    start = time.process_time()
    default_rules().cuts(text, "ar")
    assert time.process_time() - start < 5  # a fifth of a second for prose; quadratic would be 20
