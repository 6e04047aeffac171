"""``zeren review`` and ``zeren note`` on every server: doubts out, decisions back, and what keeps them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import Workbook, load_workbook

import zeren as api
from graph.connection import Graph
from loaders.decisions import Decision, Decisions, change_decisions

PLAN = "青州市人民政府令第7号"
TEXTS = {
    "plan.txt": f"""青州市人民政府办公室关于印发《青州市试点方案》的通知

{PLAN}

各镇人民政府、街道办事处：

为贯彻《关于加强试点的意见》，制定本方案。

一、主要任务

1.完成试点场地建设。（市财政局牵头，市奇妙中心配合，9月底前完成）

2.落实要求，切实做好试点。=1+1，参照《山东省试点管理细则》执行。（责任单位：朝阳区教育局、市奇妙中心）

3.开展宣传（责任单位：市司法局、市民政局
""",
    "cites-a.txt": """青州市人民政府关于甲的通知

青政发〔2023〕1号

根据《关于加强试点的意见》（青发〔2021〕5号）和《山东省试点管理实施细则》（鲁政办发〔2022〕3号），通知如下。

1.推进试点。（责任单位：市司法局）
""",
    "cites-b.txt": """青州市人民政府关于乙的通知

青政发〔2023〕2号

根据《关于加强试点的意见》（青发〔2022〕6号），通知如下。

1.总结试点，2023年12月底前完成。（责任单位：市司法局）
""",
    "same-number.txt": f"""青州市人民政府办公室关于做好防汛工作的通知

{PLAN}

1.加强水库巡查，2023年6月底前完成。（责任单位：市水利局）

2.储备防汛物资。（责任单位：市应急管理局）
""",
}


@pytest.fixture
def folder(tmp_path: Path, graph: Graph, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the four documents, beside an emptied graph and a file of decisions of its own."""
    graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    monkeypatch.setenv("ZEREN_DECISIONS", str(tmp_path / "decisions.yaml"))
    (tmp_path / "texts").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "texts" / name).write_text(text, "utf-8")
    assert api.load(graph, tmp_path / "texts").failures == []
    return tmp_path / "texts"


@pytest.fixture
def run(zeren: Callable[..., Any], graph_options: list[str]) -> Callable[..., Any]:
    """Runs a command on the graph; its rows come back beside its end."""

    def command(name: str, *arguments: object) -> Any:
        form = [] if "--out" in arguments else ["--format", "json"]
        end = zeren(name, *arguments, *graph_options, *form, "--lang", "en")
        end.rows = json.loads(end.out) if end.out else None
        return end

    return command


def short(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(row["kind"], row["number"], row["words"], row["occurrence"]) for row in rows]


FLOODS = "青州市人民政府办公室关于做好防汛工作的通知"
TITLE = "青州市人民政府办公室关于印发《青州市试点方案》的通知"
DOUBTS = [
    ("several_numbers", None, "《关于加强试点的意见》", 1),
    ("unknown agency", "1", "市奇妙中心", 1),
    ("deadline without year", "1", "9月底前", 1),
    ("citation without number", "2", "《山东省试点管理细则》", 1),
    ("ambiguous region", "2", "朝阳区教育局", 1),
    ("unknown agency", "2", "市奇妙中心", 2),
    ("uncertain clause", "3", "（责任单位：市司法局、市民政局", 1),
]


def test_what_is_doubtful(run, folder: Path) -> None:
    rows = run("review").rows
    plan = [row for row in rows if row["document"] == TITLE]
    assert short(plan) == DOUBTS
    assert [row["kind"] for row in rows if row not in plan] == ["same_key"]
    by_kind = {row["kind"]: row for row in plan}
    assert by_kind["several_numbers"]["choices"] == [
        "《关于加强试点的意见》（青发〔2021〕5号）",
        "《关于加强试点的意见》（青发〔2022〕6号）",
    ]
    assert by_kind["citation without number"]["choices"] == [
        "《山东省试点管理实施细则》（鲁政办发〔2022〕3号）"
    ]
    assert by_kind["ambiguous region"]["choices"] == ["北京市朝阳区教育局", "长春市朝阳区教育局"]
    assert by_kind["deadline without year"]["choices"] == []
    assert by_kind["uncertain clause"]["read"] == "responsible:青州市司法局；responsible:青州市民政局"
    text = TEXTS["plan.txt"]
    for row in plan:
        assert text[row["start"] : row["end"]] == row["words"]
        assert row["evidence"] in text and row["words"] in row["evidence"]
        assert row["decision"] is None
    assert short(run("review", "--document", TITLE).rows) == DOUBTS
    assert short(run("review", "--kind", "uncertain clause").rows) == DOUBTS[-1:]
    refused = run("review", "--kind", "doubt")
    assert (refused.status, refused.out) == (2, "")
    assert "uncertain clause" in refused.err


