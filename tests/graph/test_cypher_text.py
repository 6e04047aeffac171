"""Where statements end."""

from __future__ import annotations

import pytest

from graph.cypher_text import statements


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" ;; ; // nothing\n /* at all; */", []),
        ("RETURN 1", [("RETURN 1", 1, False)]),
        ("RETURN 1;", [("RETURN 1", 1, True)]),
        ("RETURN 1；", [("RETURN 1", 1, True)]),
        ("RETURN 1;\n\nRETURN\n 2;", [("RETURN 1", 1, True), ("RETURN\n 2", 3, True)]),
        ("RETURN ';' AS a;", [("RETURN ';' AS a", 1, True)]),
        ("RETURN 'it\\'s; one' AS a;", [("RETURN 'it\\'s; one' AS a", 1, True)]),
        ('RETURN "；" AS `a``;`; RETURN 2', [('RETURN "；" AS `a``;`', 1, True), ("RETURN 2", 1, False)]),
        ("RETURN 1 // one; two\n AS a;", [("RETURN 1 // one; two\n AS a", 1, True)]),
        ("RETURN /* ; */ 1", [("RETURN /* ; */ 1", 1, False)]),
        ("RETURN 'open;", [("RETURN 'open;", 1, False)]),
        ("RETURN 1 /* open;", [("RETURN 1 /* open;", 1, False)]),
        (
            "// first\n:param n 5; 6\nRETURN $n;",
            [(":param n 5; 6", 2, True), ("RETURN $n", 3, True)],
        ),
        ("：help", [("：help", 1, True)]),
        ("MATCH (n\n:Agency) RETURN n", [("MATCH (n\n:Agency) RETURN n", 1, False)]),
    ],
)
def test_statements(text: str, found: list[tuple[str, int, bool]]) -> None:
    assert [(each.text, each.line, each.closed) for each in statements(text)] == found
