"""Headers: every shape of title, number, issuers and date, as rows of headers.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders import load_file, to_json
from loaders.folding import fold
from loaders.glosses import NOTHING, unread

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
                shown = unread(fold(document.source.text))[evidence.start : evidence.end]
                written = "".join(shown.replace(NOTHING, "").split())
                assert written == fold("".join(evidence.text.split())), case["form"]


def test_an_issuer_concluded_from_the_number_shows_the_number(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(
        "关于做好防汛工作的通知\n苏政办发〔2021〕35号\n各市、县（市、区）人民政府：", encoding="utf-8"
    )
    document = load_file(path)
    assert document.issuers == ("江苏省人民政府办公厅",)
    (evidence,) = document.issuer_evidence
    assert (evidence.text, evidence.rule, evidence.confidence) == ("苏政办发〔2021〕35号", "number", 0.8)
    assert document.source.text[evidence.start : evidence.end] == evidence.text
