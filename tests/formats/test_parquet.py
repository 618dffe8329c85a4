from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from align.config import ReadSettings
from align.errors import LimitError, MalformedError, MissingExtraError
from align.formats.memories import read_memory, units_of
from align.formats.reading import Reading

from . import samples
from .keeps import written

if TYPE_CHECKING:
    from pathlib import Path

pa: Any = pytest.importorskip("pyarrow", reason="the package pyarrow is not installed")
pq: Any = pytest.importorskip("pyarrow.parquet", reason="the package pyarrow is not installed")
LANGS = ("ar", "en")
UNITS = [unit for unit in samples.bitext().units if unit is not None]


def table(path: Path, columns: dict[str, list[Any]]) -> Path:
    """Make a Parquet file as others do."""
    pq.write_table(pa.table(columns), path)
    return path


def test_the_columns_have_types_and_names_for_all_there_is(tmp_path: Path) -> None:
    read = pq.read_table(written(tmp_path, "parquet", UNITS))
    types = {field.name: str(field.type) for field in read.schema}
    assert list(types) == [
        *("id", "type", "src_lang", "tgt_lang", "src_text", "tgt_text", "score", "doc"),
        *("src_ids", "tgt_ids", "src_lines", "tgt_lines", "src_files", "tgt_files"),
        *("flags", "props"),
    ]
    assert (types["src_text"], types["score"], types["src_lines"]) == (
        "string",
        "double",
        "list<element: int64>",
    )
    second = read.to_pylist()[1]
    assert (second["id"], second["score"], second["doc"]) == ("ubridge00000001", 0.5, "bridge")
    assert (second["src_ids"], second["src_files"]) == (["b2:0-42"], ["tales/bridge.txt"])
    assert second["props"][0] == {"name": "client", "text": "Museum & Söhne"}
    assert [flag["side"] for flag in second["flags"]] == [None, "target"]


def test_pandas_reads_the_same(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="the package pandas is not installed")
    frame = pandas.read_parquet(written(tmp_path, "parquet", UNITS))
    assert list(frame["src_text"]) == [unit.source for unit in UNITS]
    assert list(frame["score"]) == [unit.score for unit in UNITS]


def test_it_is_written_and_read_in_pieces(tmp_path: Path) -> None:
    units = [samples.unit(f"نعم {n}", f"Yes {n}", n) for n in range(25_000)]
    path = written(tmp_path, "parquet", units)
    groups = pq.ParquetFile(path).metadata
    assert [groups.row_group(n).num_rows for n in range(3)] == [10_000, 10_000, 5_000]
    assert next(read_memory(path, LANGS)) == units[0]
    assert sum(1 for _ in read_memory(path, LANGS)) == len(units)


def test_a_data_set_of_hugging_face_is_read(tmp_path: Path) -> None:
    rows = [{"en": "Yes", "ar": "نعم"}, {"en": "No", "ar": "لا"}]
    path = table(tmp_path / "in.parquet", {"id": [7, 8], "translation": rows, "n": [1.5, None]})
    units = list(read_memory(path, LANGS))
    # pyarrow sorts the names of a structure that it is not told of
    assert {(unit.source, unit.target) for unit in units} <= {("نعم", "Yes"), ("لا", "No")} | {
        ("Yes", "نعم"),
        ("No", "لا"),
    }
    assert [(unit.id, unit.props) for unit in units] == [("7", (("n", "1.5"),)), ("8", ())]


@pytest.mark.parametrize(
    "names", [("src_text", "tgt_text"), ("ar", "en"), ("sentence_ar", "sentence_en"), ("a", "b")]
)
def test_two_columns_of_texts_are_enough(tmp_path: Path, names: tuple[str, str]) -> None:
    texts = dict(zip(names, (["نعم", "لا"], ["Yes", "No"]), strict=True))
    units = list(read_memory(table(tmp_path / "in.parquet", texts), LANGS))
    assert [(unit.source_lang, unit.source, unit.target) for unit in units] == [
        ("ar", "نعم", "Yes"),
        ("ar", "لا", "No"),
    ]


def test_a_row_without_a_text_is_named_by_its_number(tmp_path: Path) -> None:
    path = table(tmp_path / "in.parquet", {"ar": ["نعم", None], "en": ["Yes", "No"]})
    with pytest.raises(MalformedError, match="line 2: the source of a unit is empty"):
        list(read_memory(path, LANGS))


def test_our_columns_with_something_else_in_them_are_no_units(tmp_path: Path) -> None:
    known = pq.read_table(written(tmp_path, "parquet", UNITS[:2])).to_pydict()
    path = table(tmp_path / "in.parquet", {**known, "flags": [["number"], None]})
    told = Reading(strict=False)
    assert len(list(units_of(path, told))) == 1
    assert told.losses.count("unit") == 1


@pytest.mark.parametrize("content", [b"", b"PAR1", b"a,b\n", b"PAR1 and more PAR1"])
def test_what_is_no_parquet_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "in.parquet").write_bytes(content)
    with pytest.raises(MalformedError, match="is no Parquet file"):
        list(read_memory(tmp_path / "in.parquet", LANGS))


def test_of_a_damaged_table_the_rows_before_are_read(tmp_path: Path) -> None:
    units = [samples.unit(f"نعم {n}", f"Yes {n}", n) for n in range(20_000)]
    path = written(tmp_path, "parquet", units)
    whole = path.read_bytes()
    half = len(whole) // 2
    path.write_bytes(whole[:half] + bytes(1_000) + whole[half + 1_000 :])
    told = Reading(strict=False)
    read = list(units_of(path, told))
    assert 5_000 < len(read) < len(units)
    assert read == units[: len(read)]
    assert told.losses.count("tail") == 1
    with pytest.raises(MalformedError, match="the rest is damaged"):
        list(read_memory(path, LANGS))


def test_a_table_that_unpacks_to_far_more_than_its_size_is_refused(tmp_path: Path) -> None:
    path = table(tmp_path / "in.parquet", {"ar": ["ا" * 10_000_000], "en": ["Yes"]})
    with pytest.raises(LimitError, match="unpacks to far more"):
        list(units_of(path, Reading(limits=ReadSettings(max_ratio=10))))


def test_without_pyarrow_the_message_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "parquet", UNITS)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r'pip install "pyarrow>=18"'):
        list(read_memory(path, LANGS))
    with pytest.raises(MissingExtraError, match=r'pip install "pyarrow>=18"'):
        written(tmp_path, "parquet", UNITS)
