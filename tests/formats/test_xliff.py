"""Writing XLIFF: what stands where, and that the schemas of the standard are kept."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from align.config import Settings
from align.errors import OutputError
from align.formats.memories import memory_writer, read_memory, turned

from . import samples
from .keeps import LANGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.model import TranslationUnit

# A folder with the schemas as the package php-symfony-translation of Debian has them.
SCHEMAS = Path(os.environ.get("XLIFF_XSD", "nowhere"))
SCHEMA = {".xlf": "xliff-core-1.2-strict.xsd", ".xliff": "xliff-core-2.0.xsd"}
NAMESPACES = {
    "a": "urn:oasis:names:tc:xliff:document:1.2",
    "b": "urn:oasis:names:tc:xliff:document:2.0",
    "mda": "urn:oasis:names:tc:xliff:metadata:2.0",
}

needs_schemas = pytest.mark.skipif(
    not SCHEMAS.is_dir(), reason="XLIFF_XSD names no folder with the schemas of XLIFF"
)
both = pytest.mark.parametrize("suffix", [".xlf", ".xliff"])


class Local(etree.Resolver):
    """Finds the schema of xml:lang, which those of XLIFF name by other places, beside them."""

    def resolve(self, system_url: str, _: str, context: object) -> object:  # type: ignore[override]
        name = system_url.rpartition("/")[2]
        return self.resolve_filename(str(SCHEMAS / name), context)  # type: ignore[attr-defined]


def written(path: Path, units: Iterable[TranslationUnit], settings: Settings | None = None) -> Path:
    with memory_writer(path, settings or Settings()) as writer:
        for unit in units:
            writer.write(unit)
    return path


def texts(path: Path, where: str) -> list[str]:
    found: Any = etree.parse(str(path)).xpath(where, namespaces=NAMESPACES)
    return [str(each) for each in found]


def documented(document: str, number: int) -> TranslationUnit:
    bitext = next(unit for unit in samples.bitext(document).units if unit is not None)
    return replace(bitext, id=f"u{number}")


@needs_schemas
@both
@pytest.mark.parametrize(
    "settings", [Settings(), Settings(date="20261121T210000Z", langs=("en-GB", "ar-Arab-EG"))]
)
def test_the_schema_of_the_standard_is_kept(
    suffix: str, tmp_path: Path, settings: Settings
) -> None:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Local())
    schema = etree.XMLSchema(etree.parse(str(SCHEMAS / SCHEMA[suffix]), parser))
    odd = replace(samples.unit("نعم", "Yes"), id='an id\nof "two" <lines>', props=(("a b", "%"),))
    filled, empty = tmp_path / f"filled{suffix}", tmp_path / f"empty{suffix}"
    with memory_writer(filled, settings) as writer:
        for aligned in (samples.bitext(), samples.crossing(), samples.nasty()):
            writer.write_bitext(aligned)
        for unit in (odd, odd):
            writer.write(unit)
    written(empty, [], settings)
    for path in (filled, empty):
        assert schema.validate(etree.parse(str(path))), schema.error_log


@both
def test_ids_that_are_no_tokens_or_stand_there_twice_come_back(suffix: str, tmp_path: Path) -> None:
    ids = ["u1", "u1", "a b & <c>", "ع", "'\"", "42"]
    units = [replace(samples.unit("نعم", "Yes"), id=name) for name in ids]
    path = written(tmp_path / f"m{suffix}", units)
    assert [unit.id for unit in read_memory(path, LANGS)] == ids
    numbers = texts(path, "//a:trans-unit/@id | //b:unit/@id")
    assert numbers == ["1", "2", "3", "4", "5", "6"]


@both
def test_names_of_props_may_have_white_space_and_signs(suffix: str, tmp_path: Path) -> None:
    props = (("my client", "a"), ("100%", "b"), ("a%20b", "c"), ("<&\">'", "d"), ("", "e"))
    unit = replace(samples.unit("نعم", "Yes"), props=props)
    (read,) = read_memory(written(tmp_path / f"m{suffix}", [unit]), LANGS)
    assert read == unit


@both
def test_each_run_of_a_document_has_a_file_of_its_own(suffix: str, tmp_path: Path) -> None:
    names = ["law", "law", "novel", "law"]
    units = [documented(name, number) for number, name in enumerate(names)]
    path = written(tmp_path / f"m{suffix}", [*units, samples.unit("نعم", "Yes")])
    files = texts(path, "//a:file/@original | //b:file/@original")
    assert files == ["law", "novel", "law", "memory"]
    assert list(read_memory(path, LANGS))[:4] == units


def test_units_of_other_direction_and_region_have_a_file_of_their_own_in_1_2(
    tmp_path: Path,
) -> None:
    unit = samples.unit("نعم", "Yes")
    units = [unit, turned(unit), replace(unit, source_lang="ar-SA", target_lang="en-GB")]
    path = written(tmp_path / "m.xlf", units)
    assert texts(path, "//a:file/@source-language") == ["ar", "en", "ar-SA"]
    assert texts(path, "//a:file/@target-language") == ["en", "ar", "en-GB"]
    assert list(read_memory(path, LANGS)) == units


def test_units_of_another_direction_are_refused_in_2_1_which_names_it_once(tmp_path: Path) -> None:
    unit = samples.unit("نعم", "Yes")
    with pytest.raises(OutputError, match=r"en-ar does not go with ar-en .*write XLIFF 1\.2"):
        written(tmp_path / "m.xliff", [unit, turned(unit)])
    assert list(tmp_path.iterdir()) == []


def test_the_languages_of_2_1_are_those_of_the_units_with_their_directions(
    tmp_path: Path,
) -> None:
    unit = turned(samples.unit("نعم", "Yes"))
    path = written(tmp_path / "m.xliff", [replace(unit, target_lang="ar-EG")])
    attributes = "//b:xliff/@srcLang | //b:xliff/@trgLang | //b:file/@srcDir | //b:file/@trgDir"
    assert texts(path, attributes) == ["en", "ar-EG", "ltr", "rtl"]
    empty = written(tmp_path / "empty.xliff", [], Settings(langs=("en", "ar")))
    assert texts(empty, "//b:xliff/@srcLang | //b:xliff/@trgLang") == ["en", "ar"]


@both
def test_a_code_that_is_no_language_is_refused(suffix: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="'ar_SA' is not a language code"):
        written(tmp_path / f"m{suffix}", [replace(samples.unit("ن", "Y"), source_lang="ar_SA")])


def test_a_unit_needs_review_when_its_score_is_low_or_something_was_found(tmp_path: Path) -> None:
    unit = samples.unit("نعم", "Yes")
    units = [
        unit,
        replace(unit, score=0.49),
        replace(unit, flags=(samples.FLAG,)),
        replace(unit, flags=(samples.PLACED,)),  # for information only
    ]
    first, second = (written(tmp_path / f"m{suffix}", units) for suffix in (".xlf", ".xliff"))
    review = "needs-review-translation"
    assert texts(first, "//a:target/@state") == ["translated", review, review, "translated"]
    states = ["translated", "initial", "initial", "translated"]
    assert texts(second, "//b:segment/@state") == states
    assert texts(second, "//b:segment/@subState") == ["align:doubtful"] * 2


def test_flags_are_notes_that_say_which_side_they_are_about(tmp_path: Path) -> None:
    flags = (samples.FLAG, samples.PLACED, replace(samples.FLAG, message=""))
    unit = replace(samples.unit("نعم", "Yes"), flags=flags)
    first, second = (written(tmp_path / f"m{suffix}", [unit]) for suffix in (".xlf", ".xliff"))
    messages = [flag.message or flag.id for flag in flags]
    assert texts(first, "//a:note/text()") == texts(second, "//b:note/text()") == messages
    assert texts(first, "//a:note/@annotates") == ["general", "target", "general"]
    assert texts(second, "//b:note/@appliesTo") == ["target"]
    assert texts(second, "//b:note/@category") == ["align:warning", "align:info", "align:warning"]


def test_a_date_is_written_only_if_one_is_given(tmp_path: Path) -> None:
    unit = samples.unit("نعم", "Yes")
    dated = written(tmp_path / "a.xlf", [unit], Settings(date="20261121T210000Z"))
    assert texts(dated, "//a:file/@date") == ["2026-11-21T21:00:00Z"]
    assert texts(written(tmp_path / "b.xlf", [unit]), "//a:file/@date") == []


@both
def test_white_space_in_the_texts_is_for_every_reader_to_keep(suffix: str, tmp_path: Path) -> None:
    path = written(tmp_path / f"m{suffix}", [samples.unit("نعم\u00a0 لا", "Yes")])
    assert texts(path, "//a:trans-unit/@xml:space | //b:file/@xml:space") == ["preserve"]
    (read,) = read_memory(path, LANGS, exact=True)
    assert read.source == "نعم\u00a0 لا"
