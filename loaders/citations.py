"""Mentions of instruments to citations: those of others than the document itself, each with its evidence."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from graph.model import Citation, Evidence, Region
from loaders.calendar import DATE
from loaders.folding import fold
from loaders.header import Header
from loaders.instruments import LONG_NOUN
from loaders.language import mentions
from loaders.normalise import Text
from loaders.recognise.regulations import Mention
from loaders.resolve.agencies import resolve
from loaders.resolve.regulations import resolve_mentions, scope_of
from loaders.structure import Structure

_MARKS = re.compile(r"[\s的《》〈〉<>]")
_ROW = r"(?:[、和]?《[^《》]{1,60}》)*[、和]?"
_ISSUED = re.compile(rf"{_ROW}[^。;《》]{{0,60}}(?:印发|下发|公布|发布|颁布|颁发)")
_AGREED = re.compile(rf"{_ROW}[^。;《》]{{0,8}}[已业]")
# 现将修订后的《X》印发给你们, 现将县水务局制定的《X》…
_THESE = re.compile(
    rf"将(?:[^,。;《》]{{0,30}}(?:制定|制订|编制|起草|拟定|修[订正改](?:完善)?)后?的)?{_ROW}$"
)
# 《X(征求意见稿)》, of which the title has X alone.
_DRAFT = re.compile(r"\((?:第[一二三四]次)?(?:公开|修订)?(?:征求意见稿|送审稿|讨论稿|审议稿|公示稿|草案)\)$")
_ROW_LENGTH = 300
# 关于贯彻落实X的通知, 实施〈X〉办法: X is another instrument.
_OF_ANOTHER = re.compile(
    r"(?:贯彻|落实|执行|学习|宣传|废止|修改|修订|(?<![印公发颁]发)(?<!公布)(?<!发布)(?<!颁布)实施)$"
)
# 关于X的补充通知, 关于X有关事项的公告: so is what a text adds to. 的 is left out as the marks are.
_ADDED_TO = re.compile(
    rf"(?:有关|部分|个别|若干)?[^()]{{0,6}}?补充(?:{LONG_NOUN}|说明)|有效期|(?:有关|部分|个别|若干)[^()]{{0,6}}?(?:修改|修订|调整|解释)"
    r"|(?:实施|执行|施行|适用)?中?(?:有关|若干|具体|相关)[^()]{0,4}?(?:事项|问题)"
)

# （2018年6月7日…令第3号公布 2025年10月30日…令第12号修订）: the orders of the text itself.
_HISTORY = re.compile(rf"\({DATE}[^()\n]*(?:公布|发布|通过|修[订正改])")
_PLACELESS_ORDER = re.compile(r"[省市县区](?:人民)?政府(?=令)|自治[区州县](?:人民)?政府(?=令)")


def cited(structure: Structure, header: Header, doc: Doc, region: Region) -> list[Mention]:
    """The mentions of other instruments than the document of `header` itself, in the order of the text,
    each under its full title."""
    return _Others(structure, header, region).of(mentions(doc, "regulations"))


class _Others:
    """Tells the instruments that a document names from the document's own number, history and title."""

    def __init__(self, structure: Structure, header: Header, region: Region) -> None:
        self.structure = structure
        self.text: Text = structure.text
        self.header = header
        self.region = region

    def of(self, found: list[Mention]) -> list[Mention]:
        """The mentions of others, resolved."""
        header = self.header
        kept, itself = [], set()
        for mention in found:
            if mention.number and header.doc_number and mention.number.endswith(header.doc_number):
                continue
            if mention.rule == "number" and self._is_header_line(mention):
                continue
            if mention.title in itself and mention.number is None:
                continue
            if mention.rule == "title" and self._is_quoted_title(mention):
                itself |= {mention.short} if mention.short else set()
                continue
            kept.append(self._placed(mention))
        return resolve_mentions(kept, (header.title, header.text_title), self.text.text)

    def _placed(self, mention: Mention) -> Mention:
        """An order that leaves its place out under the full name of its giver: 省政府令第205号 is another
        in each province."""
        giver = _PLACELESS_ORDER.match(mention.number or "")
        if giver is None:
            return mention
        named = resolve(giver.group(), region=self.region, on=self.header.issued_on)
        if not named.resolved:
            return mention
        return mention._replace(number=named.name + (mention.number or "")[giver.end() :])

    def _is_header_line(self, mention: Mention) -> bool:
        """A number that stands alone on a line of the head: the number of the text itself."""
        if self.structure.unit_at(mention.start) is not None:
            return False
        if any(row.start <= mention.start < row.end for row in self.structure.rows):
            return False  # The grounds of a task in its own cell.
        left = self.text.text.rfind("\n", 0, mention.start) + 1
        if _HISTORY.match(self.text.text, left) and mention.start < self.structure.preamble_end:
            return True
        right = self.text.text.find("\n", mention.end)
        return (right if right >= 0 else len(self.text.text)) - left < 40 or mention.start - left > 300

    def _is_quoted_title(self, mention: Mention) -> bool:
        """《X》 as a part of the document's own title, or X itself; 关于废止《X》的决定 names another."""
        if mention.action in ("implement", "apply", "revise", "repeal") and not self._is_draft(mention):
            return False
        bare = _MARKS.sub("", mention.title or "")
        drafted = _DRAFT.sub("", bare)
        for own in (self.header.title, self.header.text_title):
            whole = _MARKS.sub("", fold(own or ""))
            bare = bare if bare in whole else drafted
            if own and bare and bare in whole:
                at = whole.index(bare)
                if _OF_ANOTHER.search(whole, 0, at) or _ADDED_TO.match(whole, at + len(bare)):
                    return False
                if mention.number and "转发" in own and self.header.text_title is None:
                    return False  # What is forwarded has its own number, and stands elsewhere.
                if own.endswith("批复"):
                    return False  # What is approved was made by another body.
                return len(bare) >= 8 or self.structure.unit_at(mention.start) is None
        if mention.number or mention.start >= self.structure.preamble_end:
            return False
        # 现将《X》印发给你们; 《X》已经市政府同意，现印发给你们: X is the text itself.
        return bool(
            _ISSUED.match(self.text.text, mention.end)
            and (
                _THESE.search(self.text.text[max(mention.start - _ROW_LENGTH, 0) : mention.start])
                or _AGREED.match(self.text.text, mention.end)
            )
        )

    def _is_draft(self, mention: Mention) -> bool:
        """Whether a mention is of the draft that the title asks about: revised, and put to the public."""
        title = self.header.title or ""
        asked = mention.action == "revise" and ("征求" in title or "征集" in title)
        return asked and fold(mention.title or "") in fold(title)


