"""What a page has below its text: readings of it, other documents, files to fetch, whose site it is.

The lines there are short and no sentences; a heading or a line of a known form begins them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.numbering import leading_label

_LONGEST = 120
_WORDS = (
    r"(?:相关|关联|有关)(?:政策)?(?:解读|文件|文档|信息|阅读|链接|政策|新闻|报道|稿件|内容|资讯|推荐|附件|文章|下载)"
    r"|附件(?:下载|列表)|热[点门](?:推荐|新闻|文章|信息)|推荐(?:阅读|新闻)|延伸阅读|最新(?:文件|文章|新闻|信息|发布)"
    r"|友情链接|猜你喜欢|(?:文件|政策)解读|解读(?:文件|材料|链接)?"
)
_READING = r"(?:政策|文件|文字|图文|图片|视频|专家|动漫|媒体)?(?:解读|图解)|一图[读看]懂|图解"
_DAY = r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}"
_OPENER = re.compile(
    rf"[•·\s]*(?:\[?(?:{_WORDS})\]?:?$"
    rf"|(?:(?:相关|关联)?解读(?:文件|链接)?|{_READING})\s*[:|丨]|\[(?:{_READING})\]|一图[读看]懂"
    rf"|(?:关于)?《[^《》]{{2,60}}》的?(?:{_READING})(?:材料)?$|.{{4,60}}答记者问$"
    rf"|上一[篇条]|下一[篇条]"
    rf"|.{{6,90}}(?:通知|公告|通告|意见|函|批复|决定|通报|方案|办法)\s*[\[(]?{_DAY}[\])]?$)"
)
# What only the foot of a page says, and what stands above that there.
_SITE = re.compile(
    r"(?:备案序?号|许可证号?|标识码)?:?\s*[\u4e00-\u9fff]?ICP备|.{0,60}ICP备(?:案号)?:?\s*\d{5}|.{0,60}公网安备\s*\d"
    r"|.{0,40}网站标识码|版权所有[:(©\s]|版权所有$|Copyright\b|©"
)
_ABOVE = re.compile(
    r"(?:主办|承办|协办|维护|运[行维]|技术支持|建设|管理|地址|邮编|邮箱|电话|传真|联系|网站|政府网站|版权|备案|您是|建议)"
    r"[^。]*$"
)


def text_end(lines: Sequence[str | None]) -> int:
    """How many of the folded lines are the text's; None stands for a table row."""
    first = len(lines)
    while first and _may_be_below(lines[first - 1]):
        first -= 1
    if not first:
        return len(lines)  # Nothing that is surely text.
    below = [line or "" for line in lines[first:]]
    begin = next((i for i, line in enumerate(below) if _opens(line)), len(below))
    site = next((i for i, line in enumerate(below) if _SITE.match(line)), len(below))
    while 0 < site < len(below) and _ABOVE.match(below[site - 1]):
        site -= 1
    return first + min(begin, site)


def _may_be_below(line: str | None) -> bool:
    return line is not None and len(line) < _LONGEST and "。" not in line


def _opens(line: str) -> bool:
    return _OPENER.match(line) is not None and leading_label(line) is None
