"""Headers: every shape of title, number, issuers and date, as rows of headers.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders import load_file, to_json

CASES = yaml.safe_load((Path(__file__).parent / "data" / "headers.yaml").read_text(encoding="utf-8"))
KEYS = ("title", "text_title", "doc_number", "issued_on", "effective_on", "expires_on")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["form"])
def test_header(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / f"document.{case.get('format', 'txt')}"
    path.write_text(case["text"], encoding="utf-8")
    found: Any = to_json(load_file(path))["document"]
    expected = {key: str(case[key]) if key in case else None for key in KEYS}
    assert {key: found[key] for key in KEYS} == expected
    assert found["issuers"] == case.get("issuers", [])
    assert found["jurisdiction"] == case["jurisdiction"]


def test_issuers_stand_where_they_say(tmp_path: Path) -> None:
    for i, case in enumerate(CASES):
        path = tmp_path / f"{i}.{case.get('format', 'txt')}"
        path.write_text(case["text"], encoding="utf-8")
        document = load_file(path)
        for evidence in document.issuer_evidence:
            if evidence.end:
                written = "".join(document.source.text[evidence.start : evidence.end].split())
                assert written == evidence.text, case["form"]
