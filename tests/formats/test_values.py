"""Translations in JSON, in every shape that people keep them in."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.config import ReadSettings
from align.errors import EncodingError, LimitError, MalformedError
from align.formats.json import loading, streaming
from align.formats.reading import Reading

from .foreign import read

if TYPE_CHECKING:
    from pathlib import Path

YES_NO = [("نعم", "Yes"), ("لا", "No")]


def written(folder: Path, value: Any, name: str = "texts.json") -> Path:
    path = folder / name
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "value",
    [
        [{"ar": "نعم", "en": "Yes"}, {"ar": "لا", "en": "No"}],
        [{"translation": {"ar": "نعم", "en": "Yes"}}, {"translation": {"ar": "لا", "en": "No"}}],
        {"data": [{"en_US": "Yes", "ar_EG": "نعم"}, {"EN": "No", "AR": "لا"}]},
        {"yes": {"Arabic": "نعم", "English": "Yes"}, "no": {"Arabic": "لا", "English": "No"}},
        {"ar": {"a": "نعم", "b": {"c": "لا"}}, "en": {"a": "Yes", "b": {"c": "No"}}},
        {"ar": ["نعم", "لا"], "en": ["Yes", "No"]},
        [{"source": "نعم", "target": "Yes"}, {"src": "لا", "tgt": "No"}],
        {"نعم": "Yes", "لا": "No"},
        {"answers": {"نعم": "Yes", "لا": "No"}},
    ],
)
def test_every_shape_is_read(tmp_path: Path, value: Any) -> None:
    found = read(written(tmp_path, value))
    assert found.pairs == YES_NO
    assert {unit.source_lang[:2].lower() for unit in found.units} == {"ar"}
    assert {unit.target_lang[:2].lower() for unit in found.units} == {"en"}
    assert found.losses == {}


@pytest.mark.parametrize(
    "value",
    [
        {"Good morning": "صباح الخير", "Good night": "ليلة سعيدة"},
        [{"source": "OK", "target": "OK"}, {"source": "Good morning", "target": "صباح الخير"}],
    ],
)
def test_the_languages_of_nameless_sides_are_told_by_scripts(tmp_path: Path, value: Any) -> None:
    units = read(written(tmp_path, value)).units
    assert {(unit.source_lang, unit.target_lang) for unit in units} == {("en", "ar")}


def test_what_is_said_of_a_unit_stays_with_it(tmp_path: Path) -> None:
    unit = {"ar": "افتح", "en-GB": "Open", "id": 7, "score": 0.50, "note": "a verb", "done": True}
    value = {"menu": {"open": {**unit, "fr": "Ouvrir", "html": {"b": "x", "i": None}}}}
    found = read(written(tmp_path, value))
    (read_unit,) = found.units
    assert (read_unit.id, read_unit.score, read_unit.target_lang) == ("7", 0.5, "en-GB")
    assert read_unit.props == (("key", "menu.open"), ("note", "a verb"), ("done", "true"))
    assert found.losses == {"language": 1, "property": 1}


@pytest.mark.parametrize("names", [("ar.json", "en.json"), ("app.ar.json", "app.en-GB.json")])
@pytest.mark.parametrize("first", [0, 1])
def test_two_files_named_alike_are_paired_by_their_keys(
    tmp_path: Path, names: tuple[str, str], first: int
) -> None:
    texts = [
        {"title": "المتحف", "door": {"open": "مفتوح", "days": ["الأحد"]}, "only": "وحيد", "n": 1},
        {"title": "Museum", "door": {"days": ["Sunday", "Monday"], "open": "Open"}, "n": 1},
    ]
    paths = [written(tmp_path, *each) for each in zip(texts, names, strict=True)]
    written(tmp_path, {"title": "Musée"}, names[0].replace("ar", "fr"))
    found = read(paths[first])
    pairs = [("المتحف", "Museum"), ("مفتوح", "Open"), ("الأحد", "Sunday")]
    assert found.pairs == pairs
    assert [dict(unit.props)["key"] for unit in found.units] == [
        "title",
        "door.open",
        "door.days.0",
    ]
    assert found.units[0].target_lang == names[1].split(".")[-2]
    assert found.losses == {"unaligned": 4}  # only, Monday, and n of either file


def test_a_file_with_both_languages_needs_none_beside_it(tmp_path: Path) -> None:
    written(tmp_path, {"yes": "Yes"}, "en.json")
    path = written(tmp_path, {"yes": {"ar": "نعم", "en": "Yes"}}, "ar.json")
    assert read(path).pairs == [("نعم", "Yes")]


def test_a_link_beside_a_file_is_not_followed(tmp_path: Path) -> None:
    secret = written(tmp_path, {"yes": "Yes"}, "secret.txt")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "en.json").symlink_to(secret)
    with pytest.raises(MalformedError, match="lay the file of the other language beside it"):
        read(written(tmp_path / "in", {"yes": "نعم"}, "ar.json"))


def test_what_is_no_pair_is_counted(tmp_path: Path) -> None:
    value = [
        {"ar": "نعم", "en": "Yes"},
        {"ar": 5, "en": 6},
        {"ar": "لا", "en": ""},
        {"ar": "ربما", "en": None},
        "alone",
        12,
        None,
    ]
    found = read(written(tmp_path, value))
    assert found.pairs == [("نعم", "Yes")]
    assert found.losses == {"unaligned": 4, "property": 2}


def test_exact_texts_may_be_empty_and_keep_their_white_space(tmp_path: Path) -> None:
    path = written(tmp_path, [{"ar": " نعم\n", "en": ""}])
    assert read(path, Reading(exact=True)).pairs == [(" نعم\n", "")]


def test_keys_that_stand_twice_are_counted(tmp_path: Path) -> None:
    found = read(written(tmp_path, '[{"ar": "لا", "en": "Yes", "ar": "نعم"}]'))
    assert found.pairs == [("نعم", "Yes")]
    assert found.losses == {"unit": 1}


def test_half_a_surrogate_pair_is_repaired_and_counted(tmp_path: Path) -> None:
    found = read(written(tmp_path, r'[{"ar": "نعم\ud83d", "en": "Yes \ud83d\ude00"}]'))
    assert found.pairs == [("نعم\ufffd", "Yes \U0001f600")]
    assert found.losses == {"bytes": 1}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("value", [[{"ar": "نعم", "en": "Yes"}], {"a": {"ar": "نعم", "en": "Yes"}}])
def test_every_unicode_encoding_is_read(tmp_path: Path, encoding: str, value: Any) -> None:
    path = tmp_path / "texts.json"
    path.write_bytes(json.dumps(value, ensure_ascii=False).encode(encoding))
    assert read(path).pairs == [("نعم", "Yes")]


@pytest.mark.parametrize("text", ["[]", "{}", "null", ' [ {"a": null} ] '])
def test_a_file_without_texts_has_no_units(tmp_path: Path, text: str) -> None:
    assert read(written(tmp_path, text)) == ([], {})


@pytest.mark.parametrize(
    "value", [{"door.open": "مفتوح"}, ["نعم", "Yes"], '"نعم"', 7, {"en": "Yes"}]
)
def test_a_file_that_pairs_nothing_is_refused_with_the_way_out(tmp_path: Path, value: Any) -> None:
    with pytest.raises(MalformedError, match=r"no texts in ar and en.*name their languages"):
        read(written(tmp_path, value))


@pytest.mark.parametrize("text", ['[\n{"ar": "نعم", "en": "Yes"},\n{"ar": "لا"', '[\n\n{"ar" 1}]'])
def test_a_damaged_list_is_read_up_to_the_damage(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(MalformedError, match="line 3: this is not JSON"):
        read(path, Reading())
    found = read(path)
    assert found.pairs == [("نعم", "Yes")] * text.count("Yes")
    assert found.losses == {"tail": 1}


@pytest.mark.parametrize("text", ['{"a":\n', '{"a": "b"}\n{', "nothing", ""])
def test_a_damaged_object_is_refused(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(MalformedError, match=r"line \d: this is not JSON"):
        read(path, Reading())
    assert read(path) == ([], {"tail": 1})


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "[" * 300 + "]" * 300, '{"a":' * 300 + "1" + "}" * 300]
)
def test_what_is_nested_without_end_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(LimitError, match="nested deeper than 200 levels"):
        read(written(tmp_path, text))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "texts.json"
    path.write_bytes(b'{"ar": "\xe4\xe3", "en": "x"}')
    with pytest.raises(EncodingError, match="is not UTF-8"):
        read(path)


def test_limits_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, {"a": {"ar": "نعم", "en": "Yes"}})
    with pytest.raises(LimitError, match="larger than 9 bytes"):
        read(path, Reading(limits=ReadSettings(max_bytes=9)))
    monkeypatch.setattr(loading, "LARGEST", 9)
    with pytest.raises(LimitError, match="larger than 9 bytes and no list"):
        read(path)


@settings(deadline=None, max_examples=60)
@given(
    size=st.integers(1, 40),
    value=st.lists(
        st.recursive(
            st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9)),
            lambda inner: st.one_of(
                st.lists(inner, max_size=3),
                st.dictionaries(
                    st.sampled_from(["ar", "en", "id", "a b", "نص"]), inner, max_size=4
                ),
            ),
            max_leaves=12,
        ),
        max_size=6,
    ),
)
def test_a_list_in_pieces_is_the_list(
    size: int, value: list[Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("list")
    path = written(folder, value)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(streaming, "CHUNK", size)
        items = list(streaming.items_of(path, Reading()))
    assert items == loading.loaded(path, Reading())
    with suppress(MalformedError):  # for it may pair nothing
        read(path)
