"""Records are frozen and travel between processes; so do errors."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import re
from typing import Any

import pytest

from align import errors, model
from align.config import ReadSettings, Settings
from align.errors import AlignError
from align.evaluate import Counts, Result
from align.lines import LineBead

PLACE = model.Place(line=1, start=0, length=4)
BLOCK = model.Block(id="b1", kind="paragraph", text="كَتب", place=PLACE)
SIDE = model.Side(lang="ar", blocks=(BLOCK,))
SOURCE = model.Source(path="a/نص.txt", format="plain", encoding="utf_8", sha256="0" * 64)
ANCHOR = model.Anchor(source=range(1), target=range(1))
BITEXT = model.Bitext(id="a#1", source=SIDE, target=SIDE, layout="pair", anchors=(ANCHOR,))
SEGMENT = model.Segment(block=BLOCK, start=0, end=4)
BEAD = model.Bead(source=range(1), target=range(1), cost=0.5, posterior=0.9)
ALIGNMENT = model.Alignment(
    bitext=BITEXT, source=(SEGMENT,), target=(SEGMENT,), beads=(BEAD,), stretches=(range(1),)
)
FLAG = model.Flag(id="number", severity="warning", message="check it")
LOCATION = model.Location(path="a.txt", block="b1", line=1, start=0, end=4)
ORIGIN = model.Origin(document="a", source=(LOCATION,), target=(LOCATION,))
UNIT = model.TranslationUnit(
    id="u0",
    source="كتب",
    target="He wrote",
    source_lang="ar",
    target_lang="en",
    kind="1-1",
    score=0.9,
    flags=(FLAG,),
    origin=ORIGIN,
    props=(("client", "ACME"),),
)
PASSAGE = model.Passage(lang="ar", block="b1", start=0, end=4, text="كتب", reason="omission")
JOB = model.Job(id="a", paths=("/in/a.txt",), names=("a.txt",))
ALIGNED_BITEXT = model.AlignedBitext(alignment=ALIGNMENT, units=(UNIT,))
RECORDS: list[Any] = [
    *(PLACE, BLOCK, SIDE, SOURCE, ANCHOR, BITEXT, SEGMENT, BEAD, ALIGNMENT, FLAG, LOCATION),
    *(ORIGIN, UNIT, PASSAGE, JOB, ALIGNED_BITEXT),
    model.Document(id="a", source=SOURCE, text="كتب", blocks=(BLOCK,), removed=(PASSAGE,)),
    model.Split(bitexts=(BITEXT,), passages=(PASSAGE,)),
    model.Aligned(
        job=JOB, sources=(SOURCE,), bitexts=(ALIGNED_BITEXT,), unaligned=(PASSAGE,), removed=()
    ),
    model.Monolingual(job=JOB, sources=(SOURCE,), lang="ar", unaligned=(PASSAGE,), removed=()),
    model.Failed(job=JOB, error="EmptyError", message="a.txt: holds no text"),
]
OTHERS: list[Any] = [
    *(Settings(), ReadSettings(), Counts(1, 1, 2, 3), Result(sentences=4)),
    LineBead(source=(0,), target=(0, 2), cost=0.1, posterior=0.9),
]
ERRORS = [getattr(errors, name) for name in errors.__all__]


def name_of(thing: Any) -> str:
    return type(thing).__name__


def test_every_record_of_the_model_is_tried_here() -> None:
    records = {name for name in model.__all__ if dataclasses.is_dataclass(getattr(model, name))}
    assert {name_of(record) for record in RECORDS} == records


@pytest.mark.parametrize("record", RECORDS + OTHERS, ids=name_of)
def test_a_record_comes_back_equal_from_pickling_and_copying(record: Any) -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(record, protocol)) == record
    assert copy.copy(record) == record
    assert copy.deepcopy(record) == record


@pytest.mark.parametrize("record", RECORDS + OTHERS, ids=name_of)
def test_a_record_cannot_be_changed(record: Any) -> None:
    field = dataclasses.fields(record)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(record, field, None)
    with pytest.raises((dataclasses.FrozenInstanceError, AttributeError, TypeError)):
        record.something_new = 1
    assert not hasattr(record, "__dict__")


@pytest.mark.parametrize("record", RECORDS, ids=name_of)
def test_a_record_takes_its_fields_by_name_only(record: Any) -> None:
    values = [getattr(record, field.name) for field in dataclasses.fields(record)]
    with pytest.raises(TypeError):
        type(record)(*values)


@pytest.mark.parametrize("record", RECORDS, ids=name_of)
def test_a_record_is_a_key_of_dictionaries(record: Any) -> None:
    assert {record: 1}[copy.deepcopy(record)] == 1


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_comes_back_whole_from_pickling_and_copying(kind: type[AlignError]) -> None:
    error = kind("a.txt", "is odd", "mend it")
    for found in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(found) is kind
        assert str(found) == "a.txt: is odd; mend it"
        assert (found.where, found.what, found.next_step) == ("a.txt", "is odd", "mend it")
        assert found.exit_code == kind.exit_code


def test_an_error_without_place_or_way_out_is_still_a_sentence() -> None:
    assert str(AlignError("", "is odd")) == "is odd"
    assert str(AlignError("a.txt", "is odd")) == "a.txt: is odd"


def test_every_error_stands_in_the_drawn_tree_under_its_base_with_its_exit_code() -> None:
    drawn = re.findall(
        r"^    ([│ ]*[├└]── )?(\w+Error)\s+(\d+)?", errors.__doc__ or "", re.MULTILINE
    )
    assert sorted(name for _, name, _ in drawn) == errors.__all__
    bases: dict[int, type[AlignError]] = {}
    for branch, name, code in drawn:
        kind, depth = getattr(errors, name), len(branch) // 4
        bases[depth] = kind
        assert kind.__base__ is (bases[depth - 1] if depth else Exception), name
        assert not code or int(code) == kind.exit_code, name
