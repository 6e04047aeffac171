"""What an analyst types reads the graph and changes nothing, whatever it is, on every server."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from graph.connection import Graph
from graph.errors import ZerenError
from graph.server_errors import CypherError, LoadCsvRefused, QueryTimeout, WriteRefused

CHANGES = [
    "CREATE (:Agency {key: 'x'})",
    "create (:Agency {key: 'x'})",
    "CREATE (:Novel)",
    "CREATE (n:Novel {key: 'x'}) RETURN n",
    "MATCH (a:Agency), (m:Measure) CREATE (a)-[:NOVEL]->(m)",
    "MATCH (a:Agency), (m:Measure) CREATE (a)-[:RESPONSIBLE_FOR {role: 'lead'}]->(m)",
    "INSERT (:Agency {key: 'x'})",
    "MERGE (:Agency {key: 'x'})",
    "MERGE (n:Agency {key: 'x'}) ON CREATE SET n.name = 'x'",
    "MERGE (n:Agency {key: 'a'}) ON MATCH SET n.name = 'x' RETURN n",
    "MATCH (a:Agency) MERGE (a)-[:PART_OF]->(a)",
    "MATCH (n) SET n.name = 'x'",
    "MATCH (n) SET n:Novel",
    "MATCH (n:Agency) SET n = {}",
    "MATCH (n:Agency) SET n += {name: 'x'}",
    "MATCH (n:Agency) SET n['name'] = 'x'",
    "MATCH ()-[r]->() SET r.role = 'x'",
    "MATCH (n) DELETE n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) NODETACH DELETE n",
    "MATCH ()-[r]->() DELETE r",
    "OPTIONAL MATCH (n) DETACH DELETE n RETURN 1 AS one",
    "MATCH (n:Agency) REMOVE n.key",
    "MATCH (n:Agency) REMOVE n:Agency",
    "FOREACH (i IN range(1, 3) | CREATE (:Novel {i: i}))",
    "MATCH p = (:Agency)-->() FOREACH (n IN nodes(p) | SET n.name = 'x')",
    "CALL { CREATE (n:Novel) RETURN n } RETURN n",
    "CALL () { CREATE (n:Novel) RETURN n } RETURN n",
    "MATCH (a:Agency) CALL (a) { SET a.name = 'x' } RETURN a",
    "MATCH (a:Agency) CALL (a) { SET a.name = 'x' } IN TRANSACTIONS",
    "UNWIND [1, 2] AS i CALL (i) { CREATE (:Novel {i: i}) } IN TRANSACTIONS OF 1 ROW",
    "UNWIND [1, 2] AS i CALL { WITH i CREATE (:Novel {i: i}) } IN 2 CONCURRENT TRANSACTIONS",
    "MATCH (n) WITH n UNION CREATE (:Novel)",
    "RETURN 1 AS one UNION CREATE (:Novel) RETURN 1 AS one",
    "RETURN COUNT { CREATE (:Novel) } AS n",
    "RETURN EXISTS { MATCH (n) SET n.name = 'x' } AS n",
    "EXPLAIN CREATE (:Novel)",
    "PROFILE CREATE (:Novel)",
    "PROFILE MATCH (n) DETACH DELETE n",
    "explain profile CREATE (:Novel)",
    "CYPHER 5 CREATE (:Novel)",
    "CYPHER runtime=slotted CREATE (:Novel)",
    "CREATE CONSTRAINT novel IF NOT EXISTS FOR (n:Novel) REQUIRE n.key IS UNIQUE",
    "CREATE INDEX novel IF NOT EXISTS FOR (n:Agency) ON (n.novel)",
    "CREATE FULLTEXT INDEX novel IF NOT EXISTS FOR (n:Agency) ON EACH [n.name]",
    "DROP CONSTRAINT guard_key",
    "DROP INDEX guard_name",
    "DROP CONSTRAINT guard_key IF EXISTS",
    "CREATE USER novel SET PASSWORD 'novel-password' CHANGE NOT REQUIRED",
    "ALTER USER neo4j SET PASSWORD 'novel-password'",
    "ALTER CURRENT USER SET PASSWORD FROM 'x' TO 'novel-password'",
    "DROP USER neo4j",
    "DROP USER reader",
    "CREATE ROLE novel",
    "GRANT ROLE admin TO reader",
    "CREATE DATABASE novel",
    "DROP DATABASE neo4j",
    "STOP DATABASE neo4j",
    "ALTER DATABASE neo4j SET ACCESS READ ONLY",
    "CALL db.createLabel('Novel')",
    "CALL db.createProperty('novel')",
    "CALL db.createRelationshipType('NOVEL')",
    "CALL db.index.fulltext.createNodeIndex('novel', ['Agency'], ['name'])",
    "CALL dbms.security.createUser('novel', 'novel-password', false)",
    "CALL dbms.setConfigValue('db.transaction.timeout', '1s')",
    "CALL apoc.create.node(['Novel'], {}) YIELD node RETURN node",
    "CALL apoc.cypher.doIt('CREATE (:Novel)', {}) YIELD value RETURN value",
    "CALL tx.setMetaData({novel: true})",
    "MATCH (n) RETURN n; CREATE (:Novel)",
    "MATCH (n) RETURN n; MATCH (n) DETACH DELETE n;",
    "/* only reads */ CREATE (:Novel)",
    "// MATCH (n) RETURN n\nCREATE (:Novel)",
    "MATCH (n) /* DELETE is in a comment */ DETACH /* … */ DELETE n // RETURN n",
    "\ufeffCREATE (:Novel)",
    "INSERT INTO Agency SET key = 'x'",
    "DELETE VERTEX FROM Agency",
    "CREATE VERTEX TYPE Novel",
    "DROP TYPE Agency UNSAFE",
]
READS = [
    ("MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(m) RETURN a.key AS a, m.key AS m", [{"a": "a", "m": "m"}]),
    ("MATCH (a:Agency) CALL (a) { MATCH (a)-->(m) RETURN m } RETURN m.key AS m", [{"m": "m"}]),
    ("RETURN 'CREATE (:Novel)' AS text", [{"text": "CREATE (:Novel)"}]),
    ("RETURN 'load csv from' AS text // LOAD CSV FROM 'x' AS x", [{"text": "load csv from"}]),
    ('RETURN "it\'s LOAD CSV" AS `LOAD CSV`', [{"LOAD CSV": "it's LOAD CSV"}]),
    ("RETURN 'a\\' LOAD CSV' AS text /* ' LOAD CSV */", [{"text": "a' LOAD CSV"}]),
    ("WITH {load: 1} AS load, 2 AS csv RETURN load.load AS load, csv", [{"load": 1, "csv": 2}]),
    ("MATCH (a:Agency) RETURN COUNT { (a)-->() } AS n", [{"n": 1}]),
]
LOADS = [
    "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "load  csv FROM 'file:///etc/hostname' AS line RETURN line",
    "Load\n\tCsv WITH HEADERS FROM 'http://127.0.0.1:1/' AS line RETURN line",
    "LOAD/**/CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "LOAD /* ' */ CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "LOAD // '\nCSV FROM 'file:///etc/hostname' AS line RETURN line",
    "MATCH (n) WITH n LIMIT 1 LOAD\u00a0CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "LOAD\u3000CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "LO\\u0041D CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "RETURN '\\\\' AS a UNION LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line AS a",
    "WITH '\\'' AS a LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "WITH 1 AS `a``' ` LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "WITH \"'\" AS a LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "CALL () { LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line } RETURN line",
    "EXPLAIN LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "RETURN '\\u0027 AS a UNION LOAD CSV FROM 'file:///etc/hostname' AS a RETURN a //'",
]


@pytest.fixture(scope="module")
def filled(graph: Graph) -> Graph:
    for statement in (
        "CREATE CONSTRAINT guard_key IF NOT EXISTS FOR (n:Agency) REQUIRE n.key IS UNIQUE",
        "CREATE INDEX guard_name IF NOT EXISTS FOR (n:Agency) ON (n.name)",
        "CREATE (:Agency {key: 'a', name: 'A'})-[:RESPONSIBLE_FOR {role: 'lead'}]->(:Measure {key: 'm'})",
    ):
        graph.analyst_write(statement)
    return graph


def everything(graph: Graph) -> list[Any]:
    """The whole graph, its schema, users and databases, as the writer's user sees them."""
    kinds = "CALL db.labels() YIELD label RETURN collect(label) AS all"
    types = "CALL db.relationshipTypes() YIELD relationshipType AS t RETURN collect(t) AS all"
    nodes = graph.read("MATCH (n) RETURN n")
    relationships = graph.read("MATCH (a)-[r]->(b) RETURN a.key AS a, r, b.key AS b")
    names = [sorted(graph.read(query)[0]["all"]) for query in (kinds, types)]
    shown = [
        sorted(str(row.get("name") or row.get("user")) for row in graph.read(f"SHOW {what}"))
        for what in ("CONSTRAINTS", "INDEXES", "USERS", "DATABASES")
    ]
    return [sorted(map(str, nodes)), sorted(map(str, relationships)), names, shown]