def as_citation(text: Text, region: Region, mention: Mention, place: str, page: int | None) -> Citation:
    """A mention with its evidence; `place` says where in the document of `region` it stands."""
    start, end = text.to_source(mention.start, mention.end)
    written = text.written(*mention.title_span) if mention.title_span else None
    title = mention.title
    whole = text.written(*mention.full_span) if mention.full_span else written
    if mention.rule in ("title", "listed", "short") and whole and len(whole) == len(title or ""):
        title = whole
    return Citation(
        title=title,
        doc_number=mention.number,
        action=mention.action,
        scope=scope_of(mention, region.key),
        kind=mention.kind,
        place=place,
        title_written=written,
        number_written=text.written(*mention.number_span) if mention.number_span else None,
        evidence=Evidence(
            text=text.written(mention.start, mention.end),
            start=start,
            end=end,
            rule=f"citation-{mention.rule}",
            page=page,
        ),
    )


_TELLING = ("repeal", "revise", "enact", "apply", "implement", "mention")


def once(citations: list[Citation]) -> tuple[Citation, ...]:
    """Each instrument once, by its first mention of those whose action tells most."""
    kept: dict[str, Citation] = {}
    for citation in citations:
        key = citation.doc_number or fold(citation.title or "")
        first = kept.setdefault(key, citation)
        if _TELLING.index(citation.action) < _TELLING.index(first.action):
            kept[key] = citation
    return tuple(kept.values())
