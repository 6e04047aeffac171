"""The file that holds people's decisions: YAML that a person can read, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from filelock import FileLock

from graph.errors import ZerenError
from graph.replacing import replacing
from loaders.decisions._decision import BadDecision, Decision, Decisions, check
from loaders.decisions._values import decision_of

NAME = "decisions.yaml"
_HEAD = """\
# What people decided about what Zeren read, and the progress that they noted. `zeren review --decide`
# and `zeren note` write here; an entry may be changed or taken out by hand, and counts at the next load.
# document: number or title; words, occurrence: which words of it (no occurrence: all of them).
"""


class DecisionsUnusable(ZerenError):
    """The file of decisions cannot be read or written."""

    en = "{path}: the decisions cannot be used: {reason}. Mend the file, or name another with --decisions."
    zh = "{path}：决定文件无法使用：{reason}。请修正该文件，或用 --decisions 指定另一个。"


def place_of(address: str | Path, given: Path | None = None) -> Path:
    """Where the decisions on a graph lie: `given`, else ``ZEREN_DECISIONS``, else in the folder of a
    local graph, else (a server's) in the user's own data folder."""
    if given or os.environ.get("ZEREN_DECISIONS"):
        return Path(given or os.environ["ZEREN_DECISIONS"]).expanduser().absolute()
    if isinstance(address, Path):
        return address / NAME
    from platformdirs import user_data_path

    return user_data_path("zeren", appauthor=False) / NAME


def read_decisions(path: Path) -> Decisions:
    """The decisions in the file at `path`; none where there is no file.

    Raises `DecisionsUnusable` and `BadDecision`, which name file and entry.
    """
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return Decisions()
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionsUnusable(path=path, reason=error) from error
    return Decisions(parse_yaml(text, path))


def parse_yaml(text: str, path: Path) -> list[Decision]:
    """The decisions in YAML: a list of them, or one under ``decisions``."""
    try:
        held = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError) as error:  # ValueError: a date that is none
        raise DecisionsUnusable(path=path, reason=" ".join(str(error).split())) from error
    rows = held.get("decisions") if isinstance(held, Mapping) else held
    if rows is None:
        return []
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise DecisionsUnusable(path=path, reason="no list of decisions")
    return taken(rows, path)


def taken(rows: Iterable[Mapping[Any, Any]], path: Path) -> list[Decision]:
    """The decisions in the rows of the file at `path`, checked. Raises `BadDecision`."""
    found = []
    for count, row in enumerate(rows, 1):
        decision = decision_of(row, f"{path}, {count}")
        if decision:
            found.append(check(decision, f"{path}, {count}"))
    return found


def change_decisions(path: Path, change: Callable[[Decisions], Decisions]) -> Decisions:
    """Put ``change(decisions)`` in the place of the decisions at `path`, in one step; two commands
    that do so at once do it one after the other. Returns the decisions as they are then.

    Raises `DecisionsUnusable`, and what `change` raises: then the file is as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_name(path.name + ".lock"), timeout=60):
            decisions = change(read_decisions(path))
            with replacing(path) as fresh:
                fresh.write_text(_dump(decisions), encoding="utf-8", newline="\n")
    except OSError as error:
        raise DecisionsUnusable(path=path, reason=error.strerror or error) from error
    return decisions


def rows_of(decisions: Iterable[Decision]) -> list[dict[str, Any]]:
    """The decisions as rows, from which `taken` takes them again."""
    rows = []
    for decision in decisions:
        row: dict[str, Any] = {"document": decision.document, "kind": decision.kind, "words": decision.words}
        row["occurrence"] = decision.occurrence
        row["decision"] = decision.decision
        row |= {"on": decision.on, "source": decision.source}
        rows.append({name: value for name, value in row.items() if value is not None})
    return rows


def _dump(decisions: Iterable[Decision]) -> str:
    text = yaml.safe_dump({"decisions": rows_of(decisions)}, allow_unicode=True, sort_keys=False, width=110)
    return _HEAD + str(text)


__all__ = [
    "NAME",
    "BadDecision",
    "DecisionsUnusable",
    "change_decisions",
    "parse_yaml",
    "place_of",
    "read_decisions",
    "rows_of",
    "taken",
]