@pytest.mark.parametrize("statement", CHANGES)
def test_nothing_changes(filled: Graph, statement: str) -> None:
    before = everything(filled)
    assert before[0] and before[1]
    with suppress(ZerenError):
        filled.analyst(statement, timeout=20)
    assert everything(filled) == before


@pytest.mark.parametrize("statement", ["CREATE (:Agency {key: 'x'})", "MATCH (n) DETACH DELETE n"])
def test_a_write_is_refused_and_says_how_to_allow_it(filled: Graph, statement: str) -> None:
    with pytest.raises(WriteRefused, match="--write"):
        filled.analyst(statement)


@pytest.mark.parametrize(("query", "rows"), READS)
def test_reads_work(filled: Graph, query: str, rows: list[dict[str, Any]]) -> None:
    assert filled.analyst(query).rows == rows


@pytest.mark.parametrize("statement", LOADS)
def test_load_csv_is_refused(filled: Graph, statement: str) -> None:
    with pytest.raises(LoadCsvRefused):
        filled.analyst(statement)


def test_the_local_server_itself_loads_no_csv(local_graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("secret\n")
    with pytest.raises(CypherError, match="disabled"):
        local_graph.analyst_write(f"LOAD CSV FROM '{(tmp_path / 'secret.csv').as_uri()}' AS line RETURN line")


def test_an_error_is_told_in_the_servers_words(filled: Graph) -> None:
    with pytest.raises(CypherError, match="RETRUN") as caught:
        filled.analyst("MATCH (n) RETRUN n")
    assert caught.value.exit_status == 2


def test_a_query_ends_in_its_time(filled: Graph) -> None:
    endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b) AS n"
    with pytest.raises(QueryTimeout, match=r"0\.5 s"):
        filled.analyst(endless, timeout=0.5)
    assert filled.analyst("RETURN 1 AS one", timeout=20).rows == [{"one": 1}]


