"""Segmentation Rules eXchange (SRX 1.0 and 2.0): reads rule files and cuts text by them.

At each place of a text the first rule decides whose ``beforebreak`` matches what ends there and
whose ``afterbreak`` matches what begins there. With ``cascade="yes"`` the rules of every language
map that matches are asked, in the order of the maps; otherwise those of the first such map.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import regex
from lxml import etree

from align.errors import ConfigError, LimitError, UsageError
from align.segmenters.dialect import compiled
from align.segmenters.spans import segments_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.model import Block, Segment

__all__ = ["LanguageMap", "Rule", "SrxSegmenter", "default_rules", "parse", "segmenter"]

DEFAULT_RULES = "default.srx"
MOST_RULES = 5_000  # three patterns each: more would take longer to compile than the text to align
# A rule goes through a block of a million characters in about a tenth of a second: one that needs
# longer than this backtracks without end.
SEARCH_SECONDS = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: ``places`` matches the empty text wherever the rule speaks.

    ``before`` and ``after`` are its two patterns as they are written.
    """

    breaks: bool
    before: str
    after: str
    places: regex.Pattern[str]
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageMap:
    """The rules, called ``name``, for every language whose code the pattern matches as a whole."""

    name: str
    pattern: str  # as it is written
    languages: regex.Pattern[str]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SrxSegmenter:
    """The segmenter an SRX file describes."""

    name: str
    source: bytes = field(repr=False)  # the file itself
    cascade: bool
    maps: tuple[LanguageMap, ...]
    seconds: float = SEARCH_SECONDS

    def __call__(self, block: Block, lang: str) -> list[Segment]:
        """Return the segments of the block; raises `LimitError` for a rule that never ends."""
        return segments_between(block, self.cuts(block.text, lang))

    def cuts(self, text: str, lang: str) -> list[int]:
        """Return the offsets at which the text is cut, rising, without its two ends."""
        rules = self.rules_for(lang)
        places = {place for rule in rules if rule.breaks for place in self._places(rule, text)}
        return [place for place in sorted(places) if self._is_cut(rules, text, place)]

    def rules_for(self, lang: str) -> tuple[Rule, ...]:
        """Return the rules that hold for a language code, the strongest first."""
        found = [item.rules for item in self.maps if item.languages.fullmatch(lang)]
        chosen = found if self.cascade else found[:1]
        return tuple(rule for rules in chosen for rule in rules)

    def _places(self, rule: Rule, text: str) -> Iterator[int]:
        try:
            for found in rule.places.finditer(text, timeout=self.seconds):
                if 0 < found.start() < len(text):
                    yield found.start()
        except TimeoutError as error:
            raise self._endless(rule) from error

    def _is_cut(self, rules: tuple[Rule, ...], text: str, place: int) -> bool:
        """Return what the first rule says that speaks at ``place``; one of them does."""
        for rule in rules:
            try:
                if rule.places.match(text, place, timeout=self.seconds):
                    return rule.breaks
            except TimeoutError as error:
                raise self._endless(rule) from error
        return False

    def _endless(self, rule: Rule) -> LimitError:
        return LimitError(
            f"{self.name}, {rule.name}",
            f"takes more than {self.seconds:g} s on one block",
            "simplify its pattern, or choose --segment sentence",
        )


