"""Aligners of others: each is called rightly, and missed politely."""

from __future__ import annotations

import pytest

from tests.bench.peers import PEERS, beads_of_links, missing

SOURCE = [f"هذه هي الجملة {name} من النص." for name in ("الأولى", "الثانية", "الثالثة", "الأخيرة")]
TARGET = [f"This is the {name} sentence of it." for name in ("first", "second", "third", "last")]
ONE_TO_ONE = [((i,), (i,)) for i in range(4)]


@pytest.mark.parametrize("name", PEERS)
def test_a_peer_aligns_what_is_plain(name: str) -> None:
    absent = missing(name)
    if absent:
        pytest.skip(f"{name} is {absent}")
    peer = PEERS[name][1]()
    assert peer.align(SOURCE, TARGET) == ONE_TO_ONE
    assert peer.version[0].isdigit()


@pytest.mark.parametrize("name", PEERS)
def test_beads_of_a_peer_cover_each_line_once(name: str) -> None:
    absent = missing(name)
    if absent:
        pytest.skip(f"{name} is {absent}")
    beads = PEERS[name][1]().align([*SOURCE, "خاتمة."], TARGET)
    assert sorted(i for source, _ in beads for i in source) == list(range(5))
    assert sorted(j for _, target in beads for j in target) == list(range(4))


def test_a_peer_that_is_missing_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PEERS, "nobody", ("no-such-aligner", PEERS["nltk"][1]))
    assert missing("nobody") == "not installed: pip install no-such-aligner"


def test_links_that_share_a_segment_are_one_bead() -> None:
    assert beads_of_links([(0, 0), (1, 0), (2, 1), (2, 2)], 3, 3) == [
        ((0, 1), (0,)),
        ((2,), (1, 2)),
    ]


def test_links_of_two_by_two_are_one_bead() -> None:
    assert beads_of_links([(1, 1), (0, 0), (0, 1), (1, 0)], 2, 2) == [((0, 1), (0, 1))]


def test_segments_without_a_link_are_omissions() -> None:
    assert beads_of_links([(1, 0)], 2, 2) == [((1,), (0,)), ((0,), ()), ((), (1,))]
