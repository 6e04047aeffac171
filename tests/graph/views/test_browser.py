"""The pages in a real browser: what is seen, what can be done, and that nothing leaves."""

import socket
import struct
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from graph.views import collaboration_page, responsibility_page
from graph.views._data import Agency, Answer, Deadline, Measure
from graph.views.layout import meet

pytestmark = pytest.mark.browser

PAGES = [responsibility_page, collaboration_page]
ATTACK = (
    "</script><script>window.hacked=1</script><img src=http://127.0.0.1:9/ onerror=window.hacked=1>\"'\u2028"
)


def readable(page, *, all_of=None):
    """Labels are 14 pixels or more, lie on the picture, and none meets another."""
    labels = page.evaluate("zeren.labels()")
    room = page.locator("#network").bounding_box()
    rects = [(label["left"], label["top"], label["right"], label["bottom"]) for label in labels]
    assert all(label["size"] >= 14 for label in labels)
    assert not any(meet(a, b) for a, b in combinations(rects, 2))
    for left, top, right, bottom in rects:
        assert -1 <= left < right <= room["width"] + 1
        assert -1 <= top < bottom <= room["height"] + 1
    if all_of is not None:
        assert len(labels) == len(all_of)


def click_mark(page, mark):
    """Click where a mark is drawn."""
    spot, room = page.evaluate("id => zeren.spot(id)", mark), page.locator("#network").bounding_box()
    page.mouse.click(room["x"] + spot["x"], room["y"] + spot["y"])


def showing(page):
    return page.inner_text("#showing")


@pytest.mark.parametrize("make", PAGES)
@pytest.mark.parametrize("name", ["shandong", "jinan", "both"])
def test_the_samples_are_readable_at_first_look(samples, show, make, name):
    data = samples[name]
    readable(show(make(data), 1400, 900), all_of=data.agencies)
    readable(show(make(data), 800, 600), all_of=None if name == "both" else data.agencies)


