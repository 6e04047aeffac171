"""The comparison with a peer counts what it says it counts."""

from __future__ import annotations

import pytest

from benchmarks import peer

TEXT = "(市教育局(市语委办)、市残联配合,各区政府负责)"
BODIES = peer.Bodies(TEXT, [(1, 11), (12, 15)], [(18, 22)])


def test_the_bodies_of_a_row_stand_where_the_text_names_them() -> None:
    for row, bodies in peer.rows():
        named = " ".join(row.facts)
        for start, end in bodies.spans:
            assert bodies.text[start:end].replace("\n", "")[-3:] in named.replace("（", "(").replace(
                "）", ")"
            )


@pytest.mark.parametrize(
    ("mentions", "exact", "touching", "counted"),
    [
        ([(1, 11), (12, 15)], 2, 2, 2),
        ([(1, 5), (6, 10), (12, 15), (19, 22)], 2, 2, 2),  # second name and collective aside
        ([(1, 15)], 0, 1, 1),  # two bodies in one mention: it stands for one
        ([(1, 3), (12, 15), (15, 17)], 1, 2, 3),
        ([], 0, 0, 0),
    ],
)
def test_mentions_are_counted(mentions: list[peer.Span], exact: int, touching: int, counted: int) -> None:
    left = BODIES.counted(mentions)
    assert len(left) == counted
    assert BODIES.right(left, peer._exact) == exact
    assert BODIES.right(left, peer._touching) == touching


def test_the_peers_words_are_placed() -> None:
    words = [
        ("(", "w"),
        ("市教育局", "ORG"),
        ("(", "w"),
        ("市语委办", "ORG"),
        (")、", "w"),
        ("市残联", "LOC"),
    ]
    assert list(peer._tagged(words, BODIES)) == [(1, 5), (6, 10), (12, 15)]
    assert list(peer._tagged([("(市", "LOC")], BODIES)) == []
