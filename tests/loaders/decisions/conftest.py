"""A plan with a doubt of every kind that one document can have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.model import Measure, PolicyDocument
from loaders import load_file
from loaders.decisions import Decision, Decisions

NUMBER = "青州市人民政府令第7号"
PLAN = f"""青州市人民政府办公室关于印发《青州市试点方案》的通知

{NUMBER}

各镇人民政府、街道办事处：

为贯彻《关于加强试点的意见》，制定本方案。

一、主要任务

1.完成试点场地建设。（市财政局牵头，市奇妙中心配合，9月底前完成）

2.落实《山东省试点管理细则》要求。（责任单位：朝阳区教育局、市奇妙中心）

3.开展宣传（责任单位：市司法局、市民政局
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The plan as a file."""
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def decide(plan: Path) -> Callable[..., PolicyDocument]:
    """Reads the plan with decisions, each (kind, words, occurrence, decision)."""

    def read(*rows: tuple[str, str, int | None, str]) -> PolicyDocument:
        names = ("kind", "words", "occurrence", "decision")
        taken = [Decision(document=NUMBER, **dict(zip(names, row, strict=True))) for row in rows]  # type: ignore[arg-type]
        return load_file(plan, decisions=Decisions(taken))

    return read


@pytest.fixture
def bodies() -> Callable[[Measure], list[str]]:
    """Who answers for a measure, with the role and the doubt: ``support 青州市奇妙中心 unknown agency``."""

    def listed(measure: Measure) -> list[str]:
        return [
            " ".join(filter(None, (each.role, each.agency.name, each.evidence.doubt)))
            for each in measure.responsibilities
        ]

    return listed
