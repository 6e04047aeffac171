"""What kill -9 interrupts and is started again ends as what nobody interrupted, fact by fact.

Kills come at random moments, with a seed that is printed (and taken from ``ZEREN_TEST_SEED``).
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from killing import Commands

from graph import local
from graph.condition import IncompleteGraph
from graph.connection import Graph, connect

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="asks for fork and kill -9"),
    pytest.mark.timeout(600),
]
ALL = os.environ.get("ZEREN_TEST_ALL") == "1"
SEED = int(os.environ.get("ZEREN_TEST_SEED") or random.randrange(10**6))
LOADER, BOTH, RESTORE = (20, 8, 4) if ALL else (5, 2, 1)
SAMPLES = Path(__file__).parents[2] / "documents"

_PLAN = """\
{city}人民政府办公室关于印发《{city}{subject}方案》的通知

{code}〔2024〕{number}号

各区县人民政府，市政府各部门：

现将《{city}{subject}方案》印发给你们，请认真贯彻落实。

{city}人民政府办公室
2024年3月{number}日

{city}{subject}方案

为贯彻落实《山东省湿地保护条例》和《关于加强流域治理的意见》（鲁政办发〔2022〕7号），制定本方案。

一、主要任务

{tasks}
"""
_TASKS = (
    "修复{river}沿岸湿地，建立巡护队伍。（牵头单位：市自然资源局；配合单位：市财政局、市水利局）",
    "每季度公布{river}断面水质监测结果。（责任单位：市生态环境局）",
    "修订《{city}渔业资源管理办法》，明确禁渔期。（市农业农村局、市司法局负责，{year}年底前完成）",
    "推动《关于加强流域治理的意见》落地，开展{river}岸线清查。（市水利局牵头，各区县人民政府负责）",
    "建设候鸟观测站{number}处。（市林业局负责，{year}年6月底前完成）",
)
_CITIES = (
    ("烟台市", "烟政办发", "夹河"),
    ("潍坊市", "潍政办发", "白浪河"),
    ("临沂市", "临政办发", "沂河"),
    ("泰安市", "泰政办发", "大汶河"),
)


def plans(folder: Path, year: int) -> None:
    """Plans that share bodies and instruments, a copy of one, and another under its number; those of
    another `year` differ in a task or two."""
    folder.mkdir(exist_ok=True)
    for number, (city, code, river) in enumerate(_CITIES, 1):
        words = {"city": city, "river": river, "number": number, "year": year + number % 2}
        tasks = "\n\n".join(f"{n}. {task.format(**words)}" for n, task in enumerate(_TASKS, 1))
        text = _PLAN.format(city=city, code=code, number=number, subject="湿地保护", tasks=tasks)
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
        if number == 1:
            (folder / "copy.txt").write_text(text.replace("巡护队伍", "志愿巡护队伍"), encoding="utf-8")
            other = "1. 清理航道沉船，公布通航水深。（市交通运输局负责）\n\n" * 3
            text = _PLAN.format(city=city, code=code, number=number, subject="内河航运", tasks=other)
            (folder / "namesake.txt").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def commands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Commands]:
    with Commands(tmp_path_factory.mktemp("killed") / "log") as found:
        yield found


@pytest.fixture
def chance() -> random.Random:
    print(f"ZEREN_TEST_SEED={SEED}")
    return random.Random(SEED)


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A sample and the plans of 2026, in a folder that is beside nothing else."""
    shutil.copytree(SAMPLES, tmp_path / "documents", ignore=shutil.ignore_patterns("shandong*"))
    plans(tmp_path / "documents", 2026)
    return tmp_path / "documents"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where a test's own local graph is, whose server waits for the next command."""
    yield tmp_path / "graph"
    local.stop(tmp_path / "graph", force=True)


def clear(graph: Graph) -> None:
    with graph.as_it_is():
        graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())


