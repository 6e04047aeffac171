"""The vocabulary of domains as data: nothing in it contradicts itself."""

from __future__ import annotations

from importlib import resources
from typing import Any

import pytest
import yaml

from loaders.recognise._domain_terms import WEIGHTS, taxonomy
from loaders.resolve.agencies import resolve
from loaders.resolve.regions import COUNTRY

FILES = sorted(
    file.name
    for file in resources.files("loaders.vocabulary.domains").iterdir()
    if file.name.endswith(".yaml")
)


def vocabulary(name: str) -> str:
    return resources.files("loaders.vocabulary").joinpath(name).read_text("utf-8")


def content(name: str) -> dict[str, Any]:
    text = resources.files("loaders.vocabulary.domains").joinpath(name).read_text("utf-8")
    return dict(yaml.safe_load(text))


def entries(name: str, domains: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    found = []
    for domain, entry in domains.items():
        found.append((f"{name} {domain}", entry))
        found += entries(f"{name} {domain}", entry.get("narrower", {}))
    return found


def all_entries() -> list[tuple[str, dict[str, Any]]]:
    return [
        pair
        for name in FILES
        if name != "stop.yaml"
        for pair in entries(name, content(name).get("domains", {}))
    ]


def test_a_stop_word_belongs_to_no_domain() -> None:
    tax = taxonomy()
    assert tax.stop_words & tax.votes.keys() == set()


@pytest.mark.parametrize(("name", "entry"), all_entries())
def test_a_domain_has_words_of_its_own_each_once(name: str, entry: dict[str, Any]) -> None:
    assert entry.keys() <= {*WEIGHTS, "share", "functions", "within", "narrower"}
    words = [word for tier in WEIGHTS for word in entry.get(tier, "").split()]
    assert words
    assert len(words) == len(set(words))
    assert all(len(word) > 1 for word in words)


def test_portals_file_each_thousand_documents_under_the_lower_level() -> None:
    tax = taxonomy()
    filed = {path: share for path, share in zip(tax.paths, tax.shares, strict=True) if path.count("/") == 1}
    assert all(1 <= share < 100 for share in filed.values())
    assert 1000 <= sum(filed.values()) < 1000 + len(filed)


def test_issuers_are_functions_or_full_names_of_bodies() -> None:
    stated = content("issuers.yaml")
    named = {name for names in stated["own"].values() for name in names.split()}
    functions = {*stated["for_all"].split(), *stated["wide"].split(), *stated["trust"]}
    known = {
        function
        for bodies in yaml.safe_load(vocabulary("agencies_central.yaml")).values()
        for function in bodies
    }
    for name in sorted(named - known):
        found = resolve(name, region=COUNTRY, on=None)
        assert found.resolved and found.name == name
    assert functions <= known | taxonomy().functions.keys() | {"政府办公", "开发区", "街道"}
    assert stated["own"].keys() <= taxonomy().index.keys()


def test_words_that_say_nothing_are_none() -> None:
    assert not taxonomy().votes.keys() & set(
        "政府 部门 有关部门 单位 工作 发展 建设 管理 落实 加强 推进".split()
    )


def test_a_word_of_many_domains_weighs_less_for_each() -> None:
    tax = taxonomy()
    alone = max(weight for _, weight in tax.votes["地震监测"])
    shared = max(weight for _, weight in tax.votes["文化和旅游"])
    assert shared < alone == WEIGHTS["core"]


def test_a_longer_word_hides_the_shorter_ones() -> None:
    assert [word for word, _ in taxonomy().find("社会保险和保险")] == ["社会保险", "保险"]


def test_words_stand_where_they_are_found() -> None:
    text = "税务部门、财政局与教育部署"
    assert [(word, text[start : start + 2]) for word, start in taxonomy().find(text)] == [
        ("税务", "税务"),
        ("教育", "教育"),
    ]
