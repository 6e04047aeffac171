"""Texts in one piece: where their units begin, and where a line stays whole."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest

from loaders import load_file
from loaders.run_on import breaks

LONG = "对全县沟渠逐条登记造册，查明淤塞、渗漏和占用，建立台账，每年更新。"

# A text in one piece, its units parted by ¦.
PARTED = [
    f"为整治沟渠，现提出以下意见：¦一、总体要求{LONG}¦二、主要任务¦（一）疏浚沟渠。{LONG}（县水利局负责）"
    "¦（二）截流污水。改造管网。（县住建局负责）",
    # Numbers that run on across sections, and a clause that no stop ends.
    f"2023年4月10日¦一、摸清底数¦1.登记沟渠。{LONG}责任单位：县水利局¦2.检测水质。{LONG}责任单位：县生态环境局"
    f"¦二、分类治理¦3.疏浚河道。{LONG}责任单位：县水利局",
    # Lists below every heading begin anew.
    f"¦一、登记造册。¦1.查明长度。{LONG}¦2.查明走向。{LONG}¦二、清除淤泥。¦1.集中清运。{LONG}¦2.集中处置。{LONG}",
    # Of an opening only the first section is left.
    f"沟渠整治工作任务分解¦一、主要目标¦1.登记沟渠80条。{LONG}牵头单位：县水利局¦2.清除淤泥。{LONG}牵头单位：县水利局",
    # One task with a list of its own.
    f"¦一、指导思想{LONG}¦二、整治任务{LONG}¦1.整治沟渠¦（1）疏浚河道。{LONG}¦（2）清运淤泥。{LONG}",
    # 统一 and 一、二、三产业 are no labels.
    f"坚持统一、规范，制定方案如下：¦一、融合一、二、三产业。{LONG}¦二、划一、整治沟渠。{LONG}",
]
WHOLE = [
    f"整治沟渠措施如下。¦1.登记沟渠。{LONG}（县水利局）¦2.清除淤泥。{LONG}（县水利局）¦3.种植水草。{LONG}",
    f"整治沟渠任务分工¦1.登记沟渠。{LONG}（县水利局）¦2.清除淤泥。{LONG}（县水利局）",
]
# A page that goes on from another.
PAGES = [
    f"[接上页] ¦37.查明走向。{LONG} ¦38.登记沟渠。{LONG}（责任部门：县水利局。配合部门：县财政局） "
    f"¦39.清除淤泥。{LONG}（责任部门：县水利局） ¦（三）种植水草 "
    f"¦40.选用本地水草。{LONG}（责任部门：县林业局） ¦三、示范沟渠 ¦（一）东沟 ¦41.修建步道。{LONG}",
    f"[接上页] ¦（9）县水利局：负责巡查沟渠。{LONG} ¦（10）县财政局：负责筹措资金。{LONG} "
    f"¦（11）县公安局：维护秩序。{LONG}",
    f"[接上页] ¦县水利局：负责巡查沟渠。{LONG} ¦县财政局：负责筹措资金；{LONG} ¦县公安局：维护秩序。{LONG}",
]
WHOLES = [
    # The list within a task, and what is attached.
    f"（一）登记沟渠。1.查明长度。{LONG}2.查明走向。{LONG}3.查明淤塞。{LONG}（县水利局负责）",
    f"现将沟渠名单印发给你们。{LONG}{LONG}{LONG}附件：1.沟渠名单2.责任人名单",
    f"优先整治下列沟渠：（1）{LONG}；（2）{LONG}；（3）{LONG}。",
    f"沟渠整治要求：{LONG}联系人：县水利局。{LONG}电话：县水利局。{LONG}",
    f"按照第（一）、（二）项的规定，对一、二、三级沟渠分类整治。{LONG}{LONG}{LONG}",
]


@pytest.mark.parametrize("text", PARTED)
def test_units_begin_at_labels(text: str) -> None:
    assert parted(text) == text.lstrip("¦").split("¦")


@pytest.mark.parametrize("text", WHOLE)
def test_tasks_of_a_whole_text(text: str) -> None:
    assert parted(text, whole=True) == text.split("¦")
    assert parted(text) == [text.replace("¦", "")]


@pytest.mark.parametrize("text", PAGES)
def test_tasks_of_a_page_that_goes_on(text: str) -> None:
    assert parted(text, whole=True) == text.split("¦")


@pytest.mark.parametrize("text", WHOLES)
def test_lists_within_a_task_stay(text: str) -> None:
    assert parted(text) == [text]


def parted(text: str, *, whole: bool = False) -> list[str]:
    """A text's pieces; its labels are looked for in folded characters."""
    text = text.replace("¦", "")
    folded = text.translate(str.maketrans("（），：", "(),:"))
    cuts = [0, *breaks(folded, whole=whole), len(text)]
    return [text[a:b] for a, b in pairwise(cuts)]


def test_offsets_of_a_text_in_one_piece(tmp_path: Path) -> None:
    path = tmp_path / "piece.txt"
    source = PARTED[0].replace("¦", "")
    path.write_text(source, encoding="utf-8")
    measures = [m for m in load_file(path).measures if m.responsibilities]
    assert [(m.number, r.agency.short_name) for m in measures for r in m.responsibilities] == [
        ("(一)", "县水利局"),
        ("(二)", "县住建局"),
    ]
    assert [source[m.start :][:3] for m in measures] == ["（一）", "（二）"]


def test_many_labels_take_time_of_their_number() -> None:
    """A reader that went through all labels for each would be at it for many minutes, the present one for a
    second."""
    words = "一、甲。(一)乙。1.丙。" * 30_000
    start = time.process_time()
    breaks(words)
    assert time.process_time() - start < 60