@lru_cache(maxsize=4)
def segmenter(path: str) -> SrxSegmenter:
    """Return the segmenter of an SRX file, for ``--segment srx:FILE``; it is read once.

    Raises `UsageError` when the file cannot be read, `ConfigError` when it is not sound SRX.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UsageError(path, f"cannot be read ({error.strerror or error})") from error
    return parse(data, path)


@lru_cache(maxsize=1)
def default_rules() -> SrxSegmenter:
    """Return the segmenter of our own rules, the file a run hands on as ``segmentation.srx``."""
    data = resources.files(__package__).joinpath(DEFAULT_RULES).read_bytes()
    return parse(data, DEFAULT_RULES)


def parse(data: bytes, name: str) -> SrxSegmenter:
    """Return the segmenter that the bytes of an SRX file describe; ``name`` is for messages."""
    root = _root(data, name)
    if sum(1 for _ in root.iter("{*}rule")) > MOST_RULES:
        fact = f"has more than {MOST_RULES:,} rules"
        raise ConfigError(name, fact, "leave out those of other languages")
    rules = {
        _attribute(element, "languagerulename", name): _rules(element, name)
        for element in root.iter("{*}languagerule")
    }
    maps = tuple(_language_map(element, rules, name) for element in _map_elements(root))
    if not maps:
        raise ConfigError(name, "has no <languagemap>", "map at least .* to a set of rules")
    header = root.find("{*}header")
    cascade = header is not None and header.get("cascade") == "yes"
    return SrxSegmenter(name=name, source=data, cascade=cascade, maps=maps)


def _root(data: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ConfigError(name, f"is not XML ({error.msg})") from error
    if etree.QName(root).localname != "srx":
        raise ConfigError(name, f"is not SRX, its root is <{etree.QName(root).localname}>")
    entity = next(root.iter(etree.Entity), None)
    if entity is not None:
        raise ConfigError(name, f"uses the entity {entity.text}", "write its characters instead")
    return root


def _map_elements(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the language maps; of SRX 1.0's alternative ``<maprule>`` groups the first is used."""
    group = root.find(".//{*}maprules/{*}maprule")
    yield from (root if group is None else group).iter("{*}languagemap")


def _language_map(
    element: etree._Element, rules: dict[str, tuple[Rule, ...]], name: str
) -> LanguageMap:
    rule_name = _attribute(element, "languagerulename", name)
    if rule_name not in rules:
        known = ", ".join(sorted(rules)) or "none"
        what = f"maps a language to {rule_name!r}, which is no <languagerule>"
        raise ConfigError(name, what, f"known are {known}")
    pattern = _attribute(element, "languagepattern", name)
    # Language codes do not tell upper from lower case (BCP 47).
    languages = _compiled(f"(?i:{pattern})", f"{name}, languagemap {pattern!r}")
    return LanguageMap(name=rule_name, pattern=pattern, languages=languages, rules=rules[rule_name])


def _rules(language_rule: etree._Element, name: str) -> tuple[Rule, ...]:
    group = language_rule.get("languagerulename")
    return tuple(
        _rule(element, f"rule {number} of {group} (line {element.sourceline})", name)
        for number, element in enumerate(language_rule.iter("{*}rule"), start=1)
    )


def _rule(element: etree._Element, rule_name: str, name: str) -> Rule:
    where = f"{name}, {rule_name}"
    before, after = (element.findtext("{*}" + tag) or "" for tag in ("beforebreak", "afterbreak"))
    for pattern in (before, after):
        _compiled(pattern, where)  # each alone, so that a stray bracket is not closed by ours
    places = _compiled(f"(?<=(?:{before}))(?=(?:{after}))", where)
    breaks = _says_break(element, where)
    return Rule(breaks=breaks, before=before, after=after, places=places, name=rule_name)


def _says_break(element: etree._Element, where: str) -> bool:
    value = element.get("break", "yes")
    if value not in {"yes", "no"}:
        raise ConfigError(where, f'break="{value}" is neither yes nor no')
    return value == "yes"


def _compiled(pattern: str, where: str) -> regex.Pattern[str]:
    try:
        return compiled(pattern)
    except regex.error as error:
        raise ConfigError(where, f"{pattern!r} does not compile ({error})") from error


def _attribute(element: etree._Element, attribute: str, name: str) -> str:
    value = element.get(attribute)
    if value is None:
        tag = etree.QName(element).localname
        raise ConfigError(f"{name}, line {element.sourceline}", f"<{tag}> has no {attribute}")
    return value
