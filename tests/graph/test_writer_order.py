"""The graph follows from the files that are loaded, not from the order of loading and removing."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from graph.connection import Graph, connect
from graph.model import PolicyDocument
from graph.remove import remove
from graph.writer import load

Loaded = Callable[[list[PolicyDocument]], Any]


@pytest.fixture
def loaded(empty: Graph, dump) -> Loaded:
    """The dump of a graph into which documents were loaded, in this order, from nothing."""

    def fresh(documents: list[PolicyDocument]) -> Any:
        empty.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
        for document in documents:
            load(empty, document)
        return dump(empty)

    return fresh


def test_the_order_of_loading_does_not_matter(loaded: Loaded, scene: list[PolicyDocument]) -> None:
    expected = loaded(scene)
    assert loaded(scene[::-1]) == expected
    for seed in range(3):
        assert loaded(random.Random(seed).sample(scene, len(scene))) == expected


def test_removal_leaves_the_graph_without_it(
    empty: Graph, loaded: Loaded, dump, scene: list[PolicyDocument]
) -> None:
    for document in scene:
        others = [other for other in scene if other is not document]
        expected = loaded(others)
        load(empty, document)
        assert dump(empty) != expected
        remove(empty, document.source.path)
        assert dump(empty) == expected, document.source.path


def test_removing_everything_leaves_nothing(
    empty: Graph, loaded: Loaded, scene: list[PolicyDocument]
) -> None:
    loaded(scene)
    for document in random.Random(1).sample(scene, len(scene)):
        remove(empty, document.source.path)
    assert empty.read("MATCH (n) RETURN DISTINCT labels(n) AS labels") == [{"labels": ["Meta"]}]


@pytest.mark.parametrize("seed", range(4))
def test_any_history_gives_the_graph_of_its_end(
    empty: Graph, loaded: Loaded, dump, build, scene: list[PolicyDocument], seed: int
) -> None:
    """Load, replace (another file's content under a known path), load again and remove at random."""
    chance = random.Random(seed)
    held: dict[str, PolicyDocument] = {}
    loaded([])
    for _ in range(40):
        path = chance.choice(scene).source.path
        if path in held and chance.random() < 0.4:
            remove(empty, path)
            del held[path]
        else:
            held[path] = build.moved(chance.choice(scene), path)
            load(empty, held[path])
    history = dump(empty)
    assert loaded([held[path] for path in sorted(held)]) == history


def test_two_loaders_at_once(
    empty: Graph, graph_options: list[str], loaded: Loaded, dump, scene: list[PolicyDocument]
) -> None:
    """Each with a connection of its own, on documents that share nearly everything."""
    expected = loaded(scene)
    loaded([])

    def load_all(documents: list[PolicyDocument]) -> None:
        with connect(empty.address) as own:
            for document in documents:
                load(own, document)

    with ThreadPoolExecutor() as pool:
        list(pool.map(load_all, (scene[::2], scene[1::2])))
    assert dump(empty) == expected
