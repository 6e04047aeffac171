"""The facts that a portal states in a table beside a document (政府信息公开 index)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

# The labels, and our name of each fact. Who put a page online need not be who issued the document,
# and the day on which a page was made need not be the document's: they have names of their own.
FACTS = {
    "标题": "title",
    "名称": "title",
    "文件名称": "title",
    "文件标题": "title",
    "公文标题": "title",
    "发文标题": "title",
    "公文名称": "title",
    "信息标题": "title",
    "政策标题": "title",
    "信息名称": "title",
    "法规标题": "title",
    "法规名称": "title",
    "政策名称": "title",
    "中文名": "title",
    "发文字号": "doc_number",
    "发文文号": "doc_number",
    "文件编号": "doc_number",
    "文件字号": "doc_number",
    "发布文号": "doc_number",
    "发文号": "doc_number",
    "政策文号": "doc_number",
    "公文文号": "doc_number",
    "公文字号": "doc_number",
    "文件文号": "doc_number",
    "发布字号": "doc_number",
    "颁布文号": "doc_number",
    "发文编号": "doc_number",
    "文号": "doc_number",
    "备注/文号": "doc_number",
    "字号": "doc_number",
    "发文机关": "issuers",
    "发文机构": "issuers",
    "发文单位": "issuers",
    "制发机关": "issuers",
    "制发单位": "issuers",
    "制定机关": "issuers",
    "颁布机关": "issuers",
    "颁布单位": "issuers",
    "颁布部门": "issuers",
    "颁布机构": "issuers",
    "制定机构": "issuers",
    "公布机关": "issuers",
    "发布部门": "issuers",
    "发文部门": "issuers",
    "发文主体": "issuers",
    "印发机关": "issuers",
    "印发单位": "issuers",
    "颁发机关": "issuers",
    "颁发部门": "issuers",
    "制定单位": "issuers",
    "发布机构": "publisher",
    "发布单位": "publisher",
    "发布机关": "publisher",
    "发布主体": "publisher",
    "公开主体": "publisher",
    "公开机构": "publisher",
    "公开单位": "publisher",
    "成文日期": "issued_on",
    "成文时间": "issued_on",
    "发文日期": "sent_on",
    "印发日期": "sent_on",
    "签发日期": "issued_on",
    "签发时间": "issued_on",
    "签署日期": "issued_on",
    "制发日期": "issued_on",
    "颁发日期": "issued_on",
    "印发时间": "sent_on",
    "颁布日期": "issued_on",
    "颁布时间": "issued_on",
    "公布日期": "issued_on",
    "生成日期": "made_on",
    "生成时间": "made_on",
    "产生日期": "made_on",
    "公文生成日期": "made_on",
    "主题分类": "subject",
    "公文种类": "kind",
    "体裁分类": "kind",
    "文种": "kind",
    "实施日期": "effective_on",
    "生效日期": "effective_on",
    "施行日期": "effective_on",
    "执行日期": "effective_on",
    "实施时间": "effective_on",
    "生效时间": "effective_on",
    "施行时间": "effective_on",
    "废止日期": "expires_on",
    "失效日期": "expires_on",
    "失效时间": "expires_on",
    "废止时间": "expires_on",
    "有效期至": "expires_on",
    "信息时效期": "expires_on",
    "索引号": "index",
    "信息索引号": "index",
    "信息索取号": "index",
    "索取号": "index",
    "索引编号": "index",
    "公开责任部门": "keeper",
    "公开责任单位": "keeper",
    "公布责任部门": "keeper",
    "公布责任单位": "keeper",
    "所属机构": "keeper",
    "统一编号": "register",
    "统一登记号": "register",
    "登记号": "register",
    "公开方式": "access",
    "发布日期": "online_on",
    "发布时间": "online_on",
    "公开日期": "online_on",
    "公开时间": "online_on",
    "上网日期": "online_on",
    "上网时间": "online_on",
    "上载日期": "online_on",
    "发文时间": "sent_on",
    "有效性": "status",
    "是否有效": "status",
    "公文时效": "status",
    "效力状态": "status",
    "时效性": "status",
    "时效状态": "status",
    "生效状态": "status",
    "效力级别": "rank",
    "效力等级": "rank",
    "效力位阶": "rank",
    "主题词": "words",
    "内容概述": "summary",
    "内容概览": "summary",
    "内容简介": "summary",
    "关键词": "words",
    "来源": "origin",
    "稿源": "origin",
    "信息来源": "origin",
    "适用地区": "area",
    "适用领域": "field",
    "所属类型": "type",
    "组配分类": "type",
    "信息分类": "type",
    "公开类别": "access",
    "公开属性": "access",
    "公开范围": "access",
}
_LABEL = re.compile(r"^[【\[〔]?(.{2,7}?)[】\]〕]?[:：]?$")
# 文件编号：某政规〔2014〕4号: a cell that holds both.
_BOTH = re.compile(r"([^:：]{2,12})[:：]\s*(.*)", re.S)


def table_facts(rows: Iterable[Sequence[str]]) -> dict[str, str] | None:
    """Label and value pairs of a portal's table, by our names, those without a value left out (a script
    may fill it in); None for any other table."""
    facts: dict[str, str] = {}
    for row in rows:
        for label, value in (*pairwise(row), *_both(row)):
            match = _LABEL.match(re.sub(r"[\s*]", "", label))
            name = FACTS.get(match.group(1)) if match else None
            if name and not facts.get(name) and not is_label(value):
                facts[name] = value.strip("-—－ ") and value.strip()
    return {name: value for name, value in facts.items() if value} if len(facts) >= 2 else None


def _both(row: Sequence[str]) -> list[tuple[str, str]]:
    """The label and the value of each cell that holds both."""
    return [(match[1], match[2]) for cell in row if (match := _BOTH.fullmatch(cell.strip()))]


def is_label(words: str) -> bool:
    """Whether words are a label and nothing else."""
    match = _LABEL.match(re.sub(r"[\s*]", "", words))
    return match is not None and match.group(1) in FACTS


def states_fact(row: Sequence[str]) -> bool:
    """Whether a row begins with a label, its value beside or behind it."""
    return is_label(row[0]) or any(is_label(label) for label, _ in _both(row[:1]))
