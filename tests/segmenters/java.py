"""Java beside us: programs that cut texts, and texts that are hard to cut."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from align.segmenters.srx import default_rules, parse
from tests.segmenters.samples import block

__all__ = ["OMEGAT", "hard_texts", "in_java", "in_python", "needs_java", "needs_omegat"]

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
Texts = list[tuple[str, str]]  # language and text

needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="java is not installed")
needs_omegat = pytest.mark.skipif(not OMEGAT.exists(), reason="OmegaT is not installed")


def in_java(program: str, rules: Path, texts: Texts, *options: str) -> list[list[str]]:
    """Return the segments that a program of this folder cuts texts into by a file of rules."""
    done = subprocess.run(
        ["java", *options, str(HERE / program), str(rules)],
        input="".join(f"{lang}\t{text}\0" for lang, text in texts).encode(),
        capture_output=True,
        check=True,
    )
    records = done.stdout.decode().split("\0")[:-1]
    return [[part.strip() for part in record.split("\1") if part.strip()] for record in records]


def in_python(texts: Texts, rules: bytes | None = None) -> list[list[str]]:
    """Return the segments that we cut texts into, by our own rules or those of an SRX file."""
    cut = default_rules() if rules is None else parse(rules, "rules.srx")
    return [[segment.text for segment in cut(block(text), lang)] for lang, text in texts]


def hard_texts() -> Texts:
    """Return our corpora, whole and by line in three languages, and texts made of hard pieces."""
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
