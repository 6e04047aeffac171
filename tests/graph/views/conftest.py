"""Facts of pages, and a browser to look at them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from graph.connection import Graph
from graph.views import PageData, document_keys, gather
from graph.views._data import Agency, Answer, Citation, Deadline, Document, Measure

DOCUMENTS = Path(__file__).parents[3] / "documents"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def plan() -> PageData:
    """A small plan with everything a page can show: three roles, two deadlines in one measure, a doubtful
    link, an open role, a collective, an agency on its own, a measure that nobody answers for."""
    names = ("市场监管局", "司法局", "法院", "海关", "文化和旅游局")
    agencies = [
        Agency(key=f"济南市{n}", name=f"济南市{n}", short_name=f"市{n}", region="济南") for n in names
    ]
    every = Agency(
        key="370100:各区县政府", name="各区县政府", short_name="各区县政府", kind="collective", resolved=False
    )

    def answer(at: int, role: str = "responsible", **others: Any) -> Answer:
        agency = agencies[at]
        values = {
            "surface": agency.short_name,
            "evidence": f"（{agency.short_name}负责）",
            "rule": "clause-list",
        }
        return Answer(
            agency=agency.key,
            role=role,
            start=10 * at,
            end=10 * at + 4,
            confidence=1.0,
            **{**values, **others},
        )

    def measure(number: int, *answers: Answer, **others: Any) -> Measure:
        values = {
            "section": ("一、完善政策",) if number < 4 else ("二、加强保护",),
            "text": f"完成第{number}项工作。",
        }
        values = {**values, **others}
        return Measure(
            key=f"计划/{number}",
            document="计划",
            number=str(number),
            name=f"{number} 工作",
            answers=answers,
            **values,
        )

    due = [Deadline(kind="due", date=date(year, 12, 31), text=f"{year}年底前") for year in (2023, 2025)]
    return PageData(
        documents=(
            Document(key="计划", name="知识产权保护计划", doc_number="济政发〔2023〕1号", source="plan.txt"),
        ),
        agencies=(*agencies, every),
        measures=(
            measure(
                1, answer(0, "lead"), answer(1), deadlines=(due[0],), domains=("科技、教育/知识产权/专利",)
            ),
            measure(2, answer(0), answer(2, "support"), deadlines=tuple(due), ongoing=True),
            measure(
                3, answer(0), text="修订专利条例。", citations=(Citation(title="专利条例", action="revise"),)
            ),
            measure(4, answer(1), answer(2), answer(3, doubt="unknown-agency"), ongoing=True),
            measure(5, Answer(agency=every.key, role="responsible"), open_roles=(("support", "有关部门"),)),
            measure(6, text="没有人负责的工作。"),
            measure(7, answer(4), ongoing=True, domains=("科技、教育/知识产权/商标",)),
        ),
    )


@pytest.fixture(scope="module")
def samples(local_graph: Graph) -> dict[str, PageData]:
    """The facts of the two sample documents, and of the graph of both."""
    import zeren

    zeren.load(local_graph, DOCUMENTS)
    names = {"shandong": "山东省2023-2025年知识产权保护推进计划", "jinan": "关于强化知识产权保护的实施方案"}
    found = {short: gather(local_graph, document_keys(local_graph, name)) for short, name in names.items()}
    return {**found, "both": gather(local_graph)}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window; its tests are skipped where there is none (an error when all must run)."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        reason = "needs Chromium (apt-get install chromium)"
        if os.environ.get("ZEREN_TEST_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


Show = Callable[..., Page]


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Show]:
    """Opens a page's HTML from a file: ``show(html, 1400, 900)``. At the end no request may have left any
    of the pages, and none may have complained on the console."""
    left: list[str] = []
    complaints: list[str] = []
    pages: list[Page] = []

    def block(route: Route) -> None:
        left.append(route.request.url)
        route.abort()

    def opened(html: str, width: int = 1400, height: int = 900) -> Page:
        file = tmp_path / f"page{len(pages)}.html"
        file.write_text(html, encoding="utf-8")
        page = browser.new_page(viewport={"width": width, "height": height})
        pages.append(page)
        page.route(lambda url: url != file.as_uri() and not url.startswith("blob:"), block)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(file.as_uri())
        # Drawn by the second frame. (Waiting for a condition would need eval, which the policy forbids.)
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return page

    yield opened
    for page in pages:
        page.close()
    assert left == []
    assert complaints == []
