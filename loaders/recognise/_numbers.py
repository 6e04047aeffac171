"""Document numbers: issuing code, year and sequence (国办发〔2020〕16号), and orders (国令第496号)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.numerals import value_of
from loaders.resolve.endings import DEPARTMENTS

Number = tuple[str, int, int]
"""A document number in its standard form, and its span."""

# A copy may have lost the second bracket (〔201529号) or moved both (2023〔71〕号): a year has four digits.
_SEQUENCE = r"\s?第?(?P<sequence>\d{1,5})[\s)\]]?号(?:文件(?=[,。;)\]]|$)|文(?!件)|(?P<order>令))?"
_YEAR = re.compile(rf"[\[(](?P<year>(?:19|20)\d\d)(?:年?[\])]|(?<=\[\d{{4}})(?=\d{{1,3}}号)){_SEQUENCE}")
# Searched for only where there is one: the other opens with a bracket, which is fast.
_IS_MOVED = re.compile(r"\[\d{1,4}\]号")
_MOVED = re.compile(rf"(?<!\d)(?P<year>(?:19|20)\d\d)\[(?=\d{{1,4}}\]号){_SEQUENCE}")
_CODE = re.compile(
    r"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z]{0,15}(?:\([\u4e00-\u9fff]{1,2}\)[\u4e00-\u9fff]{0,3})?\s?$"
)
_CODE_LENGTH = 22
# 国办发〔2020〕12号、13号; 国办发〔2020〕12号、〔2021〕3号: what goes on with the code, and the year, before.
_FURTHER = re.compile(
    r"[、和及](?:[\[(](?P<year>(?:19|20)\d\d)[\])])?第?(?P<sequence>\d{1,5})号(?![楼院线令])"
)
_ORDER = re.compile(
    r"(?:令\s?\(?(?:(?P<year>(?:19|20)\d\d)年\s?)?第?\s?(?P<sequence>\d{1,4}|[一二三四五六七八九十百]{1,5})\s?号\)?|第?\s?(?P<before>\d{1,4})\s?号令)"
)
# In brackets it may bear several: (国务院、中央军委令第3号).
_ORDER_ISSUER = re.compile(
    r"(?:(?<=\()(?P<joint>(?:[\u4e00-\u9fff]{2,20}[、 ])+))?(?:中华人民共和国)?"
    rf"(?P<issuer>主席|国务院|[\u4e00-\u9fff]{{2,10}}总[河湖林田]长|[\u4e00-\u9fff]{{2,12}}?[{DEPARTMENTS}府行]|国|[\u4e00-\u9fff]府)$"
)
_ORDER_LENGTH = 80
# 财政部公告2022年第4号, 农业部公告第12号, 农业部公告(2011年第12号), 农业部第12号公告: an announcement bears
# its issuer, no code.
_ANNOUNCED = re.compile(
    r"[公通]告\s?(?P<bracket>[(\[]\s?)?(?:(?P<year>(?:19|20)\d\d)年\s?第?|第)"
    r"(?P<sequence>\d{1,4}|[一二三四五六七八九十百]{1,5})号(?(bracket)\s?[)\]])"
    r"|(?:(?P<of>(?:19|20)\d\d)年第?|第)(?P<before>\d{1,4})号[公通]告"
)
# …的公告财政部公告2022年第4号: the title that the number is glued to.
_TITLED = re.compile(r"^.*的[公通]告")
_ANNOUNCER = re.compile(r"[\u4e00-\u9fff、]{2,40}$")
_BODY = re.compile(f"[{DEPARTMENTS}府室行]$")
# Words that stand before a number and are no part of its code.
_LEADING = re.compile(
    r"^.*(?:按照|根据|依据|依照|遵照|贯彻|落实|执行|参照|符合|印发|转发|发布|以及|通过|废止|详见|文号|发文字号|编号|关于|文件[和及、]?|通知|意见|方案|[你我](?:省|市|县|区|州|厅|局|委|部|院|署|会|公司)|贵(?:厅|局|委|部|院|署|会|公司)|按)|^(?:由|以|原(?![政府办委党])|的|和|及|与|对|在|将|见|经)+"
)


# GB/T 29490-2013, DB37/T 4410.1-2021, T/CAS 105-2018: what a standard is numbered by.
_STANDARD = re.compile(
    r"(?<![A-Za-z/\d])(?P<code>(?:DB\s?\d{2,6}|[A-Z]{1,5})(?:/[A-Z]{1,6}|/(?=\d))?)\s?"
    r"(?P<sequence>\d{1,6}(?:\.\d{1,3}){0,2})\s?-\s?(?P<year>(?:19|20)\d\d)(?!\d)"
)


def standards(text: str, start: int, stop: int) -> Iterator[Number]:
    """The numbers of standards in a stretch of folded text: GB/T 29490-2013."""
    for found in _STANDARD.finditer(text, start, stop):
        code = "".join(found["code"].split())
        gap = "" if code.endswith("/") else " "
        yield f"{code}{gap}{found['sequence']}-{found['year']}", *found.span()


def standard_number(code: str, year: str, sequence: str) -> str:
    """A document number in its standard form: 中办发〔2019〕56号."""
    return f"{code}〔{year}〕{int(sequence)}号"


def numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """The document numbers in a stretch of folded text, in order, with their spans."""
    stop = len(text) if end is None else end
    found = [*_by_year(text, start, stop), *_orders(text, start, stop), *_announcements(text, start, stop)]
    yield from sorted(found, key=lambda n: n[1])


def find_number(text: str, start: int = 0, end: int | None = None) -> Number | None:
    """The first document number in a stretch of folded text, with its span."""
    return next(numbers(text, start, end), None)


def _by_year(text: str, start: int, stop: int) -> Iterator[Number]:
    floor = start
    found = [*_YEAR.finditer(text, start, stop)]
    if _IS_MOVED.search(text, start, stop):
        found = sorted([*found, *_MOVED.finditer(text, start, stop)], key=lambda year: year.start())
    for year in found:
        before = _CODE.search(text[max(floor, year.start() - _CODE_LENGTH) : year.start()])
        floor = year.end()
        if before is None:
            continue
        code = before.group().rstrip()
        lead = _LEADING.match(code)
        code = code[lead.end() :] if lead else code
        # 5月4日某政〔1985〕3号
        if code[:1] in ("日", "月") and text[year.start() - len(before.group()) - 1].isdigit():
            code, lead = code[1:], re.match("[日月]", before.group())
        if code and "年" not in code and "第" not in code:
            begin = year.start() - len(before.group()) + (lead.end() if lead else 0)
            if year["order"]:  # 水利部〔2007〕第162号令
                yield f"{code}令{year['year']}年第{int(year['sequence'])}号", begin, year.end()
                continue
            yield standard_number(code, year["year"], year["sequence"]), begin, year.end()
            yield from _further(text, code, year["year"], year.end(), stop)


def _further(text: str, code: str, year: str, at: int, stop: int) -> Iterator[Number]:
    """The numbers that share the code of the one which ends at a place, and its year or one of their own."""
    while further := _FURTHER.match(text, at, stop):
        at, year = further.end(), further.group("year") or year
        yield standard_number(code, year, further.group("sequence")), further.start() + 1, at


def _orders(text: str, start: int, stop: int) -> Iterator[Number]:
    if text.find("令", start, stop) < 0:
        return
    for order in _ORDER.finditer(text, start, stop):
        before = _ORDER_ISSUER.search(text[max(start, order.start() - _ORDER_LENGTH) : order.start()])
        if before is None:
            continue
        lead = _LEADING.match(before.group("issuer"))
        issuer = before.group("issuer")[lead.end() if lead else 0 :]
        begin = order.start() - len(before.group()) if lead is None else order.start() - len(issuer)
        if issuer[:1] in ("年", "月", "日") and text[begin - 1 : begin].isdigit():  # 2016年12月1日常州市…
            issuer, begin = issuer[1:], begin + 1
        issuer = issuer.removeprefix("中华人民共和国")
        name = "国" if issuer in ("国务院", "国") else issuer
        if before["joint"]:
            name = re.sub("[、 ]", "", before["joint"]) + issuer
        if name:
            year = f"{order['year']}年" if order["year"] else ""
            yield f"{name}令{year}第{value_of(order['sequence'] or order['before'])}号", begin, order.end()


def _announcements(text: str, start: int, stop: int) -> Iterator[Number]:
    if not any(text.find(kind, start, stop) >= 0 for kind in ("公告", "通告")):
        return
    for match in _ANNOUNCED.finditer(text, start, stop):
        before = _ANNOUNCER.search(text[max(start, match.start() - 40) : match.start()])
        if before is None:
            continue
        lead = _TITLED.match(before.group()) or _LEADING.match(before.group())
        cut = lead.end() if lead else 0
        issuer = before.group()[cut:].replace("、", "").replace("中华人民共和国", "")
        stated = match["year"] or match["of"]
        if issuer and ((match["year"] and not match["bracket"]) or _BODY.search(issuer)):
            kind = "通告" if "通告" in match.group() else "公告"
            year = f"{stated}年" if stated else ""
            number = f"{issuer}{kind}{year}第{value_of(match['sequence'] or match['before'])}号"
            yield number, match.start() - len(before.group()) + cut, match.end()
