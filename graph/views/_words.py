"""Every word of a page, in Chinese and English, and the finding that stands in its header."""

from __future__ import annotations

from typing import Literal

Lang = Literal["zh", "en"]

# name: (Chinese, English). The page's script reads them by name; {…} are filled in there.
_WORDS: dict[str, tuple[str, str]] = {
    "search": ("搜索主体或措施…", "Search agencies or measures…"),
    "panel": ("面板", "Panel"),
    "close": ("关闭", "Close"),
    "zoom_in": ("放大", "Zoom in"),
    "zoom_out": ("缩小", "Zoom out"),
    "fit": ("全图", "Fit"),
    "png": ("存为图片", "Save PNG"),
    "reset": ("清除筛选", "Clear filters"),
    "back": ("← 返回总览", "← Overview"),
    "agency": ("主体", "Agency"),
    "role": ("角色", "Role"),
    "domain": ("领域", "Domain"),
    "section": ("章节", "Section"),
    "any_agency": ("全部主体", "All agencies"),
    "any_role": ("全部角色", "All roles"),
    "any_domain": ("全部领域", "All domains"),
    "any_section": ("全部章节", "All sections"),
    "showing": ("显示 {shown} / {all} 项措施", "Showing {shown} of {all} measures"),
    "deadlines": ("完成时限（点击筛选）", "Deadlines (click to filter)"),
    "ongoing": ("持续推进", "ongoing"),
    "other": ("其他时间", "other times"),
    "undated": ("未写时限", "no time stated"),
    "sections": ("章节（点击筛选）", "Sections (click to filter)"),
    "documents": ("文件（点击筛选）", "Documents (click to filter)"),
    "communities": ("协作群组（点击筛选）", "Communities (click to filter)"),
    "others": ("其他", "Others"),
    "alone": ("独自负责", "On their own"),
    "marks": ("图例", "Key"),
    "mark_agency": ("主体，面积为措施数", "Agency; area: measures"),
    "mark_share": ("主体，面积为工作量份额", "Agency; area: workload share"),
    "mark_dated": ("有时限", "dated"),
    "mark_unanswered": ("未读出责任主体", "no body found"),
    "mark_pair": ("线宽为共同负责的程度", "Line width: measures shared, weighted"),
    "lead": ("牵头", "lead"),
    "responsible": ("负责", "responsible"),
    "support": ("配合", "support"),
    "doubtful": ("存疑", "doubtful"),
    "doubts": ("存疑的链接", "Doubtful links"),
    "ranking_count": ("负责的措施数（点击选中）", "Measures per agency (click to select)"),
    "ranking_share": ("工作量份额（措施由各主体平分）", "Workload share (measures split evenly)"),
    "results": ("搜索结果", "Search results"),
    "no_results": ("没有匹配的主体或措施", "No agency or measure matches"),
    "more": ("……还有 {count} 项", "… {count} more"),
    "measure": ("措施 {number}", "Measure {number}"),
    "measures_of": ("它负责的措施", "Its measures"),
    "partners": ("共同负责的主体", "Shares measures with"),
    "shared": ("共同负责的措施", "Shared measures"),
    "facts_agency": (
        "{measures} 项措施，份额 {share}；{partners} 个共同负责的主体",
        "{measures} measures, share {share}; {partners} partners",
    ),
    "unresolved": ("未能识别为已知机构，按原文列出", "Not a known agency: listed as written"),
    "collective": ("集合主体", "collective body"),
    "answers": ("责任主体", "Who answers"),
    "nobody": ("原文没有写明责任主体", "The text names nobody"),
    "open_roles": ("未点名的角色", "Roles given to nobody in particular"),
    "when": ("时限", "By when"),
    "no_deadline": ("原文没有写时限", "No time stated"),
    "due": ("完成", "due"),
    "until": ("有效至", "until"),
    "target": ("目标", "target"),
    "from": ("起", "from"),
    "yearly": ("每年", "yearly"),
    "quarterly": ("每季度", "quarterly"),
    "monthly": ("每月", "monthly"),
    "citations": ("引用的文件", "Instruments cited"),
    "enact": ("制定", "enact"),
    "revise": ("修订", "revise"),
    "repeal": ("废止", "repeal"),
    "implement": ("落实", "implement"),
    "apply": ("适用", "apply"),
    "mention": ("提及", "mention"),
    "domains": ("领域", "Domains"),
    "evidence": ("原文依据", "Evidence"),
    "written": ("原文：{surface}", "as written: {surface}"),
    "capacity": ("以{capacity}名义", "as {capacity}"),
    "place": ("第 {places} 字", "characters {places}"),
    "page": ("第 {page} 页", "page {page}"),
    "rule": ("规则 {rule}，置信度 {confidence}", "rule {rule}, confidence {confidence}"),
    "no_script": ("这一页需要浏览器的脚本功能。", "This page needs scripts to be enabled."),
    "network": ("网络图", "Network"),
}


def words(lang: Lang) -> dict[str, str]:
    """All words of a page in one language, by name."""
    return {name: pair[0 if lang == "zh" else 1] for name, pair in _WORDS.items()}


def pick(lang: Lang, zh: str, en: str) -> str:
    """The text in the page's language."""
    return zh if lang == "zh" else en
