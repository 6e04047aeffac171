"""A made plan, and its three formats."""

from __future__ import annotations

import html
import random
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from loaders import load_file, to_json

DOCUMENTS = Path(__file__).parents[2] / "documents"

# A line each: level (0 title, 1 and 2 headings, 3 text, 4 signature, 5 table row) and words.
PLAN = [
    (0, "宁夏回族自治区人民政府办公厅关于印发《宁夏沟渠治理三年行动方案（2023—2025年）》的通知"),
    (4, "宁政办发〔2023〕8号"),
    (3, "各市、县（区）人民政府，自治区政府各部门："),
    (3, "现将《宁夏沟渠治理三年行动方案（2023—2025年）》印发给你们，请认真贯彻落实。"),
    (4, "宁夏回族自治区人民政府办公厅"),
    (4, "2023年3月9日"),
    (4, "（此件公开发布）"),
    (0, "宁夏沟渠治理三年行动方案（2023—2025年）"),
    (3, "为贯彻落实《国务院关于加强沟渠治理的意见》（国发〔2022〕3号），制定本方案。"),
    (1, "一、总体要求"),
    (3, "坚持治污为本。到2025年，沟渠水质全部达标。"),
    (1, "二、重点任务"),
    (2, "（一）治理农村沟渠"),
    (3, "1.疏浚河道。对农村沟渠进行疏浚，恢复过水断面。"
        "〔自治区水利厅牵头，自治区农业农村厅、财政厅配合，2023年12月底前完成〕"),
    (3, "2.制定《宁夏沟渠管护办法》，明确管护责任。"
        "（责任单位：自治区水利厅、司法厅，2024年6月底前完成并持续推进）"),
    (3, "3.落实《中华人民共和国水法》，严格取水许可。（自治区水利厅负责，长期坚持）"),
    (2, "（二）治理城区沟渠"),
    (3, "4.截流污水。封堵直排口，新建污水管网。"
        "（责任单位：自治区住房城乡建设厅，各市、县（区）人民政府，有关部门）"),
    (3, "5.开展常态化监测。每年2月底前公布水质状况。（自治区生态环境厅会同自治区水利厅负责）"),
    (1, "三、任务分工"),
    (5, "序号|重点任务|具体举措|牵头单位|配合单位|完成时限"),
    (5, "1|资金|安排治理资金|自治区财政厅|自治区水利厅|2023年6月底前"),
    (5, "2|宣传|开展宣传|自治区党委宣传部|无|持续推进"),
]  # fmt: skip


def as_txt(plan: list[tuple[int, str]]) -> str:
    """The plan as plain text, which has no tables."""
    return "\n".join(words for level, words in plan if level != 5) + "\n"


def as_md(plan: list[tuple[int, str]]) -> str:
    """The plan in Markdown."""
    lines = []
    for is_table, group in groupby(plan, key=lambda line: line[0] == 5):
        rows = [f"{'#' * (level + 1)} {words}" if level < 3 else words for level, words in group]
        if is_table:
            bars = [f"| {' | '.join(row.split('|'))} |" for row in rows]
            lines.append("\n".join([bars[0], "|---" * 6 + "|", *bars[1:]]))
        else:
            lines += rows
    return "\n\n".join(lines) + "\n"


def as_html(plan: list[tuple[int, str]]) -> str:
    """The plan as a page."""
    parts = []
    for is_table, group in groupby(plan, key=lambda line: line[0] == 5):
        lines = [(level, html.escape(words)) for level, words in group]
        if is_table:
            rows = "".join(f"<tr><td>{words.replace('|', '</td><td>')}</td></tr>" for _, words in lines)
            parts.append(f"<table>{rows}</table>")
        else:
            parts += [
                f"<h{level + 1}>{w}</h{level + 1}>" if level < 3 else f"<p>{w}</p>" for level, w in lines
            ]
    return f"<!DOCTYPE html><html><body><div>{''.join(parts)}</div></body></html>"


@pytest.fixture(scope="session")
def plan() -> list[tuple[int, str]]:
    return PLAN


@pytest.fixture(scope="session")
def forms() -> dict[str, Callable[[list[tuple[int, str]]], str]]:
    return {"txt": as_txt, "md": as_md, "html": as_html}


@pytest.fixture
def extract(tmp_path: Path) -> Callable[[str, str], Any]:
    """`extract(text, format)`: the JSON object of a text, and the text that its offsets count in."""

    def run(words: str, format: str = "txt") -> Any:
        path = tmp_path / f"document.{format}"
        path.write_text(words, encoding="utf-8")
        document = load_file(path)
        return to_json(document), document.source.text

    return run


@pytest.fixture(scope="session")
def sample() -> Callable[[str], Any]:
    """`sample("shandong")`: the JSON object of a sample document and its text."""

    def run(name: str) -> Any:
        document = load_file(next(DOCUMENTS.glob(f"{name}*.txt")))
        return to_json(document), document.source.text

    return run


@pytest.fixture
def torn() -> Callable[[str, random.Random], str]:
    """`torn(text, chance)`: the text with other widths, loose spaces, and page breaks inside clauses."""
    widths = str.maketrans("（）〔〕，；：0123456789", "()[],;:０１２３４５６７８９")

    def page_break(line: str, chance: random.Random) -> str:
        clause = max(line.rfind(mark) for mark in ("（责", "（自", "〔自"))
        if clause < 0 or chance.random() < 0.3:
            return line
        at = chance.randrange(clause + 2, len(line) - 1)
        return line[:at] + chance.choice(["\n\n", "\n\f", "\n- 7 -\n"]) + line[at:]

    def loosen(char: str, chance: random.Random) -> str:
        space = chance.choice(" \u3000\u00a0") if chance.random() < 0.05 and char not in "\n关" else ""
        return (char.translate(widths) if chance.random() < 0.3 else char) + space

    def run(words: str, chance: random.Random) -> str:
        broken = "\n".join(page_break(line, chance) for line in words.split("\n"))
        return "".join(loosen(char, chance) for char in broken)

    return run
