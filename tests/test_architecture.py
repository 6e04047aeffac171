"""The house keeps its shape: imports run one way, files and functions stay small."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("queries", "graph", "loaders", "zeren")  # from the ground up
MODULES = sorted(p for room in ROOMS for p in (ROOT / room).rglob("*.py"))


def imported_rooms(tree: ast.AST) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add((node.module or "").split(".")[0])
    return names & set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_imports_run_one_way(room: str) -> None:
    allowed = set(ROOMS[: ROOMS.index(room) + 1])
    against = {
        str(path.relative_to(ROOT)): sorted(rooms - allowed)
        for path in (ROOT / room).rglob("*.py")
        if (rooms := imported_rooms(ast.parse(path.read_text(encoding="utf-8")))) - allowed
    }
    assert against == {}


def test_tests_hide_no_package() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py"))


def test_every_module_says_what_it_is() -> None:
    silent = [
        str(p.relative_to(ROOT)) for p in MODULES if not ast.get_docstring(ast.parse(p.read_text("utf-8")))
    ]
    assert silent == []


def test_dependencies_are_pinned_and_explained() -> None:
    """Each direct dependency has one version and a line in the README's table."""
    pinned = [
        line.split(" ;")[0].split("==")
        for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert all(len(pair) == 2 for pair in pinned)
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name, _ in pinned if f"| `{name}` |" not in readme] == []
