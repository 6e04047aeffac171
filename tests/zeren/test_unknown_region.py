"""Documents of which nobody knows for which place they speak: their bodies are no other document's."""

from __future__ import annotations

from pathlib import Path

import pytest

import zeren
from graph.connection import Graph
from graph.views import gather
from graph.views._names import labels
from loaders.decisions import Decision, Decisions
from zeren._deciding import decide
from zeren._review import doubtful

NUMBER = "长政发〔2023〕7号"
TEXTS = {
    "one.txt": f"关于做好试点的通知\n\n{NUMBER}\n\n一、任务\n\n1.开展试点。（责任单位：财政部、市财政局）\n",
    "two.txt": "关于开展普查的通知\n\n一、任务\n\n1.开展普查。（责任单位：市财政局、市教育局、各镇街）\n",
    "city.txt": "长沙市人民政府关于就业的通知\n\n长政发〔2023〕8号\n\n1.扩大就业。（责任单位：市财政局）\n",
}
REGION = Decision(document=NUMBER, kind="ambiguous region", words=NUMBER, occurrence=1, decision="长沙市")


@pytest.fixture
def loaded(tmp_path: Path, empty: Graph, monkeypatch: pytest.MonkeyPatch) -> Graph:
    monkeypatch.setenv("ZEREN_DECISIONS", str(tmp_path / "decisions.yaml"))
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert zeren.load(empty, tmp_path).failures == []
    return empty


def load_of(graph: Graph) -> dict[str, tuple[str | None, int]]:
    return {row["agency"]: (row["region"], row["measures"]) for row in zeren.workload(graph)}


def test_their_bodies_are_their_own_until_the_region_is_decided(loaded: Graph) -> None:
    own = "市财政局（关于开展普查的通知）"
    others = {
        own: (None, 1),
        "市教育局（关于开展普查的通知）": (None, 1),
        "各镇街（关于开展普查的通知）": (None, 1),
        "财政部": ("全国", 1),
    }
    assert load_of(loaded) == {
        **others,
        f"市财政局（{NUMBER}）": (None, 1),
        "长沙市财政局": ("长沙市", 1),
    }
    partners = {row["partner"] for row in zeren.query(loaded, "partners", agency=own)}
    assert partners == {"市教育局（关于开展普查的通知）", "各镇街（关于开展普查的通知）"}
    levels = {row["document"]: (row["level"], row["doubt"]) for row in zeren.query(loaded, "documents")}
    assert levels == {
        NUMBER: (None, "ambiguous region"),
        "关于开展普查的通知": (None, "ambiguous region"),
        "长政发〔2023〕8号": ("city", None),
    }
    decide(loaded, [REGION])
    assert load_of(loaded) == {**others, "长沙市财政局": ("长沙市", 2)}


def test_a_page_of_all_tells_them_apart(loaded: Graph) -> None:
    assert sorted(labels(gather(loaded).agencies)) == [
        "各镇街",
        "市教育局",
        "市财政局（关于开展普查的通知）",
        f"市财政局（{NUMBER}）",
        "财政部",
        "长沙市财政局",
    ]


def test_bodies_kept_as_they_are_stay_apart(loaded: Graph) -> None:
    """That a name is right does not say whose it is."""
    kept = {"kind": "unknown agency", "words": "市财政局", "occurrence": 1, "decision": "keep"}
    decide(loaded, [Decision(document=name, **kept) for name in (NUMBER, "关于开展普查的通知")])
    assert load_of(loaded)[f"市财政局（{NUMBER}）"] == (None, 1)


def test_no_body_of_a_ministry_is_proposed_for_a_place_unknown(loaded: Graph, tmp_path: Path) -> None:
    rows = doubtful(loaded, Decisions(), kind="unknown agency")
    assert {row["words"]: row["choices"] for row in rows} == {"市财政局": [], "市教育局": []}
