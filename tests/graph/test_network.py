import random

import networkx as nx
import pytest

from graph.network import Answer, agencies_of, bipartite, projected


def answer(agency: str, measure: str, role: str = "responsible", **more) -> Answer:
    return Answer(agency=agency, name=agency, measure=measure, role=role, document="d", **more)


A = {"region": "山东省", "short_name": "甲", "kind": "agency"}
# A answers alone for m3, in two roles; D is alone with m4; E and F are a component of their own.
SMALL = [
    answer("A", "m1", "lead", **A),
    answer("B", "m1", "support"),
    answer("C", "m1", "support"),
    answer("A", "m2", **A),
    answer("B", "m2"),
    answer("A", "m3", "responsible", **A),
    answer("A", "m3", "lead", **A),
    answer("D", "m4", open=True),
    answer("E", "m5"),
    answer("F", "m5"),
]


def random_answers(agencies: int, measures: int, seed: int) -> list[Answer]:
    draw = random.Random(seed)
    names = [f"a{i:03}" for i in range(agencies)]
    return [
        answer(agency, f"m{m}", draw.choice(["lead", "responsible", "support"]))
        for m in range(measures)
        for agency in draw.sample(names, draw.choice([1, 1, 2, 3, 4, 7]))
    ]


def same(one: nx.Graph, other: nx.Graph) -> bool:
    """Equal to the order of nodes and edges."""
    return list(one.nodes(data=True)) == list(other.nodes(data=True)) and list(one.edges(data=True)) == list(
        other.edges(data=True)
    )


def test_agencies_of_counts_an_agency_once_whatever_its_roles():
    assert agencies_of(SMALL)["m3"] == {"A"}
    assert agencies_of(SMALL)["m1"] == {"A", "B", "C"}


def test_bipartite_has_one_edge_for_an_agency_and_a_measure_with_all_its_roles():
    network = bipartite(SMALL)
    assert network.edges["A", "m3"]["roles"] == ("lead", "responsible")
    assert network.number_of_edges() == 9
    assert network.nodes["A"] == {"bipartite": 0, "name": "A", **A}
    assert network.nodes["m4"] == {"bipartite": 1, "document": "d", "open": True}


def test_projection_counts_shared_measures_and_weighs_them_as_newman_does():
    network = projected(SMALL)
    assert list(network) == ["A", "B", "C", "D", "E", "F"]
    edges = {(a, b): (data["shared"], data["weight"]) for a, b, data in network.edges(data=True)}
    assert edges == {("A", "B"): (2, 1.5), ("A", "C"): (1, 0.5), ("B", "C"): (1, 0.5), ("E", "F"): (1, 1.0)}


def test_newman_weights_of_an_agency_sum_to_its_shared_measures():
    answers = random_answers(30, 60, seed=4)
    network = projected(answers)
    for agency, total in network.degree(weight="weight"):
        joint = [team for team in agencies_of(answers).values() if agency in team and len(team) > 1]
        assert total == pytest.approx(len(joint))


def test_order_of_the_rows_does_not_matter():
    answers = random_answers(40, 60, seed=5)
    shuffled = random.Random(6).sample(answers, len(answers))
    assert same(projected(answers), projected(shuffled))
    assert same(bipartite(answers), bipartite(shuffled))


def test_projection_agrees_with_networkx():
    answers = random_answers(100, 150, seed=1)
    network, two = projected(answers), bipartite(answers)
    agencies = [key for key, side in two.nodes(data="bipartite") if side == 0]
    shared = nx.bipartite.weighted_projected_graph(two, agencies)
    newman = nx.bipartite.collaboration_weighted_projected_graph(two, agencies)
    assert {frozenset(e) for e in network.edges} == {frozenset(e) for e in shared.edges}
    for a, b, data in network.edges(data=True):
        assert data["shared"] == shared.edges[a, b]["weight"]
        assert data["weight"] == pytest.approx(newman.edges[a, b]["weight"], abs=1e-9)


@pytest.mark.parametrize(("answers", "agencies"), [([], []), ([answer("A", "m")], ["A"])])
def test_nobody_and_one_alone(answers, agencies):
    assert list(projected(answers)) == agencies
    assert projected(answers).number_of_edges() == 0