def loads(
    kills: int,
    commands: Commands,
    chance: random.Random,
    graph: Graph,
    documents: Path,
    options: list[str],
    dump,
) -> None:
    """Kill loads of the documents: into an empty graph, and in the place of what they said before."""
    arguments = ("load", documents, *options)
    clear(graph)
    seconds = commands.run(*arguments)
    expected = dump(graph)
    assert len(expected[1]) > 200
    moments: list[float] = []
    clear(graph)
    while len(moments) < kills:
        if chance.random() < 0.5:
            plans(documents, 2030)
            commands.run(*arguments)
            assert dump(graph) != expected
            plans(documents, 2026)
        else:
            clear(graph)
        for _ in range(chance.randint(1, 5)):
            moment = chance.uniform(0, seconds)
            if not commands.kill(moment, *arguments):
                seconds *= 0.7  # the machine has become faster
                break
            moments.append(round(moment, 2))
        commands.run(*arguments)
        assert dump(graph) == expected, moments
    print(f"{len(moments)} kills of a load of {seconds:.2f} s: {moments}")


def test_a_loader_that_is_killed(local_graph: Graph, commands, chance, documents: Path, dump) -> None:
    loads(LOADER, commands, chance, local_graph, documents, ("--data", str(local_graph.address)), dump)


def test_a_loader_on_neo4j_that_is_killed(
    neo4j_graph: Graph, servers, chance, documents: Path, dump, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", servers.passwords[neo4j_graph.address])
    with Commands(tmp_path / "log") as commands:
        loads(4, commands, chance, neo4j_graph, documents, ("--graph", str(neo4j_graph.address)), dump)


def test_a_loader_and_its_server_that_are_killed(
    folder: Path, commands, chance, documents: Path, dump
) -> None:
    arguments = ("load", documents, "--data", folder)
    seconds = commands.run(*arguments)
    with connect(folder) as graph:
        expected = dump(graph)
        clear(graph)
    local.stop(folder, force=True)
    kills: list[float] = []
    while len(kills) < BOTH:
        moment = chance.uniform(0, seconds)
        killed = commands.kill(moment, *arguments, server_of=folder)
        kills += [round(moment, 2)] * killed
        seconds *= 1 if killed else 0.7  # the machine has become faster
        if not killed or chance.random() < 0.5:
            commands.run(*arguments)
            with connect(folder) as graph:
                assert dump(graph) == expected, kills
                clear(graph)
    commands.run(*arguments)
    with connect(folder) as graph:
        assert dump(graph) == expected, kills
    print(f"{len(kills)} kills of loader and server, {seconds:.2f} s: {kills}")


def test_a_restore_that_is_killed(
    local_graph: Graph, commands, chance, documents: Path, dump, tmp_path: Path
) -> None:
    """It leaves the graph as it was, or one that says that it is not whole, or the restored one."""
    data = ("--data", str(local_graph.address))
    clear(local_graph)
    commands.run("load", documents, *data)
    new = dump(local_graph)
    commands.run("backup", tmp_path / "new.zeren", *data)
    clear(local_graph)
    commands.run("load", SAMPLES, *data)
    old = dump(local_graph)
    commands.run("backup", tmp_path / "old.zeren", *data)
    restore = ("restore", tmp_path / "new.zeren", "--replace", "--yes", *data)
    seconds = commands.run(*restore)
    assert dump(local_graph) == new
    kills = 0
    while kills < RESTORE:
        commands.run("restore", tmp_path / "old.zeren", "--replace", "--yes", *data)
        killed = commands.kill(chance.uniform(0, seconds), *restore)
        kills += killed
        seconds *= 1 if killed else 0.7  # the machine has become faster
        assert _usable(local_graph, dump) in (old, new, None)
        commands.run(*restore)
        assert dump(local_graph) == new


def _usable(graph: Graph, dump: Callable[[Graph], object]) -> object:
    time.sleep(1)  # what was known of its condition is old by then
    try:
        return dump(graph)
    except IncompleteGraph:
        return None