DECIDED = {
    ("unknown agency", 1): "青州市科学技术局",
    ("unknown agency", 2): "none",
    ("deadline without year", 1): "2023",
    ("citation without number", 1): "《山东省试点管理实施细则》（鲁政办发〔2022〕3号）",
    ("several_numbers", 1): "青发〔2021〕5号",
    ("ambiguous region", 1): "110105",
    ("uncertain clause", 1): "no",
    ("same_key", 1): "keep",
}
FACTS = """
MATCH (d:Document)-[:HAS_MEASURE]->(m:Measure)<-[r:RESPONSIBLE_FOR]-(a:Agency)
WHERE d.title = $title
RETURN m.number AS number, r.role AS role, a.name AS agency, r.rule AS rule, r.doubt AS doubt
ORDER BY m.order, r.position
"""
CITED = """
MATCH (d:Document {title: $title})-[:HAS_MEASURE]->(m)-[c:CITES]->(g)
RETURN g.doc_number AS number, c.rule AS rule
UNION ALL
MATCH (d:Document {title: $title})-[c:BASED_ON]->(g) RETURN g.doc_number AS number, c.rule AS rule
"""


def assert_decided(graph: Graph) -> None:
    rows = [tuple(row.values()) for row in graph.read(FACTS, title=TITLE)]
    assert rows[:2] == [
        ("1", "lead", "青州市财政局", "clause-sentence", None),
        ("1", "support", "青州市科学技术局", "decision", None),
    ]
    assert [(row[0], row[3], row[4]) for row in rows[2:]] == [("2", "decision", None)]
    assert rows[2][2].startswith("北京市朝阳区教育")
    due = graph.read("MATCH (m:Measure {number: '1'})<--(:Document {title: $t}) RETURN m.due AS due", t=TITLE)
    assert due == [{"due": date(2023, 9, 30)}]
    cited = sorted(graph.read(CITED, title=TITLE), key=lambda row: row["number"])
    assert [tuple(row.values()) for row in cited] == [
        ("青发〔2021〕5号", "decision"), ("鲁政办发〔2022〕3号", "decision"),
    ]  # fmt: skip


def fill(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**row, "decision": DECIDED[row["kind"], int(row["occurrence"])]} for row in rows]


