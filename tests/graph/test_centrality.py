import os
import random
import subprocess
import sys
from math import sqrt

import networkx as nx
import pytest

from graph.centrality import (
    SampledBetweenness,
    betweenness,
    centrality,
    communities,
    eigenvector,
    pagerank,
)
from graph.network import Answer, projected

PARITY = 1e-9


def network(*teams: str) -> nx.Graph:
    """A measure a team; every letter is an agency."""
    return projected(
        Answer(agency=a, name=a, measure=f"m{i}", role="responsible", document="d", region="山东省")
        for i, team in enumerate(teams)
        for a in team
    )


@pytest.fixture(scope="module")
def hundred() -> nx.Graph:
    """A hundred agencies in several components, some alone."""
    draw = random.Random(1)
    names = [f"a{i:03}" for i in range(100)]
    answers = [
        Answer(agency=a, name=a, measure=f"m{m}", role="responsible", document="d")
        for m in range(110)
        for a in draw.sample(names, draw.choice([1, 1, 2, 3]))
    ]
    answers += [Answer(agency=a, name=a, measure=f"own {a}", role="lead", document="d") for a in names]
    found = projected(answers)
    assert len(found) == 100
    assert 2 < nx.number_connected_components(found) < 50
    return found


def test_every_column_of_a_small_network():
    # A and B share two measures, each shares one with C; D is alone; E and F are a pair.
    rows = {row["agency"]: row for row in centrality(network("ABC", "AB", "A", "D", "EF"))}
    x = 1 / sqrt(6 - 2 * sqrt(3))  # of [[0,2,1],[2,0,1],[1,1,0]], whose largest eigenvalue is 1+√3
    assert [(r["degree"], r["strength"]) for r in rows.values()] == [
        (2, 3),
        (2, 3),
        (2, 2),
        (1, 1),
        (1, 1),
        (0, 0),
    ]
    assert list(rows) == ["A", "B", "C", "E", "F", "D"]
    assert [rows[a]["eigenvector"] for a in "ABCDEF"] == pytest.approx([x, x, (sqrt(3) - 1) * x, 0, 0, 0])
    assert {rows[a]["betweenness"] for a in "ABCDEF"} == {0}
    assert sum(r["pagerank"] for r in rows.values()) == pytest.approx(1)
    assert rows["E"]["pagerank"] == pytest.approx(rows["F"]["pagerank"])
    assert {r["region"] for r in rows.values()} == {"山东省"}


def test_betweenness_divides_by_all_pairs_of_others():
    # A-B-C-D in a row, E alone: of the six pairs of others, B lies between A and C, A and D.
    found = betweenness(network("AB", "BC", "CD", "E"))
    assert found == pytest.approx({"A": 0, "B": 2 / 6, "C": 2 / 6, "D": 0, "E": 0})


def test_betweenness_does_not_see_weights():
    assert betweenness(network("AB", "BC", "AC", "AC", "AC"))["B"] == 0
    assert betweenness(network("AB", "AB", "AB", "BC"))["B"] == 1


def test_eigenvector_takes_the_largest_component_then_the_one_that_shares_more_then_the_first():
    def held(*teams: str) -> str:
        return "".join(key for key, value in eigenvector(network(*teams)).items() if value > 0)

    assert held("AB", "CDE") == "CDE"
    assert held("AB", "CD", "CD") == "CD"
    assert held("CD", "AB") == "AB"


@pytest.mark.parametrize("teams", [(), ("A",), ("A", "B", "C")])
def test_where_nobody_has_a_partner(teams):
    rows = centrality(network(*teams))
    assert [row["agency"] for row in rows] == sorted("".join(teams))
    for row in rows:
        assert (row["degree"], row["strength"], row["betweenness"], row["eigenvector"]) == (0, 0, 0, 0)
        assert row["pagerank"] == pytest.approx(1 / len(teams))


def test_betweenness_agrees_with_networkx(hundred):
    assert betweenness(hundred) == pytest.approx(nx.betweenness_centrality(hundred), abs=PARITY)


def test_eigenvector_agrees_with_networkx(hundred):
    largest = max(nx.connected_components(hundred), key=len)
    expected = nx.eigenvector_centrality_numpy(hundred.subgraph(largest), weight="shared")
    found = eigenvector(hundred)
    assert {key: found[key] for key in largest} == pytest.approx(
        {key: abs(value) for key, value in expected.items()}, abs=PARITY
    )
    assert sum(value**2 for value in found.values()) == pytest.approx(1)


def test_eigenvector_of_a_star_where_plus_and_minus_the_largest_eigenvalue_are_one_size():
    found = eigenvector(network("AB", "AC", "AD", "AE"))
    assert found == pytest.approx({"A": 1 / sqrt(2), **dict.fromkeys("BCDE", 1 / sqrt(8))})


def test_pagerank_solves_its_own_equation(hundred):
    # r = 0.15/n + 0.85 (rank passed by partners, by shared measures, and by the lonely to all)
    rank, n = pagerank(hundred), len(hundred)
    lonely = sum(rank[a] for a in hundred if not hundred.degree(a))
    for agency in hundred:
        passed = sum(
            rank[b] * data["shared"] / hundred.degree(b, weight="shared")
            for b, data in hundred.adj[agency].items()
        )
        assert rank[agency] == pytest.approx((0.15 + 0.85 * lonely) / n + 0.85 * passed, abs=PARITY)


def test_sampled_betweenness_is_announced_and_near():
    star = network(*("A" + chr(ord("a") + i) for i in range(26)))
    with pytest.warns(SampledBetweenness, match="20 of 27"):
        found = betweenness(star, exact_up_to=26, sources=20)
    assert found["A"] == pytest.approx(1, abs=0.06)
    assert {found[key] for key in star if key != "A"} == {0}


def test_exact_betweenness_says_nothing(recwarn):
    betweenness(network("AB", "BC"), exact_up_to=3, sources=1)
    assert not recwarn


def test_communities_are_numbered_by_size_then_first_key():
    two = network("ABCD", "ABCD", "EFG", "EFG", "DE", "X", "W")
    assert communities(two) == {
        **dict.fromkeys("ABCD", 0),
        **dict.fromkeys("EFG", 1),
        "W": 2,
        "X": 3,
    }
    assert communities(network()) == {}


def test_communities_do_not_depend_on_the_processes_random_state(hundred):
    random.seed(1)
    first = communities(hundred)
    random.seed(2)
    before = random.getstate()
    assert communities(hundred) == first
    assert random.getstate() == before


def test_values_are_the_same_in_another_process():
    code = (
        "import random; from graph.network import Answer, projected; from graph import centrality as c\n"
        "d = random.Random(9); n = [f'机构{i}' for i in range(60)]\n"
        "rows = [Answer(agency=a, name=a, measure=str(m), role='lead', document='d')"
        " for m in range(80) for a in d.sample(n, d.randint(1, 4))]\n"
        "g = projected(rows); print(c.centrality(g), c.communities(g))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            timeout=60,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
