"""The responsibility network: who answers for which measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from graph.views._data import Measure, PageData
from graph.views._facts import INK, PALETTE, REST, Ranked, base, layouts, radius, ranked
from graph.views._names import labels, subject
from graph.views._page import render
from graph.views._words import Lang, pick, words
from graph.views.layout import Mark

MEASURE_RADIUS = 5.5


def responsibility_page(data: PageData, lang: Lang = "zh") -> str:
    """The page of who answers for what, as one HTML text that fetches nothing.

    Bodies are dark discs, area by number of measures; measures small marks, colour by section (of
    several documents: by document), square when dated, round when ongoing, a diamond with other times, hollow
    without any.
    The same data gives the same text.
    """
    order = ranked(data)
    facts = base(data, order)
    kind, names, group = groups(data)
    number = {entry.agency.key: at for at, entry in enumerate(order)}
    bodies = [(number[body], at) for at, m in enumerate(data.measures) for body in m.bodies]
    most = order[0].count if order else 0
    sizes = [radius(entry.count, most) for entry in order]
    marks = [Mark(size, agency["lines"]) for size, agency in zip(sizes, facts["agencies"], strict=True)]
    marks += [Mark(MEASURE_RADIUS)] * len(data.measures)
    pictures = layouts(marks, [(body, len(order) + at) for body, at in bodies])
    for measure, its in zip(facts["measures"], group, strict=True):
        measure["group"] = its
    colors = [*PALETTE[: len(names)], *[REST] * (len(names) - len(PALETTE))]
    facts |= {
        "kind": "responsibility",
        "legend": {"title": words(lang)[kind], "of": "measures", "names": names, "colors": colors},
        "layouts": pictures,
    }
    nodes = [_body(at, size, pictures[0]) for at, size in enumerate(sizes)]
    nodes += [_mark(at, m, colors[group[at]], pictures[0], len(order)) for at, m in enumerate(data.measures)]
    edges = [_edge(body, at, data.measures[at], order[body], colors[group[at]]) for body, at in bodies]
    title = pick(lang, f"{subject(data, lang)}：谁负责什么", f"{subject(data, lang)}: who answers for what")
    return render(title, finding(data, lang), lang, nodes, edges, facts)


def finding(data: PageData, lang: Lang) -> str:
    """What the page shows, in one or two sentences with numbers counted from `data`."""
    order, count = ranked(data), len(data.measures)
    answers = sum(len({(a.agency, a.role) for a in m.answers}) for m in data.measures)
    zh = f"{count} 项措施 · {len(order)} 个责任主体 · {answers} 项责任。"
    en = f"{count} measures · {len(order)} agencies · {answers} responsibilities. "
    times = Counter(time for m in data.measures for time in m.times)
    parts = []
    if order:
        parts.append(_most(labels([entry.agency for entry in order])[0], order))
    counted = (
        (sum(bool(m.years) for m in data.measures), "{} 项有完成时限", "{} dated"),
        (times["ongoing"], "{} 项持续推进", "{} ongoing"),
        (times["other"], "{} 项只写其他时间", "{} with other times only"),
        (times["undated"], "{} 项未写时限", "{} without a stated time"),
        (sum(not m.answers for m in data.measures), "{} 项未读出责任主体", "{} for which no body was found"),
        (
            sum(bool(a.doubt) for m in data.measures for a in m.answers),
            "{} 处存疑（虚线）",
            "{} doubtful links (dashed)",
        ),
    )
    parts += [(zh.format(number), en.format(number)) for number, zh, en in counted if number]
    return pick(lang, zh + "；".join(p[0] for p in parts) + "。", en + "; ".join(p[1] for p in parts) + ".")


def _most(top: str, order: Sequence[Ranked]) -> tuple[str, str]:
    """Who takes part in most measures, alone or with others."""
    most = order[0].count
    alike = sum(entry.count == most for entry in order)
    if alike == 1:
        return f"{top}参与 {most} 项，最多", f"{top} takes part in {most}, more than any other"
    return (
        f"{top}等 {alike} 个主体各参与 {most} 项，并列最多",
        f"{top} and {alike - 1} more take part in {most} each, the most",
    )


def groups(data: PageData) -> tuple[str, list[str], list[int]]:
    """By what the measures are coloured (``sections`` or ``documents``), the groups' names in the
    order of the text, and the group of every measure.

    Of one document: by nearest section, or by top section where that makes too many colours.
    """
    measures = data.measures
    if len(data.documents) > 1:
        place = {document.key: at for at, document in enumerate(data.documents)}
        return "documents", [d.name for d in data.documents], [place[m.document] for m in measures]
    section = [m.section[-1] if m.section else "—" for m in measures]
    if len(set(section)) > len(PALETTE):
        section = [m.section[0] if m.section else "—" for m in measures]
    names = list(dict.fromkeys(section))
    return "sections", names, [names.index(name) for name in section]


def _body(at: int, size: float, picture: dict[str, Any]) -> dict[str, Any]:
    x, y, _ = picture["spots"][at]
    return {"id": f"a{at}", "x": x, "y": y, "shape": "dot", "size": size, "color": INK}


def _mark(at: int, measure: Measure, color: str, picture: dict[str, Any], first: int) -> dict[str, Any]:
    x, y, _ = picture["spots"][first + at]
    dated, hollow = bool(measure.years), "undated" in measure.times
    shape = "square" if dated else "diamond" if "other" in measure.times else "dot"
    return {
        "id": f"m{at}",
        "x": x,
        "y": y,
        "shape": shape,
        "size": MEASURE_RADIUS - 0.5 if dated else MEASURE_RADIUS,
        "borderWidth": 2 if hollow else 1,
        "color": {"background": "#fbfaf7" if hollow else color, "border": color},
    }


def _edge(body: int, at: int, measure: Measure, entry: Ranked, color: str) -> dict[str, Any]:
    its = [answer for answer in measure.answers if answer.agency == entry.agency.key]
    roles = {answer.role for answer in its}
    role = next(role for role in ("lead", "responsible", "support") if role in roles)
    dashes: bool | list[int] = [2, 4] if role == "support" else False
    if any(answer.doubt for answer in its):
        dashes = [9, 5]
    return {
        "id": f"a{body}-m{at}",
        "from": f"a{body}",
        "to": f"m{at}",
        "width": 2.8 if role == "lead" else 1.2,
        "dashes": dashes,
        "color": {"color": color, "opacity": 0.45},
    }
