"""Lines of a page that are no part of its text: its number, its buttons, whose site it is."""

from __future__ import annotations

import re

_FURNITURE = re.compile(
    r"^(?=[-·\s\d第=_*~—\[原附相政扫打关分字浏阅来责信当上下接转!+检发更主承版©C公稿文内解])"
    r"(?:[-·\s]*(?:第\s*)?\d{1,3}\s*(?:页)?(?:\s*[,/]?\s*共?\s*\d{1,4}\s*页?)?[-·\s]*"
    r"|[-=_*~—\s]{2,}"
    # An index of the articles below.
    r"|(?:第[一二三四五六七八九十百]{1,5}条\s*){2,}"
    # Where a page goes on from the one before it, or is to be gone on with.
    r"|\[?(?:接上页|下一页|转下页)\]?"
    r"|\[?(?:原文下载|附件下载|相关解读|相关链接|相关文章|政策解读)\]?[:：]?"
    r"|(?:扫一扫|分享到|\[?字[体号]|浏览次数|阅读次数|(?:信息)?来源\s*:|稿源\s*:|责任编辑|当前位置|上一篇|下一篇).{0,40}"
    r"|(?:(?:公开|公布)责任|(?:政策|文件)(?:起草|解读|制定))(?:部门|单位|机关|机构|[处科股]室|人)\s*:.*"
    r"|(?:(?:关联|相关)(?:政策)?解读|解读(?:文件|链接|文章))\s*:.*"
    r"|内容(?:概述|概览|概况|摘要|简介)\s*:.*"
    # Not a task that opens with the word: 关闭小煤窑…
    r"|\[?(?:打印|关闭)(?:[本此该]?页面?|文章|全文|预览|窗口)?(?:[\]|\s].{0,40})?"
    r"|(?:主办|承办|版权所有).{0,80}(?:版权所有|备案号|ICP备|公网安备|网站标识码|技术支持|网站地图|网站声明).*"
    r"|(?:版权所有(?=[:(©\s]|$)|Copyright\b|©).{0,80}"
    r"|[-*+]?\s*!?\[[^\]]*\]\([^)]*\)"
    r"|\**(?:原文链接|检索时间|检索关键词|发布日期|发布时间|发布机构|更新时间|检索词)\**\s*:.*"
    r"|-+\s*PAGE.*)$"
)


# Original URL: http://…: where a copy was taken from.
_ADDRESS = re.compile(r"(?:[^:。]{1,24}:\s*)?https?://\S+")
# What a site offers above every page: 组织机构 | 设为首页 | 加入收藏.
_OFFERS = ("设为首页", "加入收藏", "收藏本站")


def is_offer(line: str) -> bool:
    """Whether a line, which bars may part as those of a table's head, is what a site offers above a page."""
    return len(line) < 60 and "|" in line and line.endswith(_OFFERS)


def is_address(line: str) -> bool:
    """Whether a line says no more than where a copy was taken from."""
    return "://" in line and _ADDRESS.fullmatch(line.strip()) is not None


def is_furniture(line: str) -> bool:
    """Whether a folded line says nothing, or only what a page or a portal prints around a text."""
    line = line.strip()
    return (
        not line
        or is_offer(line)
        or is_address(line)
        or (len(line) < 200 and _FURNITURE.match(line) is not None)
    )
