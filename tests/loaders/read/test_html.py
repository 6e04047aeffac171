"""HTML: what a reader of the page sees, tables cell by cell, a portal's facts; hostile pages."""

from __future__ import annotations

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from loaders import errors, load_file, read_text


def page(tmp_path: Path, markup: str | bytes):
    path = tmp_path / "page.html"
    path.write_bytes(markup if isinstance(markup, bytes) else markup.encode())
    return read_text(path)


def lines(tmp_path: Path, markup: str | bytes) -> list[str]:
    found = page(tmp_path, markup)
    assert [found.text[b.start : b.end] for b in found.blocks] == found.text.splitlines()
    return found.text.splitlines()


def cells(tmp_path: Path, markup: str) -> list[list[str]]:
    found = page(tmp_path, markup)
    return [[found.text[a:b] for a, b in block.cells] for block in found.blocks if block.kind == "row"]


def test_blocks_are_lines_and_inline_marks_are_none(tmp_path):
    markup = (
        "<p>一、<b>疏浚</b><span>河道</span>。</p>\n<div>二、种植\n  水草。<br>三、放养&nbsp;鱼类。</div>尾"
    )
    assert lines(tmp_path, markup) == ["一、疏浚河道。", "二、种植水草。", "三、放养 鱼类。", "尾"]


def test_what_nobody_sees_is_left_out(tmp_path):
    markup = """<html><head><title>标题</title><style>p{}</style></head><body><nav>首页</nav><!-- 注 -->
    <p>正<!-- 注 -->文<script>var a="脚本"</script>完</p><p style="display: none">隐藏</p><p hidden>隐藏</p>
    <noscript>无脚本</noscript><template>模板</template><textarea>输入</textarea>
    <?php 指令 ?><footer>版权</footer>尾
    </body></html>"""
    assert lines(tmp_path, markup) == ["正文完", "尾"]


def test_what_a_script_shows_is_read(tmp_path):
    """Some pages hide their text until a script has laid it out."""
    text = "".join(f"<p>第{i}段。</p>" for i in range(5))
    for hidden in ("visibility: hidden; opacity: 0", "display:none"):
        markup = (
            f'<h1>标题</h1><div style="display:none">菜单</div><div style="{hidden}">{text}</div><p>阅读</p>'
        )
        assert lines(tmp_path, markup) == ["标题", *(f"第{i}段。" for i in range(5)), "阅读"]
    twin = f"<p>一。二。三。</p>{text}<div style='display:none'>{text}</div>"
    assert len(lines(tmp_path, twin)) == 6, "a copy for another screen"


def test_the_reading_of_a_character_is_left_out(tmp_path):
    markup = "<p>修<ruby>缮<rp>(</rp><rt>shàn</rt><rp>)</rp></ruby>堤防</p>"
    assert lines(tmp_path, markup) == ["修缮堤防"]


@pytest.mark.parametrize(
    "mark",
    [
        '<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>',
        "<sup>[1]</sup>",
        '<del cite="mailto:a">（县财政局）</del>',
    ],
)
def test_marks_of_notes_and_deleted_words(tmp_path, mark):
    note = '<div style="mso-element:footnote-list"><p>[1]指险段。</p></div>'
    assert lines(tmp_path, f"<p>修缮{mark}堤防</p>{note}") == ["修缮堤防"]
    assert cells(tmp_path, f"<table><tr><td>修缮{mark}堤防</td><td>10m<sup>3</sup></td></tr></table>") == [
        ["修缮堤防", "10m3"]
    ]


ITEMS = "<li><p>疏浚河道</p></li><li><span></span>种植水草</li>"


@pytest.mark.parametrize(
    ("attributes", "labels"),
    [
        ("", ("1.", "2.")),
        ('start="3" class=" list-paddingleft-2"', ("3.", "4.")),
        ('class="custom_cn list-paddingleft-1"', ("一、", "二、")),
        ('class="custom_cn2 list-paddingleft-1"', ("（一）", "（二）")),
        ('class="custom_num1"', ("1）", "2）")),
        ('style="list-style-type: cjk-ideographic"', ("一、", "二、")),
        ('style="list-style: none"', ("", "")),
        ('type="a"', ("", "")),
        ('class="breadcrumb"', ("", "")),
    ],
)
def test_the_numbers_of_a_list(tmp_path, attributes, labels):
    markup = f"<ol {attributes}>{ITEMS}</ol>"
    assert lines(tmp_path, markup) == [labels[0] + "疏浚河道", labels[1] + "种植水草"]


