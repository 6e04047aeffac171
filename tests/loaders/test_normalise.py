"""Normalising: torn lines joined, widths folded, furniture dropped, every character's place kept."""

from __future__ import annotations

import pytest

from loaders.normalise import Text, normalise
from loaders.read import Block, SourceText


def text_of(words: str, format: str = "txt") -> Text:
    """The lines of a text as blocks, normalised."""
    blocks, at = [], 0
    for line in words.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(at, at + len(line.rstrip("\r\n\f"))))
        at += len(line)
    return normalise(SourceText(words, tuple(blocks), format))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # Widths, variants, brackets, dashes.
        ("１．疏浚河道，（县水利局负责）", "1.疏浚河道,(县水利局负责)"),
        ("〔县水利局〕【县水利局】﹝县水利局﹞[县水利局]", "[县水利局][县水利局][县水利局][县水利局]"),
        ("认定後的其馀河段", "认定后的其余河段"),
        ("2023—2025年、2023－2025年、2023–2025年", "2023-2025年、2023-2025年、2023-2025年"),
        ("二〇〇四年、二○○四年、二ＯＯ四年", "二○○四年、二○○四年、二○○四年"),
        ("责任单位：县水利局；完成时限∶长期", "责任单位:县水利局;完成时限:长期"),
        # White space inside Chinese text goes, between Latin words it stays.
        ("2023 年 12 月底前完成 。", "2023年12月底前完成。"),
        ("自20 23年1 2月起，热线8890 1234", "自2023年12月起,热线8890 1234"),
        ("县 水 利 局\u3000、县\u00a0财政局", "县水利局、县财政局"),
        ("推广 Open Data 平台", "推广Open Data平台"),
        ("零\u200b宽\ufeff字\u00ad符", "零宽字符"),
        # The reading of a character behind it goes, other words in brackets stay.
        ("縣水利(lì)局關(guān)于修繕(shàn )堤防(fáng)", "县水利局关于修缮堤防"),
        ("沿河(app)巡查(àn)", "沿河(app)巡查"),
        # A page or line end inside a name, a number, a bracket.
        ("（责任单位：县委组\n\n织部、县财政局）", "(责任单位:县委组织部、县财政局)"),
        (
            "（县水利局、\n- 12 -\n\f县财政局负责，2023年\n6月底前完成）",
            "(县水利局、县财政局负责,2023年6月底前完成)",
        ),
        ("对全县河道进行疏浚，并建立台\n\n账，按月更新。", "对全县河道进行疏浚,并建立台账,按月更新。"),
        ("疏浚河道、\n种植水草。", "疏浚河道、种植水草。"),
        ("为贯彻国务院决定，制定\n本方案。", "为贯彻国务院决定,制定本方案。"),
        # A label on a line of its own, above its names.
        ("疏浚河道。\n责任单位：\n县水利局、县财政局", "疏浚河道。\n责任单位:县水利局、县财政局"),
        ("牵头单位：\n配合单位：县水利局", "牵头单位:\n配合单位:县水利局"),
        # What is no torn line stays apart.
        ("一、疏浚河道\n（一）清除淤泥。", "一、疏浚河道\n(一)清除淤泥。"),
        ("疏浚河道。\n种植水草。", "疏浚河道。\n种植水草。"),
        ("（一）落实责任，加强管护\n对全县沟渠，实行巡查。", "(一)落实责任,加强管护\n对全县沟渠,实行巡查。"),
        ("现通知如下：\n疏浚河道。", "现通知如下:\n疏浚河道。"),
        ("丰县水利局\n2023年6月1日", "丰县水利局\n2023年6月1日"),
        ("疏浚河道。\n责任单位：县水利局", "疏浚河道。\n责任单位:县水利局"),
        # Page furniture and Markdown's marks.
        ("疏浚河道。\n— 3 —\n第 4 页 共 9 页\n5/9\n种植水草。", "疏浚河道。\n种植水草。"),
        ("# 方案\n\n**一、疏浚河道**\n\n* 清除淤泥。", "方案\n一、疏浚河道\n清除淤泥。"),
        (
            "疏浚河道。\n【原文下载】\n扫一扫在手机打开当前页\n[附件.pdf](http://example.test/a.pdf)",
            "疏浚河道。",
        ),
        ("【字体：\n一、疏浚河道", "一、疏浚河道"),
        (
            "疏浚河道。\n【打印】【关闭】\n打印本页 关闭窗口\n版权所有：丰县人民政府\nCopyright © 丰县水利局",
            "疏浚河道。",
        ),
        ("疏浚河道。\n主办单位：丰县人民政府办公室  网站地图  联系我们", "疏浚河道。"),
        ("疏浚河道。\n主办单位：丰县水利局", "疏浚河道。\n主办单位:丰县水利局"),
        # Tasks that open with the same words.
        ("关闭小砖窑十二座。\n打印宣传册两千份。", "关闭小砖窑十二座。\n打印宣传册两千份。"),
    ],
)
def test_normalised(source, expected):
    assert text_of(source).text == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1\\. 疏浚河道，\\[甲\\]类\\*。", "1.疏浚河道,[甲]类*。"),
        ("疏浚河道，\n1\\. 种植水草。", "疏浚河道,\n1.种植水草。"),
        ("疏浚*全部*河道。*（县水利局负责）*", "疏浚全部河道。(县水利局负责)"),
        ("***一、疏浚河道***\n长 3*4*5 米*", "一、疏浚河道\n长3*4*5米*"),
        ('依据[《丰县护堤办法》](/a.html "护堤")修堤。\n- [首页](/index.html)', "依据《丰县护堤办法》修堤。"),
    ],
)
def test_what_markdown_does_not_print(source, expected):
    assert text_of(source, "md").text == expected
    assert text_of(source, "txt").text != expected


