"""A graph that an earlier Zeren wrote becomes the graph that this one would have made of its readings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph import backup, migrations, overhaul
from graph.condition import IncompleteGraph, OldSchema, OtherSchema
from graph.connection import Graph
from graph.schema import VERSION
from graph.writer import load
from graph.writing.codec import unpack

_READINGS = "MATCH (r:Reading) RETURN r.key AS path, r.packed AS packed ORDER BY path"


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overhaul, "TRUST", 0.0)


@pytest.fixture
def expected(old: Graph, old_backup: Path, dump: Any) -> Any:
    """The graph that this Zeren makes of its readings; the old one is there again."""
    with old.as_it_is():
        readings = old.read(_READINGS)
        old.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    for row in readings:
        document = unpack(row["packed"])
        load(old, replace(document, source=replace(document.source, path=row["path"])))
    whole = dump(old)
    backup.restore(old, backup.contents(old_backup), replace=True)
    return whole


def test_the_old_graph_is_refused_with_the_remedy(old: Graph, build) -> None:
    for use in (lambda: old.read("MATCH (d:Document) RETURN d"), lambda: load(old, build.document("a.txt"))):
        with pytest.raises(OldSchema, match="zeren migrate"):
            use()


def test_it_becomes_what_its_readings_give(old: Graph, expected: Any, dump: Any) -> None:
    with old.as_it_is():
        assert dump(old) != expected
    assert [step.of for step in migrations.pending(old)] == [1, 2]
    migrations.migrate(old)
    assert dump(old) == expected
    assert migrations.pending(old) == []
    migrations.migrate(old)
    assert dump(old) == expected


def test_each_reading_is_derived_from_once(old: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    with old.as_it_is():
        readings = [row["path"] for row in old.read(_READINGS)]
    renew, renewed = migrations._renew, []
    monkeypatch.setattr(migrations, "_renew", lambda tx, path: renewed.append(path) or renew(tx, path))
    assert len(migrations.pending(old)) > 1
    migrations.migrate(old)
    assert renewed == readings


@pytest.mark.parametrize("transactions", [2, 12])
def test_an_interrupted_migration_goes_on(
    old: Graph, expected: Any, dump: Any, monkeypatch: pytest.MonkeyPatch, transactions: int
) -> None:
    write, left = overhaul.Overhaul.write, transactions

    def stops(self: overhaul.Overhaul, work: Any) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            raise KeyboardInterrupt
        return write(self, work)

    monkeypatch.setattr(overhaul.Overhaul, "write", stops)
    with pytest.raises(KeyboardInterrupt):
        migrations.migrate(old)
    monkeypatch.undo()
    with pytest.raises(IncompleteGraph, match="zeren migrate"):
        old.read("MATCH (d:Document) RETURN d")
    migrations.migrate(old)
    assert dump(old) == expected


def test_what_cannot_be_migrated(empty: Graph, build) -> None:
    migrations.migrate(empty)  # nothing there: nothing to do
    load(empty, build.document("a.txt"))
    migrations.migrate(empty)
    for change, error in (
        ("m.schema_version = 99", OtherSchema),
        ("m.schema_version = 1, m.incomplete = 'restore'", IncompleteGraph),
    ):
        empty.write(lambda tx, change=change: tx.run(f"MATCH (m:Meta) SET {change}").consume())
        with pytest.raises(error):
            migrations.migrate(empty)
        with empty.as_it_is():
            empty.write(
                lambda tx: tx.run(
                    "MATCH (m:Meta) SET m.schema_version = $version REMOVE m.incomplete", version=VERSION
                ).consume()
            )


def test_every_earlier_schema_has_its_step() -> None:
    assert [step.of for step in migrations.MIGRATIONS] == [*range(1, VERSION)]