def test_rows_beyond_the_limit_are_cut(filled: Graph) -> None:
    query = "UNWIND range(1, $n) AS i RETURN i ORDER BY i"
    assert filled.analyst(query, {"n": 4}, limit=3).cut
    answer = filled.analyst(query, {"n": 3}, limit=3)
    assert (answer.columns, [row["i"] for row in answer.rows], answer.cut) == (["i"], [1, 2, 3], False)


def test_rows_that_nobody_wants_cost_nothing(filled: Graph) -> None:
    endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN a, b"
    answer = filled.analyst(endless, limit=2, timeout=20)
    assert (len(answer.rows), answer.cut) == (2, True)
    assert filled.analyst("RETURN 1 AS one").rows == [{"one": 1}]


def test_explain_shows_a_plan(filled: Graph) -> None:
    assert "Scan" in (filled.analyst("EXPLAIN MATCH (a:Agency) RETURN a.key AS key").plan or "")


def test_an_allowed_write_says_what_it_changed(filled: Graph) -> None:
    answer = filled.analyst_write("CREATE (n:Measure {key: $key}) RETURN n.key AS key", {"key": "new"})
    assert answer.rows == [{"key": "new"}]
    assert answer.changes["nodes_created"] == 1
    assert filled.analyst_write("MATCH (n {key: 'new'}) DELETE n").changes == {"nodes_deleted": 1}


def test_a_query_can_be_interrupted_from_beside(filled: Graph) -> None:
    endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a + b) AS n"
    for put in (filled.analyst, filled.analyst_write):
        timer = Timer(0.5, filled.interrupt)
        timer.start()
        start = time.perf_counter()
        with pytest.raises(CypherError, match="terminated"):
            put(endless)
        assert time.perf_counter() - start < 20
    assert filled.analyst("RETURN 1 AS one").rows == [{"one": 1}]