def through_csv(path: Path) -> Path:
    """The table as a person's spreadsheet would save it."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert not [cell for row in rows for cell in row.values() if cell[:1] in "=+-@" and cell]
    assert [row["evidence"] for row in rows if row["evidence"].startswith("'=1+1")]
    with path.open("w", encoding="gb18030", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(fill(rows))
    return path


def through_xlsx(path: Path) -> Path:
    sheet = load_workbook(path).worksheets[0]
    head, *lines = ([cell.value for cell in line] for line in sheet.iter_rows())
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "n"}
    assert not [v for line in lines for v in line if isinstance(v, str) and v[:1] in "=+-@"]
    book = Workbook()
    for row in [head, *([*each.values()] for each in fill([dict(zip(head, v, strict=True)) for v in lines]))]:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(path)
    return path


def through_yaml(path: Path) -> Path:
    rows = fill(json.loads(path.read_text("utf-8")))
    other = path.with_suffix(".yaml")
    other.write_text(yaml.safe_dump(rows, allow_unicode=True), "utf-8")
    return other


@pytest.mark.parametrize(
    ("name", "through"), [("r.csv", through_csv), ("r.xlsx", through_xlsx), ("r.json", through_yaml)]
)
def test_decisions_come_back_and_stay(
    run, folder: Path, graph: Graph, name: str, through: Callable[[Path], Path]
) -> None:
    out = folder.parent / name
    assert run("review", "--out", out).status == 0
    end = run("review", "--decide", through(out))
    assert (end.status, end.rows) == (0, [{"decisions": 8, "read_again": 1, "failed": 0}])
    assert_decided(graph)
    assert run("review").rows == []
    again = run("load", folder).rows[0]
    assert {key: value for key, value in again.items() if value} == {"unchanged": 4}
    assert run("remove", TITLE).status == 0
    assert run("load", folder).rows[0]["added"] == 1
    assert_decided(graph)
    assert run("review").rows == []


def test_without_its_decisions_a_document_is_as_before(run, folder: Path, graph: Graph) -> None:
    out = folder.parent / "r.csv"
    run("review", "--out", out)
    before = graph.read(FACTS, title=TITLE)
    run("review", "--decide", through_csv(out))
    assert graph.read(FACTS, title=TITLE) != before
    (folder.parent / "decisions.yaml").unlink()
    assert run("load", folder).rows[0]["replaced"] == 1
    assert graph.read(FACTS, title=TITLE) == before
    assert len(run("review").rows) == len(DOUBTS) + 1


def test_a_bad_table_changes_nothing(run, folder: Path, graph: Graph) -> None:
    table = folder.parent / "bad.jsonl"
    row = {"document": TITLE, "kind": "unknown agency", "words": "市奇妙中心", "occurrence": 1}
    rows = [{**row, "decision": "keep"}, {**row, "kind": "uncertain clause", "decision": "perhaps"}]
    table.write_text("\n".join(json.dumps(each) for each in rows), "utf-8")
    end = run("review", "--decide", table)
    assert (end.status, end.out) == (2, "")
    assert "bad.jsonl, 2" in end.err
    assert not (folder.parent / "decisions.yaml").exists()
    assert len(run("review").rows) == len(DOUBTS) + 1


def test_stale_and_absent_decisions(run, folder: Path, graph: Graph) -> None:
    table = folder.parent / "some.jsonl"
    row = {"kind": "unknown agency", "words": "市奇妙中心", "occurrence": 1, "decision": "青州市绝妙中心"}
    rows = [{**row, "document": TITLE}, {**row, "document": "没有这个文件"}]
    table.write_text("\n".join(json.dumps(each) for each in rows), "utf-8")
    end = run("review", "--decide", table)
    assert end.rows == [{"decisions": 2, "read_again": 1, "failed": 0}]
    assert "没有这个文件 is not in the graph" in end.err
    assert "Neither the vocabulary nor the graph knows 青州市绝妙中心" in end.err
    assert run("review", "--kind", "stale").rows == []
    plan = folder / "plan.txt"
    plan.write_text(plan.read_text("utf-8").replace("市奇妙中心", "市美妙中心"), "utf-8")
    assert "that fit no words of what was read: 1. See: zeren review --kind stale" in run("load", folder).err
    assert run("load", folder).err == ""
    (stale,) = run("review", "--kind", "stale").rows
    assert (stale["kind"], stale["document"], stale["words"], stale["read"]) == (
        "stale: unknown agency", TITLE, "市奇妙中心", "青州市绝妙中心",
    )  # fmt: skip
    table.write_text(json.dumps({**stale, "decision": "withdraw"}), "utf-8")
    run("review", "--decide", table)
    assert run("review", "--kind", "stale").rows == []
    kept = (folder.parent / "decisions.yaml").read_text("utf-8")
    assert "没有这个文件" in kept and TITLE not in kept


def test_a_slip_of_the_pen_is_named(run, folder: Path) -> None:
    """Not so what is no name, a region, or a body that the vocabulary or the graph knows."""
    table = folder.parent / "some.jsonl"
    agency = {"document": TITLE, "kind": "unknown agency", "words": "市奇妙中心"}
    region = {"document": TITLE, "kind": "ambiguous region", "words": "朝阳区教育局"}
    said = {}
    for row, decision in (
        (agency, "banana"), (agency, "keep"), (agency, "市奇妙中心"), (agency, "市司法局"),
        (region, "北京市朝阳区"), (region, "北京市朝阳区教育局"), (region, "梨园"),
    ):  # fmt: skip
        table.write_text(json.dumps({**row, "occurrence": 1, "decision": decision}), "utf-8")
        end = run("review", "--decide", table)
        assert end.status == 0
        said[decision] = f"knows {decision}: taken as written" in end.err
    assert [decision for decision, named in said.items() if named] == ["banana", "梨园"]


def test_a_file_that_is_gone(run, folder: Path, graph: Graph) -> None:
    (folder / "plan.txt").rename(folder / "elsewhere.txt")
    end = run("note", "1", "--document", TITLE, "--status", "done", "--on", "2023-09-01", "--source", "总结")
    assert end.status == 1
    assert "plan.txt" in end.err and "The decisions are kept" in end.err
    run("load", folder)
    assert [row["status"] for row in run("query", "progress").rows] == ["done"]


def test_copies_that_differ(run, folder: Path, graph: Graph) -> None:
    copy = folder / "copy.txt"
    copy.write_text(TEXTS["cites-b.txt"].replace("2023年12月底前", "2024年12月底前"), "utf-8")
    run("load", folder)
    rows = run("review", "--kind", "copies differ").rows
    assert sorted((row["words"], row["read"]) for row in rows) == [
        ("2023年12月底前", "cites-b.txt: deadline due 2023-12-31"),
        ("2024年12月底前", "copy.txt: deadline due 2024-12-31"),
    ]
    table = folder.parent / "seen.jsonl"
    table.write_text("\n".join(json.dumps({**row, "decision": "keep"}) for row in rows), "utf-8")
    run("review", "--decide", table)
    assert run("review", "--kind", "copies differ").rows == []


def test_copies_whose_tasks_are_put_otherwise(run, folder: Path, graph: Graph) -> None:
    plan = TEXTS["plan.txt"]
    (folder / "copy.txt").write_text(
        plan.replace("完成试点场地建设", "完成试点场地建设2处").replace("，切实", " 切实"), "utf-8"
    )
    run("load", folder)
    rows = run("review", "--kind", "copies differ").rows
    assert sorted(row["read"] for row in rows) == [
        "copy.txt: task 完成试点场地建设2处",
        "plan.txt: task 完成试点场地建设",
    ]


def test_progress_is_kept_and_past_due_leaves_it_out(run, folder: Path, graph: Graph) -> None:
    def past_due() -> list[str]:
        return [row["number"] for row in run("query", "past-due", "--param", "on=2024-01-01").rows]

    assert past_due() == ["1", "1"]
    same = (
        "note",
        "1",
        "--document",
        "青州市人民政府办公室关于做好防汛工作的通知",
        "--source",
        "  简报\n第3期 ",
    )
    assert run(*same, "--status", "partly", "--on", "2023-06-01").status == 0
    assert past_due() == ["1", "1"]
    assert run(*same, "--status", "done", "--on", "2023年7月5日").rows == [
        {"decisions": 1, "read_again": 1, "failed": 0}
    ]
    assert past_due() == ["1"]

    def noted() -> list[list[Any]]:
        wanted = ("number", "status", "status_on", "status_source", "due", "late", "agencies")
        return [[row[name] for name in wanted] for row in run("query", "progress").rows]

    expected = [["1", "done", "2023-07-05", "简报 第3期", "2023-06-30", True, ["青州市水利局"]]]
    assert noted() == expected
    assert run("load", folder).rows[0]["unchanged"] == 4
    run("remove", FLOODS)
    assert noted() == []
    run("load", folder)
    assert noted() == expected
    assert run("query", "progress", "--param", "status=取消").rows == []
    assert short(run("review", "--kind", "stale").rows) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("no such measure", "done", "2023-01-01"), "No measure is called no such measure"),
        (("1", "done", "2023-01-01"), "several measures"),
        (("2", "finished", "2023-01-01"), "done, partly or dropped"),
        (("2", "done", "soon"), "no date"),
    ],
)
def test_a_note_that_cannot_be_taken(run, folder: Path, arguments: tuple[str, str, str], said: str) -> None:
    name, status, on = arguments
    document = ("--document", TITLE) if name == "2" else ()
    end = run("note", name, "--status", status, "--on", on, "--source", "简报", *document)
    assert (end.status, end.out) == (2, "")
    assert said in end.err
    assert not (folder.parent / "decisions.yaml").exists()


NODES = "MATCH (n) WHERE NOT n:Source AND NOT n:Reading RETURN labels(n) AS labels, properties(n) AS p"
LINKS = "MATCH (a)-[r]->(b) RETURN a.key AS a, type(r) AS type, b.key AS b, properties(r) AS p"


def everything(graph: Graph) -> list[str]:
    """The whole graph but when and in which file it was read."""
    rows = (*graph.read(NODES), *graph.read(LINKS))
    return sorted(json.dumps(row, default=str, sort_keys=True, ensure_ascii=False) for row in rows)


def test_the_order_of_loading_does_not_matter(folder: Path, graph: Graph) -> None:
    """Decisions there before the documents, or after: one graph."""
    rows = api.review(graph)
    taken = Decisions(
        Decision(**{name: row[name] for name in ("kind", "document", "words", "occurrence")}, decision=chosen)
        for row in rows
        if (chosen := DECIDED[row["kind"], row["occurrence"]])
    )
    table = folder.parent / "all.jsonl"
    table.write_text("\n".join(json.dumps(row) for row in fill(rows)), "utf-8")
    assert api.decide(graph, table).decisions == len(taken)
    after = everything(graph)
    graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    change_decisions(folder.parent / "decisions.yaml", lambda before: before.with_(taken))
    for name in sorted(TEXTS, reverse=True):
        api.load(graph, folder / name)
    assert everything(graph) == after


@pytest.mark.usefixtures("local_graph")  # skips where no local server runs
def test_in_the_folder_of_a_local_graph(tmp_path: Path, zeren, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a file named, the decisions lie beside the graph; the folder may hold them first."""
    monkeypatch.delenv("ZEREN_DECISIONS")
    data, texts = tmp_path / "data", tmp_path / "texts"
    texts.mkdir()
    (texts / "plan.txt").write_text(TEXTS["plan.txt"], "utf-8")
    note = Decision(
        document=PLAN, kind="progress", words="完成试点场地建设", occurrence=1, decision="done",
        on=date(2023, 9, 1), source="总结",
    )  # fmt: skip
    change_decisions(data / "decisions.yaml", lambda before: before.with_([note]))
    try:
        with api.connect(data) as graph:
            api.load(graph, texts)
            assert [row["status"] for row in api.query(graph, "progress")] == ["done"]
    finally:
        assert zeren("server", "stop", "--data", data).status == 0