def test_items_with_a_number_of_their_own_and_menus(tmp_path):
    markup = '<ol><li value="5">疏浚</li><li>（六）种植</li><li><a>首页</a></li></ol><ul><li>公开</li></ul>'
    assert lines(tmp_path, markup) == ["5.疏浚", "（六）种植", "首页", "公开"]


def test_a_line_end_in_the_markup_prints_nothing_between_chinese_characters(tmp_path):
    """CSS Text 3, 4.1.3: elsewhere it prints a space."""
    markup = "<p>疏浚\r\n   河道，\n种植<span>Open\nData</span> <b>水</b>\n<b>草</b>“\n芦苇”</p>"
    assert lines(tmp_path, markup) == ["疏浚河道，种植Open Data 水 草“芦苇”"]
    assert lines(tmp_path, "发文机关：丰县水利局\n文 号：丰水〔2021〕3号") == [
        "发文机关：丰县水利局 文 号：丰水〔2021〕3号"
    ]


@pytest.mark.parametrize(
    "opened", ["<pre>", '<div style="white-space: pre-wrap">', '<div class="text-sm whitespace-pre-line">']
)
def test_line_ends_that_the_page_shows(tmp_path, opened):
    closed = f"</{opened[1:4]}>"
    markup = f"<h1>疏浚\n方案</h1>{opened}为疏浚河道。\n\n一、<b>疏浚</b>\n二、种植{closed}尾\n部"
    assert lines(tmp_path, markup) == ["疏浚方案", "为疏浚河道。", "一、疏浚", "二、种植", "尾部"]


def test_a_line_end_before_a_label_is_white_space(tmp_path):
    markup = "<p>疏浚河道，制定方案。\n一、疏浚\n（一）清淤\n（二）护岸</p>"
    assert lines(tmp_path, markup) == ["疏浚河道，制定方案。 一、疏浚 （一）清淤 （二）护岸"]


@pytest.mark.parametrize("named", ['class="row footer"', 'id="Footer"', 'role="contentinfo"'])
def test_the_foot_of_a_page_is_left_out(tmp_path, named):
    markup = "<div {}><p>主办：丰县人民政府</p><p>{}</p></div><p>尾</p>"
    assert lines(tmp_path, markup.format(named, "网站地图")) == ["尾"]
    assert len(lines(tmp_path, markup.format(named, "疏浚河道。" * 400))) == 3, "no foot is so long"


def test_headings_have_their_depth(tmp_path):
    found = page(tmp_path, "<h1>方案</h1><h3>一、任务</h3><p>正文</p>")
    assert [b.depth for b in found.blocks] == [1, 3, 0]


@pytest.mark.parametrize(
    "head",
    ['<meta charset="gb2312">', '<meta http-equiv="Content-Type" content="text/html; charset=GBK">', ""],
)
def test_pages_in_gb(tmp_path, head):
    assert lines(tmp_path, f"{head}<p>疏浚河道，恢复断面。</p>".encode("gb18030")) == ["疏浚河道，恢复断面。"]


def test_a_page_that_says_gb_and_is_utf8(tmp_path):
    assert lines(tmp_path, '<meta charset="gb2312"><p>疏浚河道</p>'.encode()) == ["疏浚河道"]


def test_a_page_in_utf8_with_a_broken_byte(tmp_path):
    data = b'<meta charset="utf-8"><p>' + ("疏浚河道，恢复断面。" * 30).encode() + b"\xe6</p>"
    assert lines(tmp_path, data)[0].startswith("疏浚河道")
    with pytest.raises(errors.UndecodableText):
        lines(tmp_path, data.replace(b"<meta", b"<link"))


def test_a_page_that_a_browser_saved_under_another_name(tmp_path):
    path = tmp_path / "notice.doc"
    path.write_text(
        "<!-- saved from url=(0022)https://fengxian.gov.cn -->\n<html><p>疏浚</p>", encoding="utf-8"
    )
    assert read_text(path).text == "疏浚\n"


def test_a_page_in_gb_with_a_broken_byte(tmp_path):
    data = b'<meta charset="gbk"><p>' + ("疏浚河道，恢复断面。" * 30).encode("gbk") + b"\xff</p>"
    assert lines(tmp_path, data)[0].startswith("疏浚河道")


def test_merged_cells_repeat(tmp_path):
    markup = """<table><tr><th>序号</th><th>任务</th><th colspan=2>单位</th></tr>
    <tr><td>1</td><td rowspan="2">治水</td><td>甲局</td><td>乙局</td></tr>
    <tr><td>2</td><td colspan="2">丙局</td></tr></table>"""
    assert cells(tmp_path, markup) == [
        ["序号", "任务", "单位", "单位"],
        ["1", "治水", "甲局", "乙局"],
        ["2", "治水", "丙局", "丙局"],
    ]