@pytest.mark.parametrize("format", ["md", "txt"])
def test_what_came_with_a_text_from_a_page(format):
    source = "<p>&nbsp;&nbsp;疏浚河道<br/>，<span style='x'>种植</span>&emsp;水草。</p>\n3<5&甲"
    assert text_of(source, format).text == "疏浚河道,种植水草。\n3<5&甲"


def test_a_short_text_wrapped_by_hand_is_unwrapped():
    """First lines are indented; some lines begin with a bracket, or end inside one."""
    wrapped = (
        "　　为保护全县大小河道，防治水害，改善水质，根据全县\n"
        "《护堤办法》（丰政发〔2019〕3号）和全县护堤工作会议\n"
        "精神，结合全县实际，制定本方案，请各乡镇认真组织落\n实。\n"
        "　　县水利局要对全县河道逐一登记造册，明确管护主体、\n"
        "管护经费和管护责任人。（县水利局牵头，县财政局配合。\n"
        "各乡镇按季度将工作进展情况报送县水利局汇总。）\n"
    )
    paragraphs = wrapped.replace("\n　　", "|").replace("\n", "").replace("|", "\n")
    assert text_of(wrapped).text == text_of(paragraphs).text


def test_short_lines_are_no_wrapped_text():
    lines = ["全县护堤工作领导小组成员名单", "组长由县长担任", "副组长由分管副县长担任", "办公室设在县水利局"]
    assert text_of("\n".join(lines)).text == "\n".join(lines)


def test_a_text_wrapped_by_hand_is_unwrapped():
    line = (
        "对全县大小河道逐一登记造册明确管护主体落实管护经费建立长效机制严禁向河道倾倒垃圾排放污水违者依法处理"
    )
    words = "".join(line[i % 7 :] + line[: i % 7] for i in range(16))
    width = 28
    wrapped = "一、加强管护\n" + "\n".join(words[i : i + width] for i in range(0, len(words), width)) + "。\n"
    assert text_of(wrapped).text == f"一、加强管护\n{words}。"


def test_every_character_keeps_its_place():
    words = "一、 疏 浚河道，（县 水利\n\n局、县财政局\u3000负责）\r\n\r\n— 2 —\r\n二、种植ＡＢ 水草。\n"
    text = text_of(words)
    for i, char in enumerate(text.text):
        start, end = text.to_source(i, i + 1)
        if char != "\n":
            assert end == start + 1
            assert words[start].translate(str.maketrans("，（）ＡＢ", ",()AB")) == char
    places = [text.to_source(i, i + 1)[0] for i in range(len(text.text))]
    assert places == sorted(places)
    start = text.text.index("县水利局")
    assert words[slice(*text.to_source(start, start + 4))] == "县 水利\n\n局"
    assert text.written(start, start + 4) == "县水利局"
