"""``default.srx`` cuts alike in Java: with the JDK alone, and in OmegaT itself."""

from __future__ import annotations

import random
import shutil
import subprocess
from importlib import resources
from pathlib import Path

import pytest

from align.segmenters.srx import default_rules
from tests.segmenters.samples import block

HERE = Path(__file__).parent
CORPORA = HERE.parents[1] / "corpora"
OMEGAT = Path("/usr/share/omegat/OmegaT.jar")
PIECES = """
الكتاب وقال د. أ.د. ود. هـ. م. ق. م. ق.م. ر.س. ص.ب. 1990 ١٢ 12. 3.5 الخ. الذي الموافق ومج. تح.
انتهى. نعم! أين؟ ثم… ثم... «قال انتهى». انتهى.» (قال.) ؛ ، وDr. Smith
Mr. Dr. J. R. U.S. J.R. The the London iPhone e.g. No. Vol. IV 5 p.m. EST Monday I. I vs. Inc. St.
etc. cd. it's a&m. done. why? said.” “Go! 'so.' ... .. . … ? ! [3] [1, 2] note.[4] raised.¹ :) 😄
1. A. (4). art. it. - — * *bold.* \u200f end.\u200f 你好。再见 x
"""


def in_java(program: str, texts: list[tuple[str, str]], *options: str) -> list[list[str]]:
    with resources.as_file(resources.files("align.segmenters") / "default.srx") as rules:
        done = subprocess.run(
            ["java", *options, str(HERE / program), str(rules)],
            input="".join(f"{lang}\t{text}\0" for lang, text in texts).encode(),
            capture_output=True,
            check=True,
        )
    records = done.stdout.decode().split("\0")[:-1]
    return [[part.strip() for part in record.split("\1") if part.strip()] for record in records]


def in_python(texts: list[tuple[str, str]]) -> list[list[str]]:
    rules = default_rules()
    return [[segment.text for segment in rules(block(text), lang)] for lang, text in texts]


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, str]]:
    """Our own corpora, whole and by line in either language, and texts made up of hard pieces."""
    files = [path.read_text(encoding="utf-8") for path in sorted(CORPORA.glob("*.[tm][xd]*"))]
    lines = [line for file in files for line in file.splitlines()]
    chance, pieces = random.Random(20), PIECES.split()
    mixed = [" ".join(chance.choices(pieces, k=chance.randint(2, 25))) for _ in range(3000)]
    return [
        (lang, text)
        for text in files + lines + mixed
        if text.strip()
        for lang in ("ar", "en", "fr")
    ]


@pytest.mark.skipif(shutil.which("java") is None, reason="java is not installed")
def test_java_compiles_every_rule_and_cuts_where_we_cut(texts: list[tuple[str, str]]) -> None:
    assert in_java("SrxCuts.java", texts) == in_python(texts)


@pytest.mark.skipif(shutil.which("java") is None, reason="java is not installed")
@pytest.mark.skipif(not OMEGAT.exists(), reason="OmegaT is not installed")
def test_omegat_cuts_where_we_cut(texts: list[tuple[str, str]]) -> None:
    assert in_java("OmegatCuts.java", texts, "-cp", str(OMEGAT)) == in_python(texts)