def test_bodies_listed_one_a_line_in_a_cell_stay_apart(tmp_path):
    markup = (
        "<table><tr><td>1</td><td>疏浚</td><td><p>县水利局</p><p>县财政局</p>县林业局<br></td></tr></table>"
    )
    assert cells(tmp_path, markup)[0][2] == "县水利局、县财政局、县林业局"


def test_a_line_end_of_the_markup_in_a_cell(tmp_path):
    markup = "<table><tr><td>1</td><td>\n   各区县\n   政府\n</td><td>Open\n Data</td></tr></table>"
    assert cells(tmp_path, markup) == [["1", "各区县政府", "Open Data"]]


def test_a_fragment_of_a_table(tmp_path):
    assert cells(tmp_path, "<tr><td>1</td><td>疏浚</td></tr>") == [["1", "疏浚"]]


def test_a_layout_table_is_running_text(tmp_path):
    body = "".join(f"<p>第{i}段文字。</p>" for i in range(20))
    assert len(lines(tmp_path, f"<table><tr><td>左栏</td><td>{body}</td></tr></table>")) == 21
    inner = "<table><tr><td>一、疏浚</td><td>甲局</td></tr></table>"
    markup = f"<table><tr><td><p>上文</p>{inner}<p>下文</p></td><td>右</td></tr></table>"
    assert lines(tmp_path, markup) == ["上文", "一、疏浚\t甲局", "下文", "右"]


@pytest.mark.parametrize("broken", ["<p>", "<br>"])
def test_a_text_beside_a_menu(tmp_path, broken):
    body = "".join(f"{broken}{i}.疏浚沟渠，清除淤泥，恢复断面。" for i in range(14))
    markup = f"<table><tr><td>政务公开<br>政府文件</td><td>疏浚方案{body}</td><td></td></tr></table>"
    assert len(lines(tmp_path, markup)) == 17


@pytest.mark.parametrize("part", ["<p>{}</p>", "{}<br>"])
def test_a_task_for_many_bodies_is_a_row(tmp_path, part):
    bodies = [
        f"{name}局" for name in "教育 公安 民政 司法 财政 水利 商务 审计 体育 统计 林业 医保 住建".split()
    ]
    listed = "".join(part.format(body) for body in bodies)
    row = "<tr><td>{}</td><td>疏浚沟渠，清除淤泥，恢复过水断面</td><td>{}</td></tr>"
    rows = row.format(1, listed) + row.format(2, "水利局")
    assert cells(tmp_path, f"<table>{rows}</table>")[0][2] == "、".join(bodies)


def test_a_table_of_two_columns_with_long_cells(tmp_path):
    tasks = "<br>".join(f"{i}.疏浚沟渠，清除淤泥。" for i in range(14))
    rows = "".join(f"<tr><td>{body}局</td><td>{tasks}</td></tr>" for body in "水利 林业 住建 城管".split())
    assert len(cells(tmp_path, f"<table>{rows}</table>")) == 4


FACTS = """<table><tr><td><b>索 引 号：</b></td><td>000014349/2021</td>
<td>主题分类：</td><td>农业、林业、水利/水利</td></tr>
<tr><td>发文机关：</td><td>安徽省人民政府办公厅</td><td>成文日期：</td><td>2021年03月05日</td></tr>
<tr><td>标　　题：</td><td colspan="3">安徽省人民政府办公厅关于疏浚河道的通知</td></tr>
<tr><td>发文字号：</td><td>皖政办〔2021〕 4号</td><td>发布日期：</td><td>2021年03月09日</td></tr>
<tr><td>实施日期：</td><td>2021-05-01</td><td>废止日期：</td><td>——</td></tr></table>"""


def test_a_portals_table_states_facts(tmp_path):
    found = page(tmp_path, f"{FACTS}<p>一、疏浚河道。（省水利厅负责）</p>")
    assert found.text == "一、疏浚河道。（省水利厅负责）\n"
    document = load_file(tmp_path / "page.html")
    assert document.title == "安徽省人民政府办公厅关于疏浚河道的通知"
    assert document.doc_number == "皖政办〔2021〕4号"
    assert document.issuers == ("安徽省人民政府办公厅",)
    assert str(document.issued_on) == "2021-03-05"
    assert str(document.effective_on) == "2021-05-01"
    assert document.expires_on is None
    assert document.jurisdiction.name == "安徽省"
    assert document.domains[0].name == "农业、林业、水利/水利"


