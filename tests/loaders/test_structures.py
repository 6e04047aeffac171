"""Outline and measures: every numbering and every place of a clause, as rows of structures.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders import load_file, to_json

CASES = yaml.safe_load((Path(__file__).parent / "data" / "structures.yaml").read_text(encoding="utf-8"))


def summary(measure: dict[str, Any]) -> dict[str, Any]:
    """A measure as a row of the table states it."""
    who = measure["responsibilities"]
    return {
        "number": measure["number"],
        "section": measure["section"],
        "title": measure["title"],
        "text": measure["text"],
        "who": [r["surface"] + ("" if r["role"] == "responsible" else ":" + r["role"]) for r in who],
        "dates": [d["date"] for d in measure["deadlines"] if d["kind"] == "due" and d["date"]],
        "ongoing": measure["ongoing"],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["form"])
def test_measures(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / f"document.{case.get('format', 'txt')}"
    path.write_text(case["text"], encoding="utf-8")
    found: Any = to_json(load_file(path))
    expected = [
        {"title": None, "ongoing": False, **m, "dates": [str(d) for d in m.get("dates", [])]}
        for m in case["measures"]
    ]
    assert [summary(m) for m in found["measures"]] == expected


@pytest.mark.parametrize("head", ["附件下载：", "附件：", "相关文件"])
def test_files_that_a_page_offers_are_no_measures(head: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        "一、疏浚河道。（县水利局负责）\n二、种植水草。（县农业农村局负责）\n丰县人民政府办公室\n2023年6月1日\n"
        f"{head}\n1.丰县沟渠管护任务分工表.xlsx\n2．管护标准.doc\n",
        encoding="utf-8",
    )
    assert [(m.number, len(m.responsibilities)) for m in load_file(path).measures] == [("一", 1), ("二", 1)]


@pytest.mark.timeout(60)
def test_labels_that_repeat_without_end(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("一、疏浚河道。\n" * 30_000, encoding="utf-8")
    measures = load_file(path).measures
    assert len({measure.path for measure in measures}) == len(measures) == 30_000


def test_divisions_are_those_of_the_ministry_whose_office_writes(tmp_path: Path) -> None:
    path = tmp_path / "divisions.txt"
    path.write_text(
        "水利部办公厅关于印发《沟渠管护工作要点》的通知\n办河湖〔2023〕8号\n机关各司局：\n"
        "现将《沟渠管护工作要点》印发给你们，请认真贯彻执行。\n水利部办公厅\n2023年3月2日\n沟渠管护工作要点\n"
        "一、修订办法。（责任司局：河湖司、督察局；配合司局：人事司、办公厅，国家能源局）\n",
        encoding="utf-8",
    )
    (measure,) = load_file(path).measures
    assert [(r.agency.name, r.role) for r in measure.responsibilities] == [
        ("水利部河湖司", "responsible"),
        ("水利部督察局", "responsible"),
        ("水利部人事司", "support"),
        ("水利部办公厅", "support"),
        ("国家能源局", "support"),
    ]