@pytest.mark.parametrize("make", PAGES)
def test_the_whole_picture_stays_in_sight_when_the_window_changes(samples, show, make):
    page = show(make(samples["both"]), 1400, 700)
    for width, height in ((1400, 900), (1000, 900), (1400, 900)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(1000)  # for the page to hear of its new size
        readable(page, all_of=samples["both"].agencies)


@pytest.mark.parametrize("make", PAGES)
def test_no_part_of_a_page_runs_over_its_window(plan, show, make):
    for width, height in ((1400, 900), (800, 600)):
        page = show(make(plan), width, height)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.documentElement.scrollHeight") <= height
        assert page.inner_text("h1").startswith("知识产权保护计划：")


@pytest.mark.parametrize("make", PAGES)
def test_the_finding_is_read_whole_on_a_telephone(samples, show, make):
    page = show(make(samples["both"]), 390, 844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for part in ("h1", ".finding p"):
        whole = "e => e.scrollHeight <= e.clientHeight + 1 && e.scrollWidth <= e.clientWidth"
        assert page.eval_on_selector(part, whole), part


@pytest.mark.parametrize("make", PAGES)
def test_hostile_text_is_shown_and_never_run(plan, show, make):
    def bad(thing, *names, **others):
        return replace(thing, **dict.fromkeys(names, ATTACK), **others)

    data = replace(
        plan,
        documents=(bad(plan.documents[0], "name", "doc_number", "source"),),
        agencies=(bad(plan.agencies[0], "name", "short_name"), *plan.agencies[1:]),
        measures=tuple(
            bad(
                m,
                "name",
                "text",
                "title",
                section=(ATTACK,),
                domains=(ATTACK,),
                open_roles=(("lead", ATTACK),),
            )
            for m in (
                replace(m, answers=tuple(bad(a, "surface", "evidence", "rule", "doubt") for a in m.answers))
                for m in plan.measures
            )
        ),
    )
    page = show(make(data))
    page.click("#ranking button >> nth=0")
    assert ATTACK.replace("\u2028", "") in page.inner_text("#detail h2").replace("\u2028", "")
    page.click("#detail .line .link >> nth=0")
    assert "window.hacked=1" in page.inner_text("#detail .text >> nth=0")
    assert page.inner_text("h1").startswith("</script>")
    page.keyboard.press("Escape")
    page.fill("#search", "<img")
    page.wait_for_selector("#results button")
    click_mark(page, "a0")
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, iframe").count() == 0


def test_the_policy_stops_scripts_and_requests_even_if_text_got_in(plan, browser, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(responsibility_page(plan), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        page.evaluate(
            """address => {
              const script = document.createElement("script");
              script.textContent = "window.hacked = 1";
              document.body.append(script);
              const image = "<img src='" + address + "' onerror='window.hacked = 1'>";
              document.body.insertAdjacentHTML("beforeend", image);
            }""",
            address,
        )
        fetched = page.evaluate("address => fetch(address).then(() => 'went', () => 'stopped')", address)
        assert fetched == "stopped"
        with pytest.raises(TimeoutError):
            server.accept()
    assert page.evaluate("window.hacked") is None
    page.close()


def test_search_finds_agencies_and_measures_and_enter_selects_the_first(plan, show):
    page = show(responsibility_page(plan))
    page.fill("#search", "专利条例")
    page.wait_for_selector("#results button")
    assert showing(page) == "显示 1 / 7 项措施"
    page.press("#search", "Enter")
    assert page.inner_text("#detail mark") == "专利条例"
    page.keyboard.press("Escape")
    page.fill("#search", "文化和旅游")
    page.wait_for_selector("#results .name:has-text('文化')")
    assert page.locator("#results button").count() == 2
    page.fill("#search", "没有这样的词")
    page.wait_for_selector("#results p")
    assert showing(page) == "显示 0 / 7 项措施"
    page.click("#reset")
    assert showing(page) == "显示 7 / 7 项措施"
    assert page.locator("#reset").is_hidden()


@pytest.mark.parametrize(
    ("filter", "value", "shown"),
    [
        ("agency", "市司法局 (2)", 2),
        ("role", "牵头", 1),
        ("role", "配合", 1),
        ("domain", "科技、教育 (2)", 2),
        ("domain", "\u3000\u3000专利 (1)", 1),
        ("section", "二、加强保护", 4),
    ],
)
def test_filters_leave_what_matches(plan, show, filter, value, shown):
    page = show(responsibility_page(plan))
    page.select_option(f"#filter-{filter}", label=value)
    assert showing(page) == f"显示 {shown} / 7 项措施"
    hidden = page.evaluate(
        "zeren.network.body.data.nodes.get({filter: (n) => n.id[0] === 'm' && n.hidden}).length"
    )
    assert hidden == 7 - shown


@pytest.mark.parametrize(("time", "shown"), [("2023", 2), ("2025", 1), ("ongoing", 3), ("undated", 3)])
def test_deadlines_filter_by_year_ongoing_and_none(plan, show, time, shown):
    page = show(responsibility_page(plan))
    page.click(f"[data-time='{time}']")
    assert showing(page) == f"显示 {shown} / 7 项措施"
    assert page.get_attribute(f"[data-time='{time}']", "aria-pressed") == "true"
    page.click(f"[data-time='{time}']")
    assert showing(page) == "显示 7 / 7 项措施"


def deadlines_of(plan, *years):
    """The plan with a first measure due in each of `years`, and a second that states a target alone."""
    due = tuple(Deadline(kind="due", date=date(year, 12, 31)) for year in years)
    target = (Deadline(kind="target", date=date(2030, 12, 31)),)
    first, second, *others = plan.measures
    changed = replace(first, deadlines=due), replace(second, deadlines=target, ongoing=False)
    return replace(plan, measures=(*changed, *others))


def test_a_time_that_is_no_due_date_is_no_missing_time(plan, show):
    page = show(responsibility_page(deadlines_of(plan, 2023)))
    page.click("[data-time='other']")
    assert showing(page) == "显示 1 / 7 项措施"
    shape = "id => zeren.network.body.data.nodes.get(id).shape"
    assert [page.evaluate(shape, f"m{at}") for at in (0, 1, 2)] == ["square", "diamond", "dot"]
    assert "其他时间" in page.inner_text("#key")


@pytest.mark.parametrize(
    ("years", "columns"),
    [
        ((2018, 2019, 2020, 2021, 2022, 2025, 2030, 2035), 8),
        (range(2011, 2036), 6),
        (range(1950, 2050), 6),
        ((1990, *range(2016, 2036)), 6),
    ],
)
def test_the_chart_of_many_years_stays_readable(plan, show, years, columns):
    for width, height in ((1400, 900), (800, 600)):
        page = show(responsibility_page(deadlines_of(plan, *years)), width, height)
        if width == 800:
            page.click("#toggle")
        bars = page.locator(".years button")
        assert bars.count() == columns
        words = bars.locator("span:not(.bar)")
        for at in range(words.count()):
            assert words.nth(at).evaluate("e => e.parentNode.scrollWidth <= e.parentNode.clientWidth")
            assert words.nth(at).evaluate("e => e.getBoundingClientRect().height < 25")
        last = bars.nth(columns - 1)
        last.click()
        assert showing(page) == "显示 1 / 7 项措施"
        assert last.get_attribute("aria-pressed") == "true"
        last.click()
        assert showing(page) == "显示 7 / 7 项措施"


def test_measures_of_several_documents_are_named_with_their_document(plan, show):
    other = replace(plan.documents[0], key="方案", name="海洋经济方案")
    theirs = tuple(replace(m, key=f"方案/{m.number}", document="方案") for m in plan.measures)
    both = replace(plan, documents=(*plan.documents, other), measures=(*plan.measures, *theirs))
    page = show(responsibility_page(both))
    assert page.locator("#doubts li.document").all_inner_texts() == ["知识产权保护计划", "海洋经济方案"]
    page.click("#ranking button >> nth=0")
    assert page.locator("#detail li.document").all_inner_texts() == ["知识产权保护计划", "海洋经济方案"]
    page = show(responsibility_page(plan))
    page.click("#ranking button >> nth=0")
    assert page.locator("li.document").count() == 0


def test_the_legend_filters_and_two_entries_add_up(plan, show):
    page = show(responsibility_page(plan))
    page.click("#legend button >> nth=0")
    assert showing(page) == "显示 3 / 7 项措施"
    page.click("#legend button >> nth=1")
    assert showing(page) == "显示 7 / 7 项措施"


def test_the_role_filter_is_about_the_agency_that_is_asked_for(plan, show):
    page = show(responsibility_page(plan))
    page.select_option("#filter-agency", label="市法院 (2)")
    page.select_option("#filter-role", label="负责")
    assert showing(page) == "显示 1 / 7 项措施"


def test_a_selected_measure_shows_its_evidence(plan, show):
    page = show(responsibility_page(plan))
    click_mark(page, "m3")
    text = page.inner_text("#detail")
    for words in (
        "知识产权保护计划 济政发〔2023〕1号",
        "二、加强保护",
        "完成第4项工作。",
        "济南市司法局",
        "存疑: unknown-agency",
        "持续推进",
        "（市司法局负责）",
        "第 30–34 字",
        "规则 clause-list，置信度 1",
        "plan.txt",
    ):
        assert words in text
    click_mark(page, "m1")
    assert "2023-12-31" in page.inner_text("#detail")
    assert "2025-12-31" in page.inner_text("#detail")
    page.click("#back")
    assert page.locator("#overview").is_visible()


def test_a_measure_without_anyone_says_so_and_open_roles_are_told(plan, show):
    page = show(responsibility_page(plan))
    click_mark(page, "m5")
    assert "原文没有写明责任主体" in page.inner_text("#detail")
    click_mark(page, "m4")
    assert "未点名的角色: 配合 有关部门" in page.inner_text("#detail")


def test_a_click_in_the_ranking_selects_the_agency(plan, show):
    page = show(responsibility_page(plan))
    assert page.locator("#ranking button").count() == 6
    page.click("#ranking button >> nth=0")
    text = page.inner_text("#detail")
    assert "济南市市场监管局" in text
    assert "3 项措施，份额 2；2 个共同负责的主体" in text
    opacity = page.evaluate("zeren.network.body.data.nodes.get('a0').opacity")
    assert opacity > page.evaluate("zeren.network.body.data.nodes.get('m6').opacity")


def test_everything_is_reached_by_keyboard(plan, show):
    page = show(responsibility_page(plan))
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.focus("#ranking button >> nth=1")
    page.keyboard.press("Enter")
    assert page.evaluate("zeren.state.selected") == {"agency": 1}
    page.keyboard.press("Escape")
    assert page.evaluate("zeren.state.selected") is None


def test_doubtful_links_are_dashed_and_listed(plan, show):
    page = show(responsibility_page(plan))
    dashed = page.evaluate(
        "zeren.network.body.data.edges.get({filter: (e) => String(e.dashes) === '9,5'}).map((e) => e.id)"
    )
    assert dashed == [page.evaluate("'a' + zeren.find('济南市海关') + '-m3'")]
    assert "4 工作" in page.inner_text("#doubts")
    page.click("#doubts h2 button")
    assert showing(page) == "显示 1 / 7 项措施"


def test_roles_differ_in_their_lines(plan, show):
    page = show(responsibility_page(plan))
    edge = "id => { const e = zeren.network.body.data.edges.get(id); return [e.width, String(e.dashes)]; }"
    lead, responsible = page.evaluate(edge, "a0-m0"), page.evaluate(edge, "a0-m1")
    support = page.evaluate(edge, f"a{page.evaluate('zeren.find(`济南市法院`)')}-m1")
    assert lead[0] > responsible[0]
    assert responsible[1] == "false"
    assert support[1] == "2,4"


def test_two_agencies_that_share_measures_show_them(plan, show):
    page = show(collaboration_page(plan))
    page.click("#ranking button >> nth=0")
    page.click("#detail .link >> nth=0")
    assert "共同负责的措施" in page.inner_text("#detail")
    assert page.evaluate("zeren.state.selected.pair[0]") == 0


def test_a_filter_recounts_the_shared_work(plan, show):
    page = show(collaboration_page(plan))
    before = page.inner_text("#ranking li >> nth=0")
    page.click("[data-time='undated']")
    assert page.inner_text("#ranking li >> nth=0") != before
    assert page.evaluate("zeren.network.body.data.edges.get({filter: (e) => !e.hidden}).length") == 0


@pytest.mark.parametrize("make", PAGES)
def test_the_picture_is_saved_twice_as_sharp_with_its_title(plan, show, make):
    page = show(make(plan))
    before = page.evaluate("[zeren.network.getScale(), zeren.labels().length]")
    with page.expect_download() as waiting:
        page.click("#png")
    download = waiting.value
    assert download.suggested_filename.startswith("知识产权保护计划")
    data = download.path().read_bytes()
    assert data.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", data[16:24])
    room = page.locator("#network").bounding_box()
    assert width == 2 * room["width"]
    assert height > 2 * room["height"]
    assert len(data) > 20_000
    assert page.evaluate("[zeren.network.getScale(), zeren.labels().length]") == before


def test_in_a_small_window_the_panel_opens_over_the_picture(plan, show):
    page = show(responsibility_page(plan), 800, 600)
    assert page.locator("#panel").is_hidden()
    page.click("#toggle")
    assert page.locator("#panel").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    click_mark(page, "a0")
    assert page.locator("#detail").is_visible()
    assert page.evaluate("zeren.spot('a0').x") < 480


def test_five_thousand_marks_open(show, plan):
    agencies = tuple(Agency(key=f"{at}", name=f"第{at}号局", short_name=f"{at}局") for at in range(400))
    measures = tuple(
        Measure(
            key=f"m{at}",
            document="计划",
            number=str(at),
            name=f"{at}",
            text="工作。",
            answers=tuple(
                Answer(agency=str(body), role="responsible")
                for body in sorted({at % 400, at * at % 397, at * 7 % 31})[: 1 + at % 3]
            ),
        )
        for at in range(4600)
    )
    page = show(responsibility_page(replace(plan, agencies=agencies, measures=measures)))
    assert page.evaluate("zeren.network.body.data.nodes.length") == 5000
    readable(page)
    page.click("#ranking button >> nth=0")
    assert page.locator("#detail h2").is_visible()