def test_facts_win_over_what_the_text_says(tmp_path):
    text = (
        "<p>关于疏浚的通知</p><p>皖政办〔2020〕9号</p><p>一、疏浚。</p><p>安徽省水利厅</p><p>2020年1月1日</p>"
    )
    page(tmp_path, FACTS + text)
    document = load_file(tmp_path / "page.html")
    assert (document.doc_number, str(document.issued_on)) == ("皖政办〔2021〕4号", "2021-03-05")
    assert document.issuers == ("安徽省人民政府办公厅",)


TEXT = "安徽省人民政府办公厅关于疏浚河道的通知"


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("无", TEXT),
        ("undefined", TEXT),
        ("关于疏浚河道的通知", TEXT),
        ("安徽省人民政府办公厅关于疏...", TEXT),
        (f"{TEXT}（皖政办〔2021〕4号）", TEXT),
        (f"皖政办〔2021〕4号 {TEXT}", TEXT),
        (f"【规范性文件】{TEXT}", TEXT),
        ("安徽省人民政府办公厅关于疏浚河道的通知（节选）", "安徽省人民政府办公厅关于疏浚河道的通知（节选）"),
        ("安徽省水利厅关于疏浚河道的函", "安徽省水利厅关于疏浚河道的函"),
    ],
)
def test_a_stated_title_and_the_documents_own(tmp_path, stated, title):
    page(
        tmp_path, f"{FACTS.replace(TEXT, stated)}<p>{TEXT}</p><p>各市：</p><p>一、疏浚。（省水利厅负责）</p>"
    )
    assert load_file(tmp_path / "page.html").title == title


@pytest.mark.parametrize(
    ("stated", "number"),
    [
        ("皖政办〔2021〕 4", "皖政办〔2021〕4号"),
        ("皖政办【2021】第4号", "皖政办〔2021〕4号"),
        ("无", "皖政办〔2020〕9号"),
        ("undefined", "皖政办〔2020〕9号"),
    ],
)
def test_a_stated_number(tmp_path, stated, number):
    text = "<p>关于疏浚的通知</p><p>皖政办〔2020〕9号</p><p>一、疏浚。</p>"
    page(tmp_path, FACTS.replace("皖政办〔2021〕 4号", stated) + text)
    assert load_file(tmp_path / "page.html").doc_number == number


@pytest.mark.parametrize(("time", "day"), [("00:00:00", "2021-03-05"), ("10:22", "2021-03-04")])
def test_a_stated_moment(tmp_path, time, day):
    """Midnight is what a portal writes where it knows the day alone."""
    text = "<p>关于疏浚的通知</p><p>一、疏浚。</p><p>安徽省人民政府办公厅</p><p>2021年3月4日</p>"
    page(tmp_path, FACTS.replace("2021年03月05日", f"2021-03-05 {time}") + text)
    assert str(load_file(tmp_path / "page.html").issued_on) == day


def test_a_page_that_names_the_first_body_alone(tmp_path):
    signed = "<p>安徽省人民政府办公厅</p><p>安徽省水利厅</p><p>2021年3月5日</p>"
    page(tmp_path, f"{FACTS}<p>关于疏浚的通知</p><p>一、疏浚。</p>{signed}")
    assert load_file(tmp_path / "page.html").issuers == ("安徽省人民政府办公厅", "安徽省水利厅")


@pytest.mark.parametrize("part", ["<p>{}</p>", "{}<br>"])
def test_a_table_of_facts_that_holds_the_text(tmp_path, part):
    words = ["关于疏浚的通知", "各乡镇：", "一、疏浚。（省水利厅负责）", "安徽省水利厅", "2020年1月1日"]
    text = "".join(map(part.format, words))
    page(tmp_path, FACTS.replace("</table>", f"<tr><td colspan=4>{text}</td></tr></table>"))
    document = load_file(tmp_path / "page.html")
    assert (document.doc_number, str(document.issued_on)) == ("皖政办〔2021〕4号", "2021-03-05")
    assert [m.number for m in document.measures] == ["一"]


def test_a_table_of_facts_that_a_script_fills(tmp_path):
    markup = (
        "<table><tr><td>索 引 号：</td><td><script>document.write(1)</script></td><td>成文日期：</td>"
        "<td></td></tr><tr><td>文　号：</td><td></td><td>公开责任部门：</td><td></td></tr></table>"
        "<p>关于疏浚的通知</p>"
    )
    assert lines(tmp_path, markup) == ["关于疏浚的通知"]


