"""Settings: where they come from, which one wins, and what is refused."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.config import ONE_FILE_LAYOUTS, ReadSettings, Settings, load_settings
from align.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator


def load(**sources: Any) -> Settings:
    """Load settings without the environment of whoever runs the tests."""
    return load_settings(sources.pop("flags", None), **{"environment": {}} | sources)


def test_without_any_source_settings_are_the_defaults() -> None:
    assert load() == Settings()


def test_flags_outweigh_assignments_and_those_the_environment_and_that_the_file(
    tmp_path: Path,
) -> None:
    config = tmp_path / "settings.toml"
    config.write_text("min_score = 0.1\n[read]\nmax_block = 1\n", encoding="utf-8")
    sources: dict[str, Any] = {"config": config}
    assert load(**sources).min_score == 0.1
    sources["environment"] = {"ALIGN_MIN_SCORE": "0.2", "ALIGN_READ__MAX_BLOCK": "2", "HOME": "x"}
    assert load(**sources).min_score == 0.2
    assert load(**sources).read.max_block == 2
    sources["assignments"] = ["min_score=0.3", " read.max_block = 3"]
    assert load(**sources).min_score == 0.3
    assert load(**sources).read.max_block == 3
    sources["flags"] = {"min_score": 0.4}
    assert load(**sources).min_score == 0.4


@pytest.mark.parametrize(
    ("assignment", "key", "value"),
    [
        ("langs=en, ar", "langs", ("en", "ar")),
        ("formats=tmx", "formats", ("tmx",)),
        ("tmx_lang=ar=ar-SA, en=en-GB", "tmx_lang", (("ar", "ar-SA"), ("en", "en-GB"))),
        ("props=client=A=B", "props", (("client", "A=B"),)),
        ("layout=stacked", "layout", "stacked"),
        ("min_score=1", "min_score", 1.0),
        ("segment=srx:a=b.srx", "segment", "srx:a=b.srx"),
    ],
)
def test_texts_become_the_type_of_their_setting(assignment: str, key: str, value: object) -> None:
    assert getattr(load(assignments=[assignment]), key) == value


@pytest.mark.parametrize("text", ["true", "Yes", " 1"])
def test_yes_is_said_in_several_ways(text: str) -> None:
    assert load(assignments=[f"read.repair={text}"]).read.repair is True


@pytest.mark.parametrize(
    ("assignment", "words"),
    [
        ("langs=ar", "langs: 'ar' is not two names"),
        ("langs=ar,en,fr", "is not two names"),
        ("langs=ar,ar", "same language"),
        ("langs=ar,engl", "'engl' is not a language code"),
        ("read.repair=maybe", "--set read.repair: 'maybe' is not yes or no"),
        ("read.max_bytes=1.5", "'1.5' is not a whole number"),
        ("read.max_bytes=0", "read.max_bytes: is less than 1"),
        ("checks.longest=0", "checks.longest: is less than 1"),
        ("checks.ignored=quote", "did you mean checks.ignore"),
        ("min_score=nan", "not between 0 and 1"),
        ("min_score=-0.1", "not between 0 and 1"),
        ("read.encoding=utf-99", "'utf-99' is not a known encoding"),
        ("read.encoding=rot13", "'rot13' is not a known encoding"),
        ("layout=heap", "'heap' is not a layout"),
        ("date=2020", "'2020' is not a date"),
        ("tmx_lang=ar", "'ar' is not NAME=VALUE"),
        ("tmx_lang=ar=Arabic", "tmx_lang: 'Arabic' is not a language code"),
        ("props=two words=x", "'two words' is not a name"),
        ("props==x", "is not NAME=VALUE"),
        ("props=score=1", "has a meaning of its own"),
        ("colour=red", "--set colour: is not a setting; known are aligner"),
        ("read=x", "--set read: is not a setting"),
        ("read.repiar=1", "did you mean read.repair"),
        ("aligner", "'aligner' has no '='"),
        ("=x", "is not a setting"),
    ],
)
def test_what_cannot_be_is_refused_by_name(assignment: str, words: str) -> None:
    with pytest.raises(ConfigError) as refused:
        load(assignments=[assignment])
    assert words in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        *("langs = 5", "min_score = true", "read.max_block = 2.5", "read.max_block = true"),
        *("read.repair = 1", "props = [[1, 2, 3]]", "aligner = ['a']", "read.encoding = 5"),
        "read = 5",
    ],
)
def test_a_value_of_the_wrong_type_names_the_file_and_the_setting(
    tmp_path: Path, text: str
) -> None:
    config = tmp_path / "settings.toml"
    config.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as refused:
        load(config=config)
    assert str(refused.value).startswith(f"{config}: {text.partition(' ')[0]}: ")


def test_a_bad_variable_of_the_environment_is_named() -> None:
    for name, words in (("ALIGN_MIN_SCORE", "'x' is not a number"), ("ALIGN_FOO", "not a setting")):
        with pytest.raises(ConfigError, match=f"environment variable {name}: .*{words}"):
            load(environment={name: "x"})


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    for content in (b"aligner = gale", b"\xff\xfe"):
        (tmp_path / "bad.toml").write_bytes(content)
        with pytest.raises(ConfigError, match=r"bad\.toml: is not TOML"):
            load(config=tmp_path / "bad.toml")
    for missing in (tmp_path, tmp_path / "none.toml"):
        with pytest.raises(ConfigError, match="cannot be read"):
            load(config=missing)


LANG_CODES = st.sampled_from(("ar", "en", "de", "fa", "ar-SA", "zh-Hant-TW"))
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=9).map(str.strip)
READ = st.builds(
    ReadSettings,
    encoding=st.none() | st.sampled_from(("utf-8", "utf-16", "windows-1256")),
    repair=st.booleans(),
    max_bytes=st.integers(1, 2**40),
)
SETTINGS = st.builds(
    Settings,
    langs=st.lists(LANG_CODES, min_size=2, max_size=2, unique=True).map(tuple),
    layout=st.none() | st.sampled_from(ONE_FILE_LAYOUTS),
    formats=st.lists(st.sampled_from(("tmx", "tei", "tsv")), max_size=3).map(tuple),
    props=st.lists(st.tuples(st.just("client"), TEXT), max_size=2).map(tuple),
    min_score=st.floats(0, 1),
    read=READ,
)


@given(SETTINGS)
def test_settings_survive_a_toml_file(settings: Settings) -> None:
    with TemporaryDirectory() as folder:
        config = Path(folder) / "settings.toml"
        config.write_text("\n".join(toml(dataclasses.asdict(settings))), encoding="utf-8")
        assert load(config=config) == settings


def toml(table: dict[str, Any], prefix: str = "") -> Iterator[str]:
    """Yield the lines of a table of settings; what is None is left out."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from toml(value, f"{prefix}{key}.")
        elif value is not None:  # texts, numbers and lists are written as in JSON
            yield f"{prefix}{key} = {json.dumps(value, ensure_ascii=False)}"


def test_the_signature_changes_with_what_shapes_the_output() -> None:
    changed = [Settings(min_score=0.6), Settings(read=ReadSettings(repair=True))]
    assert len({one.signature() for one in (Settings(), *changed)}) == 3
    assert Settings().signature() == load().signature()
