"""OmegaT cuts by our ``segmentation.conf`` where we cut: asked of OmegaT itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from align.errors import ConfigError
from align.segmenters.omegat import segmentation_conf
from align.segmenters.srx import default_rules
from tests.segmenters.java import OMEGAT, hard_texts, in_java, in_python, needs_java, needs_omegat

if TYPE_CHECKING:
    from pathlib import Path

SRX = """<?xml version="1.0"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
<header segmentsubflows="yes" cascade="{cascade}"/>
<body>
<languagerules>
<languagerule languagerulename="Arabic, &amp;c.">
<rule break="no">
<beforebreak>(?&lt;=^|\\s)\\p{{Arabic}}\\.</beforebreak><afterbreak>\\s</afterbreak>
</rule>
<rule><beforebreak>[.؟]</beforebreak><afterbreak>\\s</afterbreak></rule>
</languagerule>
<languagerule languagerulename="Any">
<rule break="no"><beforebreak>\\bno\\.</beforebreak></rule>
<rule break="yes"><beforebreak>[.?!;]</beforebreak><afterbreak>\\s+\\S</afterbreak></rule>
</languagerule>
</languagerules>
<maprules>
<languagemap languagepattern="ar.*" languagerulename="Arabic, &amp;c."/>
<languagemap languagepattern="fr" languagerulename="Any"/>
<languagemap languagepattern=".*" languagerulename="Any"/>
</maprules>
</body>
</srx>
"""
TEXTS = [
    "قال د. أحمد نعم. متى؟ الآن! ثم; مضى",
    "One.\u00a0Two.\u2003Three. no. four; five! éno. six.",
    "no. 5? yes.\u0085Now",
]


def cuts_in_omegat(folder: Path, rules: bytes, texts: list[tuple[str, str]]) -> list[list[str]]:
    conf = folder / "segmentation.conf"
    conf.write_bytes(segmentation_conf(rules, "rules.srx"))
    return in_java("OmegatCuts.java", conf, texts, "-cp", str(OMEGAT))


@needs_java
@needs_omegat
def test_omegat_cuts_by_our_rules_where_we_cut(tmp_path: Path) -> None:
    texts = hard_texts()[::5]
    assert cuts_in_omegat(tmp_path, default_rules().source, texts) == in_python(texts)


@needs_java
@needs_omegat
@pytest.mark.parametrize("cascade", ["yes", "no"])
def test_omegat_cuts_by_the_rules_of_the_user_where_we_cut(tmp_path: Path, cascade: str) -> None:
    rules = SRX.format(cascade=cascade).encode()
    texts = [(lang, text) for text in TEXTS for lang in ("ar", "AR-SA", "en", "en-GB", "fr")]
    ours = in_python(texts, rules)
    assert any(ours[0] != other for other in ours[1:5])
    assert cuts_in_omegat(tmp_path, rules, texts) == ours


def test_a_pattern_means_in_java_what_it_means_in_srx() -> None:
    rules = etree.fromstring(segmentation_conf(SRX.format(cascade="no").encode(), "rules.srx"))
    patterns = {string.text for string in rules.iter("string")}
    assert r"(?U)(?<=^|\s)\p{IsArabic}\." in patterns
    assert "[.؟]" in patterns


def test_rules_of_several_languages_are_written_once() -> None:
    rules = etree.fromstring(segmentation_conf(SRX.format(cascade="yes").encode(), "rules.srx"))
    lists = [
        item.get("id") or item.get("idref") for item in rules.iterfind(".//*[@property='rules']/*")
    ]
    assert lists == ["Arabic, &c.", "Any", "Any"]
    assert len(rules.findall(".//*[@class='org.omegat.core.segmentation.Rule']")) == 4


def test_the_same_rules_give_the_same_bytes() -> None:
    first, second = (segmentation_conf(default_rules().source, "default.srx") for _ in range(2))
    assert first == second


def test_rules_that_are_not_sound_are_refused() -> None:
    with pytest.raises(ConfigError, match=r"mine\.srx"):
        segmentation_conf(b"<srx/>", "mine.srx")