def test_facts_that_only_the_page_parts(tmp_path):
    markup = "<p><span>发文机关：丰县水利局</span><em>成文日期：2021-03-05</em><b>标</b>题：疏浚</p>"
    assert lines(tmp_path, markup) == ["发文机关：丰县水利局 成文日期：2021-03-05标题：疏浚"]


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="ArticleTitle" content="丰县水利局关于疏浚河道的通知"><title>公开</title>',
        "<title>丰县水利局关于疏浚河道的通知_丰县人民政府</title>",
        "<title>丰县水利局关于疏浚河道的通知-丰县人民政府门户网站</title>",
    ],
)
def test_a_title_that_the_head_of_the_page_alone_has(tmp_path, head):
    text = "<p>各乡镇：</p><p>一、疏浚。（县水利局负责）</p>"
    page(tmp_path, f"<html><head>{head}</head><body>{text}</body></html>")
    assert load_file(tmp_path / "page.html").title == "丰县水利局关于疏浚河道的通知"
    page(tmp_path, f"<html><head>{head}</head><body><p>丰县河长办关于疏浚的通知</p>{text}</body></html>")
    assert load_file(tmp_path / "page.html").title == "丰县河长办关于疏浚的通知"


def test_the_title_of_a_page_that_is_no_documents(tmp_path):
    page(
        tmp_path,
        "<html><head><title>政策文件-丰县</title></head><body><p>一、疏浚。（县水利局负责）</p></body></html>",
    )
    assert load_file(tmp_path / "page.html").title is None


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page.html", "page.doc"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_saved_in_one_file(tmp_path, encoding, name):
    """As Chrome, Edge and Word save it: the page first, its pictures behind it."""
    message = MIMEMultipart("related")
    message["From"], message["Subject"] = "<Saved by Blink>", "关于疏浚的通知"
    message["Snapshot-Content-Location"] = "https://www.fengxian.gov.cn/art/2021/3/5/art_1_2.html"
    message.attach(MIMEText("<html><body><p>一、疏浚河道。</p></body></html>", "html", encoding))
    message.attach(MIMEText("p { color: red }", "css"))
    message.attach(MIMEText("<p>广告</p>", "html"))
    (tmp_path / name).write_bytes(message.as_bytes())
    assert read_text(tmp_path / name).text == "一、疏浚河道。\n"


def test_a_saved_page_without_a_page(tmp_path):
    message = MIMEMultipart("related")
    message.attach(MIMEText("p { color: red }", "css"))
    (tmp_path / "page.mht").write_bytes(message.as_bytes())
    with pytest.raises(errors.EmptyFile):
        read_text(tmp_path / "page.mht")


def test_entities_are_not_expanded_and_nothing_is_fetched(tmp_path):
    (tmp_path / "secret").write_text("机密", encoding="utf-8")
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    markup = (
        f'<!DOCTYPE html [<!ENTITY l0 "哈">{laughs}<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
        "<p>一、疏浚&l11;&x;河道。</p>"
    )
    text = page(tmp_path, markup).text
    assert "机密" not in text and len(text) < 2000


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 50_000 + "疏浚" + "</div>" * 50_000,
        "<table><tr>" * 3_000 + "<td>疏浚</td>" + "</tr></table>" * 3_000,
        "<table><tr><td colspan=99999999 rowspan=99999999>疏浚</td><td>甲局</td></tr>"
        + "<tr><td>乙</td></tr>" * 2_000
        + "</table>",
        "<table>" + "<tr>" + "<td colspan=1000>疏浚</td>" * 2_000 + "</tr></table>",
        f"<td rowspan={'9' * 6000}>疏浚</td><td colspan=²>甲局</td>",
        "<p>疏浚" + "<b>" * 30_000 + "河道",
        "<p>" + "《" * 30_000 + "（" * 30_000 + "疏浚",
        "<p " + "a=1 " * 100_000 + ">疏浚",
        "<!--" * 20_000 + "--><p>疏浚</p>",
    ],
    ids=[
        "deep",
        "deep tables",
        "huge spans",
        "many wide cells",
        "spans no numbers",
        "open marks",
        "brackets",
        "attributes",
        "comments",
    ],
)
def test_hostile_pages_end(tmp_path, markup):
    path = tmp_path / "page.html"
    path.write_text(markup, encoding="utf-8")
    try:
        assert len(read_text(path).text) < 1_000_000
        load_file(path)
    except errors.DocumentError as error:
        assert "page.html" in str(error)


@pytest.mark.parametrize(
    "markup", ["<html></html>", "<!-- nothing -->", "<p>&nbsp;</p>", "<script>1</script>"]
)
def test_a_page_without_words_is_empty(tmp_path, markup):
    with pytest.raises(errors.EmptyFile):
        page(tmp_path, markup)
