"""From a file to units: the whole path over real texts."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from align.config import ReadSettings, Settings
from align.errors import UsageError
from align.model import Aligned, Failed, Job, Monolingual, Outcome
from align.pipeline import align_job, run, signature
from align.runners import serial
from align.segmenters import chosen, srx
from tests import own

ROOT = Path(__file__).parents[1]
CORPORA = ROOT / "corpora"
MANIFEST = json.loads((CORPORA / "manifest.json").read_text(encoding="utf-8"))["documents"]
SEEDS = Path(os.environ.get("EVALUATION_DATA") or ROOT.parent / "shared" / "data") / "seeds"
PERSIAN = (
    "این یک متن فارسی است که برای آزمایش نوشته شده و باید به عنوان زبان دیگری شناخته شود، "
    "زیرا نه عربی است و نه انگلیسی."
)


def job(*paths: Path) -> Job:
    names = tuple(path.name for path in paths)
    return Job(id=paths[0].stem, paths=tuple(map(str, paths)), names=names)


def aligned(path: Path, settings: Settings | None = None) -> Aligned:
    outcome = align_job(job(path), settings or Settings())
    assert isinstance(outcome, Aligned)
    return outcome


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def pairs(outcome: Outcome) -> list[tuple[str, str]]:
    assert isinstance(outcome, Aligned)
    units = [unit for bitext in outcome.bitexts for unit in bitext.units if unit is not None]
    return [(unit.source, unit.target) for unit in units]


@pytest.mark.parametrize("document", MANIFEST, ids=lambda document: document["name"])
def test_our_documents_come_out_in_their_layout_with_nearly_every_bead_right(
    document: dict[str, Any],
) -> None:
    outcome = align_job(job(*(CORPORA / name for name in document["files"])), Settings())
    assert isinstance(outcome, Aligned)
    assert [b.alignment.bitext.layout for b in outcome.bitexts] == [document["layout"]]
    lines = (CORPORA / document["gold"]).read_text(encoding="utf-8").splitlines()
    rows = [line.replace(" ‖ ", " ").split("\t") for line in lines]
    gold = Counter((source, target) for _, source, target in rows if source and target)
    found = Counter(pairs(outcome))
    assert (gold & found).total() >= 0.93 * gold.total()


@pytest.mark.skipif(not SEEDS.is_dir(), reason=f"no evaluation data in {SEEDS}")
def test_the_bilingual_seed_gives_its_nineteen_pairs_and_the_others_are_monolingual() -> None:
    outcomes = {path.name[:3]: align_job(job(path), Settings()) for path in SEEDS.glob("*.txt")}
    found = pairs(outcomes.pop("002"))
    lines = (SEEDS / next(SEEDS.glob("002*")).name).read_text(encoding="utf-8").split("\n")
    text = " ".join(line for line in lines if line.strip())
    assert len(found) == 19
    assert " ".join([source for source, _ in found] + [target for _, target in found]) == text
    assert all(isinstance(outcome, Monolingual) for outcome in outcomes.values())
    assert len(outcomes) == 4


def test_every_unit_leads_back_to_its_place_in_the_file() -> None:
    outcome = aligned(CORPORA / "news-dam.txt")
    lines = (CORPORA / "news-dam.txt").read_text(encoding="utf-8").split("\n")
    for bitext in outcome.bitexts:
        for unit in filter(None, bitext.units):
            assert unit.origin is not None
            for location, text in (
                (unit.origin.source[0], unit.source),
                (unit.origin.target[0], unit.target),
            ):
                words = lines[location.line - 1][location.start : location.end]
                assert text.startswith(words)


def test_a_third_language_is_listed_and_not_aligned(tmp_path: Path) -> None:
    story = (CORPORA / "story-well.txt").read_text(encoding="utf-8")
    outcome = aligned(written(tmp_path, "story.txt", f"{story}\n\n{PERSIAN}\n"))
    strange = [p for p in outcome.unaligned if p.reason == "other-language"]
    assert [(passage.lang, passage.text) for passage in strange] == [("fa", PERSIAN)]
    assert pairs(outcome) == pairs(aligned(CORPORA / "story-well.txt"))


def pair_of(folder: Path, source: list[str], target: list[str]) -> Aligned:
    files = [
        written(folder, f"text.{lang}.txt", "\n\n".join(side))
        for lang, side in (("ar", source), ("en", target))
    ]
    outcome = align_job(job(*files), Settings())
    assert isinstance(outcome, Aligned)
    return outcome


def test_blocks_that_have_changed_places_are_aligned_and_told(tmp_path: Path) -> None:
    beads = [bead for bead in own.gold() if all(bead)][:160]
    source, target = ([" ".join(bead[side]) for bead in beads] for side in (0, 1))
    outcome = pair_of(tmp_path, source, target[80:] + target[:80])
    (bitext,) = outcome.bitexts
    assert len(bitext.alignment.stretches) == 2
    assert any(note.startswith("blocks have changed places: 2 ") for note in outcome.notes)
    found = pairs(outcome)
    assert sum(pair in found for pair in zip(source, target, strict=True)) >= 0.9 * len(beads)


def test_sides_that_do_not_belong_together_are_told(tmp_path: Path) -> None:
    source, _ = own.sides(own.gold("essay-water"))
    _, target = own.sides(own.gold("guide-solar"))
    outcome = pair_of(tmp_path, source, target)
    (note,) = [note for note in outcome.notes if "less alike" in note]
    assert "check that the one translates the other" in note
    for name in ("essay-water", "guide-solar"):
        whole = pair_of(tmp_path, *own.sides(own.gold(name)))
        assert not any("less alike" in note for note in whole.notes)


def test_english_as_source_turns_the_units_round() -> None:
    forth = pairs(aligned(CORPORA / "phrases-museum.txt"))
    back = pairs(aligned(CORPORA / "phrases-museum.txt", Settings(langs=("en", "ar"))))
    assert {(b, a) for a, b in back} & set(forth)
    assert len({(b, a) for a, b in back} ^ set(forth)) <= 0.1 * len(forth)


def test_a_file_that_cannot_be_read_is_a_value_and_not_an_exception(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"\x00\x01\x02" * 100)
    outcome = align_job(job(path), Settings())
    assert isinstance(outcome, Failed)
    assert outcome.error == "BinaryError"
    assert "x.txt" in outcome.message


def test_a_segment_over_the_limit_is_refused_by_name(tmp_path: Path) -> None:
    path = written(tmp_path, "long.txt", "كلمة " * 50 + "\n\n" + "word " * 50)
    outcome = align_job(job(path), Settings(read=ReadSettings(max_segment=100)))
    assert isinstance(outcome, Failed)
    assert "read.max_segment" in outcome.message
    assert "long.txt" in outcome.message


def test_two_languages_of_one_script_want_two_files(tmp_path: Path) -> None:
    path = written(tmp_path, "x.txt", "Guten Tag.\n\nBonjour.\n")
    outcome = align_job(job(path), Settings(langs=("de", "fr")))
    assert isinstance(outcome, Failed)
    assert "--pair" in outcome.message


def test_an_srx_file_of_the_users_own_cuts_the_text(tmp_path: Path) -> None:
    rules = written(
        tmp_path,
        "semicolon.srx",
        '<srx version="2.0" xmlns="http://www.lisa.org/srx20"><header segmentsubflows="yes" '
        'cascade="no"/><body><languagerules><languagerule languagerulename="All">'
        '<rule break="yes"><beforebreak>[;؛]</beforebreak><afterbreak>\\s</afterbreak></rule>'
        '</languagerule></languagerules><maprules><languagemap languagepattern=".*" '
        'languagerulename="All"/></maprules></body></srx>',
    )
    text = written(tmp_path, "x.txt", "جاء الصيف؛ ورحل الشتاء.\n\nSummer came; winter left.\n")
    settings = Settings(segment=f"srx:{rules}", aligner="gale-church")
    assert pairs(align_job(job(text), settings)) == [
        ("جاء الصيف؛", "Summer came;"),
        ("ورحل الشتاء.", "winter left."),
    ]
    with pytest.raises(UsageError):
        chosen(Settings(segment="srx:nowhere.srx"))


def test_the_signature_names_rules_and_encoder(tmp_path: Path) -> None:
    one = signature(Settings())
    assert one.partition("+")[2].startswith("use/")
    assert "+" not in signature(Settings(aligner="gale-church"))
    rules = resources.files("align.segmenters") / "default.srx"
    for number, text in enumerate([rules.read_bytes(), rules.read_bytes() + b"<!-- changed -->"]):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "my.srx").write_bytes(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path / "0")
        first = signature(Settings(segment="srx:my.srx"))
        srx.segmenter.cache_clear()
        patch.chdir(tmp_path / "1")
        assert signature(Settings(segment="srx:my.srx")) != first


def test_the_files_of_a_run_are_whole_only_when_it_has_ended(tmp_path: Path) -> None:
    shutil.copy(CORPORA / "story-well.txt", tmp_path)
    output = tmp_path / "out"
    output.mkdir()
    settings = Settings(aligner="gale-church")
    outcomes = run([job(tmp_path / "story-well.txt")], settings, output, serial.imap)
    next(outcomes)
    assert not (output / "unaligned.jsonl").exists()
    assert list(outcomes) == []
    assert {path.name for path in output.iterdir()} >= {
        "story-well.tmx", "story-well.tei.xml", "memory.tmx",
        "segmentation.srx", "segmentation.conf",
        "unaligned.jsonl", "removed.jsonl", "failed.jsonl",
    }  # fmt: skip
    assert not list(output.glob("*.partial"))
