"""Small documents made by hand, and the whole graph as a value that can be compared."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest

from graph.model import (
    Agency,
    Citation,
    Deadline,
    DomainScore,
    Evidence,
    Keyword,
    Measure,
    OpenRole,
    PolicyDocument,
    Region,
    Responsibility,
    Role,
    Section,
    Source,
    Succession,
)

COUNTRY = Region(name="全国", short_name="全国", level="country", code="100000")
SHANDONG = Region(name="山东省", short_name="山东", level="province", code="370000", parent=COUNTRY)
JINAN = Region(name="济南市", short_name="济南", level="city", code="370100", parent=SHANDONG)
LIAONING = Region(name="辽宁省", short_name="辽宁", level="province", code="210000", parent=COUNTRY)
READ_BY = "reader-1"


@dataclass(frozen=True)
class Builder:
    """Makes parts of documents with everything that a test does not care for filled in."""

    regions: dict[str, Region] = field(
        default_factory=lambda: {r.name: r for r in (COUNTRY, SHANDONG, JINAN, LIAONING)}
    )

    def evidence(self, text: str, start: int = 0, **others: Any) -> Evidence:
        return Evidence(text=text, start=start, end=start + len(text), rule="test", **others)

    def agency(self, name: str, region: str = "山东省", **others: Any) -> Agency:
        place = self.regions[region]
        values: dict[str, Any] = {"short_name": name, "kind": "agency", "level": place.level}
        return Agency(name=name, region=place, **{**values, **others})

    def answers(self, agency: Agency, role: Role = "responsible", position: int = 1) -> Responsibility:
        return Responsibility(
            agency=agency,
            role=role,
            surface=agency.short_name,
            position=position,
            evidence=self.evidence(agency.short_name),
        )

    def cites(
        self, title: str | None, number: str | None = None, scope: str = "370000", **others: Any
    ) -> Citation:
        return Citation(
            title=title,
            doc_number=number,
            scope=scope,
            evidence=self.evidence(title or number or ""),
            title_written=title,
            number_written=number,
            **{"action": "implement", **others},
        )

    def due(self, day: str, text: str = "年底前") -> Deadline:
        return Deadline(date=date.fromisoformat(day), kind="due", evidence=self.evidence(text))

    def domain(self, name: str, score: float = 0.9) -> DomainScore:
        return DomainScore(name=name, score=score, terms=("专利",))

    def keywords(self, **weights: float) -> tuple[Keyword, ...]:
        return tuple(Keyword(term=term, weight=weight) for term, weight in weights.items())

    def section(self, *path: str, order: int = 1) -> Section:
        return Section(
            path=path,
            number=path[-1],
            title="标题",
            label=f"{path[-1]}、标题",
            depth=len(path),
            order=order,
            kind="tasks",
            start=0,
            end=9,
        )

    def measure(
        self, number: int, *answers: Responsibility, text: str = "做好工作。", **others: Any
    ) -> Measure:
        values = {"section_path": ("一",), "title": None, "start": number, "end": number + 5}
        return Measure(
            path=("一", str(number)),
            number=str(number),
            text=text,
            order=number,
            responsibilities=answers,
            **{**values, **others},
        )

    def document(
        self, path: str, *measures: Measure, text: str | None = None, **others: Any
    ) -> PolicyDocument:
        """A document of Shandong; without `text` its words follow from the file's name, so that
        two files are unlike each other."""
        text = "".join(f"{path}{n * 7919}" for n in range(40)) if text is None else text
        source = Source(path=path, format="txt", text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
        values: dict[str, Any] = {
            "title": f"关于{path}的通知",
            "jurisdiction": SHANDONG,
            "level": "province",
            "sections": (self.section("一"),) if measures else (),
            "read_by": READ_BY,
        }
        return PolicyDocument(source=source, measures=measures, **{**values, **others})

    def moved(self, document: PolicyDocument, path: str) -> PolicyDocument:
        """The same document in a file at another path."""
        return replace(document, source=replace(document.source, path=path))


@pytest.fixture(scope="session")
def build() -> Builder:
    """Makes parts of documents."""
    return Builder()


@pytest.fixture(scope="session")
def scene(build: Builder) -> list[PolicyDocument]:
    """Twelve files that share agencies, regulations and domains, with copies, namesakes, and titles
    and numbers that join and part: every kind of node and relationship occurs."""
    return _scene(build)


def _scene(b: Builder) -> list[PolicyDocument]:
    key, notice = "鲁政〔2023〕1号", "关于印发《甲规划》的通知"
    text = "".join(chr(0x4E00 + n * 7 % 5000) for n in range(600))
    market = b.agency(
        "山东省市场监督管理局", functions=("市场监管", "知识产权"), aliases=("山东省知识产权局",)
    )
    office = b.agency("山东省市场监督管理局执法稽查局", kind="unit", part_of=market)
    court = b.agency("山东省高级人民法院", system="court")
    state = b.agency("国家知识产权局", "全国", functions=("知识产权",))
    city = b.agency("济南市市场监督管理局", "济南市", functions=("知识产权", "市场监管"))
    bank = b.agency(
        "中国银行保险监督管理委员会山东监管局",
        valid_to=date(2023, 7, 20),
        successor=Succession(
            name="国家金融监督管理总局山东监管局", short_name="山东金融监管局", on=date(2023, 7, 20)
        ),
    )
    later = b.agency("国家金融监督管理总局山东监管局", functions=("金融监管",), valid_from=date(2023, 7, 20))
    everyone = b.agency("各市人民政府", kind="collective")
    opinions, number = "关于强化知识产权保护的意见", "中办发〔2019〕56号"
    first = b.measure(
        1, b.answers(market, "lead"), b.answers(court, "support", 2), b.answers(market, "lead", 3),
        citations=(b.cites(opinions), b.cites("商标法", scope="100000", kind="law")),
        deadlines=(b.due("2023-12-31"), b.due("2024-06-30")),
        domains=(b.domain("科技、教育/知识产权/专利"), b.domain("公安、安全、司法")),
        keywords=b.keywords(专利=0.8, 调解=0.6),
        open_roles=(OpenRole(role="support", evidence=b.evidence("有关部门")),),
    )  # fmt: skip
    second = b.measure(
        2, b.answers(bank), b.answers(everyone, position=2), b.answers(office, position=3), ongoing=True,
        keywords=b.keywords(海关=1.0),
    )  # fmt: skip
    plan = b.document(
        "plan.txt", first, second, text=text, doc_number=key, title=notice, text_title="甲规划",
        issued_by=(market,), issuers=("省市场监管局",), issuer_evidence=(b.evidence("省市场监管局"),),
        issued_on=date(2023, 3, 7), based_on=(b.cites(opinions, number, place="preamble"),),
        citations=(b.cites("乙办法", place="general"),), deadlines=(b.due("2025-12-31", "到2025年"),),
        domains=(b.domain("科技、教育/知识产权"),),
        sections=(b.section("一"), b.section("一", "（一）", order=2)),
    )  # fmt: skip
    return [
        plan,
        b.document("plan-copy.txt", first, text=text[:-60], doc_number=key, title=notice),
        b.moved(plan, "plan-again.txt"),
        b.document("namesake.txt", first, text=text[::-1], doc_number=key, title="关于别的的通知"),
        b.document(
            "alone.txt",
            b.measure(
                1, b.answers(court), citations=(b.cites(opinions), b.cites("甲规划")),
                keywords=b.keywords(调解=0.8, 专利=0.6),
            ),
            domains=(b.domain("科技、教育/知识产权/专利"),), issued_on=date(2024, 1, 1),
        ),
        b.document("second-number.txt", citations=(b.cites("乙办法", "鲁发〔2020〕1号", place="general"),)),
        b.document("third-number.txt", citations=(b.cites("乙办法", "鲁发〔2021〕2号", place="general"),)),
        b.document("law.txt", citations=(b.cites("中华人民共和国商标法", scope="100000", place="notes"),)),
        b.document("no-number.txt", title="关于印发《丙方案》的通知", text_title="丙方案"),
        b.document(
            "cites-it.txt", b.measure(1, b.answers(later), citations=(b.cites("丙方案"),)),
            b.measure(2, b.answers(b.agency("山东省知识产权保护中心", functions=("知识产权",)))),
        ),
        b.document(
            "city.txt", b.measure(1, b.answers(city), keywords=b.keywords(专利=0.7, 调解=0.7, 海关=0.1)),
            b.measure(2, b.answers(state), keywords=b.keywords(海关=1.0)),
            jurisdiction=JINAN, level="city", domains=(b.domain("科技、教育/知识产权"),),
            citations=(b.cites(opinions, scope="370100", place="general"),),
        ),
        b.document(
            "described.txt",
            b.measure(1, b.answers(b.agency(market.name, aliases=("省知识产权局",), functions=("标准",)))),
            b.measure(2, b.answers(b.agency("各市人民政府", "辽宁省", kind="collective"))),
        ),
    ]  # fmt: skip
